"""What a mail of an alert draws and says of a unit is what its page draws and says."""

from typing import Any

from dashboards.board.values import Range
from survey.queries.releases import Body, Row, Told
from survey.questionnaires.reading import ours
from survey.services.alerting.trend import course_of
from survey.services.estimates.question_moves import moved_in
from tests.survey.company import SALES
from tests.survey.services.board.stage import Stage, level_of, reading, rows_of

FALL = Told("alarm", SALES, "learning", "down", "step", 4, 4, 4, 4, None, None, None, "some")
NEWEST = level_of(SALES, 47.0)


def item(points: float) -> Row:
    return Row(SALES, "", "", "L1", 30, 30, points)


def publish(stage: Stage) -> None:
    """Five waves; each level that was estimated at a close differs from what later waves say of it."""
    for number, points in enumerate((60.0, 66.0, 58.0, 44.0, 46.0), start=1):
        more: dict[str, Any] = {"levels": [NEWEST if number == 5 else level_of(SALES, points - 10)]}
        more |= {"told": [FALL]} if number >= 4 else {}
        stage.publish(number, Body([*rows_of(points), item(points)], **more))


def test_the_line_of_the_mail_is_the_line_of_the_page(stage: Stage) -> None:
    publish(stage)
    with stage.stores.company.read() as session:
        source = reading(session)
        board = source.board(None)
        assert board
        (page, *_) = source.series(board, [SALES])
        mail = course_of(session, programme=stage.scene.programme, until=5, units=[SALES])

    assert mail.points(SALES, "learning") == page.points
    assert page.points[-1]
    assert page.points[-1].level == Range(47, 44, 50)


def test_a_question_moved_since_before_what_was_found(stage: Stage) -> None:
    publish(stage)
    with stage.stores.company.read() as session:
        source = reading(session)
        board = source.board(None)
        assert board
        (told,) = (one for one in source.questions(board, SALES) if one.code == "L1")

    assert told.change
    assert (told.since, told.change.value) == (3, -12)


def test_without_a_finding_a_question_moved_since_a_year_ago() -> None:
    asked = next(one for one in ours().items if one.code == "L1")
    shown = [(number, item(60.0 - number)) for number in range(1, 16)]

    whole, found = (moved_in(asked, shown, wave=15, onset=onset) for onset in (None, 9))
    assert whole
    assert found
    assert (whole.since, whole.change.value, found.since, found.change.value) == (3, -12, 8, -7)
    assert moved_in(asked, shown[:-1], wave=15, onset=9) is None
