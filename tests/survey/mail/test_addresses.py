import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.mail.addresses import Sender, UnusableAddress, read_address, read_sender


def test_a_plain_address_stays_as_it_is() -> None:
    assert read_address("Ada.L+x@Meridian.example").addr_spec == "Ada.L+x@meridian.example"


def test_a_domain_beyond_plain_letters_gets_the_form_that_servers_know() -> None:
    assert read_address("ada@müller.example").addr_spec == "ada@xn--mller-kva.example"


def test_a_local_part_beyond_plain_letters_is_kept() -> None:
    assert read_address("jürgen@meridian.example").username == "jürgen"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ada",
        "@meridian.example",
        "ada@",
        "ada@@meridian.example",
        "ada@meridian..example",
        "ada@-meridian.example",
        "a da@meridian.example",
        "ada@meridian.example\r\nBcc: eve@evil.example",
        "ada@meridian.example, eve@evil.example",
        "<ada@meridian.example>",
        '"ada"@meridian.example',
        "ada..l@meridian.example",
        "ada@[127.0.0.1]",
        "ada@" + "a" * 64 + ".example",
        "ada@" + ".".join(["a" * 50] * 6),
        "ad\ud800a@meridian.example",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(UnusableAddress, match=r"got .*; wanted "):
        read_address(text)


def test_a_domain_with_two_readings_is_refused() -> None:
    with pytest.raises(UnusableAddress, match="two readings"):
        read_address("ada@straße.example")


@given(st.text(max_size=40))
def test_whatever_passes_holds_no_line_break_and_one_address(text: str) -> None:
    try:
        found = read_address(f"{text}@meridian.example").addr_spec
    except UnusableAddress:
        return

    assert found.count("@") == 1
    assert not set(found) & set("\r\n<>,; ")


def test_a_sender_is_a_name_and_an_address() -> None:
    assert read_sender("Aloft <aloft@meridian.example>") == Sender("Aloft", "aloft@meridian.example")
    assert read_sender("aloft@meridian.example").domain == "meridian.example"


@pytest.mark.parametrize("text", ["", "Aloft", "Aloft <aloft>"])
def test_a_sender_without_an_address_is_refused(text: str) -> None:
    with pytest.raises(UnusableAddress):
        read_sender(text)
