"""What a page says, as somebody reads it."""

import re
from html import unescape

from werkzeug.test import TestResponse


def words_of(answer: TestResponse) -> str:
    """The text between the tags, with one space where there is any."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def heading_of(answer: TestResponse) -> str:
    found = re.search(r"<h1>(.*?)</h1>", answer.text, re.DOTALL)
    assert found
    return " ".join(unescape(found[1]).split())
