"""The page behind "stop reminders"."""
