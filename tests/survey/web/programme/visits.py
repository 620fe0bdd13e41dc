"""Time passes for somebody who is signed in."""

from tests.survey.web.clock import Clock
from tests.survey.web.visitor import Visitor


def later(visitor: Visitor, clock: Clock, **by: float) -> Visitor:
    """The same person, so much later, signed in anew: the sign-in of before has ended."""
    clock.move(**by)
    visitor.become(1, f"at {clock.now}")
    return visitor
