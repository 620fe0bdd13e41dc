"""Files of another tool about the company of the factories."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from survey.db import Stores
from survey.services.history.importing import HistoryPlan, apply_history, plan_history, read_history
from tests.survey.factories import add_company

NOW = datetime(2026, 1, 4, 12, tzinfo=UTC)
MAP = '[scales.learning]\nitems = ["Q1", "Q2"]\n[scales.equal_say]\nitems = ["Q3"]\n'
MONTHS = tuple(f"2025-{month:02d}" for month in range(1, 13))
TEAMS = ("Division 1/Team 1.1", "Division 1/Team 1.2", "Division 2/Team 2.1", "Division 2/Team 2.2")

Cell = tuple[str, str, str, float, int | str]
"""Wave, unit below the company, item, mean on 1 to 5, and n."""


def cells(
    waves: Iterable[str] = MONTHS, units: Iterable[str] = TEAMS, *, n: int | str = 9, mean: float = 3.2
) -> Iterator[Cell]:
    """The same everywhere but for a tenth here and there."""
    for at, wave in enumerate(waves):
        for unit in units:
            for item in ("Q1", "Q2", "Q3"):
                yield wave, unit, item, round(mean + 0.1 * ((at + len(unit) + ord(item[1])) % 3), 2), n


def write(folder: Path, rows: Iterable[Cell], *, name: str = "history.csv", top: str = "Acme") -> Path:
    lines = [f"{wave},{f'{top}/{unit}' if unit else top},{item},{mean},{n}" for wave, unit, item, mean, n in rows]
    file = folder / name
    file.write_text("\n".join(["wave,unit,item,mean,n", *lines]) + "\n", encoding="utf-8")
    (folder / "map.toml").write_text(MAP, encoding="utf-8")
    return file


def planned(stores: Stores, file: Path, *, ends: datetime | None = None, now: datetime = NOW) -> HistoryPlan:
    found = read_history([file], map_path=file.parent / "map.toml")
    with stores.company.read() as session:
        return plan_history(session, found, ends=ends.date() if ends else None, now=now, on_step=lambda _: None)


def imported(stores: Stores, file: Path, *, now: datetime = NOW) -> HistoryPlan:
    plan = planned(stores, file, now=now)
    with stores.company.write() as session:
        apply_history(session, plan, account=None, now=now)
    return plan


def founded(stores: Stores) -> None:
    """A company of forty: two divisions of two teams."""
    with stores.company.write() as session:
        add_company(session)
