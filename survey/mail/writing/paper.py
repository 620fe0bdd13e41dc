"""A sheet as a letter: once as text, once as HTML with its styles in every element, as mail programs want it."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from survey.mail.letter import Letter
from survey.mail.writing.sheet import Sheet
from survey.translations import direction

FOLDER = Path(__file__).parents[1] / "templates"

Headers = tuple[tuple[str, str], ...]


def as_letter(sheet: Sheet, to: str, *, identity: str, headers: Headers = ()) -> Letter:
    """The letter of a sheet; `headers` are those of its kind."""
    return Letter(
        to=to,
        subject=sheet.subject.replace(" ", " "),  # a plain subject stays legible in every log
        text=as_text(sheet),
        html=as_html(sheet),
        message_id=identity,
        headers=(("Content-Language", sheet.language), *headers),
    )


def as_text(sheet: Sheet) -> str:
    return _templates().get_template("letter.txt").render(sheet=sheet)


def as_html(sheet: Sheet) -> str:
    import css_inline  # noqa: PLC0415 -- weight

    is_rtl = direction(sheet.language) == "rtl"
    page = _templates().get_template("letter.html").render(sheet=sheet, is_rtl=is_rtl)
    return css_inline.CSSInliner(load_remote_stylesheets=False).inline(page)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
