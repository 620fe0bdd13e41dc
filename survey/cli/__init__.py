"""The command `aloft`. Command modules import click alone; what a command needs is loaded when it is invoked."""

import click

from survey.cli.account import account
from survey.cli.alert import alert
from survey.cli.analyse import analyse
from survey.cli.backup import backup, restore
from survey.cli.bounce import bounce
from survey.cli.demo import demo
from survey.cli.doctor import doctor
from survey.cli.history import history
from survey.cli.init import init
from survey.cli.people import people
from survey.cli.plan import plan
from survey.cli.programme import programme
from survey.cli.questionnaire import questionnaire
from survey.cli.serve import serve
from survey.cli.token import token
from survey.cli.wave import wave
from survey.cli.worker import worker


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Run recurring surveys on customer-led culture, and find drift in them."""


for command in (
    account,
    alert,
    analyse,
    backup,
    bounce,
    demo,
    doctor,
    history,
    init,
    people,
    plan,
    programme,
    questionnaire,
    restore,
    serve,
    token,
    wave,
    worker,
):
    main.add_command(command)
