"""What is asked of the stores: every statement is built here, and values come back, not rows."""
