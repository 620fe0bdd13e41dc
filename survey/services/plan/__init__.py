"""From a planned programme to what it will be able to find."""

from survey.services.plan.comparison import plan
from survey.services.plan.document import as_json
from survey.services.plan.sentence import in_a_sentence
from survey.services.plan.table import as_table

__all__ = ["as_json", "as_table", "in_a_sentence", "plan"]
