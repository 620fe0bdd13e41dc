"""Whether other programs are told that a wave has closed. Whether it arrives, `aloft alert test` shows."""

from collections.abc import Iterator

from survey.config import Settings
from survey.services.doctor.finding import Finding, broken, fine
from survey.services.hooks import HookFault, channels_of
from survey.services.hooks.channels import WAVE


def wave_hook(settings: Settings) -> Iterator[Finding]:
    """Nothing where it is not set."""
    try:
        hook = channels_of(settings).hook(WAVE)
    except HookFault as fault:
        yield broken(f"That a wave has closed is told to nobody: {fault}.", mend="correct it, then aloft alert test")
        return
    if hook is not None:
        yield fine("That a wave has closed is told to a hook; aloft alert test shows whether it arrives.")
