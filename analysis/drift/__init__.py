"""Drift over many waves, with a stated rate of false alarms."""
