"""How many may leave at once before somebody has to say that it is so."""

from dataclasses import dataclass

from survey.importing.people.faults import Fault

ASKS_ABOVE = 0.10
REFUSED_FROM = 0.50
KEPT = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Leaving:
    """Leavers among the people there were."""

    n: int
    n_before: int

    @property
    def share(self) -> float:
        return self.n / self.n_before if self.n_before else 0.0

    @property
    def asks(self) -> bool:
        return self.share > ASKS_ABOVE

    @property
    def told(self) -> str:
        """Number and percentage, "11 of 612 (1.8 %)"."""
        return f"{self.n:,} of {self.n_before:,} ({100 * self.share:.1f}{KEPT}%)"

    def faults(self) -> list[Fault]:
        if self.share < REFUSED_FROM:
            return []
        wanted = "Half of the company or more. Wanted: the whole company's file, or a confirmation that they leave."
        return [Fault(0, "", f"{self.told} leave", wanted)]

    def warnings(self) -> list[str]:
        if not self.asks:
            return []
        return [f"{self.told} leave, more than the {100 * ASKS_ABOVE:.0f}{KEPT}% at which an import stops and asks."]
