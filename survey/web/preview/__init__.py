"""Every page and mail in each language, before anybody gets one."""

from survey.web.preview.blueprint import preview_blueprint

__all__ = ["preview_blueprint"]
