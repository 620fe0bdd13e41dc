"""`aloft demo`: a company that does not exist, ready to be looked at."""

from survey.cli.demo.command import demo

__all__ = ["demo"]
