"""Worlds in which a planned programme is tried."""

from dataclasses import dataclass

from analysis.programme import Programme
from analysis.simulate import World

WHOLE = 5_000
"""People up to whom a company is simulated as it is."""

MOST_PEOPLE = 10_000
"""People of a larger company that are simulated at once."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A world in which a programme is tried, and the levels of the tree whose numbers are taken from it.

    Attributes
    ----------
    world : World
        The company, or a part of it.
    levels : tuple of str, shape (n_levels,)
        Levels it is made for.
    rarity : float
        Factor of the evidence needed: units of the level in the company for each one simulated.
    """

    world: World
    levels: tuple[str, ...]
    rarity: float = 1.0


def trials(programme: Programme, n_waves: int) -> tuple[Trial, ...]:
    """Worlds in which a programme is tried: the company whole if it is small, else one for each level.

    Parameters
    ----------
    programme : Programme
        As it is planned.
    n_waves : int
        Length.

    Returns
    -------
    tuple of Trial
        Each level of the programme's tree is in exactly one.

    Notes
    -----
    A level of a large company is tried in a part of it: the company with all people (at most MOST_PEOPLE), its teams
    and divisions merged; divisions with some of them whole, their teams merged; teams with some of them. Lasting
    levels and shocks of merged units have the variance of a mean of so many. Fewer units would need less evidence
    each, which `rarity` undoes. People left out make the falls of company and divisions a little too large.

    Examples
    --------
    >>> from analysis.programme import Programme
    >>> from analysis.trials import trials
    >>> [trial.levels for trial in trials(Programme(people=600), 12)]
    [('company', 'division', 'team')]
    """
    if programme.people <= WHOLE:
        shape = (programme.divisions, programme.teams, programme.people)
        return (Trial(_world(programme, n_waves, shape), tuple(programme.levels)),)
    return tuple(_part(programme, n_waves, level) for level in programme.levels)


def _part(programme: Programme, n_waves: int, level: str) -> Trial:
    divisions, teams, people, n_teams = programme.divisions, programme.teams, programme.people, programme.n_teams
    if level == "company":
        shape = (min(divisions, 10), min(teams, 10), min(people, MOST_PEOPLE))
        return Trial(_world(programme, n_waves, shape, merged=(divisions, n_teams)), (level,))
    if level == "division":
        kept = min(divisions, max(6, MOST_PEOPLE * divisions // people))
        shape = (kept, min(teams, 10), min(people * kept // divisions, MOST_PEOPLE))
        world = _world(programme, n_waves, shape, merged=(kept, kept * teams))
        return Trial(world, (level,), rarity=divisions / kept)
    kept = min(divisions, 6)
    fitting = WHOLE * n_teams // (people * max(kept, 1))
    few = min(teams, max(2 if divisions else 6, fitting))
    n_kept = max(kept, 1) * few
    world = _world(programme, n_waves, (kept, few, min(people * n_kept // n_teams, MOST_PEOPLE)))
    return Trial(world, (level,), rarity=n_teams / n_kept)


def _world(
    programme: Programme, n_waves: int, shape: tuple[int, int, int], *, merged: tuple[int, int] | None = None
) -> World:
    """Divisions, teams in each, and people, simulated; `merged` are the divisions and teams they stand for."""
    divisions, teams, people = shape
    n_teams = max(divisions, 1) * teams
    for_divisions, for_teams = merged or (divisions, n_teams)
    plain, epoch = World(), round(programme.epoch_months * programme.waves_per_year / 12)
    return World(
        parent=_parents(divisions, teams),
        team_sizes=tuple(people // n_teams + (team < people % n_teams) for team in range(n_teams)),
        n_waves=n_waves,
        waves_per_year=programme.waves_per_year,
        response=programme.response * programme.sample,
        turnover=programme.turnover,
        linked=programme.linked,
        epoch_waves=max(epoch, 1) if programme.epoch_months and programme.linked else None,
        team=plain.team * n_teams / for_teams,
        wobble=plain.wobble * n_teams / for_teams,
        division_shock=plain.division_shock * divisions / max(for_divisions, 1),
    )


def _parents(divisions: int, teams: int) -> tuple[int, ...]:
    if divisions:
        return (-1, *(0,) * divisions, *(1 + team // teams for team in range(divisions * teams)))
    return (-1, *(0,) * teams) if teams > 1 else (-1,)
