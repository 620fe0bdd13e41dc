"""From an outside survey to its report."""

from survey.services.analyse.document import as_json, as_page
from survey.services.analyse.report import analyse
from survey.services.analyse.summary import in_words

__all__ = ["analyse", "as_json", "as_page", "in_words"]
