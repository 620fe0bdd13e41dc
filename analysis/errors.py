"""What analysis raises when it cannot say."""


class InsufficientData(ValueError):  # noqa: N818 -- the name says what is wrong, like every exception here
    """The data are in order, but too few for the statistic that was asked for."""
