"""What every code and text has to look like."""

import re

from survey.questionnaires.faults import Fault
from survey.questionnaires.places import Keys

CODE_OF_A_QUESTIONNAIRE = re.compile(r"[a-z][a-z0-9-]{0,80}-[1-9][0-9]{0,3}")
CODE_OF_AN_ITEM = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,19}")


def text_faults(at: Keys, text: str) -> list[Fault]:
    """A text is one line, and says something."""
    if not text.strip():
        return [Fault(at, "an empty text", "one that says something")]
    if text != text.strip() or len(text.splitlines()) > 1:
        return [Fault(at, "a text with space around it or with line breaks", "one line")]
    return []
