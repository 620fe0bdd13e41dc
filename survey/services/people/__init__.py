"""People: they come, move, leave, ask what is stored of them, and have it erased."""
