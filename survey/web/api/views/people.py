"""A people file, all of it or nothing."""

from flask import request

from survey.importing.people.faults import UnreadablePeople
from survey.importing.people.leaving import Leaving
from survey.importing.people.plan import ImportPlan
from survey.queries import staff
from survey.services.people.importing import Load, apply_plan, plan_of_file
from survey.web.api.operation import FILES
from survey.web.api.problems import Refused
from survey.web.api.shapes.people import HowToImport, Import
from survey.web.api.shapes.problem import Fault
from survey.web.service import service
from survey.web.who import account

MOST_FAULTS = 200
NAMES = dict(zip(FILES, ("people.csv", "people.xlsx"), strict=True))


def import_people(query: HowToImport, body: bytes) -> Import:
    """Import a people file, CSV or XLSX.

    The file is the same as for the page and the command. Nothing is written if a row cannot be used.
    """
    here = service()
    load = Load(
        content=body,
        name=NAMES[request.mimetype],
        is_full=query.kind == "full",
        confirmed_leavers=True,
    )
    now = here.clock()
    with here.stores.company.write() as session:
        staff.hold_people(session)
        try:
            plan = plan_of_file(session, load, on=now.date())
        except UnreadablePeople as error:
            raise Refused(422, "this is no people file", [Fault(detail=line) for line in error.lines]) from None
        _check(plan)
        if not (query.dry_run or query.confirm_leavers):
            _check_leavers(plan)
        if not query.dry_run:
            apply_plan(session, plan, account=account().account_id, now=now)
    return _import(plan, is_dry_run=query.dry_run)


def _check(plan: ImportPlan) -> None:
    if plan.faults:
        found = [
            Fault(line=one.line or None, column=one.column or None, got=one.got or None, detail=one.wanted)
            for one in plan.faults[:MOST_FAULTS]
        ]
        raise Refused(422, f"{len(plan.faults):,} rows or columns cannot be used", found)


def _check_leavers(plan: ImportPlan) -> None:
    leaving = Leaving(len(plan.leaves), plan.n_before)
    if leaving.asks:
        raise Refused(409, f"{leaving.told} leave; wanted confirm_leavers=true, or a file that names everybody")


def _import(plan: ImportPlan, *, is_dry_run: bool) -> Import:
    return Import(
        is_dry_run=is_dry_run,
        rows=plan.n_rows,
        joins=len(plan.joins),
        comes_back=len(plan.comes_back),
        leaves=len(plan.leaves),
        moves=len(plan.moves),
        changes=len(plan.changes),
        unchanged=plan.n_unchanged,
        people_before=plan.n_before,
        people_after=plan.n_after,
        units_added=["/".join(path) for path in plan.units_added],
        units_ended=["/".join(path) for path in plan.units_emptied],
        warnings=list(plan.warnings),
    )
