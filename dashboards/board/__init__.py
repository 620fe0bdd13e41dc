"""The pages on which a company reads its releases: overview, unit, participation, instrument, comments, the brief."""
