"""How many people there are, since when, and where a new file is chosen."""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from survey.importing.people.columns import COLUMNS
from survey.queries import waiting_files
from survey.services.people.head_count import HeadCount, head_count
from survey.services.rights import Action
from survey.web.guard import requires
from survey.web.local_time import local
from survey.web.service import service
from survey.web.spreadsheets import csv_file
from survey.web.uploads import LARGEST_FILE, drain
from survey.web.who import account

SAID = {
    "applied": "The file is applied, and is no longer kept.",
    "discarded": "The file is discarded; nothing was changed.",
    "gone": "No file is waiting: it was applied or discarded, or an hour has passed. Choose it again.",
    "erased": "The person is erased, with their answers of the running epoch, and their account is closed.",
    "erased_here_alone": "The person is erased, but that could not be noted beside the backups: after a restore, "
    "erase them again. Tell whoever runs the service.",
}
TOO_LARGE = 413
MANAGER = "manager"
"""Not in the template: a path tells the unit by itself, and goes first."""


@requires(Action.IMPORT_PEOPLE)
def page() -> ResponseReturnValue:
    return shown(notice=SAID.get(request.args.get("said", "")))


@requires(Action.IMPORT_PEOPLE)
def template() -> ResponseReturnValue:
    """A header without rows, which every spreadsheet opens."""
    return csv_file("people.csv", [tuple(name for name in COLUMNS if name != MANAGER)])


def too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    drain()
    most = LARGEST_FILE // 1024**2
    return shown(
        fault=f"The file is larger than {most} MB, and was not kept. Leave out columns that are not read, save it as "
        "XLSX, which is smaller, or import it with the command on the server."
    ), TOO_LARGE


def shown(*, fault: str = "", key_fault: str = "", key: str = "", notice: str | None = None) -> str:
    """The page, with what is wrong about a file (`fault`) or about the id of a person (`key_fault`)."""
    here, now = service(), service().clock()
    with here.stores.company.read() as session:
        count = head_count(session, on=now.date())
        waiting = waiting_files.name_of_waiting(session, account().account_id, now=now)
    return render_template(
        "inside/people/page.html",
        count=count,
        imported=imported(count),
        waiting=waiting,
        fault=fault,
        key_fault=key_fault,
        key=key,
        notice=notice,
    )


def imported(count: HeadCount) -> str:
    """When people came in last, and how many."""
    if count.imported_at is None:
        return ""
    told = ", ".join(f"{count.counts.get(name, 0):,} {word}" for name, word in IMPORTED if count.counts.get(name))
    return f"Last import: {local(count.imported_at)}; {told or 'nobody'}."


IMPORTED = (("join", "joined"), ("move", "moved"), ("leave", "left"))
