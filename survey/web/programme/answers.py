"""How these pages answer: a change is made and said, or it is said why not, with what was typed still there."""

from collections.abc import Callable

from flask import flash, redirect
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey.errors import AloftError
from survey.services.programme import By
from survey.services.rights import Action, may
from survey.web.programme.typed import Unreadable
from survey.web.service import service
from survey.web.who import account

NOT_POSSIBLE = 422


def by() -> By:
    """Whoever is signed in, now."""
    return By(account().account_id, service().clock())


def may_change() -> bool:
    return may(account().roles, Action.RUN_PROGRAMME)


def may_reply() -> bool:
    return may(account().roles, Action.WRITE_REPLY)


def changed(
    change: Callable[[Session, By], str], *, then: str, otherwise: Callable[[str], ResponseReturnValue]
) -> ResponseReturnValue:
    """Make the change in one transaction; what it returns is said on the page `then`."""
    try:
        with service().stores.company.write() as session:
            said = change(session, by())
    except (AloftError, Unreadable) as fault:  # both say what was got and what is wanted
        return otherwise(as_sentence(str(fault)))
    flash(said)
    return redirect(then, 303)


def as_sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
