"""The pages on which people answer, and the public page about the method."""
