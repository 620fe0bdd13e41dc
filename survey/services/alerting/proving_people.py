"""A chat proved: the test goes to people in it as an invitation would."""

from collections.abc import Iterable, Iterator

from survey.mail.letter import Letter, Note
from survey.mail.sending import NotYet
from survey.services.alerting.proof import Proof, Trial
from survey.services.chat import Away, Chat, Reached
from survey.services.chat.chatting import ToPerson

TOLD = {
    Reached.YES: "the message was taken",
    Reached.PERHAPS: "taken; whether it arrives, the chat shows, and invitations go by mail as well",
    Reached.NO: "nobody is reached there by this address; an invitation would go by mail",
}


def to_people(trial: Trial, channel: str, letters: Iterable[Letter]) -> Iterator[Proof]:
    chat = next((one for one in trial.chats if one.name == channel), None)
    if chat is None:
        yield Proof(channel, "not set", works=False, is_set=False)
        return
    told = [(letter, letter.note) for letter in letters if letter.note is not None]
    if not told:
        yield Proof(channel, "nobody to send a test to; name one with --to", works=False)
    for letter, note in told:
        yield _proof(chat, letter, note)


def _proof(chat: Chat, letter: Letter, note: Note) -> Proof:
    try:
        reached = chat.tell(ToPerson(letter.to, note, letter.message_id))
    except (Away, NotYet) as fault:
        return Proof(chat.name, f"to {letter.to}: {fault}", works=False)
    return Proof(chat.name, f"to {letter.to}: {TOLD[reached]}", works=reached is not Reached.NO)
