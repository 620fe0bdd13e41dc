"""A sheet as a letter: once as text, once as HTML with its styles in every element, as mail programs want it."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from survey.mail.letter import Letter, Picture
from survey.mail.writing.sheet import STRONG, Sheet
from survey.translations import direction

FOLDER = Path(__file__).parents[1] / "templates"

Headers = tuple[tuple[str, str], ...]


def as_letter(
    sheet: Sheet, to: str, *, identity: str, headers: Headers = (), pictures: tuple[Picture, ...] = ()
) -> Letter:
    """The letter of a sheet; `headers` are those of its kind."""
    return Letter(
        to=to,
        subject=sheet.subject.replace(" ", " "),  # a plain subject stays legible in every log
        text=as_text(sheet),
        html=as_html(sheet),
        message_id=identity,
        headers=(("Content-Language", sheet.language), *headers),
        pictures=pictures,
    )


def as_text(sheet: Sheet) -> str:
    return _templates().get_template(f"{_form(sheet)}.txt").render(sheet=sheet)


def as_html(sheet: Sheet) -> str:
    import css_inline  # noqa: PLC0415 -- weight

    is_rtl = direction(sheet.language) == "rtl"
    page = _templates().get_template(f"{_form(sheet)}.html").render(sheet=sheet, is_rtl=is_rtl)
    return css_inline.CSSInliner(load_remote_stylesheets=False).inline(page)


def _form(sheet: Sheet) -> str:
    return "telling" if sheet.rows or sheet.figure else "letter"


def _strong(words: str) -> Markup:
    """Words between the two signs are seen first."""
    return Markup(str(escape(words)).replace(STRONG[0], "<strong>").replace(STRONG[1], "</strong>"))  # noqa: S704 -- escaped


def _plain(words: str) -> str:
    return words.replace(STRONG[0], "").replace(STRONG[1], "")


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters.update(strong=_strong, plain=_plain)
    return templates
