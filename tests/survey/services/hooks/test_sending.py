"""A message goes where it should, within its time, and nothing that answers can do harm."""

import socket
import ssl
import time
from collections.abc import Sequence
from functools import partial

import pytest

from survey.services.hooks.sending import Answer, Hook, HookFault, NoHook, PinnedHooks, read_hook
from tests.survey.services.hooks.servers import HOST, OK, client_context, drips, hangs, never_ends, says, serving

SECONDS = 0.8
BODY = b'{"a":1}'


def looked_up(name: str, _port: int, *, to: str = "127.0.0.1") -> Sequence[str]:
    return [to] if name == HOST else []


def hooks(**changed: object) -> PinnedHooks:
    usual = {"may_be_private": True, "resolve": looked_up, "context": client_context(), "seconds": SECONDS}
    return PinnedHooks(**{**usual, **changed})


def post(port: int, **changed: object) -> Answer:
    return hooks(**changed).post(Hook(HOST, port, "/hook?a=b"), BODY, {"Aloft-Alert": "7"})


def test_a_message_arrives_with_its_headers_at_the_host_of_the_name() -> None:
    with serving(says(OK)) as server:
        answer = post(server.port)

    (request,) = server.requests
    assert answer == Answer(200, "ok")
    assert request.startswith(b"POST /hook?a=b HTTP/1.1\r\n")
    assert f"Host: {HOST}:{server.port}".encode() in request
    assert b"Aloft-Alert: 7" in request
    assert request.endswith(BODY)


@pytest.mark.parametrize("answer", [hangs, drips])
def test_whoever_hangs_or_answers_byte_by_byte_is_left_in_time(answer: object) -> None:
    begun = time.monotonic()
    with serving(answer) as server, pytest.raises(HookFault, match=r"no answer within 0.8 seconds"):
        post(server.port)

    assert time.monotonic() - begun < SECONDS + 2


def test_of_an_answer_without_end_little_is_read() -> None:
    with serving(never_ends) as server:
        answer = post(server.port)

    assert answer.status == 200
    assert len(answer.text) == 200
    # What was sent beyond it lay in the buffers of the network.
    assert server.n_sent < 20_000_000


@pytest.mark.parametrize("length", [b"0", b"1", b"99999999999999999999", b"-5", b"many"])
def test_a_lie_about_the_length_changes_nothing(length: bytes) -> None:
    with serving(says(b"HTTP/1.1 200 OK\r\nContent-Length: " + length + b"\r\n\r\nok")) as server:
        assert post(server.port).status == 200


def test_an_answer_that_sends_elsewhere_is_followed_nowhere() -> None:
    with serving(says(OK)) as inside:
        to = f"https://127.0.0.1:{inside.port}/"
        moved = f"HTTP/1.1 307 Moved\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()
        with (
            serving(says(moved)) as server,
            pytest.raises(HookFault, match="307: wanted to send"),
        ):
            post(server.port)

    assert not inside.requests


@pytest.mark.parametrize(
    "answer", [b"HTTP/1.1 500 No\r\nContent-Length: 3\r\n\r\nbad", b"HTTP/1.1 404 No\r\n\r\nno_service"]
)
def test_what_was_not_taken_is_told_with_the_reason(answer: bytes) -> None:
    with serving(says(answer)) as server, pytest.raises(HookFault, match=r"500 bad|404 no_service"):
        post(server.port)


@pytest.mark.parametrize("answer", [b"", b"what", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500, b"\x00" * 200])
def test_what_is_no_answer_is_a_fault_and_no_crash(answer: bytes) -> None:
    with serving(says(answer)) as server, pytest.raises(HookFault):
        post(server.port)


def test_a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_said() -> None:
    with serving(says(OK)) as server, pytest.raises(HookFault, match="the certificate does not do"):
        post(server.port, context=ssl.create_default_context())

    assert not server.requests


def test_a_certificate_of_another_name_is_refused() -> None:
    found = hooks(resolve=lambda _name, _port: ["127.0.0.1"])
    with serving(says(OK)) as server, pytest.raises(HookFault, match="the certificate does not do"):
        found.post(Hook("other.meridian.example", server.port, "/"), BODY, {})

    assert not server.requests


def test_a_private_address_is_refused_unless_the_settings_allow_it() -> None:
    with serving(says(OK)) as server, pytest.raises(HookFault, match="ALOFT_HOOKS_MAY_BE_PRIVATE"):
        post(server.port, may_be_private=False)

    assert not server.requests


def test_one_private_address_among_others_is_enough_to_refuse() -> None:
    with pytest.raises(HookFault, match="may not go to"):
        post(443, may_be_private=False, resolve=lambda _name, _port: ["93.184.216.34", "10.0.0.1"])


def test_a_name_is_looked_up_once() -> None:
    asked: list[str] = []

    def resolve(name: str, _port: int) -> Sequence[str]:
        asked.append(name)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    with serving(says(OK)) as server:
        post(server.port, resolve=resolve)

    assert asked == [HOST]


def test_a_look_up_that_does_not_end_is_left_in_time() -> None:
    def resolve(_name: str, _port: int) -> Sequence[str]:
        time.sleep(3)
        return ["127.0.0.1"]

    begun = time.monotonic()
    with pytest.raises(HookFault, match="no answer within"):
        post(443, resolve=resolve)

    assert time.monotonic() - begun < 2


def test_where_nobody_listens_it_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    with pytest.raises(HookFault, match="nobody listens there"):
        post(port)


def test_a_name_that_leads_nowhere_is_told() -> None:
    def resolve(_name: str, _port: int) -> Sequence[str]:
        raise socket.gaierror

    with pytest.raises(HookFault, match="leads nowhere"):
        post(443, resolve=resolve)
    with pytest.raises(HookFault, match="may not go to"):
        post(443, resolve=partial(looked_up, to="not an address"))


@pytest.mark.parametrize(
    "url",
    [
        "http://chat.example/x",
        "https:///x",
        "https://user:secret@chat.example/x",
        "ftp://chat.example",
        "https://chat.example:99999/",
        "https://chat.example/a b",
        "https://chat.example/\r\nX: y",
        "chat.example",
        "https://[::1/",
    ],
)
def test_what_is_no_address_of_a_hook_is_refused_without_being_repeated(url: str) -> None:
    with pytest.raises(NoHook) as fault:
        read_hook(url)

    assert url.removeprefix("https://") not in ("", *str(fault.value).split())


def test_an_address_is_read_into_its_parts() -> None:
    assert read_hook("https://hooks.slack.com/services/T/B/x?y=1") == Hook(
        "hooks.slack.com", 443, "/services/T/B/x?y=1"
    )
    assert read_hook("https://Bücher.example:8443") == Hook("xn--bcher-kva.example", 8443, "/")
    assert "secret" not in repr(read_hook("https://hooks.slack.com/secret"))
