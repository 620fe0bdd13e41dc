"""An answer comes in, is replaced, or is withdrawn: one transaction in the answers store, and the only trace of it."""

from survey.db import Stores
from survey.queries import answers
from survey.queries.answers import Stored
from survey.services.answering.link import Link
from survey.services.answering.pulse import Sent

MOST_HOURS = 40
"""Hours with customers are stored at most as this: a record would be a name."""


def send(stores: Stores, link: Link, sent: Sent, *, asked: frozenset[str], division: int, had_comment: bool) -> bool:
    """Store what was sent, in place of what was sent before. False if the wave has closed meanwhile."""
    with stores.answers.write() as session:
        if not answers.hold_gate(session, link.opened.wave):
            return False
        answers.put_response(session, row_of(link, sent, asked=asked))
    if not sent.comment.strip() and not had_comment:
        return True
    return _put_comment(stores, link, sent.comment, division=division)


def row_of(link: Link, sent: Sent, *, asked: frozenset[str]) -> Stored:
    """The row to be stored: of the answers those to questions that this person was asked."""
    opened = link.opened
    kept = {code: _top_coded(code, value) for code, value in sorted(sent.answers.items()) if code in asked}
    return Stored(link.response_id, opened.wave, opened.answer_unit, opened.tenure, opened.level, link.pseudonym, kept)


def withdraw(stores: Stores, link: Link) -> bool:
    """Take back answers and comment. False if there were none, or the wave has closed meanwhile."""
    with stores.answers.write() as session:
        if not answers.hold_gate(session, link.opened.wave):
            return False
        had = answers.delete_response(session, link.response_id)
    return _put_comment(stores, link, "", division=0) and had


def _put_comment(stores: Stores, link: Link, text: str, *, division: int) -> bool:
    """In a transaction of its own: one transaction would tie the comment to the answers."""
    with stores.answers.write() as session:
        if not answers.hold_gate(session, link.opened.wave):
            return False
        answers.put_comment(session, id_=link.comment_id, wave=link.opened.wave, division=division, text=text.strip())
    return True


def _top_coded(code: str, value: int | None) -> int | None:
    return min(value, MOST_HOURS) if value is not None and code.startswith("H") else value
