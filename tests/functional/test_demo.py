"""`aloft demo` on an empty folder: the company is made, its doors open, and the second time it is there at once."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from survey.cli.demo.house import FOLDER, is_current, settings_in
from survey.db import open_stores
from survey.queries import newest, people, releases
from survey.services.wave_list import lines

ALOFT = str(Path(sys.executable).parent / "aloft")
DOOR = re.compile(r"^  (.+?)  +(http://\S+)$", re.MULTILINE)


@contextmanager
def demo(folder: Path) -> Iterator[dict[str, str]]:
    """The addresses by what is said of them, while the demo of this folder is served."""
    command = [ALOFT, "demo", "--port", "0"]
    elsewhere = {"ALOFT_DATABASE_URL": f"sqlite:///{folder}/not-this-one.db"}
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, **elsewhere}, text=True, stdout=subprocess.PIPE
    ) as served:
        assert served.stdout
        printed = ""
        while "Ctrl-C ends it." not in printed and (line := served.stdout.readline()):
            printed += line
        try:
            yield dict(DOOR.findall(printed))
        finally:
            served.send_signal(signal.SIGTERM)
    assert served.returncode == 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a demo was made and ended."""
    folder = tmp_path_factory.mktemp("demo")
    with demo(folder) as doors:
        assert set(doors) == {"answer a pulse", "HR", "CEO", "mails to CEO", "mail box"}
    return folder


@pytest.fixture(scope="module")
def doors(folder: Path) -> Iterator[dict[str, str]]:
    with demo(folder) as doors:
        yield doors


def page(address: str) -> tuple[str, str]:
    """Where the address leads, as a browser of its own sees it, and the page there."""
    with build_opener(HTTPCookieProcessor(CookieJar())).open(address) as answer:
        return answer.url, answer.read().decode()


def test_its_two_falls_are_found_and_nothing_else(folder: Path) -> None:
    stores = open_stores(settings_in(folder / FOLDER, port=0))
    table = list(lines(stores))
    stores.dispose()
    told = sorted(line.strip().split(" since")[0] for line in table if line.startswith(" "))

    assert [row.split()[3] for row in table if row[0].isdigit()] == ["closed"] * 18 + ["open"]
    assert told == ["Meridian/Delivery: equal_say is sliding", "Meridian/Engineering/Ingest: learning fell"]


def test_a_rise_by_other_people_is_not_called_one_of_minds(folder: Path) -> None:
    stores = open_stores(settings_in(folder / FOLDER, port=0))
    with stores.company.read() as session:
        sales = next(unit for unit, node in people.whole_tree(session).items() if node.name == "Sales")
        last = newest.newest(session)[-1]
        (split,) = (
            one for one in releases.parts(session, last.number) if (one.unit_id, one.principle) == (sales, "learning")
        )
    stores.dispose()
    _, low, high = split.parts["within"]

    assert split.change > 3
    assert low is not None
    assert high is not None
    assert low <= 0 <= high
    assert sum(split.parts[name][0] or 0 for name in ("joiners", "leavers", "reweighting")) > 0


def test_the_link_opens_a_pulse_that_nobody_has_answered(doors: dict[str, str]) -> None:
    _, shown = page(doors["answer a pulse"])

    assert shown.count("<fieldset") == 10
    assert "checked" not in shown


@pytest.mark.parametrize(("door", "role"), [("HR", "HR"), ("CEO", "CEO")])
def test_a_door_leads_inside(doors: dict[str, str], door: str, role: str) -> None:
    address, shown = page(doors[door])

    assert "/demo/" not in address
    assert f">{role.lower()}@meridian.example</a><span>{role}</span>" in shown


def test_mails_are_in_the_box_each_at_its_hour_and_open(doors: dict[str, str]) -> None:
    _, box = page(doors["mail box"] + "?q=Reminder")
    (first, *_) = re.findall(r'href="(/demo/mail/[^"]+\.eml)"', box)
    _, mail = page(doors["mail box"].removesuffix("/demo/mail") + first)
    _, paper = page(doors["mail box"].removesuffix("/demo/mail") + first + "/paper")
    base = doors["mail box"].removesuffix("/demo/mail")

    assert re.search(r"\d{3} mails with “Reminder”", box)
    assert f"{base}/pulse/" in mail
    assert f'href="{base}/pulse/' in paper
    assert '<base target="_top">' in paper


def test_the_ceo_was_told_of_both_falls_with_a_chart(doors: dict[str, str]) -> None:
    _, box = page(doors["mails to CEO"])
    base = doors["mail box"].removesuffix("/demo/mail")
    subjects = re.findall(r'href="(/demo/mail/alert\.[^"]+\.eml)"[^>]*>([^<]+)<', box)
    papers = [page(f"{base}{address}/paper")[1] for address, _ in subjects]

    assert {subject.split(":")[0] for _, subject in subjects} == {"Delivery", "Ingest", "Again"}
    assert all('<img src="data:image/png;base64,' in paper and f"{base}/alerts/" in paper for paper in papers)


def test_an_address_that_is_no_mail_is_not_found(doors: dict[str, str]) -> None:
    with pytest.raises(OSError, match="404"):
        page(doors["mail box"] + "/invitation.0.eml")


def test_it_is_alive(doors: dict[str, str]) -> None:
    assert page(doors["mail box"].replace("/demo/mail", "/healthz"))[1] == "ok\n"


def test_it_is_made_anew_only_where_its_wave_is_over_or_its_code_is_another(folder: Path) -> None:
    now = datetime.now(UTC)
    home = folder / FOLDER

    assert is_current(home, now=now)
    assert not is_current(home, now=now + timedelta(days=15))
    assert not is_current(folder / "nothing-here", now=now)
    assert list(home.parent.iterdir()) == [home]
    assert not (folder / "not-this-one.db").exists()
