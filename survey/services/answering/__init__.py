"""A person's pulse: what is asked, and what becomes of the answer."""
