"""Messages to other programs: a hook is an address to which something is sent, and from which nothing is believed."""

from survey.services.hooks.sending import Answer, Hook, HookFault, Hooks, PinnedHooks, read_hook

__all__ = ["Answer", "Hook", "HookFault", "Hooks", "PinnedHooks", "read_hook"]
