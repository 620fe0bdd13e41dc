"""What befalls a simulated company."""

from dataclasses import dataclass

import numpy as np

from analysis.panel import Floats
from analysis.simulate.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """A lasting fall of everybody in one unit and below; several add up, so a crash that recovers is two of them.

    Attributes
    ----------
    unit : int
        Where.
    onset : int
        First wave of the fall.
    size : float
        In SD of a person's score; negative for a rise.
    over_months : float
        0 is a step; otherwise it grows by equal amounts from the onset and is complete after so many months.
    scales : tuple of int
        In which scales.
    """

    unit: int
    onset: int
    size: float
    over_months: float = 0.0
    scales: tuple[int, ...] = (0,)

    def path(self, world: World) -> Floats:
        """How much of the fall has happened, shape (n_waves,), 0–1."""
        n_steps = max(self.over_months / world.months_per_wave, 1.0)
        waves: Floats = np.arange(1.0, world.n_waves + 1) - self.onset
        return np.clip(waves / n_steps, 0.0, 1.0)
