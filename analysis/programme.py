"""A programme that is planned, and what could be asked for instead."""

from dataclasses import dataclass, replace

CADENCES = (1, 2, 4, 12, 26, 52)
"""Waves a year that programmes usually choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A recurring survey of one company, as it is planned.

    Attributes
    ----------
    people : int
        Size of the company.
    divisions : int
        Divisions, all of one size; 0 where teams stand directly below the company.
    teams : int
        Teams in each division, or directly below the company; one team alone is the company itself.
    response : float
        Share of those asked who answer; above 0, at most 1.
    waves_per_year : int
        Cadence; 1 to 52.
    sample : float
        Share of people asked in a wave, drawn anew for each; above 0, at most 1.
    epoch_months : int
        Months within which a person's answers are linked; 0 where they are linked for good.
    turnover : float
        Share of people replaced by joiners each month; 0–1.
    linked : bool
        Whether a person's answers are linked at all.
    false_alarms_per_year : float
        Alarms a year, on average, if nothing ever changes.

    Raises
    ------
    ValueError
        If a number is outside of its range, a unit is the only one of its parent, or a team would be empty.
    """

    people: int
    divisions: int = 6
    teams: int = 10
    response: float = 0.7
    waves_per_year: int = 12
    sample: float = 1.0
    epoch_months: int = 12
    turnover: float = 0.015
    linked: bool = True
    false_alarms_per_year: float = 0.1

    def __post_init__(self) -> None:
        for name in ("people", "teams"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name}: got {getattr(self, name)}; wanted at least 1")
        if not 1 <= self.waves_per_year <= max(CADENCES):
            raise ValueError(f"waves_per_year: got {self.waves_per_year}; wanted 1 to {max(CADENCES)}")
        for name in ("response", "sample"):
            if not 0 < getattr(self, name) <= 1:
                raise ValueError(f"{name}: got {getattr(self, name):g}; wanted a share above 0 and at most 1")
        if not 0 <= self.turnover <= 1:
            raise ValueError(f"turnover: got {self.turnover:g}; wanted a share of 0 to 1 a month")
        if self.epoch_months < 0:
            raise ValueError(f"epoch_months: got {self.epoch_months}; wanted at least 1, or 0 for no end")
        if not 0 < self.false_alarms_per_year < float("inf"):
            raise ValueError(f"false_alarms_per_year: got {self.false_alarms_per_year:g}; wanted a rate above 0")
        self._check_tree()

    def _check_tree(self) -> None:
        if self.divisions < 0 or self.divisions == 1:
            raise ValueError(f"divisions: got {self.divisions}; wanted at least 2, or 0 for teams alone")
        if self.divisions and self.teams == 1:
            raise ValueError("teams: got 1 in each division; wanted at least 2, or no divisions")
        if self.n_teams > self.people:
            raise ValueError(f"teams: got {self.n_teams} for {self.people} people; wanted at most one for each person")

    @property
    def n_teams(self) -> int:
        return max(self.divisions, 1) * self.teams

    @property
    def levels(self) -> dict[str, int]:
        """Number of units of each level, from the root down."""
        units = {"company": 1, "division": self.divisions, "team": self.n_teams if self.n_teams > 1 else 0}
        return {level: number for level, number in units.items() if number}


def alternatives(programme: Programme) -> dict[str, Programme]:
    """What could be asked for instead, one thing at a time.

    Parameters
    ----------
    programme : Programme
        As it is planned.

    Returns
    -------
    dict of str to Programme
        Of `linked answers`, `longer epoch` (twice as long), `fuller sample` (everybody) and `higher cadence` (the next
        usual one) those that differ from the plan.

    Examples
    --------
    >>> from analysis.programme import Programme, alternatives
    >>> {name: other.epoch_months for name, other in alternatives(Programme(people=600)).items()}
    {'longer epoch': 24, 'higher cadence': 12}
    """
    others = {}
    if not programme.linked:
        others["linked answers"] = replace(programme, linked=True)
    elif programme.epoch_months:
        others["longer epoch"] = replace(programme, epoch_months=2 * programme.epoch_months)
    if programme.sample < 1:
        others["fuller sample"] = replace(programme, sample=1.0)
    if quicker := [cadence for cadence in CADENCES if cadence > programme.waves_per_year]:
        others["higher cadence"] = replace(programme, waves_per_year=quicker[0])
    return others
