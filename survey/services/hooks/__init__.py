"""Messages to other programs: a hook is an address to which something is sent, and from which nothing is believed."""

from survey.services.hooks.channels import Channels, channels_of
from survey.services.hooks.message import Message
from survey.services.hooks.sending import Answer, Exchange, Exchanges, Hook, HookFault, Hooks, PinnedHooks, read_hook

__all__ = [
    "Answer",
    "Channels",
    "Exchange",
    "Exchanges",
    "Hook",
    "HookFault",
    "Hooks",
    "Message",
    "PinnedHooks",
    "channels_of",
    "read_hook",
]
