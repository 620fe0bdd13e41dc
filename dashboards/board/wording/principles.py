"""The three principles by name."""

from dashboards.board.values import PRINCIPLES
from dashboards.wording.numbers import opened

NAMES = {"learning": "learning", "customer_truth": "customer truth", "equal_say": "equal say"}
TITLES = {
    "learning": "We are a learning organisation",
    "customer_truth": "The customer is the source of all truth",
    "equal_say": "Everyone has equal say",
}


def said(principle: str) -> str:
    """In a sentence, "equal say"."""
    return NAMES[principle]


def headed(principle: str) -> str:
    """At the head of a column, "Equal say"."""
    return opened(NAMES[principle])


def number_of(principle: str) -> int:
    """The place of its cell in a row."""
    return PRINCIPLES.index(principle)
