"""What an earlier release showed, as the choice that `analysis` knows."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from survey.queries.releases import Row
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.release.menu import BANDS, TOGETHER
from survey.services.release.sheets import Seats

if TYPE_CHECKING:
    from analysis.disclosure.prove import Choice


def choices(rows: Sequence[Row], seats: Seats, factors: Sequence[str], *, with_bounds: bool) -> "tuple[Choice, ...]":
    """What was shown of each principle in units that still exist; bounds count as shown only where that is wanted."""
    return tuple(
        _choice(
            [row for row in rows if row.measure == principle and (with_bounds or row.points is not None)],
            seats,
            factors,
        )
        for principle in PRINCIPLES
    )


def _choice(rows: Iterable[Row], seats: Seats, factors: Sequence[str]) -> "Choice":
    import numpy as np  # noqa: PLC0415 -- weight

    from analysis.disclosure.bands import ALONE, JOINED  # noqa: PLC0415 -- weight
    from analysis.disclosure.counts import place_units  # noqa: PLC0415 -- weight
    from analysis.disclosure.prove import Choice  # noqa: PLC0415 -- weight

    seat = seats.of
    place = {int(unit): at for at, unit in enumerate(place_units(seats.tree))}
    units = np.zeros(seats.tree.n_units, np.bool_)
    bands = {factor: np.zeros((len(BANDS[factor]), len(place)), np.int8) for factor in factors}
    for row in rows:
        at = seat.get(row.unit_id)
        if at is None:
            continue
        if not row.factor:
            units[at] = True
        elif row.factor in bands and at in place:
            names = row.band.split(TOGETHER)
            known = [BANDS[row.factor].index(name) for name in names if name in BANDS[row.factor]]
            bands[row.factor][known, place[at]] = JOINED if len(known) > 1 else ALONE
    return Choice(units, tuple(bands.values()))


def either(shown: "Sequence[Choice]") -> "Choice":
    """What was shown of any principle."""
    import numpy as np  # noqa: PLC0415 -- weight

    from analysis.disclosure.prove import Choice  # noqa: PLC0415 -- weight

    units = np.logical_or.reduce([one.units for one in shown])
    bands = zip(*(one.bands for one in shown), strict=True)
    return Choice(units, tuple(np.maximum.reduce(same) for same in bands))
