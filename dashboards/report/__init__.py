"""The page of `aloft analyse`: one self-contained file."""

from dashboards.report.page import render

__all__ = ["render"]
