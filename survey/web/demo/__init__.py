"""The doors of the made-up company: in as HR or CEO, and the box in which its mails lie."""

from survey.web.demo.blueprint import demo_blueprint

__all__ = ["demo_blueprint"]
