"""The longest page there is: with the module, the hours, a second visit, a long reply and a very long name."""

from survey.questionnaires.drawing import drawn_items
from survey.questionnaires.reading import ours
from survey.services.answering.pulse import Group, Pulse, Reply
from tests.survey.web.pulse.pulses import pulse

SENTENCE = "Since 2 November anyone there may grant up to 40 hours of help without asking. "


LONG = "Kraftfahrzeughaftpflichtversicherungsbetreuung"
GROUPS = (Group("Meridian", "unit", "", 1_612), Group(LONG, "unit", "", 94), Group(LONG, "level", "lead", 9))


def fullest(language: str) -> Pulse:
    items = drawn_items(ours(), key=bytes(32), person_id=7, wave_number=6, first_wave_of_epoch=1, with_module=True)
    reply = Reply(SENTENCE * 10, SENTENCE * 10, SENTENCE * 10)
    return pulse(
        language=language,
        items=items,
        words=ours().words[language],
        reply=reply,
        groups=GROUPS,
        division=LONG,
        is_answered=True,
    )
