"""What every answer carries, whoever asks for whatever in whatever way."""

import pytest

from survey.services.rights import Role
from tests.survey.web.crawling.careful import BY_LINK, faults_of
from tests.survey.web.crawling.routes import addresses
from tests.survey.web.crawling.world import World

OTHER_WAYS = ("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "NONSENSE")
NOWHERE = (
    "/nowhere",
    "/api/v1/nowhere",
    "//sign-in",
    "/pulse/",
    "/pulse/a/b/c",
    "/pulse/%00",
    "/reminders/1/x",
    "/reminders/1/%00",
    "/reminders/99999999999999999999/x",
    "/static/../config.py",
    "/static/..%2f..%2fconfig.py",
    "/static/%2e%2e/%2e%2e/config.py",
    "/static//etc/passwd",
    "/static/%00",
    "/static/",
    "/bootstrap/static/../../x",
    "/charts/..%2f..%2fx",
    "/charts/nothing.js",
    "/manage/waves/99999999999999999999",
    "/manage/waves/-1",
    "/manage/preview/xx",
    "/dashboards/2/units/1999999999",
    "/manage/audit?page=99999999999999999999",
    "/manage/audit?page=999999999",
)


@pytest.mark.parametrize("role", [*Role, None])
def test_every_answer_is_careful(world: World, role: Role | None) -> None:
    visitor = world.visitor(role)
    for one in addresses(world.app):
        answer = visitor.client.open(one.path, method=one.method, buffered=True)
        is_there = answer.status_code not in {404, 405} or one.endpoint.split(".")[0] in BY_LINK

        assert not faults_of(answer, one.endpoint if is_there else ""), (one, answer.status, dict(answer.headers))


@pytest.mark.parametrize("role", [Role.HR, None])
def test_so_is_every_answer_to_another_method(world: World, role: Role | None) -> None:
    visitor = world.visitor(role)
    for path, endpoint in {one.path: one.endpoint for one in addresses(world.app)}.items():
        for method in OTHER_WAYS:
            answer = visitor.client.open(path, method=method, buffered=True)
            told = faults_of(answer, endpoint if method == "HEAD" else "") - {"kept by caches", "referrer"}

            assert not told, (path, method, answer.status, dict(answer.headers))
            if method not in {"HEAD", "OPTIONS"} and not endpoint.startswith("api."):
                assert answer.status_code in {401, 405}, (path, method)


@pytest.mark.parametrize("role", [Role.HR, None])
@pytest.mark.parametrize("path", NOWHERE)
def test_so_is_every_answer_about_what_is_not_there(world: World, role: Role | None, path: str) -> None:
    visitor = world.visitor(role)
    for method in ("GET", "POST", *OTHER_WAYS):
        answer = visitor.client.open(path, method=method, buffered=True)

        assert not faults_of(answer, "") - {"referrer"}, (method, answer.status, dict(answer.headers))
        assert answer.status_code in {302, 308, 400, 401, 404, 405} or method == "OPTIONS"


def test_what_is_too_large_is_refused_as_carefully(world: World) -> None:
    for path in ("/manage/people/file", "/sign-in", "/pulse/x", "/reminders/1/x"):
        answer = world.visitor(Role.HR).client.post(path, data={"x": "x" * 22_000_000}, buffered=True)

        assert answer.status_code in {400, 404, 413}, path
        assert not faults_of(answer, "") - {"referrer"}, path


def test_a_page_says_the_same_to_head_as_to_get(world: World) -> None:
    visitor = world.visitor(Role.HR)
    for path in ("/account", "/manage/people", "/dashboards/2/overview.csv", "/pulse/x", "/healthz"):
        got, head = visitor.get(path), visitor.client.head(path)

        assert (head.status_code, head.data, head.content_type) == (got.status_code, b"", got.content_type), path
