"""A wave: its roster is frozen, it opens, it closes."""
