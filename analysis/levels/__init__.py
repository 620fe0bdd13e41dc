"""How levels roll up a tree and over time, and how far they can be trusted: the inside of `precision` and `trend`."""
