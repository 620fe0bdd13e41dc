"""Numbers in addresses."""

from flask import Flask
from werkzeug.routing import IntegerConverter


class Number(IntegerConverter):
    """None that is larger than a column holds: the address is then that of no page, before a store is asked."""

    regex = r"(?:0|[1-9]\d{0,8}|1\d{9})"


LARGEST = 1_999_999_999


def init_numbers(app: Flask) -> None:
    """Before the first rule that has a number in it."""
    app.url_map.converters["int"] = Number
