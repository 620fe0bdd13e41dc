"""Which routes the harvest visits, and why not the others.

`HARVESTED` and `LEFT_OUT` together name every GET route. A new one fails a test until it stands in one of them, and
whoever puts it into the second says there why nothing of a wave's numbers can be read on it.
"""

from collections.abc import Mapping

NUMBERED, PER_UNIT, PAGED = "a wave", "a wave and a unit", "a wave, page by page"
PER_ALERT = "an alert"
HARVESTED: Mapping[str, str] = {
    "front.page": "",
    "pulse.method": "",
    "account.own": "",
    "alerts.page": PER_ALERT,
    "audit.page": "",
    "programme.overview": "",
    "programme.plan": "",
    "programme.calendar": "",
    "programme.calendar_file": "",
    "programme.replies": "",
    "programme.wave": NUMBERED,
    "programme.reply": NUMBERED,
    "moments.page": "",
    "people.page": "",
    "dashboards.overview": NUMBERED,
    "dashboards.unit": PER_UNIT,
    "dashboards.overview_csv": NUMBERED,
    "dashboards.overview_xlsx": NUMBERED,
    "dashboards.overview_json": NUMBERED,
    "dashboards.unit_csv": PER_UNIT,
    "dashboards.unit_xlsx": PER_UNIT,
    "dashboards.unit_json": PER_UNIT,
    "brief.page": NUMBERED,
    "results.newest": "",
    "results.wave": NUMBERED,
    "results.unit": PER_UNIT,
    "results.release": PAGED,
    "results.bands": PAGED,
    "results.questions": PAGED,
    "results.as_csv": NUMBERED,
    "results.as_xlsx": NUMBERED,
    "results.as_json": NUMBERED,
    "dashboards.participation": PAGED,
    "dashboards.instrument": NUMBERED,
    "dashboards.comments": PAGED,
    "dashboards.comments_csv": NUMBERED,
    "moderation.page": PAGED,
    "api.programme": "",
    "api.waves": "",
    "api.wave": NUMBERED,
    "api.participation": NUMBERED,
    "api.release": NUMBERED,
    "api.reply": NUMBERED,
    "api.alerts": "",
    "api.alert": PER_ALERT,
    "api.moments": "",
}
"""Endpoints that are visited, and what stands in their address."""

BEFORE_THE_CLOSE = "opens with a link while its wave is open, and knows no release"
MADE_UP = "shows a pulse that is nobody's"
ROSTER = "shows the people file, which the company has anyway"
FORM = "a form that asks before something is done"
LEFT_OUT: Mapping[str, str] = {
    "static": "a file of the program",
    "bootstrap.static": "a file of the program",
    "charts.static": "a file of the program",
    "api.document": "the description of the API",
    "front.alive": "a word for other programs",
    "front.ready": "a word for other programs",
    "account.sign_in": FORM,
    "account.sent": FORM,
    "account.link": FORM,
    "account.begin": "sends people to the identity provider",
    "account.back": "lets them in who come from there",
    "account.signed_out": "says that nobody is signed in",
    "pulse.broken": BEFORE_THE_CLOSE,
    "pulse.page": BEFORE_THE_CLOSE,
    "pulse.saved": BEFORE_THE_CLOSE,
    "pulse.withdrawn": BEFORE_THE_CLOSE,
    "reminders.ask": FORM,
    "preview.index": MADE_UP,
    "preview.page": MADE_UP,
    "preview.saved": MADE_UP,
    "preview.answered": MADE_UP,
    "preview.withdrawn": MADE_UP,
    "preview.closed": MADE_UP,
    "preview.reminders": MADE_UP,
    "preview.stopped": MADE_UP,
    "preview.mail": MADE_UP,
    "preview.letter": MADE_UP,
    "people.template": ROSTER,
    "people.dry_run": ROSTER,
    "people.changes": ROSTER,
    "slips.page": ROSTER,
    "moments.edit": FORM,
    "programme.new": FORM,
    "programme.ask_raise": FORM,
    "programme.ask_end": FORM,
    "programme.ask_open": FORM,
    "programme.ask_remind": FORM,
    "programme.ask_close": FORM,
}
