"""Whether an alert would reach anybody: a CEO by mail, or a hook. Whether it does, `aloft alert test` shows."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from survey.config import Settings
from survey.mail.opening import has_channel
from survey.queries import accounts
from survey.services.alerting.delivering import CHANNELS
from survey.services.doctor.finding import Finding, broken, fine, warning
from survey.services.hooks import HookFault, channels_of
from survey.services.rights import Role

ADD_CEO = "aloft account add ADDRESS --role ceo"


def alerts(session: Session, settings: Settings) -> Iterator[Finding]:
    n_ceos = len(accounts.reachable(session, (Role.CEO,)))
    hooks: list[str] = []
    for channel in CHANNELS:
        try:
            hooks += [channel] if channels_of(settings).hook(channel) is not None else []
        except HookFault as fault:
            yield broken(f"Alerts to {channel} go nowhere: {fault}.", mend="correct the setting, then aloft alert test")
    by_mail = bool(n_ceos) and has_channel(settings)
    if not by_mail and not hooks:
        why = "no mail leaves" if n_ceos else "nobody with a mail address is CEO"
        mend = "see what is said of mail above" if n_ceos else ADD_CEO
        yield warning(f"An alert would reach nobody: {why}, and no hook is set.", mend=f"{mend}; then aloft alert test")
        return
    if not n_ceos:
        yield warning("Nobody is CEO: alerts go to hooks alone.", mend=ADD_CEO)
    ways = [*([f"mail to {n_ceos} with the role CEO"] if by_mail else []), *hooks]
    yield fine(f"Alerts go out by {', '.join(ways)}; aloft alert test shows whether they arrive.")
