"""The made-up company, served: made if need be, with a worker that goes on living it."""

from datetime import UTC, datetime

from survey.app import create_app, register_demo
from survey.cli.demo.house import FOLDER, is_current, opened, settings_in
from survey.cli.progress import Progress
from survey.cli.serving import held, serve_until_told
from survey.jobs.process import in_background
from survey.jobs.wiring import build_worker
from survey.services.living.guest import Guest, guest_of

LOOPBACK = "127.0.0.1"
DOORS = """\
{guest.company}: {guest.n_asked} people who do not exist, asked in wave {guest.wave}, open until {last_day}.

  answer a pulse  {base}/pulse/{guest.token}
  HR              {base}/demo/hr
  CEO             {base}/demo/ceo
  mails to CEO    {base}/demo/mail?q=ceo
  mail box        {base}/demo/mail

Ctrl-C ends it. The company stays in {folder}; --fresh makes it anew."""


def serve_company(port: int, *, is_fresh: bool) -> None:
    with held(LOOPBACK, port) as bound:
        port = bound.getsockname()[1]
        now = datetime.now(UTC)
        if is_fresh or not is_current(FOLDER, now=now):
            from survey.cli.demo.making import make  # noqa: PLC0415 -- weight: a company that is there opens at once

            with Progress() as progress:
                make(FOLDER, port=port, now=now, tell=progress.step)
        settings = settings_in(FOLDER, port=port)
        with opened(settings) as stores:
            app = create_app(settings, stores)
            register_demo(app)
            told = doors(guest_of(stores, now=now), base=settings.base_url)
            with in_background(build_worker(settings, stores)):
                serve_until_told(app, bound, tell=told)


def doors(guest: Guest, *, base: str) -> str:
    last_day = f"{guest.last_day:%A} {guest.last_day.day} {guest.last_day:%B}"
    return DOORS.format(guest=guest, last_day=last_day, base=base, folder=FOLDER)
