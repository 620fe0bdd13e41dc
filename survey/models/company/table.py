"""What every table of the company store is."""

from sqlalchemy.orm import DeclarativeBase

from survey.models.columns import metadata


class CompanyTable(DeclarativeBase):
    metadata = metadata()
