"""Backups: all that is stored but the vault, as files; brought back, the running epoch has ended."""
