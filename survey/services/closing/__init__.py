"""A wave closes: what was answered is counted, and then made to point to nobody."""
