"""Every operation of the API, in the order of its description."""

from survey.services.api_tokens import Scope
from survey.web.api.operation import Operation
from survey.web.api.shapes.alerts import Alert, Alerts, WhichAlerts
from survey.web.api.shapes.moments import Moment, Moments, NewMoment
from survey.web.api.shapes.people import HowToImport, Import
from survey.web.api.shapes.programme import Participation, Programme, Wave, Waves
from survey.web.api.shapes.release import Release
from survey.web.api.shapes.replies import Reply
from survey.web.api.views import alerts, moments, people, programme, release, replies

WAVE = "/waves/<int:number>"
ALERT = "/alerts/<int:number>"
MOMENT = "/moments/<int:number>"

OPERATIONS = (
    Operation(
        "POST",
        "/people/imports",
        people.import_people,
        Scope.PEOPLE_WRITE,
        Import,
        query=HowToImport,
        takes_file=True,
        problems=(409,),
    ),
    Operation("GET", "/programme", programme.programme, Scope.PROGRAMME_READ, Programme, problems=(404,)),
    Operation("GET", "/waves", programme.waves, Scope.PROGRAMME_READ, Waves),
    Operation("GET", WAVE, programme.wave, Scope.PROGRAMME_READ, Wave, problems=(404,)),
    Operation(
        "GET", f"{WAVE}/participation", release.participation, Scope.PARTICIPATION_READ, Participation, problems=(404,)
    ),
    Operation("GET", f"{WAVE}/release", release.release, Scope.RELEASE_READ, Release, problems=(404,)),
    Operation("GET", f"{WAVE}/reply", replies.reply, Scope.REPLIES_READ, Reply, problems=(404,)),
    Operation("PUT", f"{WAVE}/reply", replies.write_reply, Scope.REPLIES_WRITE, Reply, body=Reply, problems=(404, 409)),
    Operation("GET", "/alerts", alerts.alerts, Scope.ALERTS_READ, Alerts, query=WhichAlerts),
    Operation("GET", ALERT, alerts.alert, Scope.ALERTS_READ, Alert, problems=(404,)),
    Operation("GET", "/moments", moments.moments, Scope.MOMENTS_READ, Moments),
    Operation("POST", "/moments", moments.add_moment, Scope.MOMENTS_WRITE, Moment, body=NewMoment),
    Operation("PUT", MOMENT, moments.correct_moment, Scope.MOMENTS_WRITE, Moment, body=NewMoment, problems=(404,)),
    Operation("DELETE", MOMENT, moments.withdraw_moment, Scope.MOMENTS_WRITE, None, problems=(404,)),
)
