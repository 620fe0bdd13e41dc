"""What other programs use: JSON in, JSON out, with a token; described by the document it serves itself."""

from survey.web.api.blueprint import init_api

__all__ = ["init_api"]
