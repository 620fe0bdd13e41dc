"""How levels roll up a tree, and how far they can be trusted: the inside of `analysis.precision`."""
