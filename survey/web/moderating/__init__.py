"""The moderator of comments: the one page on which they are read before they are published."""

from survey.web.moderating.blueprint import moderation_blueprint

__all__ = ["moderation_blueprint"]
