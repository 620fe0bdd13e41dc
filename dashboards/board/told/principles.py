"""The three principles by name."""

from dashboards.wording.voice import Voice


def title(voice: Voice, principle: str) -> str:
    """As the principle itself says it."""
    return {
        "learning": voice.text("We are a learning organisation"),
        "customer_truth": voice.text("The customer is the source of all truth"),
        "equal_say": voice.text("Everyone has equal say"),
    }[principle]


def short(voice: Voice, principle: str) -> str:
    """A name that a sentence can begin with."""
    return {
        "learning": voice.text("Learning"),
        "customer_truth": voice.text("Customer truth"),
        "equal_say": voice.text("Equal say"),
    }[principle]


def within(voice: Voice, principle: str) -> str:
    """The same name inside a sentence."""
    return {
        "learning": voice.text("learning"),
        "customer_truth": voice.text("customer truth"),
        "equal_say": voice.text("equal say"),
    }[principle]
