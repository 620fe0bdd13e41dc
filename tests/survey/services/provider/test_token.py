"""An ID token is believed if everything about it is as it must be, and for no less."""

from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from survey.services.provider import ProviderFault
from survey.services.provider.token import Expected, UnknownKey, claims_of, usable_keys
from tests.survey.company import NOW
from tests.survey.services.provider.fakes import (
    ACCESS,
    CLIENT,
    ISSUER,
    PENDING,
    SECONDS,
    claims,
    elliptic,
    rsa,
    signed,
    signed_with_the_public_key,
    unsigned,
)

EXPECTED = Expected(ISSUER, CLIENT, PENDING.nonce, ACCESS)
# Left half of SHA-256 of the access token, reckoned once with another program (openssl dgst).
AT_HASH = "YiHPD2T9DaX5B837XJXtow"


def keys() -> KeySet:
    return usable_keys({"keys": [rsa().as_dict(private=False), elliptic().as_dict(private=False)]})


def read(token: str) -> dict[str, Any]:
    return claims_of(token, keys(), EXPECTED, now=NOW)


def test_a_token_that_does_is_believed() -> None:
    assert read(signed())["sub"] == "ada-1"
    assert read(signed(elliptic(), "ES256"))["sub"] == "ada-1"


@pytest.mark.parametrize(
    "changed",
    [
        {"aud": [CLIENT]},
        {"aud": [CLIENT, "other"], "azp": CLIENT},
        {"azp": CLIENT},
        {"exp": SECONDS - 59},
        {"nbf": SECONDS + 59},
        {"iat": SECONDS + 59},
        {"at_hash": AT_HASH},
    ],
)
def test_what_the_standard_allows_is_believed(changed: dict[str, Any]) -> None:
    assert read(signed(**changed))["sub"] == "ada-1"


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": ISSUER + "/"},
        {"iss": "https://id.other.example"},
        {"iss": None},
        {"aud": "other"},
        {"aud": ["other"]},
        {"aud": None},
        {"aud": [CLIENT, "other"]},
        {"aud": [CLIENT, "other"], "azp": "other"},
        {"azp": "other"},
        {"exp": SECONDS - 61},
        {"exp": None},
        {"exp": "tomorrow"},
        {"nbf": SECONDS + 61},
        {"iat": SECONDS + 61},
        {"iat": None},
        {"nonce": "of another sign-in"},
        {"nonce": None},
        {"nonce": ["a-nonce"]},
        {"sub": None},
        {"at_hash": "AAAA"},
        {"at_hash": 7},
    ],
    ids=str,
)
def test_a_wrong_claim_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ProviderFault, match="its token does not do"):
        read(signed(**changed))


def test_what_only_looks_signed_is_refused() -> None:
    head, body, mark = signed().split(".")
    changed = signed(sub="bo-2").split(".")[1]
    for token in (
        unsigned(),
        signed_with_the_public_key(),
        f"{head}.{changed}.{mark}",
        f"{head}.{body}.",
        "a.b.c",
        "",
        "é",
    ):
        with pytest.raises(ProviderFault):
            read(token)


def test_an_algorithm_we_do_not_take_is_refused() -> None:
    for alg in ("RS512", "PS256"):
        with pytest.raises(ProviderFault, match="its token does not do"):
            read(jwt.encode({"alg": alg, "kid": "one"}, claims(), rsa(), algorithms=[alg]))


def test_a_key_of_the_same_name_with_other_contents_is_no_key() -> None:
    other = type(rsa()).generate_key(2048, {"kid": "one"})
    with pytest.raises(ProviderFault, match="BadSignatureError"):
        read(signed(other))


def test_a_key_that_is_not_named_is_told_apart() -> None:
    with pytest.raises(UnknownKey):
        read(signed(rsa("two")))


@pytest.mark.filterwarnings("ignore:Key size should be")
def test_of_the_keys_only_those_for_signatures_that_are_long_enough_are_used() -> None:
    good = rsa().as_dict(private=False)
    bad = [
        {**good, "use": "enc"},
        {**good, "alg": "RSA-OAEP"},
        rsa("short", 1024).as_dict(private=False),
        {"kty": "oct", "k": "c2VjcmV0", "kid": "one"},
        {"kty": "RSA", "n": "!", "e": None},
        {"kty": "EC", "crv": "P-256"},
        "nonsense",
        None,
    ]
    assert len(usable_keys({"keys": [*bad, good]}).keys) == 1
    for none in ({"keys": bad}, {"keys": "x"}, {}):
        with pytest.raises(ProviderFault, match="no key that could be used"):
            usable_keys(none)
