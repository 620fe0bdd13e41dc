"""A people file from the choice to the import. Between the pages it waits in the store: models/company/waiting."""

import re

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from survey.importing.people.columns import COLUMNS, mapping_of
from survey.services.people import waiting
from survey.services.people.dry_run import Found, Outcome, apply_waiting, look_at_waiting
from survey.services.people.importing import Load
from survey.services.rights import Action
from survey.web.guard import requires
from survey.web.people import dry_runs, views
from survey.web.service import service
from survey.web.spreadsheets import csv_file
from survey.web.uploads import takes_file
from survey.web.who import account

NOT_USABLE = 422
CHANGED_MEANWHILE = 409
NO_FILE = "No file was chosen."


@requires(Action.IMPORT_PEOPLE)
@takes_file
def choose() -> ResponseReturnValue:
    """Keep the file, and lead to its dry run, which can then be loaded again and again."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return views.shown(fault=NO_FILE), NOT_USABLE
    is_full = request.form.get("kind") != "delta"
    load = Load(content=sent.read(), name=name_of_file(sent.filename), is_full=is_full)
    with service().stores.company.write() as session:
        waiting.keep_file(session, load, account=account().account_id, now=service().clock())
    return redirect(url_for("people.dry_run"), 303)


@requires(Action.IMPORT_PEOPLE)
def dry_run() -> ResponseReturnValue:
    return shown(look())


@requires(Action.IMPORT_PEOPLE)
def changes() -> ResponseReturnValue:
    """All of the dry run, as a table to be handed on."""
    found = look()
    if found is None or found.look.plan is None:
        return back("gone")
    return csv_file("dry-run.csv", dry_runs.rows(found.look.plan, wave=found.wave))


@requires(Action.IMPORT_PEOPLE)
def columns() -> ResponseReturnValue:
    """What the file calls its columns, as it was said on the page."""
    found = look()
    if found is None:
        return back("gone")
    known = {"", *found.look.header}
    chosen = {ours: request.form[ours] for ours in COLUMNS if request.form.get(ours) in known}
    with service().stores.company.write() as session:
        waiting.say_columns(session, mapping_of(chosen, found.look.header), account=account().account_id)
    return redirect(url_for("people.dry_run"), 303)


@requires(Action.IMPORT_PEOPLE)
def apply() -> ResponseReturnValue:
    with service().stores.company.write() as session:
        outcome = apply_waiting(
            session,
            account=account().account_id,
            seen=request.form.get("seen", ""),
            is_confirmed="confirmed" in request.form,
            now=service().clock(),
        )
    if outcome is Outcome.OTHERWISE:
        return shown(look(), notice=dry_runs.OTHERWISE, status=CHANGED_MEANWHILE)
    if outcome is Outcome.UNCONFIRMED:
        return shown(look(), fault=dry_runs.UNCONFIRMED, status=NOT_USABLE)
    return back("applied" if outcome is Outcome.APPLIED else "gone")


@requires(Action.IMPORT_PEOPLE)
def discard() -> ResponseReturnValue:
    with service().stores.company.write() as session:
        waiting.discard(session, account=account().account_id)
    return back("discarded")


def look() -> Found | None:
    with service().stores.company.read() as session:
        return look_at_waiting(session, account=account().account_id, now=service().clock())


def shown(found: Found | None, *, notice: str = "", fault: str = "", status: int = 200) -> ResponseReturnValue:
    """The dry run; or what has to be said before there can be one; or why there is none."""
    if found is None:
        return back("gone")
    name = "dry_run" if found.look.plan else "columns" if found.look.header else "unreadable"
    page = render_template(
        f"inside/people/{name}.html",
        found=found,
        fields=dry_runs.fields(found.look),
        told=dry_runs.told(found, found.look.plan) if found.look.plan else None,
        notice=notice,
        fault=fault,
    )
    return page, status


def back(said: str) -> ResponseReturnValue:
    return redirect(url_for("people.page", said=said), 303)


def name_of_file(sent: str) -> str:
    """Without folders, which some browsers send, and without what cannot be seen."""
    name = re.split(r"[\\/]", sent)[-1]
    return "".join(filter(str.isprintable, name)).strip() or "file"
