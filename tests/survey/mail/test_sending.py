import pytest

from survey.mail.sending import Channel, Refused
from tests.survey.mail.factories import letter
from tests.survey.mail.fakes import RecordingChannel


def refused(text: str, *, is_lasting: bool = True) -> Refused:
    return Refused("ada@meridian.example", 550, text, is_lasting=is_lasting)


def test_what_a_refusal_says_leaves_the_address_out() -> None:
    assert str(refused("5.1.1 <ada@meridian.example>: unknown\r\nhere")) == "550 5.1.1 <the address>: unknown here"


@pytest.mark.parametrize("text", ["5.1.1 unknown", "5.2.1 mailbox disabled", "No such user here", ""])
def test_an_unknown_mailbox_is_blamed_on_the_address(text: str) -> None:
    assert refused(text).is_about_address


@pytest.mark.parametrize("text", ["5.7.1 relaying denied", "5.3.4 message too big", "5.6.0 content"])
def test_a_rule_of_the_server_is_not_blamed_on_the_address(text: str) -> None:
    assert not refused(text).is_about_address


def test_what_may_pass_later_is_not_blamed_on_the_address() -> None:
    assert not refused("4.2.2 mailbox full", is_lasting=False).is_about_address


def test_the_fake_behaves_like_a_channel() -> None:
    channel: Channel = RecordingChannel(refusals={"eve@evil.example": refused("5.1.1 unknown")})

    assert channel.send(letter()).message_id == letter().message_id
    with pytest.raises(Refused):
        channel.send(letter(to="eve@evil.example"))
