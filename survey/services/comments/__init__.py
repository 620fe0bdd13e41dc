"""Comments: read by a moderator after the close, published once, and then read by HR and the CEO."""
