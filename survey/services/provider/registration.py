"""What the settings say of the provider, checked before anything is asked of it."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from survey.config import Settings
from survey.errors import AloftError
from survey.services.provider.address import is_safe
from survey.services.rights import Role

BACK = "/sign-in/provider/back"
"""Where the provider sends people back to; the address that is registered there."""

AFTER = "/signed-out"
GIVEN_BY_CLAIM = frozenset({Role.ADMIN, Role.HR, Role.CEO, Role.COUNCIL})
"""Leaders lead a unit, which no claim names; employees are those in the people file."""


class WrongRegistration(AloftError):
    """The settings of the provider contradict each other, or are not what they should be."""


class NobodyCouldSignIn(AloftError):
    def __init__(self) -> None:
        super().__init__("ALOFT_SIGN_IN_BY_MAIL: got false without ALOFT_OIDC_ISSUER; wanted a way in for somebody")


@dataclass(frozen=True, slots=True)
class RoleClaim:
    """Whoever has this value in this claim has the role."""

    claim: str
    value: str
    role: Role


@dataclass(frozen=True, slots=True)
class Registration:
    """`back` and `after` are addresses of ours, which the provider knows."""

    issuer: str
    client_id: str
    secret: str = field(repr=False)
    scopes: str
    mail_claim: str
    roles: tuple[RoleClaim, ...]
    back: str
    after: str


def check_ways_in(settings: Settings) -> None:
    """Refuse to begin where nobody could sign in."""
    if not settings.sign_in_by_mail and not settings.oidc_issuer:
        raise NobodyCouldSignIn


def read_registration(settings: Settings) -> Registration | None:
    """None where no provider is set."""
    if not settings.oidc_issuer:
        return None
    parts = urlsplit(settings.oidc_issuer)
    if not is_safe(settings.oidc_issuer) or parts.query or parts.fragment:
        raise WrongRegistration("ALOFT_OIDC_ISSUER: wanted https://HOST, with a path if the provider has one")
    if not settings.oidc_client_id:
        raise WrongRegistration("ALOFT_OIDC_CLIENT_ID: got nothing; wanted what the provider calls this service")
    scopes = settings.oidc_scopes.split()
    if "openid" not in scopes:
        raise WrongRegistration(f"ALOFT_OIDC_SCOPES: got {settings.oidc_scopes!r}; wanted openid among them")
    base = settings.base_url.rstrip("/")
    return Registration(
        issuer=settings.oidc_issuer,
        client_id=settings.oidc_client_id,
        secret=_secret(settings),
        scopes=" ".join(scopes),
        mail_claim=settings.oidc_mail_claim,
        roles=tuple(_role_claim(one.strip()) for one in settings.oidc_roles.split(",") if one.strip()),
        back=base + BACK,
        after=base + AFTER,
    )


def _secret(settings: Settings) -> str:
    given, file = settings.oidc_client_secret.get_secret_value(), settings.oidc_client_secret_file
    if file is None:
        return given
    if given:
        raise WrongRegistration("ALOFT_OIDC_CLIENT_SECRET: got a secret and a file that holds one; wanted one of them")
    try:
        return file.read_text("utf-8").strip()
    except (OSError, UnicodeError) as fault:
        raise WrongRegistration(f"ALOFT_OIDC_CLIENT_SECRET_FILE: {file}: got {type(fault).__name__}") from None


def _role_claim(text: str) -> RoleClaim:
    """The claim ends at the last colon: names of claims may be addresses with colons of their own."""
    condition, _, role = text.rpartition("=")
    claim, _, value = condition.rpartition(":")
    if not claim or not value or role not in GIVEN_BY_CLAIM:
        roles = ", ".join(sorted(GIVEN_BY_CLAIM))
        raise WrongRegistration(f"ALOFT_OIDC_ROLES: got {text!r}; wanted CLAIM:VALUE=ROLE, with a role of {roles}")
    return RoleClaim(claim, value, Role(role))
