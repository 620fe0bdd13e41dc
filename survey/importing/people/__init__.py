"""The people file: what it says, what it would change, and why it cannot be used."""
