"""Who answers, how the questions work, what people wrote: pages for HR, comments also for the CEO."""

from survey.web.voices.routes import register_voices

__all__ = ["register_voices"]
