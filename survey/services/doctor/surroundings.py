"""What lies outside the stores: secret, address, mail, time zones."""

from collections.abc import Iterator
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from survey.config import Settings
from survey.secret import NoSecret, read_secret
from survey.services.doctor.finding import Finding, broken, fine, warning

AT_HOME = {"127.0.0.1", "localhost", "::1"}


def surroundings(settings: Settings) -> Iterator[Finding]:
    yield secret(settings)
    yield address(settings)
    yield mail(settings)
    yield time_zones()


def secret(settings: Settings) -> Finding:
    try:
        read_secret(settings)
    except NoSecret as fault:
        return broken(str(fault), mend="aloft init, or set ALOFT_SECRET_KEY")
    file = settings.secret_file
    if settings.secret_key is None and file.stat().st_mode & 0o077:
        return broken(f"{file}: the secret can be read by others than its owner.", mend=f"chmod 600 {file}")
    return fine("The secret is there, for its owner alone.")


def address(settings: Settings) -> Finding:
    parts = urlsplit(settings.base_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return broken(
            f"ALOFT_BASE_URL: got {settings.base_url!r}; links in mails would lead nowhere.",
            mend="set it to the address people type, such as https://pulse.company.com",
        )
    if parts.scheme == "https":
        return fine(f"People reach the service under {settings.base_url}.")
    if parts.hostname in AT_HOME:
        return warning(
            f"{settings.base_url} is reached from this machine alone.",
            mend="for more than a trial, put a server with https before it and set ALOFT_BASE_URL",
        )
    return broken(
        f"{settings.base_url} is without https: links and answers can be read on the way.",
        mend="put a server with https before it and set ALOFT_BASE_URL to that address",
    )


def mail(settings: Settings) -> Finding:
    if settings.mail_folder is not None:
        return warning(
            f"Mails are written to {settings.mail_folder} and reach nobody.",
            mend="for more than a trial, unset ALOFT_MAIL_FOLDER",
        )
    if not settings.mail_host:
        return warning(
            "No mail leaves: nobody gets an invitation or a sign-in link.",
            mend="set ALOFT_MAIL_HOST and what else the SMTP server wants, or ALOFT_MAIL_FOLDER for a trial",
        )
    if settings.mail_security == "none" and settings.mail_host not in AT_HOME:
        return broken(
            f"Mails go to {settings.mail_host} in the open: whoever listens can use the links in them.",
            mend="set ALOFT_MAIL_SECURITY to starttls or tls",
        )
    return fine(f"Mails leave through {settings.mail_host}.")


def time_zones(name: str = "Europe/Stockholm") -> Finding:
    try:
        ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return broken("Time zones are unknown to this machine: waves would not open on time.", mend="install tzdata")
    return fine("Time zones are known.")
