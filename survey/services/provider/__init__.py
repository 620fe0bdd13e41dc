"""The identity provider of the company: how people are sent to it, and what is believed of what it says."""

from survey.services.provider.fault import ProviderFault
from survey.services.provider.identity import Claimed, Identity
from survey.services.provider.pending import LASTS, Pending
from survey.services.provider.provider import Provider
from survey.services.provider.registration import (
    NobodyCouldSignIn,
    Registration,
    WrongRegistration,
    check_ways_in,
    read_registration,
)
from survey.services.provider.wire import Reply, Web, Wire

__all__ = [
    "LASTS",
    "Claimed",
    "Identity",
    "NobodyCouldSignIn",
    "Pending",
    "Provider",
    "ProviderFault",
    "Registration",
    "Reply",
    "Web",
    "Wire",
    "WrongRegistration",
    "check_ways_in",
    "read_registration",
]
