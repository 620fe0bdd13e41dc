"""What is asked of a simulated company: its shape, its noise and its ways."""

from dataclasses import dataclass, field

import numpy as np

from analysis.panel import Floats, Ints
from analysis.simulate.departures import Answering, Levels, People, Questions, check_shares
from analysis.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A company to simulate; the defaults are the base world that every other one differs from.

    Shares are of the variance of one person's score in one wave, and need not sum to 1: `sd_points` is what 1 SD
    means, whatever they sum to. AR coefficients and turnover are per month and are converted to the cadence.

    Attributes
    ----------
    n_divisions, teams_per_division, people_per_team : int
        A regular tree: unit 0 is the root, then come the divisions, then their teams.
    parent : tuple of int, shape (n_units,), or None
        Any other tree, as in `Tree`; replaces the two numbers above.
    team_sizes : tuple of int, shape (n_leaves,), or None
        People of each leaf, by unit number; replaces `people_per_team`.
    n_waves, waves_per_year : int
        Length and cadence of the survey.
    n_scales, items_per_scale : int
        What is asked.
    scale_correlation : float
        Correlation of any two scales within every part of a score; 0–1.
    response : float
        Probability with which a person answers a wave; 0–1.
    turnover : float
        Share of the people replaced each month by fresh joiners.
    mean, sd_points : float
        Mean score and what 1 SD is, in points of 0–100.
    team, person, wander, residual : float
        Shares: lasting level of a team, of a person; slow wandering of a person; the rest, for the mean of three items.
    wander_ar : float
        AR coefficient of the wandering, per month.
    wobble, division_shock, company_shock : float
        Shares of what a team, a division (each inner unit but the root) and the company have in common in one wave.
    wobble_ar, shock_ar : float
        Their AR coefficients, per month.
    season : float
        Amplitude of a yearly wave in the mean, in SD.
    item_spread : float
        SD of the items' own levels, in SD; they sum to 0 within a scale. Only `simulate_answers` draws them.
    likert : bool
        Whether answers are rounded to 1 … 5; otherwise they are points of 0–100. Scores are never rounded.
    linked : bool
        Whether persons have numbers; −1 otherwise.
    epoch_waves : int or None
        Waves after which all persons get new numbers.
    levels, people, answering, questions : Levels, People, Answering, Questions
        Departures from the null model; none by default.
    """

    n_divisions: int = 6
    teams_per_division: int = 10
    people_per_team: int = 10
    parent: tuple[int, ...] | None = None
    team_sizes: tuple[int, ...] | None = None
    n_waves: int = 36
    waves_per_year: int = 12
    n_scales: int = 3
    items_per_scale: int = 3
    scale_correlation: float = 0.7
    response: float = 0.7
    turnover: float = 0.015
    mean: float = 62.0
    sd_points: float = 20.0
    team: float = 0.05
    person: float = 0.22
    wander: float = 0.23
    wander_ar: float = 0.6
    residual: float = 0.49
    wobble: float = 0.005
    wobble_ar: float = 0.0
    division_shock: float = 0.002
    company_shock: float = 0.001
    shock_ar: float = 0.0
    season: float = 0.0
    item_spread: float = 0.2
    likert: bool = True
    linked: bool = True
    epoch_waves: int | None = None
    levels: Levels = field(default_factory=Levels)
    people: People = field(default_factory=People)
    answering: Answering = field(default_factory=Answering)
    questions: Questions = field(default_factory=Questions)

    def __post_init__(self) -> None:
        for name in ("n_waves", "waves_per_year", "n_scales", "items_per_scale"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1; got {getattr(self, name)}")
        check_shares(self, "scale_correlation", "response", "turnover", "wander_ar", "wobble_ar", "shock_ar")
        if self.epoch_waves is not None and self.epoch_waves < 1:
            raise ValueError(f"epoch_waves must be at least 1; got {self.epoch_waves}")

    @property
    def months_per_wave(self) -> float:
        return 12 / self.waves_per_year

    def tree(self) -> Tree:
        """The units, the root first."""
        if self.parent is not None:
            return Tree(self.parent)
        divisions = np.zeros(self.n_divisions, dtype=np.int64)
        teams = np.repeat(np.arange(1, self.n_divisions + 1), self.teams_per_division)
        return Tree(np.concatenate([[-1], divisions, teams]))

    def seats(self, tree: Tree) -> Ints:
        """Unit of every seat, shape (n_seats,)."""
        leaves = np.setdiff1d(np.arange(tree.n_units), tree.parent)
        sizes = (self.people_per_team,) * leaves.size if self.team_sizes is None else self.team_sizes
        if len(sizes) != leaves.size:
            raise ValueError(f"team_sizes has {len(sizes)} entries; the tree has {leaves.size} leaves")
        return np.repeat(leaves, sizes)

    def times(self) -> Floats:
        """Years since the first wave, shape (n_waves,)."""
        return np.arange(self.n_waves) / self.waves_per_year

    def wave_at(self, share: float) -> int:
        """The wave at which so much of the history is over."""
        return round(share * self.n_waves)

    def epochs(self) -> Ints | None:
        """Epoch of each wave, shape (n_waves,)."""
        return None if self.epoch_waves is None else np.arange(self.n_waves) // self.epoch_waves
