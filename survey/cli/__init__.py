"""The command `aloft`. Command modules import click alone; what a command needs is loaded when it is invoked."""

import click

from survey.cli.analyse import analyse
from survey.cli.demo import demo
from survey.cli.plan import plan
from survey.cli.questionnaire import questionnaire


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Find drift in recurring surveys on customer-led culture."""


main.add_command(analyse)
main.add_command(demo)
main.add_command(plan)
main.add_command(questionnaire)
