"""The language of whoever is signed in: for the page, its frame, and the sentences of results."""

from flask import g

from dashboards.wording.voice import Voice
from survey.translations import LANGUAGES, SOURCE_LANGUAGE, catalogue
from survey.web.language import DOMAIN
from survey.web.who import account


def speak() -> Voice:
    """In the language of the account, as far as the pages know it."""
    wish = account().language
    g.language = wish if wish in LANGUAGES else SOURCE_LANGUAGE
    return Voice(g.language, catalogue(g.language, DOMAIN))
