"""What is wrong with a set-up, in words, and how to mend it."""

from survey.services.doctor.examine import examine
from survey.services.doctor.finding import Finding, Severity

__all__ = ["Finding", "Severity", "examine"]
