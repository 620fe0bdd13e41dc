"""The provider as the pages use it: where people are sent, and who came back."""

import hmac
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from authlib.common.urls import add_params_to_uri
from authlib.oauth2.auth import ClientAuth
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri, prepare_token_request
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc.jwk import KeySet

from survey.services.provider.fault import ProviderFault
from survey.services.provider.identity import Identity, identity_of, value_of, wanted_claims
from survey.services.provider.kept import Kept
from survey.services.provider.metadata import Metadata, discover
from survey.services.provider.pending import Pending
from survey.services.provider.registration import Registration
from survey.services.provider.token import Expected, UnknownKey, claims_of, usable_keys
from survey.services.provider.wire import Web, Wire

WORDS_OF_A_REFUSAL = frozenset(
    {
        "invalid_request",
        "invalid_client",
        "invalid_grant",
        "unauthorized_client",
        "unsupported_grant_type",
        "invalid_scope",
    }
)


@dataclass(frozen=True, slots=True)
class Provider:
    """Nothing of a sign-in is kept here or anywhere: no token, no claim."""

    registration: Registration
    web: Web = field(default_factory=Wire)
    ticks: Callable[[], float] = time.monotonic
    _metadata: Kept[Metadata] = field(init=False, repr=False)
    _keys: Kept[KeySet] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_metadata", Kept(lambda: discover(self.registration.issuer, self.web), self.ticks))
        object.__setattr__(self, "_keys", Kept(self._fetch_keys, self.ticks))

    def check(self) -> Metadata:
        """What it says of itself, and that it has keys; for the doctor."""
        self._keys.get()
        return self._metadata.get()

    def sign_in_address(self, pending: Pending) -> str:
        """Where a browser is sent to sign in."""
        ours = self.registration
        address: str = prepare_grant_uri(
            self._metadata.get().authorization,
            client_id=ours.client_id,
            response_type="code",
            redirect_uri=ours.back,
            scope=ours.scopes,
            state=pending.state,
            nonce=pending.nonce,
            code_challenge=create_s256_code_challenge(pending.verifier),
            code_challenge_method="S256",
        )
        return address

    def sign_out_address(self) -> str | None:
        """Where one signs out of the provider itself, if it has such a place and can be asked for it."""
        try:
            end = self._metadata.get().end_session
        except ProviderFault:
            return None
        if end is None:
            return None
        ours = self.registration
        whole: str = add_params_to_uri(end, [("client_id", ours.client_id), ("post_logout_redirect_uri", ours.after)])
        return whole

    def who_came_back(self, pending: Pending, *, code: str, issuer: str | None, now: datetime) -> Identity:
        """Whose code this is; `issuer` is who the answer says it is from, if it does."""
        metadata = self._metadata.get()
        if issuer != self.registration.issuer and (issuer is not None or metadata.names_itself):
            raise ProviderFault("the answer came from another provider")
        said = self._exchange(metadata, pending, code)
        token, access = said.get("id_token"), said.get("access_token")
        if not isinstance(token, str):
            raise ProviderFault("it gave no token of who it is")
        access = access if isinstance(access, str) else None
        expected = Expected(self.registration.issuer, self.registration.client_id, pending.nonce, access)
        claims = self._claims(token, expected, now)
        return identity_of(self._completed(claims, metadata, access), self.registration)

    def _exchange(self, metadata: Metadata, pending: Pending, code: str) -> dict[str, Any]:
        ours = self.registration
        body = prepare_token_request(
            "authorization_code", code=code, redirect_uri=ours.back, code_verifier=pending.verifier
        )
        shown = ClientAuth(ours.client_id, ours.secret, metadata.method if ours.secret else "none")
        try:
            address, headers, form = shown.prepare("POST", metadata.token, {}, body)
        except UnicodeError:
            raise ProviderFault("the secret holds letters that cannot be sent") from None
        reply = self.web.ask(address, headers=headers, form=form)
        if reply.status != 200:
            word = reply.content.get("error")
            told = word if isinstance(word, str) and word in WORDS_OF_A_REFUSAL else "no reason we know"
            raise ProviderFault(f"it did not take the code: {reply.status}, {told}")
        return reply.content

    def _claims(self, token: str, expected: Expected, now: datetime) -> dict[str, Any]:
        """With the keys we know, or with those it has now."""
        try:
            return claims_of(token, self._keys.get(), expected, now=now)
        except UnknownKey:
            return claims_of(token, self._keys.renewed(), expected, now=now)

    def _completed(self, claims: dict[str, Any], metadata: Metadata, access: str | None) -> Mapping[str, Any]:
        """With what is missing in the token, from where the provider tells it; the token has the last word."""
        is_missing = any(value_of(claims, name) is None for name in wanted_claims(self.registration))
        if not is_missing or metadata.userinfo is None or access is None:
            return claims
        reply = self.web.ask(metadata.userinfo, headers={"Authorization": f"Bearer {access}"})
        if reply.status != 200:
            raise ProviderFault(f"it did not say more of who it is: {reply.status}")
        if not hmac.compare_digest(str(reply.content.get("sub")).encode(), str(claims["sub"]).encode()):
            raise ProviderFault("it said more of somebody else")
        return {**reply.content, **claims}

    def _fetch_keys(self) -> KeySet:
        reply = self.web.ask(self._metadata.get().keys)
        if reply.status != 200:
            raise ProviderFault(f"its keys answered {reply.status}")
        return usable_keys(reply.content)
