"""What the frame of every inside page shows: company, bar, who is signed in."""

from collections.abc import Mapping
from typing import Any

from flask import Flask, g, request, url_for

from survey.queries.people import CompanyFacts, company
from survey.services.rights import Role
from survey.web.navigation import Entry, entries_for, lines_of
from survey.web.service import service
from survey.web.who import who

ROLES = {
    Role.ADMIN: "admin",
    Role.HR: "HR",
    Role.CEO: "CEO",
    Role.LEADER: "leader",
    Role.EMPLOYEE: "employee",
    Role.COUNCIL: "works council",
}

ACCOUNT = "account.own"
RESULTS = "dashboards."


def init_layout(app: Flask) -> None:
    app.jinja_env.globals["frame"] = frame


def company_facts() -> CompanyFacts | None:
    if "company" not in g:
        with service().stores.company.read() as session:
            g.company = company(session)
    found: CompanyFacts | None = g.company
    return found


def company_name() -> str | None:
    facts = company_facts()
    return facts.name if facts else None


def entry_above(path: str, addresses: Mapping[str, str]) -> str | None:
    """The page of the bar that a page belongs to: the one with the longest address that its own begins with."""
    above = [name for name, address in addresses.items() if path == address or path.startswith(f"{address}/")]
    return max(above, key=lambda name: len(addresses[name]), default=None)


def frame() -> dict[str, Any]:
    """Called by the templates that have a bar; a page of an error has none."""
    asking, facts = who(), company_facts()
    entries = entries_for(asking.roles) if asking else ()
    addresses = {entry.endpoint: _address(entry) for entry in entries}
    current = request.endpoint if request.endpoint in addresses else entry_above(request.path, addresses)
    lines = lines_of(entries, current)
    return {
        "company": company_name(),
        "contact": facts.contact if facts else None,
        "first": [entry for entry in lines.first if entry.endpoint != ACCOUNT],
        "below": lines.below,
        "above": lines.above,
        "addresses": addresses,
        "current": current,
        "name": asking.name if asking else None,
        "roles": " and ".join(dict.fromkeys(ROLES[held.role] for held in asking.roles)) if asking else "",
    }


def _address(entry: Entry) -> str:
    """Pages of results stay at the wave that is being read."""
    number = (request.view_args or {}).get("number")
    if number is None or not (request.endpoint or "").startswith(RESULTS) or not entry.endpoint.startswith(RESULTS):
        return url_for(entry.endpoint)
    return url_for(entry.endpoint, number=number)
