"""The sentences of the pages of results, in English: pure functions from values to words."""
