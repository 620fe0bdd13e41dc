"""The heading that would do as the whole page, and the sentence below it."""

from collections.abc import Sequence

from dashboards.board.told import alarms, sight
from dashboards.board.told.open_alarms import open_alarms
from dashboards.board.told.telling import Telling
from dashboards.board.values import Found, Row

NAMED = 3
"""Places of drift that a heading names."""


def heading(telling: Telling, company: Row) -> str:
    """Whether the company holds, and if not, where."""
    found = open_alarms(telling.board)
    if not found:
        return _without_alarm(telling, company)
    return alarms.sentence(telling, found[0]) if len(found) < NAMED else _several(telling, found)


def lead(telling: Telling, company: Row, divisions: Sequence[Row]) -> str:
    """How the first alarm came and how sure it is; or that nothing is proved, and what could have gone unseen."""
    found = open_alarms(telling.board)
    if not found:
        return _nothing_proved(telling, company, divisions)
    if len(found) < NAMED:
        return f"{alarms.shape(telling, found[0])} {alarms.grade(telling, found[0])}"
    return f"{telling.voice.text('Each is past the line for an alert.')} {alarms.promise(telling)}"


def answering(telling: Telling) -> str:
    """How many answered; empty where that is not said."""
    wave, voice = telling.board.wave, telling.voice
    if wave.answered is None or wave.asked is None:
        return ""
    counts = {"answered": voice.count(wave.answered), "asked": voice.count(wave.asked)}
    return voice.text("%(answered)s of %(asked)s people answered.", **counts)


def _without_alarm(telling: Telling, company: Row) -> str:
    text, board = telling.voice.text, telling.board
    named = {"unit": telling.company, "number": board.wave.number}
    if not any(company.cells):
        return text("Nothing is shown of %(unit)s in round %(number)s.", **named)
    if len(board.waves) == 1:
        return text("%(unit)s, round %(number)s: three levels, and no change yet", **named)
    if not sight.any_known(company.cells):
        return text("%(unit)s, round %(number)s: too early to say whether anything moves", **named)
    opened = text("%(unit)s is holding.", unit=telling.company) if sight.is_sharp(company) else ""
    return f"{opened or text('Nothing to report.')} {_quiet(telling)}"


def _nothing_proved(telling: Telling, company: Row, divisions: Sequence[Row]) -> str:
    text = telling.voice.text
    if not any(company.cells):
        return text(
            "Showing it would reveal a group of fewer than %(k)s people, here or elsewhere. This says nothing about "
            "how people answered.",
            k=telling.board.k,
        )
    said = [answering(telling)]
    if len(telling.board.waves) == 1:
        said.append(text("Whether anything moves is unknown: one round has no before."))
    elif not sight.any_known(company.cells):
        said.append(text("Whether anything moves is unknown: too few rounds to tell a change from chance."))
    else:
        said = [text("That does not prove that nothing moved."), *said, sight.sentence(telling, company, divisions)]
    return " ".join(filter(None, said))


def _quiet(telling: Telling) -> str:
    """Somebody who does not hear of alarms below the divisions is not told that there are none."""
    if telling.board.sees_all:
        return telling.voice.text("No drift found in any principle, division or team.")
    return telling.voice.text("No drift found in any principle or division.")


def _several(telling: Telling, found: Sequence[Found]) -> str:
    named = [alarms.place(telling, one) for one in found[:NAMED]]
    if more := len(found) - NAMED:
        named.append(telling.voice.plural("%(n)s more", "%(n)s more", more))
    return telling.voice.plural(
        "Drift was found in %(n)s place: %(list)s",
        "Drift was found in %(n)s places: %(list)s",
        len(found),
        list=telling.voice.listing(named),
    )
