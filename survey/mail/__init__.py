"""Mail: what is written, in which form it leaves, and the ways by which it can."""
