"""What a provider can do wrong."""


class ProviderFault(Exception):
    """Why nobody was signed in. The text goes to the log: it says what was wrong, and holds nothing that was said."""
