"""What a change that was told is made of: mix or mind, which scales, which questions, which parts of the unit."""

from analysis.attribution.attribute import Attribution, attribute
from analysis.attribution.changes import Change

__all__ = ["Attribution", "Change", "attribute"]
