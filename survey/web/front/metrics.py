"""Whether the service does its work, for programs that watch it (Prometheus)."""

from hmac import compare_digest
from ipaddress import ip_address

from flask import Response, abort, request
from flask.typing import ResponseReturnValue
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest

from survey.services.vital_signs import vital_signs
from survey.web.guard import public
from survey.web.service import service

SHORTEST_TOKEN = 32


@public
def metrics() -> ResponseReturnValue:
    """For this machine itself, or whoever has the token; to others it is a page that is not there."""
    if not (_is_from_here() or _has_token()):
        abort(404)
    here = service()
    registry = CollectorRegistry()
    with here.stores.company.read() as session:
        for sign in vital_signs(session, now=here.clock()):
            Gauge(sign.name, sign.told, registry=registry).set(sign.value)
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def _is_from_here() -> bool:
    """What a server before the service passes on comes from elsewhere, whatever its own address is."""
    is_passed_on = any(name in request.headers for name in ("X-Forwarded-For", "Forwarded", "Via", "X-Real-Ip"))
    return not is_passed_on and request.remote_addr is not None and ip_address(request.remote_addr).is_loopback


def _has_token() -> bool:
    wanted = service().settings.metrics_token.get_secret_value()
    given = request.authorization
    if len(wanted) < SHORTEST_TOKEN or given is None or given.type != "bearer" or given.token is None:
        return False
    return compare_digest(given.token.encode(), wanted.encode())
