"""A provider in memory: it behaves, and each of its answers can be made wrong."""

import base64
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from survey.services.provider import Pending, Provider, ProviderFault, Registration, Reply
from tests.survey.company import NOW

ISSUER = "https://id.meridian.example/realms/work"
CLIENT = "aloft"
CODE = "a-code"
ACCESS = "an-access-token"
SECONDS = int(NOW.timestamp())
PENDING = Pending("a-state", "a-nonce", "a-verifier", NOW.timestamp())
REGISTRATION = Registration(
    issuer=ISSUER,
    client_id=CLIENT,
    secret="a secret",  # noqa: S106 -- of a provider that is made up
    scopes="openid email",
    mail_claim="",
    roles=(),
    back="https://pulse.meridian.example/sign-in/provider/back",
    after="https://pulse.meridian.example/signed-out",
)


@cache
def rsa(kid: str = "one", bits: int = 2048) -> RSAKey:
    return RSAKey.generate_key(bits, {"kid": kid}, auto_kid=False)


@cache
def elliptic(kid: str = "curve") -> ECKey:
    return ECKey.generate_key("P-256", {"kid": kid})


def claims(**changed: Any) -> dict[str, Any]:
    """Of a token that does; what is changed to None is left out."""
    whole = {
        "iss": ISSUER,
        "aud": CLIENT,
        "sub": "ada-1",
        "exp": SECONDS + 300,
        "iat": SECONDS,
        "nonce": PENDING.nonce,
        "email": "ada@meridian.example",
        "email_verified": True,
        **changed,
    }
    return {name: value for name, value in whole.items() if value is not None}


def signed(key: Any = None, alg: str = "RS256", **changed: Any) -> str:
    key = key or rsa()
    return jwt.encode({"alg": alg, "kid": key.kid}, claims(**changed), key, algorithms=[alg])


def part(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def unsigned() -> str:
    head, body = part(b'{"alg":"none","kid":"one"}'), signed().split(".")[1]
    return f"{head}.{body}."


def signed_with_the_public_key() -> str:
    """As if everybody who knows the public key had the secret."""
    head, body = part(b'{"alg":"HS256","kid":"one"}'), signed().split(".")[1]
    mark = hmac.digest(rsa().as_pem(private=False), f"{head}.{body}".encode(), "sha256")
    return f"{head}.{body}.{part(mark)}"


@dataclass
class FakeProvider:
    """`keys` are those it shows; `also` is what it tells beyond the token; an address in `broken` raises."""

    token: str = field(default_factory=signed)
    keys: list[Any] = field(default_factory=lambda: [rsa().as_dict(private=False)])
    metadata: dict[str, Any] = field(default_factory=dict)
    also: dict[str, Any] = field(default_factory=dict)
    replies: dict[str, Reply] = field(default_factory=dict)
    is_down: bool = False
    asked: list[tuple[str, Mapping[str, str], dict[str, list[str]]]] = field(default_factory=list)

    def ask(self, address: str, *, headers: Mapping[str, str] | None = None, form: str | None = None) -> Reply:
        place = urlsplit(address).path.removeprefix("/realms/work/")
        self.asked.append((place, headers or {}, parse_qs(form or "")))
        if self.is_down:
            raise ProviderFault("no answer within 5 seconds")
        answers: dict[str, Callable[[], dict[str, Any]]] = {
            ".well-known/openid-configuration": self._about,
            "keys": lambda: {"keys": self.keys},
            "token": lambda: {"id_token": self.token, "access_token": ACCESS, "token_type": "Bearer"},
            "userinfo": lambda: self.also,
        }
        return self.replies.get(place) or Reply(200, answers[place]())

    def times(self, place: str) -> int:
        return len([one for one, _, _ in self.asked if one == place])

    def _about(self) -> dict[str, Any]:
        places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        said: dict[str, Any] = {name: f"{ISSUER}/{place}" for name, place in places.items()}
        return {**said, "issuer": ISSUER, **self.metadata}


@dataclass
class Ticks:
    """Seconds that pass when told to."""

    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


def provider(web: FakeProvider, ticks: Ticks | None = None, registration: Registration = REGISTRATION) -> Provider:
    return Provider(registration, web, ticks or Ticks())
