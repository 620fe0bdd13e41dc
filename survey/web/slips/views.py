"""Who gets a slip, and the slips, to be printed by the browser."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from survey.errors import KeyIsLost, NotPossible
from survey.services.coming import coming_wave
from survey.services.people.head_count import head_count
from survey.services.rights import Action
from survey.services.slips import Slip, getters, print_slips
from survey.web.guard import requires
from survey.web.local_time import local
from survey.web.service import service
from survey.web.slips.square import square
from survey.web.who import account

ON_A_SHEET = 4
NOT_NOW = 409


@requires(Action.PRINT_SLIPS)
def page() -> ResponseReturnValue:
    return shown()


@requires(Action.PRINT_SLIPS)
def sheets() -> ResponseReturnValue:
    """An answer to a form and no page with an address: each look at it is a print, and stands in the log as one."""
    here = service()
    try:
        found = print_slips(
            here.stores,
            base_url=here.settings.base_url.rstrip("/"),
            account=account().account_id,
            now=here.clock(),
        )
    except (KeyIsLost, NotPossible) as error:
        return shown(fault=f"Nothing was printed: {error}."), NOT_NOW
    on_a_sheet = ON_A_SHEET if request.form.get("layout") == "several" else 1
    return render_template(
        "inside/slips/sheets.html", sheets=in_sheets(found, on_a_sheet), n_slips=len(found), square=square
    )


def in_sheets(slips: list[Slip], on_a_sheet: int) -> list[list[Slip]]:
    return [slips[first : first + on_a_sheet] for first in range(0, len(slips), on_a_sheet)]


def shown(*, fault: str = "") -> str:
    here = service()
    with here.stores.company.read() as session:
        found = getters(session, now=here.clock())
        coming = coming_wave(session, now=here.clock())
        count = head_count(session, on=here.clock().date())
    return render_template(
        "inside/slips/page.html",
        found=found,
        coming=coming,
        n_today=count.n_without_mail + count.n_refused,
        printed=local(found.printed_at) if found and found.printed_at else "",
        fault=fault,
    )
