"""Whether people can sign in through the provider, as far as that shows without a person."""

from collections.abc import Iterator

from survey.config import Settings
from survey.services.doctor.finding import Finding, broken, fine, warning
from survey.services.provider import (
    NobodyCouldSignIn,
    Provider,
    ProviderFault,
    WrongRegistration,
    check_ways_in,
    read_registration,
)
from survey.services.provider.wire import Web, Wire

TEST_IT = "then sign in with it once"


def provider(settings: Settings, web: Web | None = None) -> Iterator[Finding]:
    try:
        check_ways_in(settings)
        registration = read_registration(settings)
    except NobodyCouldSignIn as fault:
        yield broken(str(fault), mend="set ALOFT_OIDC_ISSUER, or ALOFT_SIGN_IN_BY_MAIL to true")
        return
    except WrongRegistration as fault:
        yield broken(str(fault), mend=f"correct the setting, {TEST_IT}")
        return
    if registration is None:
        return
    try:
        Provider(registration, web or Wire()).check()
    except ProviderFault as fault:
        yield broken(
            f"{registration.issuer} does not answer as a provider does: {fault}.",
            mend=f"compare ALOFT_OIDC_ISSUER with what the provider calls its issuer, {TEST_IT}",
        )
        return
    yield fine(f"{registration.issuer} answers. The redirect address to register there is {registration.back}")
    if not registration.secret:
        yield warning(
            "No secret is set for the provider: whoever gets hold of a code is stopped by PKCE alone.",
            mend="register the service as a confidential client and set ALOFT_OIDC_CLIENT_SECRET_FILE",
        )
