"""Texts, dates and numbers of a page in the language of the request, which stands in `flask.g.language`."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from flask import Flask, g

from survey.translations import SOURCE_LANGUAGE, catalogue, direction

DOMAIN = "pages"
# A day without its year, as people write it, the number never parted from its month; CLDR's own patterns shorten the
# names where we do not want it.
DAY = "d\N{NO-BREAK SPACE}MMMM"
DAYS = {"de": "d.\N{NO-BREAK SPACE}MMMM", "es": "d\N{NO-BREAK SPACE}'de'\N{NO-BREAK SPACE}MMMM"}
YEARS = {"es": f"{DAYS['es']}\N{NO-BREAK SPACE}'de'\N{NO-BREAK SPACE}y"}
WEEKDAYS = {"de": "EEEE, ", "ar": "EEEE، "}


def init_language(app: Flask) -> None:
    """Let the templates of `app` speak the language of the request."""
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.add_extension("jinja2.ext.i18n")
    # The extension adds this when it is loaded, so that no type of Jinja knows it.
    cast("Any", app.jinja_env).install_gettext_callables(gettext, ngettext, newstyle=True)
    app.jinja_env.filters.update(
        day=day,
        day_of_year=day_of_year,
        weekday=weekday,
        month=month,
        number=number,
        in_language=in_language,
        language_name=language_name,
    )
    app.context_processor(language_of_page)


def language() -> str:
    return str(g.get("language", SOURCE_LANGUAGE))


def language_of_page() -> dict[str, Any]:
    return {"language": language(), "direction": direction(language())}


def gettext(message: str) -> str:
    return catalogue(language(), DOMAIN).ugettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    return catalogue(language(), DOMAIN).ungettext(one, many, count)


def day(moment: date) -> str:
    """As in 16 November."""
    return dated(moment, DAYS.get(language(), DAY))


def day_of_year(moment: date) -> str:
    """As in 16 November 2026."""
    pattern = DAYS.get(language(), DAY)
    return dated(moment, YEARS.get(language(), f"{pattern}\N{NO-BREAK SPACE}y"))


def weekday(moment: date) -> str:
    """As in Friday 13 November."""
    return dated(moment, WEEKDAYS.get(language(), "EEEE ") + DAYS.get(language(), DAY))


def month(moment: date) -> str:
    return dated(moment, "LLLL")


def dated(moment: date, pattern: str) -> str:
    text = format_date(moment, pattern, locale=Locale.parse(language(), sep="-"))
    # French says "premier" for the first of a month, which no date pattern knows.
    return text.replace("1", "1er", 1) if language() == "fr" and moment.day == 1 else text


def number(value: int) -> str:
    return format_decimal(value, locale=Locale.parse(language(), sep="-"))


def in_language(text: Mapping[str, str]) -> str:
    """A text of the questionnaire; in the source language where it has not been translated."""
    return text.get(language()) or text[SOURCE_LANGUAGE]


def language_name(code: str) -> str:
    """A language by its own name."""
    name = str(Locale.parse(code, sep="-").get_display_name())
    return name[:1].upper() + name[1:]
