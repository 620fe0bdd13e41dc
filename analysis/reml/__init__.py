"""Restricted maximum likelihood: the inside of `analysis.growth`."""
