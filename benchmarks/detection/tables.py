"""The tables of the page, each from all that was found; each with the verdicts on its targets."""

from collections.abc import Iterable, Sequence

from benchmarks.detection import limits, markdown
from benchmarks.detection import targets as aims
from benchmarks.detection.described import Description
from benchmarks.detection.fallen import FallenCompany
from benchmarks.detection.found import Found, Scenario
from benchmarks.detection.limits import NEVER, Measured
from benchmarks.detection.quiet import EARLY_YEARS, QuietCompany
from benchmarks.detection.targets import Verdict
from benchmarks.detection.tasks import HISTORY

STEP = "company 0.2 step"
Table = tuple[str, list[Verdict]]


def false_alarms(found: Found) -> Table:
    """A row per world."""
    rows, all_verdicts = [], []
    for world, by_number in found.quiet.items():
        companies = list(by_number.values())
        early, later = alarm_rate(companies, 0, EARLY_YEARS), alarm_rate(companies, EARLY_YEARS, NEVER)
        soon = limits.share(sum(company.step_found for company in companies), len(companies))
        verdicts = [
            aims.at_most(f"years 1–{EARLY_YEARS}", early, aims.MOST_ALARMS),
            aims.at_most("later", later, aims.MOST_ALARMS),
        ]
        bound = found.bounds.get((world, STEP, HISTORY))
        if bound and bound.with_more and bound.with_more <= 2:
            verdicts.append(aims.at_least("step", soon, aims.LEAST_FOUND_SOON))
        years = f"{sum(company.years for company in companies):.0f}"
        rates = [markdown.per_year(rate) for rate in (early, later, alarm_rate(companies, 0, NEVER))]
        rows.append([world, years, *rates, markdown.percent(soon), aims.words(verdicts)])
        all_verdicts += verdicts
    head = ["world", "company-years", "years 1–2", "later", "all years", "step found, %", "target"]
    return markdown.table(head, rows), all_verdicts


def alarm_rate(companies: Sequence[QuietCompany], begin: float, end: float) -> Measured:
    """Alarms a company-year from one year of the history to another."""
    events = [sum(begin <= when < end for when, *_ in company.alarms) for company in companies]
    return limits.rate(events, [max(min(end, company.years) - begin, 0.0) for company in companies])


def delays(found: Found) -> Table:
    """A row per fall and world."""
    rows, all_verdicts = [], []
    for scenario, companies in _by_fall(found):
        world, fall, history = scenario
        waves, bound = delays_of(companies), found.bounds.get(scenario)
        median, alarmed = limits.middle(waves), [company for company in companies if company.delay is not None]
        right = limits.share(sum(company.unit_right for company in alarmed), len(alarmed))
        soon = [company for company in alarmed if (company.delay or 0) <= 24]
        one = limits.share(sum(company.n_alarms == 1 for company in soon), len(soon))
        verdicts = []
        if bound and aims.is_visible(bound):
            verdicts = [aims.at_least("unit", right, aims.LEAST_RIGHT_UNIT)]
            if aims.delay_is_aimed_at(world, fall, history):
                verdicts.insert(0, aims.in_time(median, world, history, bound))
                verdicts.append(aims.at_least("one alarm", one, aims.LEAST_ONE_ALARM))
        within = [limits.share(sum(wave <= most for wave in waves), len(waves)) for most in (12, 24)]
        cells = [markdown.delay(median, limits.quantile(waves, 0.8)), markdown.oracle(bound)]
        shares = [markdown.percent(part) for part in (*within, right, one)]
        rows.append([fall, world, str(history), str(len(waves)), *cells, *shares, aims.words(verdicts)])
        all_verdicts += verdicts
    head = ["fall", "world", "before", "companies", "delay, waves", "m* / m*₂"]
    head += ["in 12, %", "in 24, %", "right unit, %", "one alarm, %", "target"]
    return markdown.table(head, rows), all_verdicts


def descriptions(found: Found) -> Table:
    """A row per fall and world whose fall an oracle sees in a year, and one over them all."""
    rows, all_verdicts, everything = [], [], []
    for scenario, companies in _by_fall(found):
        told = [company.told for company in companies if company.told]
        if not told or not aims.is_visible(found.bounds.get(scenario)):
            continue
        later = [company.later for company in companies if company.later]
        size, onset = _cover(told)
        verdicts = [aims.at_least(what, part, aims.LEAST_COVER) for what, part in (("size", size), ("onset", onset))]
        cells = [*_described(told), *(markdown.percent(part) for part in _cover(later))]
        rows.append([scenario[1], scenario[0], str(scenario[2]), *cells, aims.words(verdicts)])
        all_verdicts += verdicts
        everything += told
    rows.append(["all of these", "", "", *_described(everything), markdown.NONE, markdown.NONE, markdown.NONE])
    head = ["fall", "world", "before", "alarms", "size covered, %", "onset covered, %", "bias of size, points"]
    head += ["shape right, %", "size six waves later, %", "onset six waves later, %", "target"]
    return markdown.table(head, rows), all_verdicts


def delays_of(companies: Iterable[FallenCompany]) -> list[float]:
    return [NEVER if company.delay is None else float(company.delay) for company in companies]


def _described(told: Sequence[Description]) -> list[str]:
    shape = limits.share(sum(one.shape_right for one in told), len(told))
    bias = limits.mean([one.size - one.true_size for one in told])
    shares = [markdown.percent(part) for part in _cover(told)]
    return [str(len(told)), *shares, markdown.points(bias), markdown.percent(shape)]


def _cover(told: Sequence[Description]) -> tuple[Measured, Measured]:
    sizes, onsets = sum(one.size_covered for one in told), sum(one.onset_covered for one in told)
    return limits.share(sizes, len(told)), limits.share(onsets, len(told))


def _by_fall(found: Found) -> list[tuple[Scenario, list[FallenCompany]]]:
    """Scenarios with their companies, worlds of one fall together, in the order of first mention."""
    order = list(dict.fromkeys(fall for _, fall, _ in found.fallen))
    scenarios = sorted(found.fallen, key=lambda scenario: order.index(scenario[1]))
    return [(scenario, list(found.fallen[scenario].values())) for scenario in scenarios]
