"""The pages of signing in: in the language of the browser, for nobody has said yet who they are."""

from typing import Any

from flask import current_app, g, render_template, request

from survey.translations import LANGUAGES, SOURCE_LANGUAGE
from survey.web.guard import need_of
from survey.web.layout import company_facts
from survey.web.service import service


def speak_as_the_browser() -> None:
    """Only where nobody is signed in: the other pages know whom they speak to."""
    need = need_of(current_app, request.endpoint or "")
    if need is None or need.action is not None:
        return
    facts = company_facts()
    fallback = facts.language if facts and facts.language in LANGUAGES else SOURCE_LANGUAGE
    g.language = request.accept_languages.best_match(LANGUAGES) or fallback


def shown(name: str, **values: Any) -> str:
    """The page, with the ways in that there are."""
    provider, settings = service().provider, service().settings
    here = {"provider": provider, "by_mail": settings.sign_in_by_mail, "name": settings.oidc_name}
    return render_template(f"inside/entering/{name}.html", here=here, limits=settings, **values)
