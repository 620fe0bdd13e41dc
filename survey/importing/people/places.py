"""Countries, languages and time zones as texts name them."""

import re
from functools import cache
from zoneinfo import available_timezones

from babel import Locale

from survey.importing.people.folding import folded

READ_IN = ("en", "de", "fr", "es")
# Babel names these beside the countries of ISO 3166-1: groups of countries, parts of some, and codes for tests.
NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?", re.IGNORECASE)
_NO_ZONES = {"localtime", "Factory", "posixrules"}


def read_country(text: str) -> str | None:
    """Two letters of ISO 3166-1, from them or from the country's name in one of four languages."""
    code = text.upper()
    return code if code in _countries() else _country_names().get(folded(text))


def read_language(text: str) -> str | None:
    """A language tag such as `de` or `pt-BR`, from one or from the language's name in one of four languages."""
    named = _language_names().get(folded(text))
    if named:
        return named
    found = _TAG.fullmatch(text)
    if found is None or found[1].lower() not in _languages():
        return None
    return "-".join(part for part in (found[1].lower(), (found[2] or "").title(), (found[3] or "").upper()) if part)


def read_time_zone(text: str) -> str | None:
    """The zone of the tz database a text names, whatever its case."""
    return _zones().get(folded(text)) if "/" in text or text.upper() in {"UTC", "GMT"} else None


@cache
def time_zones() -> tuple[str, ...]:
    names = available_timezones()
    return tuple(sorted(name for name in names if name not in _NO_ZONES and not name.startswith(("posix/", "right/"))))


@cache
def _zones() -> dict[str, str]:
    """Those that differ in a sign only (Etc/GMT+5 and Etc/GMT-5) are no zones people live in, and are left out."""
    folds: dict[str, list[str]] = {}
    for name in time_zones():
        folds.setdefault(folded(name), []).append(name)
    return {fold: names[0] for fold, names in folds.items() if len(names) == 1}


@cache
def _countries() -> frozenset[str]:
    codes = map(str, Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES)


@cache
def _country_names() -> dict[str, str]:
    return {
        folded(name): code
        for language in READ_IN
        for code, name in Locale(language).territories.items()
        if code in _countries()
    }


@cache
def _languages() -> frozenset[str]:
    return frozenset(code for code in map(str, Locale("en").languages) if code.isalpha())


@cache
def _language_names() -> dict[str, str]:
    """Names of languages that are written with two letters; of rarer ones the tag is wanted."""
    return {
        folded(name): code
        for language in READ_IN
        for code, name in Locale(language).languages.items()
        if len(code) == 2
    }
