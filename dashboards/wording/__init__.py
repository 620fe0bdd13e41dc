"""How pages say numbers, waves and changes: pure functions from values to words."""
