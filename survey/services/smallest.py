"""Below which size what is not asked, or not shown."""

SMALLEST_COMPANY = 10
"""Below this nothing is asked: no group could be shown that does not say much about each of its people."""

COMPANY_LEVEL_BELOW = 25
"""Below this every answer carries the company alone."""
