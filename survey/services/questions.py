"""The questionnaires that were asked, read from the texts that were kept."""

from functools import lru_cache

from sqlalchemy.orm import Session

from survey.queries import programme
from survey.questionnaires.questionnaire import Questionnaire
from survey.questionnaires.reading import parse_questionnaire


def questionnaire(session: Session, code: str) -> Questionnaire:
    return read(programme.questionnaire_file(session, code))


@lru_cache(maxsize=8)
def read(file: str) -> Questionnaire:
    """The questionnaire of a file's text."""
    return parse_questionnaire(file, name="questionnaire").questionnaire
