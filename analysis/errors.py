"""What analysis raises when it cannot say."""


class InsufficientData(ValueError):
    """The data are in order, but too few for the statistic that was asked for."""
