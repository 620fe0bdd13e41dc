"""The epoch's key: what it derives, where it lies, how it goes."""
