"""Labels of the brief: its links, and what stands above its lists."""

from dashboards.board.brief.facts import Facts
from dashboards.wording.voice import Voice


def words(voice: Voice, facts: Facts, *, is_list: bool) -> dict[str, str]:
    """By name, as the template calls them; `is_list` where the heading names no single alarm."""
    first, text = facts.open[0] if facts.open else None, voice.text
    return {
        "title": text("Brief"),
        "also": text("Open") if is_list else text("Also"),
        "table": text("Numbers as a table"),
        "not_shown": text("not shown"),
        "acknowledge": text("Acknowledge this alert"),
        "unit": text("%(unit)s in full", unit=facts.board.units[first.unit].name) if first else "",
        "method": text("How this is computed"),
        "moments": text("Moments"),
        "reply": text("Change the reply") if facts.reply.is_written else text("Write the reply"),
        "rounds": text("Rounds"),
    }


def nothing(voice: Voice) -> dict[str, str]:
    """Before the first release."""
    return {
        "title": voice.text("Brief"),
        "heading": voice.text("No results yet."),
        "lead": voice.text(
            "Results stand here as soon as the first round has closed and its numbers have been checked together."
        ),
    }
