"""Three things to look at next, for each principle: questions that a conversation can begin with."""

from survey.mail.writing.alert_subject import one_line
from survey.mail.writing.words import Words


def look_next(words: Words, principle: str, unit: str) -> tuple[str, ...]:
    """Each about the unit; none of them claims a cause."""
    place = one_line(unit)
    return {"learning": _learning, "customer_truth": _customer_truth, "equal_say": _equal_say}[principle](words, place)


def _learning(words: Words, unit: str) -> tuple[str, ...]:
    return (
        words.say("Ask in %(unit)s which customer was asked last before something was decided.", unit=unit),
        words.say(
            "Ask what another team has learned from %(unit)s about customers, and the other way round.", unit=unit
        ),
        words.say("Ask which improvement for customers has not lasted, and who would have had to keep at it."),
    )


def _customer_truth(words: Words, unit: str) -> tuple[str, ...]:
    return (
        words.say("Take the last three decisions in %(unit)s and ask what customers had said before each.", unit=unit),
        words.say(
            "Ask those who lead %(unit)s how many hours of the last four weeks they spent with customers.", unit=unit
        ),
        words.say("Ask what was praised there last month, and whether a customer would have praised it too."),
    )


def _equal_say(words: Words, unit: str) -> tuple[str, ...]:
    return (
        words.say(
            "Ask the front line in %(unit)s about the last time someone went past a manager for a customer, and what "
            "happened then.",
            unit=unit,
        ),
        words.say("Ask which idea from the front line was used last, which was not, and who decided."),
        words.say("Ask what people who deal with customers may not decide by themselves in %(unit)s.", unit=unit),
    )
