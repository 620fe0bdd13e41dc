"""Every route, with addresses that lead to something."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask

from tests.survey.company import NORTH, SALES
from tests.survey.web.test_routes import FILES, PREVIEWED

VALUES = {"token": "no-such-token", "person": 1, "moment": 1}
NUMBERS = (1, 2, 3)
UNITS = (SALES, NORTH)
OFTEN = frozenset({"HEAD", "OPTIONS"})


@dataclass(frozen=True)
class Address:
    endpoint: str
    path: str
    method: str


def addresses(app: Flask) -> list[Address]:
    """Each route with each of its methods; one with a number in it leads to several pages."""
    return list(dict.fromkeys(_addresses(app)))


def _addresses(app: Flask) -> Iterator[Address]:
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        for number in NUMBERS if "number" in rule.arguments else NUMBERS[:1]:
            for unit in UNITS if "unit" in rule.arguments else UNITS[:1]:
                values = FILES.get(rule.endpoint) or {**VALUES, "number": number, "unit": unit}
                if rule.endpoint.startswith("preview."):
                    values = PREVIEWED
                for method in sorted((rule.methods or set()) - OFTEN):
                    yield Address(
                        rule.endpoint, adapter.build(rule.endpoint, values, method, append_unknown=False), method
                    )
