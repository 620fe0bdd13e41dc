"""What the provider says of itself: where it is asked what."""

from dataclasses import dataclass
from typing import Any

from authlib.oidc.discovery import get_well_known_url

from survey.services.provider.address import is_safe
from survey.services.provider.fault import ProviderFault
from survey.services.provider.wire import Web

METHODS = ("client_secret_basic", "client_secret_post")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Addresses of the provider; `method` is how it wants to be shown our secret."""

    authorization: str
    token: str
    keys: str
    userinfo: str | None
    end_session: str | None
    method: str
    names_itself: bool
    """Whether every answer says whose it is, so that another provider's is told apart (RFC 9207)."""


def discover(issuer: str, web: Web) -> Metadata:
    """Ask the provider about itself. It must call itself what the settings call it, to the letter."""
    reply = web.ask(get_well_known_url(issuer, external=True))
    said = reply.content
    if reply.status != 200:
        raise ProviderFault(f"its discovery page answered {reply.status}")
    if said.get("issuer") != issuer:
        raise ProviderFault(
            "it calls itself otherwise than ALOFT_OIDC_ISSUER does; the two must be the same, to the letter"
        )
    return Metadata(
        authorization=_address(said, "authorization_endpoint"),
        token=_address(said, "token_endpoint"),
        keys=_address(said, "jwks_uri"),
        userinfo=_address(said, "userinfo_endpoint") if said.get("userinfo_endpoint") else None,
        end_session=_address(said, "end_session_endpoint") if said.get("end_session_endpoint") else None,
        method=_method(said.get("token_endpoint_auth_methods_supported")),
        names_itself=said.get("authorization_response_iss_parameter_supported") is True,
    )


def _address(said: dict[str, Any], name: str) -> str:
    found = said.get(name)
    if not isinstance(found, str) or not is_safe(found):
        raise ProviderFault(f"its {name} is no address with https")
    return found


def _method(supported: Any) -> str:
    """The first we know; the usual one where it says nothing."""
    if not isinstance(supported, list):
        return METHODS[0]
    return next((one for one in METHODS if one in supported), METHODS[0])
