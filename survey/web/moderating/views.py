"""Comments before they are published: read, withheld with a reason, let through, and then published at once."""

from collections.abc import Callable

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from survey.errors import AloftError
from survey.services.comments.finding import has
from survey.services.comments.moderating import Moderation, decide, moderation
from survey.services.comments.publishing import publish_comments
from survey.services.rights import Action
from survey.web.guard import requires
from survey.web.local_time import local
from survey.web.programme.answers import NOT_POSSIBLE, as_sentence, by
from survey.web.service import service

PER_PAGE = 50
LONGEST_SEARCH = 200
REASONS = {
    "names": "It names a person",
    "recognisable": "Colleagues would know who is meant, or who wrote it",
    "customer": "It holds what may not be passed on about a customer",
    "insult": "It insults or threatens somebody",
}
FIELD = "reason-"


@requires(Action.MODERATE_COMMENTS)
def page(number: int) -> ResponseReturnValue:
    return _shown(number)


@requires(Action.MODERATE_COMMENTS)
def keep(number: int) -> ResponseReturnValue:
    wanted = {_id_of(name): reason for name, reason in request.form.items() if _is_changed(name, reason)}

    def do() -> str:
        n = decide(service().stores, number, wanted, by=by())
        return f"{n} {'decision' if n == 1 else 'decisions'} kept." if n else "Nothing was changed."

    then = url_for(
        "moderation.page", number=number, page=request.form.get("page", "1"), find=request.form.get("find") or None
    )
    return _done(do, number, then)


@requires(Action.MODERATE_COMMENTS)
def publish(number: int) -> ResponseReturnValue:
    def do() -> str:
        publish_comments(service().stores, number, mark=request.form.get("mark", ""), by=by())
        return f"The comments of wave {number} are published."

    return _done(do, number, url_for("moderation.page", number=number))


def _done(do: Callable[[], str], number: int, then: str) -> ResponseReturnValue:
    try:
        said = do()
    except AloftError as fault:
        return _shown(number, fault=as_sentence(str(fault))), NOT_POSSIBLE
    flash(said)
    return redirect(then, 303)


def _is_changed(name: str, reason: str) -> bool:
    """Against what the page showed: somebody else may have decided on the others meanwhile."""
    return name.startswith(FIELD) and reason != request.form.get(f"was-{name.removeprefix(FIELD)}", "")


def _id_of(name: str) -> bytes:
    try:
        return bytes.fromhex(name.removeprefix(FIELD))
    except ValueError:
        abort(400)


def _shown(number: int, *, fault: str = "") -> str:
    found = moderation(service().stores, number) or abort(404)
    find = request.values.get("find", "").strip()[:LONGEST_SEARCH]
    chosen = [one for one in found.waiting if not find or has(one.text, find)]
    n_pages = max(1, -(-len(chosen) // PER_PAGE))
    leaf = min(max(1, request.values.get("page", 1, type=int)), n_pages)
    return render_template(
        "inside/voices/moderation.html",
        found=found,
        shown=chosen[(leaf - 1) * PER_PAGE : leaf * PER_PAGE],
        n_chosen=len(chosen),
        leaf=leaf,
        n_pages=n_pages,
        find=find,
        fault=fault,
        reasons=REASONS,
        published_at=_published_at(found),
        longest=LONGEST_SEARCH,
    )


def _published_at(found: Moderation) -> str:
    return local(found.publication.published_at) if found.publication else ""
