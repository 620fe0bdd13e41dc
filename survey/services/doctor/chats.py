"""Whether invitations go to chats as well. Whether they arrive, `aloft alert test --to ADDRESS` shows."""

from collections.abc import Iterator

from survey.config import Settings
from survey.services.chat.names import PEOPLE
from survey.services.chat.opening import check
from survey.services.doctor.finding import Finding, broken, fine
from survey.services.hooks import HookFault


def chats(settings: Settings) -> Iterator[Finding]:
    """Nothing of a chat that is not set."""
    for name in PEOPLE:
        prove = f"aloft alert test --channel {name} --to ADDRESS"
        try:
            if check(settings, name):
                yield fine(f"Invitations and reminders go to {name} first; {prove} shows whether they arrive.")
        except HookFault as fault:
            yield broken(f"No invitation goes to {name}: {fault}. The mails go.", mend=f"correct it, then {prove}")
