"""Settings that somebody wrote as TOML, within bounds: the reader of the standard library has none."""

import re
import tomllib
from typing import Any

LONGEST = 1024 * 1024
"""Characters; our own questionnaire with all its languages is a tenth of it."""
DEEPEST_KEY = 50
LONG_KEY = re.compile(rf"""(?<![\w-])(?:(?>[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*+\.[ \t]*+){{{DEEPEST_KEY}}}""")
"""Its time grows with the square of the dots."""


class NotToml(ValueError):
    """What was got instead of a text that can be read as TOML."""


def read_toml(text: str) -> dict[str, Any]:
    if len(text) > LONGEST:
        raise NotToml(f"a text of {len(text):,} characters, which are more than {LONGEST:,}")
    if LONG_KEY.search(text):
        raise NotToml(f"a key of more than {DEEPEST_KEY} parts")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotToml(f"text that is no TOML ({error})") from error
    except RecursionError:
        raise NotToml("lists or tables that are nested too deeply") from None
    except ValueError:  # Python reads no longer one, as that would take it too long
        raise NotToml("a number of more than 4,300 digits") from None
