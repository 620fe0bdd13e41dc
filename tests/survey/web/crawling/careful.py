"""What every answer has to carry."""

from werkzeug.test import TestResponse

from survey.web.origin import OWN_AUTHORITY

BY_LINK = frozenset({"pulse", "reminders"})
INSIDE_A_FRAME = "preview.letter"
"""A mail shows itself as mail programs would, without scripts, in a frame of its own page and nowhere else."""


def faults_of(answer: TestResponse, endpoint: str) -> set[str]:
    """What is wrong with the headers; `endpoint` is empty where no page was reached."""
    return {*_of_policy(answer, endpoint), *_of_caches(answer, endpoint), *_of_kind(answer, endpoint)}


def _of_policy(answer: TestResponse, endpoint: str) -> set[str]:
    said = [one.strip() for one in answer.headers.get("Content-Security-Policy", "").split(";")]
    if endpoint == INSIDE_A_FRAME and answer.status_code == 200:
        wanted = {"default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'"}
        return {*wanted - {*said}, *(set() if any(one.startswith("sandbox ") for one in said) else {"sandbox"})}
    wanted = {"default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'self'"}
    wanted.add("frame-ancestors 'none'")
    return {*wanted - {*said}, *(one for one in said if "unsafe-inline" in one or "unsafe-eval" in one or "://" in one)}


def _of_caches(answer: TestResponse, endpoint: str) -> set[str]:
    is_static = endpoint.endswith("static") and answer.status_code == 200 and answer.request.method == "GET"
    found = {"kept by caches"} if not is_static and answer.headers.get("Cache-Control") != "no-store" else set()
    part = endpoint.split(".", maxsplit=1)[0]
    is_open = part in OWN_AUTHORITY or endpoint.endswith("static")
    return found | ({"a cookie"} if is_open and "Set-Cookie" in answer.headers else set())


def _of_kind(answer: TestResponse, endpoint: str) -> set[str]:
    headers = answer.headers
    referrer = "no-referrer" if endpoint.split(".", maxsplit=1)[0] in BY_LINK else "same-origin"
    said = {
        "nosniff": headers.get("X-Content-Type-Options") == "nosniff",
        "referrer": headers.get("Referrer-Policy") == referrer,
        "opener": headers.get("Cross-Origin-Opener-Policy") == "same-origin",
        "no other site": "Access-Control-Allow-Origin" not in headers,
        "a type": bool(answer.content_type) or not answer.data,
        "an alphabet": not answer.mimetype.startswith("text/") or "charset=utf-8" in answer.content_type.lower(),
        "no breakdown": answer.status_code < 500,
    }
    return {name for name, is_so in said.items() if not is_so}
