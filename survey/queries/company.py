"""The one row about the company."""

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from survey.models.company.people import Company
from survey.queries.people import CompanyFacts, company


def set_company(session: Session, facts: CompanyFacts) -> None:
    """Write the row, or change it."""
    values = {
        "name": facts.name,
        "language": facts.language,
        "time_zone": facts.time_zone,
        "contact": facts.contact,
    }
    if company(session) is None:
        session.execute(insert(Company).values(id=1, people_columns={}, **values))
    else:
        session.execute(update(Company).values(**values))
