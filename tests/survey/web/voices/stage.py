"""Comments of a wave that nobody's key is needed for: put into the stores as the close leaves them."""

from collections.abc import Mapping, Sequence
from datetime import date

from survey.db import Stores
from survey.models.answers import Comment, Response
from survey.queries.releases import Row
from survey.queries.waves import WaveFacts
from survey.services.comments.publishing import publish_comments
from survey.services.programme import By
from tests.survey.company import DELIVERY, MERIDIAN, NOW, SALES
from tests.survey.releases import publish_rows
from tests.survey.web.programme.scenes import Scene

ROWS = (
    Row(MERIDIAN, "", "", "learning", 60, 180, 61.4),
    Row(SALES, "", "", "learning", 30, 90, 40.0),
    Row(DELIVERY, "", "", "learning", 20, 60, 70.0),
)
PEOPLE = {SALES: 30, DELIVERY: 20, MERIDIAN: 10}


def closed(scene: Scene, number: int, on: date, texts: Mapping[int, Sequence[str]]) -> WaveFacts:
    """A wave of sixty answers with these comments by division."""
    wave = scene.wave(number, "closed", on, answered=60)
    publish_rows(scene.stores, wave.id, ROWS)
    with scene.stores.answers.write() as session:
        for unit, n in PEOPLE.items():
            session.add_all(_response(wave.id, unit, at) for at in range(n))
        for unit, said in texts.items():
            session.add_all(
                Comment(id=_id(wave.id, unit, at), wave=wave.id, division=unit, text=text)
                for at, text in enumerate(said)
            )
    return wave


def publish(stores: Stores, number: int) -> None:
    publish_comments(stores, number, mark=None, by=By(None, NOW))


def _response(wave: int, unit: int, at: int) -> Response:
    return Response(
        id=_id(wave, unit, at), wave=wave, unit=unit, tenure=None, level=None, pseudonym=b"p" * 32, answers={}
    )


def _id(wave: int, unit: int, at: int) -> bytes:
    return bytes([(at * 37) % 251, wave % 256, unit % 256, at]) * 8
