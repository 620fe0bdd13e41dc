"""Doors that open over HTTP: pages for people."""
