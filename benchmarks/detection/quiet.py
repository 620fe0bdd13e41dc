"""Ten years of a company in which nothing falls, and whether a fall in its sixth year is found."""

from dataclasses import asdict, dataclass
from typing import Any

from analysis.simulate import Fall
from analysis.simulate.zoo import ZooWorld, make
from benchmarks.detection import rivals
from benchmarks.detection.worlds import first_waves, judge, rng_of

YEARS = 10
EARLY_YEARS = 2
STEP = 0.2
STEP_AT = 5.5
"""Years; not halfway, where re-organisations and replaced items of the zoo are."""

SOON = 3


@dataclass(frozen=True, slots=True)
class QuietCompany:
    """What became of one company.

    Attributes
    ----------
    years : float
        Length of its history.
    alarms : list of [year, unit, scale]
        Every alarm, when (years since the first wave), where and in what.
    step_found : bool
        Whether a step of the whole company in scale 0 was found within three waves.
    rivals : dict
        What `rivals.quiet` keeps; empty where it was not asked for.
    """

    years: float
    alarms: list[list[float]]
    step_found: bool
    rivals: rivals.Kept


def quiet_company(zoo_world: ZooWorld, company: int, *, years: float = YEARS, with_rivals: bool) -> dict[str, Any]:
    """Live through the history twice: undisturbed, and until shortly after the step."""
    n_waves = round(years * zoo_world.world.waves_per_year)
    made = make(zoo_world, rng_of(company), n_waves=n_waves)
    result = judge(made)
    lived = QuietCompany(
        years=years,
        alarms=[[float(made.times[alarm.wave]), alarm.unit, alarm.scale] for alarm in result.alarms],
        step_found=step_is_found(zoo_world, company, n_waves),
        rivals=rivals.quiet(result.estimates) if with_rivals else {},
    )
    return asdict(lived)


def step_is_found(zoo_world: ZooWorld, company: int, n_waves: int) -> bool:
    onset = round(STEP_AT / YEARS * n_waves)
    step = Fall(unit=zoo_world.world.tree().root, onset=onset, size=STEP)
    made = make(zoo_world, rng_of(company), n_waves=n_waves, falls=[step])
    known = judge(first_waves(made, onset + SOON))
    return any(alarm.scale == 0 and alarm.wave >= onset for alarm in known.alarms)
