"""Texts that a spreadsheet shows and does not calculate."""

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_text(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(BEGINS_A_FORMULA) else text
