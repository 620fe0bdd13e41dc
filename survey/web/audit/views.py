"""A hundred entries a page, the newest first, and whether the chain holds."""

import json

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from survey.queries import audit as log
from survey.services.audit import check_chain
from survey.services.rights import Action
from survey.web.guard import requires
from survey.web.local_time import local
from survey.web.service import service

PER_PAGE = 100


@requires(Action.SEE_AUDIT_LOG)
def page() -> ResponseReturnValue:
    number = request.args.get("page", "1")
    if not number.isascii() or not number.isdigit() or int(number) < 1:
        abort(404)
    with service().stores.company.read() as session:
        n_entries, broken, last = log.n_entries(session), check_chain(session), log.last_entry(session)
        shown = log.newest(session, limit=PER_PAGE, offset=(int(number) - 1) * PER_PAGE)
    if not shown and int(number) > 1:
        abort(404)
    return render_template(
        "inside/audit.html",
        rows=[row(entry) for entry in shown],
        n_entries=n_entries,
        broken=broken,
        end=last.entry_hash.hex()[:16] if last else None,
        number=int(number),
        n_pages=max(1, -(-n_entries // PER_PAGE)),
    )


def row(entry: log.Entry) -> dict[str, object]:
    by = "command line or service" if entry.account_id is None else f"account {entry.account_id}"
    told = ", ".join(f"{name} {_in_words(value)}" for name, value in entry.details.items())
    return {"number": entry.number, "at": local(entry.at), "by": by, "action": entry.action, "details": told}


def _in_words(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
