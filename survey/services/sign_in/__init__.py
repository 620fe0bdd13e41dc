"""Sign-in by mail or by the provider, and what a signed-in browser is."""

from survey.queries.web_sessions import Limits
from survey.services.sign_in.by_provider import Refusal, open_by_provider
from survey.services.sign_in.links import LASTS as LINK_LASTS
from survey.services.sign_in.links import Letter, ask_for_link, consume, sign_in_letter_data
from survey.services.sign_in.sessions import (
    SignedIn,
    begin_session,
    end_all_sessions,
    end_session,
    own_sessions,
    refresh,
    signed_in,
)

__all__ = [
    "LINK_LASTS",
    "Letter",
    "Limits",
    "Refusal",
    "SignedIn",
    "ask_for_link",
    "begin_session",
    "consume",
    "end_all_sessions",
    "end_session",
    "open_by_provider",
    "own_sessions",
    "refresh",
    "sign_in_letter_data",
    "signed_in",
]
