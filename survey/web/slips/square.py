"""A link as a square that a camera reads."""

import segno
from markupsafe import Markup

QUIET = 4
"""Empty modules around it, as the standard asks for."""


def square(link: str) -> Markup:
    """Drawn with attributes alone: styles within a page are refused."""
    code = segno.make(link, error="m", micro=False)
    drawn = code.svg_inline(border=QUIET, dark="#000", light="#fff", svgclass=None, lineclass=None, omitsize=True)
    return Markup(drawn)  # noqa: S704 -- made of numbers: the link is in it as a path of squares
