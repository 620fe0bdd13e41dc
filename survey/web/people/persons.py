"""What is stored of one person, and its erasure. The id of a person stands in no address, which logs would keep."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from survey.errors import KeyIsLost, NoSuchPerson
from survey.services.backup.erased import note_if_kept
from survey.services.people.personal_data import erase as erase_person
from survey.services.people.stored import show_stored, stored_of
from survey.services.rights import Action
from survey.web.guard import requires
from survey.web.local_time import local
from survey.web.people import files, views
from survey.web.service import service
from survey.web.who import account

NOT_USABLE = 422
NOT_NOW = 409
UNKNOWN = "No person has this id. Wanted: one from the people file, written as it stands there."


@requires(Action.HANDLE_PERSONAL_DATA)
def stored() -> ResponseReturnValue:
    """Looking is noted in the log, so that this is a form and no link."""
    here = service()
    try:
        with here.stores.company.write() as session:
            found = show_stored(session, key(), account=account().account_id, now=here.clock())
    except NoSuchPerson:
        return views.shown(key_fault=UNKNOWN, key=key()), NOT_USABLE
    return render_template("inside/people/stored.html", found=found, shown_at=local(here.clock()), local=local)


@requires(Action.HANDLE_PERSONAL_DATA)
def ask() -> ResponseReturnValue:
    try:
        with service().stores.company.read() as session:
            found = stored_of(session, key())
    except NoSuchPerson:
        return views.shown(key_fault=UNKNOWN, key=key()), NOT_USABLE
    return render_template("inside/people/erase.html", found=found, is_own=found.facts.id == account().person_id)


@requires(Action.HANDLE_PERSONAL_DATA)
def erase() -> ResponseReturnValue:
    """How many answers went with the person is told to nobody: it would say whether they had answered."""
    here = service()
    try:
        erase_person(here.stores, key(), account=account().account_id, now=here.clock())
    except NoSuchPerson:
        return views.shown(key_fault=UNKNOWN, key=key()), NOT_USABLE
    except KeyIsLost as lost:
        return views.shown(key_fault=f"Nothing was erased: {lost}.", key=key()), NOT_NOW
    undone = note_if_kept(here.settings.backup_folder, key(), now=here.clock())
    return files.back("erased_here_alone" if undone else "erased")


def key() -> str:
    return "".join(filter(str.isprintable, request.form.get("key", ""))).strip()
