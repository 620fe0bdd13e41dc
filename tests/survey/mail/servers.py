"""Real mail servers on 127.0.0.1 that accept, refuse, hang, or close the door."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from survey.mail.smtp import Smtp, SmtpServer
from tests.survey.mail.factories import SENDER
from tests.survey.mail.fakes import NOON

ACCEPTED = "250 2.0.0 taken"


@dataclass(slots=True)
class Behaviour:
    """What the server answers: by recipient, to a sender, after the text; and for how many seconds it says nothing."""

    recipients: dict[str, str] = field(default_factory=dict)
    sender: str = ""
    data: str = ACCEPTED
    pause: float = 0.0
    closes_after: int = 1000
    taken: list[Envelope] = field(default_factory=list)
    greetings: list[str] = field(default_factory=list)

    async def handle_EHLO(  # noqa: N802 -- the library's name
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.greetings.append(hostname)
        return responses

    async def handle_MAIL(  # noqa: N802 -- the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        if self.sender:
            return self.sender
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 -- the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _: Any
    ) -> str:
        if address in self.recipients:
            return self.recipients[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 -- the library's name
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        await asyncio.sleep(self.pause)
        if self.data == ACCEPTED:
            self.taken.append(envelope)
        if len(self.taken) % self.closes_after == 0:
            asyncio.get_running_loop().call_later(0.05, server.transport.close)
        return self.data


def knows(password: bytes) -> Any:
    def answer(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=data.password == password, handled=False)

    return answer


class OnFreePort(Controller):
    """The library wants a number; the system finds one that nobody else can take meanwhile."""

    def _trigger_server(self) -> None:
        self.port = port_of(self)
        super()._trigger_server()


def port_of(controller: Controller) -> int:
    assert controller.server
    port: int = controller.server.sockets[0].getsockname()[1]
    return port


@contextmanager
def serving(behaviour: Behaviour, **options: Any) -> Iterator[int]:
    """The port of a server that behaves so."""
    controller = OnFreePort(behaviour, hostname="127.0.0.1", port=0, **options)
    controller.start()
    try:
        yield port_of(controller)
    finally:
        controller.stop()


def channel_to(port: int, **options: Any) -> Smtp:
    usual: dict[str, Any] = {"security": "none", "timeout": 5.0}
    return Smtp(SmtpServer("127.0.0.1", port, **{**usual, **options}), SENDER, clock=lambda: NOON)
