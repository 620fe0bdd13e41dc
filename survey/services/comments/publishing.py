"""The comments of a wave are published: once, what was let through, under names that give no small group away."""

import secrets
from collections import Counter
from collections.abc import Sequence

from sqlalchemy.orm import Session

from survey.db import Stores
from survey.errors import NotPossible
from survey.queries import comments, moderated, releases, waves
from survey.queries.audit import wait_for_turn
from survey.queries.comments import Publication, PublicComment
from survey.queries.moderated import Written
from survey.queries.people import path_upwards
from survey.services import audit
from survey.services.comments.blocks import Enough, Part, may_show_any, named_divisions
from survey.services.comments.finding import band_from
from survey.services.comments.moderating import mark_of
from survey.services.programme import By
from survey.services.release import reading
from survey.services.release.reader import Reader
from survey.services.release.reading import Opened

LENGTH_OF_ID = 16


def publish_comments(stores: Stores, number: int, *, mark: str | None, by: By) -> Publication:
    """Publish what is let through. `mark` is that of what the moderator saw; None takes whatever there is."""
    with stores.company.write() as session:
        wait_for_turn(session)
        wave = waves.newest_numbered(session, number)
        if wave is None or wave.state != "closed" or (release := releases.of_wave(session, wave.id)) is None:
            raise NotPossible(f"wave {number} is not closed: its comments cannot be published yet")
        if comments.publication(session, wave.id) is not None:
            raise NotPossible(f"the comments of wave {number} are published already, and stay as they are")
        opened = reading.open_release(session, release, Reader(sees_all=True))
        with stores.answers.read() as answers:
            written = moderated.written(answers, wave.id)
            people = moderated.respondents_by_unit(answers, wave.id)
        if mark is not None and mark != mark_of(written):
            raise NotPossible("a comment was withheld, let through or erased meanwhile: look through them once more")
        return _publish(session, opened, _named(session, opened, written, people), written, by=by)


def _publish(
    session: Session, opened: Opened, named: frozenset[int], written: Sequence[Written], *, by: By
) -> Publication:
    let_through = [one for one in written if not one.reason]
    publication = Publication(
        wave_id=written[0].wave,
        published_at=by.now,
        account_id=by.account,
        k=opened.k,
        written_from=band_from(len(written)),
        withheld_from=band_from(len(written) - len(let_through)),
    )
    comments.publish(session, publication, [_public(one, named, opened.root) for one in let_through])
    details: dict[str, audit.Detail] = {"wave": opened.number}
    audit.record(session, action=audit.Action.COMMENTS_PUBLISHED, account_id=by.account, details=details, now=by.now)
    return publication


def _public(one: Written, named: frozenset[int], root: int) -> PublicComment:
    return PublicComment(secrets.token_bytes(LENGTH_OF_ID), one.division if one.division in named else root, one.text)


def _named(session: Session, opened: Opened, written: Sequence[Written], people: Counter[int]) -> frozenset[int]:
    """The divisions that keep their name. Refused where too little would be left to show."""
    enough, parts = Enough.of(opened.k), _parts(opened, written, people)
    rest = parts.pop(opened.root, Part())
    let_through = sum(1 for one in written if not one.reason)
    company = Part(opened.facts.n_answered or 0, len(written), let_through)
    if not may_show_any(company, enough):
        raise NotPossible(
            f"fewer than {enough.people} people answered, or fewer than {enough.comments} comments would be shown: "
            "none is published"
        )
    rows = reading.rows(session, opened, opened.divisions)
    published = {row.unit_id for row in rows if not row.factor and (row.people or 0) >= enough.people}
    return named_divisions(parts, rest, enough, published=published)


def _parts(opened: Opened, written: Sequence[Written], people: Counter[int]) -> dict[int, Part]:
    """By division, and at the root what belongs to none.

    Rows that the close has raised to the company are nobody's here: a group is rather counted too small than too large.
    """
    parts = dict.fromkeys([opened.root, *opened.divisions], Part())
    for unit, n in people.items():
        if unit != opened.root:
            parts[_division(opened, unit)] += Part(people=n)
    for one in written:
        parts[_division(opened, one.division)] += Part(written=1, let_through=0 if one.reason else 1)
    return parts


def _division(opened: Opened, unit: int) -> int:
    return path_upwards(opened.tree, unit)[-2:][0]
