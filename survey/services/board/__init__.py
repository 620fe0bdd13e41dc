"""What pages of results are made of, from releases, as one reader may see them."""

from survey.services.board.source import ReleaseSource

__all__ = ["ReleaseSource"]
