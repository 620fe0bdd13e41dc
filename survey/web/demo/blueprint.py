"""Made per app: a blueprint of a module would refuse new guards after its first registration."""

from flask import Blueprint

from survey.web.demo import doors, mail


def demo_blueprint() -> Blueprint:
    blueprint = Blueprint("demo", __name__, url_prefix="/demo")
    for name in doors.ROLES:
        blueprint.add_url_rule(f"/{name}", name, doors.enter, defaults={"name": name})
    blueprint.add_url_rule("/mail", "mails", mail.mails)
    blueprint.add_url_rule("/mail/<name>", "mail", mail.mail)
    blueprint.add_url_rule("/mail/<name>/paper", "paper", mail.paper)
    return blueprint
