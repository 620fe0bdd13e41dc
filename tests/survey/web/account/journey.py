"""The way to the provider and back, as a browser goes it."""

from urllib.parse import urlsplit

from werkzeug.test import TestResponse

from tests.survey.provider_process import ProviderProcess
from tests.survey.web.visitor import Visitor


def there(visitor: Visitor) -> str:
    """Where the browser is sent to."""
    sent = visitor.get("/sign-in/provider")
    assert sent.status_code == 302
    assert sent.location
    return sent.location


def path_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


def come_back(visitor: Visitor, provider: ProviderProcess, subject: str = "ada-1") -> TestResponse:
    return visitor.get(path_of(provider.sign_in(there(visitor), subject)))
