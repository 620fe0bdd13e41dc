"""What is believed of an ID token: signed by the provider, for us, now, in answer to this question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError
from joserfc.jwk import ECKey, Key, KeySet, RSAKey

from survey.services.provider.fault import ProviderFault

ALGORITHMS = ("RS256", "ES256")
"""Neither "none" nor one whose key is no secret of the provider alone."""

SKEW = 60
"""Seconds by which its clock may differ from ours."""

SHORTEST_KEY = 2048
"""Bits of an RSA key."""


class UnknownKey(ProviderFault):
    """Signed with a key that is not among those we know: they may have changed."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a token must say; `access_token` came along with it."""

    issuer: str
    client_id: str
    nonce: str = field(repr=False)
    access_token: str | None = field(repr=False)


def usable_keys(said: Mapping[str, Any]) -> KeySet:
    """The public keys for signatures; what we cannot use is passed over."""
    listed = said.get("keys")
    known = (_key(one) for one in (listed if isinstance(listed, list) else []))
    found: list[Key] = [key for key in known if key is not None]
    if not found:
        raise ProviderFault("it names no key that could be used")
    return KeySet(found)


def claims_of(token: str, keys: KeySet, expected: Expected, *, now: datetime) -> dict[str, Any]:
    """The claims, once all of them are as they must be."""
    try:
        decoded = jwt.decode(token, keys, algorithms=ALGORITHMS)
        claims = CodeIDToken(decoded.claims, decoded.header, _options(expected), _params(expected))
        claims.validate(now=int(now.timestamp()), leeway=SKEW)
    except InvalidKeyIdError:
        raise UnknownKey("its token is signed with a key that it does not name") from None
    except Exception as fault:  # noqa: BLE001 -- whatever is in a token, it is the provider's fault, and no failure of ours
        raise ProviderFault(f"its token does not do ({type(fault).__name__} {_claim(fault)})") from None
    return dict(claims)


def _options(expected: Expected) -> dict[str, Any]:
    return {
        "iss": {"essential": True, "value": expected.issuer},
        "aud": {"essential": True, "value": expected.client_id},
        "nonce": {"essential": True, "value": expected.nonce},
        "sub": {"essential": True},
        "exp": {"essential": True},
        "iat": {"essential": True},
    }


def _params(expected: Expected) -> dict[str, Any]:
    return {"client_id": expected.client_id, "nonce": expected.nonce, "access_token": expected.access_token}


def _key(one: Any) -> Key | None:
    if not isinstance(one, dict) or one.get("use", "sig") != "sig" or one.get("alg", "RS256") not in ALGORITHMS:
        return None
    try:
        if one.get("kty") == "RSA":
            rsa = RSAKey.import_key({name: one[name] for name in ("kty", "n", "e", "kid") if name in one})
            return rsa if rsa.raw_value.key_size >= SHORTEST_KEY else None
        if one.get("kty") == "EC" and one.get("crv") == "P-256":
            return ECKey.import_key({name: one[name] for name in ("kty", "crv", "x", "y", "kid") if name in one})
    except Exception:  # noqa: BLE001 -- a key that cannot be read is one we do not have
        return None
    return None


def _claim(fault: Exception) -> str:
    """The name of the claim it is about, which is one of ours to look at."""
    name = getattr(fault, "claim", "")
    return name if name in {"iss", "aud", "azp", "sub", "exp", "iat", "nbf", "nonce", "at_hash"} else ""
