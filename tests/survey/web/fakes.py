"""A door that behaves: links open and close, answers are kept, replaced and withdrawn, all in memory."""

from dataclasses import dataclass, field, replace
from datetime import date

from survey.services.answering.pulse import Pulse, Sent
from survey.web.pulse.door import ClosedPage, MethodPage


@dataclass
class FakeDoor:
    """`pulses` are the open links; what was sent for them is in `stored`, every call in `calls`."""

    pulses: dict[str, Pulse]
    about: MethodPage
    next_on: date | None = date(2026, 12, 7)
    stored: dict[str, Sent] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    closes_while_sending: bool = False

    def open(self, token: str, language: str | None) -> Pulse | None:
        self.calls.append("open")
        pulse = self.pulses.get(token)
        if pulse is None:
            return None
        has_it = language and all(language in item.text for item in pulse.items)
        chosen = language if language and has_it else pulse.language
        words = self.about.questionnaire.words.get(chosen, pulse.words)
        return replace(pulse, language=chosen, words=words, is_answered=token in self.stored)

    def send(self, token: str, sent: Sent) -> bool:
        self.calls.append("send")
        if self.closes_while_sending:
            self.pulses.pop(token, None)
        if token not in self.pulses:
            return False
        self.stored[token] = sent
        return True

    def withdraw(self, token: str) -> bool:
        self.calls.append("withdraw")
        return token in self.pulses and self.stored.pop(token, None) is not None

    def closed_page(self) -> ClosedPage:
        return ClosedPage(self.next_on, "Ada Fisher, ada.fisher@meridian.example", "Meridian", "en")

    def method(self, language: str | None) -> MethodPage:
        languages = self.about.questionnaire.languages
        return replace(self.about, language=language if language in languages else self.about.language)
