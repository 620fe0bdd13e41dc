"""People come in by a file; what is stored of one, and its erasure."""

from survey.web.people.blueprint import people_blueprint

__all__ = ["people_blueprint"]
