"""Mean and spread from the shares of answers."""

import numpy as np

from survey.importing.long import Floats


def mean_and_sd(shares: Floats, low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """Mean and standard deviation on the item's own scale, nan where no share is given.

    `shares` has a column for each of the answers 1 … 5, in percent or as fractions. On a scale of two to five whole
    steps they are the shares of low, low + 1 …; on any other the five answers are evenly spread over it.
    """
    given = np.nan_to_num(shares)
    total = given.sum(axis=1)
    known = (total > 0) & ~np.isnan(shares).all(axis=1)
    steps = np.where(np.isin(high - low, (1, 2, 3, 4)), 1.0, (high - low) / 4)
    values = low[:, None] + steps[:, None] * np.arange(5)
    weight = np.divide(given, total[:, None], out=np.full(given.shape, np.nan), where=known[:, None])
    mean = (weight * values).sum(axis=1)
    square = (weight * (values - mean[:, None]) ** 2).sum(axis=1)
    return mean, np.sqrt(square)
