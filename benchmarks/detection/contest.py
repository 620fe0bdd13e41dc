"""Ours beside the field's methods, on the same companies: at nominal settings, and at ours' rate of false alarms."""

from collections.abc import Callable, Sequence

from benchmarks.detection import limits, markdown, rivals
from benchmarks.detection.fallen import FallenCompany
from benchmarks.detection.found import Found
from benchmarks.detection.quiet import QuietCompany
from benchmarks.detection.tables import alarm_rate, delays_of
from benchmarks.detection.tasks import CORE, HISTORY, RIVALS_IN

METHODS = (*rivals.RULES, *rivals.CHARTS)


def contest(found: Found, falls: Sequence[str] = CORE) -> str:
    """The table; empty where no quiet company was met yet."""
    quiet = list(found.quiet.get(RIVALS_IN, {}).values())
    met = {fall: list(found.fallen.get((RIVALS_IN, fall, HISTORY), {}).values()) for fall in falls}
    if not quiet:
        return ""
    ours = [["**ours**", markdown.per_year(alarm_rate(quiet, 0, limits.NEVER)), *_cells(met, delays_of)]]
    rows = [*ours, *(row for name in METHODS for row in _rival(name, quiet, met))]
    return markdown.table(["method", "false alarms a year", *falls], rows)


def equal_setting(name: str, quiet: Sequence[QuietCompany]) -> float:
    """The mildest setting at which a method raises no more alarms than ours; than one, where ours raised none."""
    most = max(sum(len(company.alarms) for company in quiet), 1)
    settings = rivals.settings(name)
    return next((setting for setting in settings if sum(_alarms(name, setting, quiet)) <= most), settings[-1])


def setting_in_words(name: str, setting: float) -> str:
    if name in rivals.RULES:
        return f"p < 10^{setting:.1f}".replace("-", "−")
    return f"threshold × {rivals.LADDER[int(setting)]:.1f}"


def _rival(name: str, quiet: Sequence[QuietCompany], met: dict[str, list[FallenCompany]]) -> list[list[str]]:
    """At its nominal setting, and at the one that equals ours."""
    rows: list[list[str]] = []
    for setting in (rivals.settings(name)[0], equal_setting(name, quiet)):
        rate = limits.rate(_alarms(name, setting, quiet), [company.years for company in quiet])

        def waves(companies: Sequence[FallenCompany], at: float = setting) -> list[float]:
            return [rivals.delay_at(name, at, company.rivals[name]) for company in companies]

        title = name if not rows else f"… {setting_in_words(name, setting)}"
        rows.append([title, markdown.per_year(rate), *_cells(met, waves)])
    return rows


def _alarms(name: str, setting: float, quiet: Sequence[QuietCompany]) -> list[float]:
    return [rivals.alarms_at(name, setting, company.rivals[name]) for company in quiet]


def _cells(
    met: dict[str, list[FallenCompany]], waves_of: Callable[[Sequence[FallenCompany]], list[float]]
) -> list[str]:
    """Median delay and the share found within a year, by fall."""
    cells = []
    for companies in met.values():
        waves = waves_of(companies)
        within = limits.share(sum(wave <= 12 for wave in waves), len(waves))
        cells.append(f"{markdown.waves(limits.middle(waves).value)}; {markdown.percent(within)} %")
    return cells
