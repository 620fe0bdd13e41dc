"""Made per app: a blueprint of a module would refuse new guards after its first registration."""

from flask import Blueprint

from survey.web.programme import by_request, changes, creating, overview, plan, reply, wave, year_ahead
from survey.web.programme.days import percent, spoken

PAGES = (
    ("/manage", "overview", overview.page, "GET"),
    ("/manage/programme", "plan", plan.page, "GET"),
    ("/manage/programme/new", "new", creating.form, "GET"),
    ("/manage/programme/preview", "preview", creating.preview, "POST"),
    ("/manage/programme/create", "create", creating.create, "POST"),
    ("/manage/programme/pause", "pause", changes.pause, "POST"),
    ("/manage/programme/resume", "resume", changes.resume, "POST"),
    ("/manage/programme/move", "move", changes.move, "POST"),
    ("/manage/programme/smallest-group", "ask_raise", changes.ask_raise, "GET"),
    ("/manage/programme/smallest-group", "raise_k", changes.raise_k, "POST"),
    ("/manage/programme/end", "ask_end", changes.ask_end, "GET"),
    ("/manage/programme/end", "end", changes.end, "POST"),
    ("/manage/waves/open", "ask_open", by_request.ask_open, "GET"),
    ("/manage/waves/open", "open", by_request.open_, "POST"),
    ("/manage/waves/<int:number>", "wave", wave.page, "GET"),
    ("/manage/waves/<int:number>/remind", "ask_remind", by_request.ask_remind, "GET"),
    ("/manage/waves/<int:number>/remind", "remind", by_request.remind, "POST"),
    ("/manage/waves/<int:number>/close", "ask_close", by_request.ask_close, "GET"),
    ("/manage/waves/<int:number>/close", "close", by_request.close, "POST"),
    ("/manage/waves/<int:number>/reply", "reply", reply.page, "GET"),
    ("/manage/waves/<int:number>/reply", "keep_reply", reply.keep, "POST"),
    ("/manage/waves/<int:number>/reply/preview", "preview_reply", reply.preview, "POST"),
    ("/manage/reply", "replies", reply.landing, "GET"),
    ("/manage/calendar", "calendar", year_ahead.page, "GET"),
    ("/manage/calendar.ics", "calendar_file", year_ahead.file, "GET"),
)


def programme_blueprint() -> Blueprint:
    blueprint = Blueprint("programme", __name__)
    for rule, name, view, method in PAGES:
        blueprint.add_url_rule(rule, name, view, methods=[method])
    blueprint.add_app_template_filter(spoken)
    blueprint.add_app_template_filter(percent)
    return blueprint
