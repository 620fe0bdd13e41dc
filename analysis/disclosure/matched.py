"""People who answered this wave and the one before: what is added to the numbers of the wave before."""

import numpy as np

from analysis.disclosure.bands import ALONE, HIDDEN, Bands, none_shown
from analysis.disclosure.counts import Mask, by_band
from analysis.disclosure.ends import without_near
from analysis.disclosure.homogeneity import factor_apart
from analysis.disclosure.margins import shown_bands
from analysis.disclosure.prove import Choice, is_proved
from analysis.disclosure.sheet import Counted


def added_factor(counted: Counted, before: tuple[Choice, ...], *, k: int) -> tuple[Mask, ...]:
    """Where those who answered again, and those who did not, may be shown beside all that was shown of that wave.

    Parameters
    ----------
    counted : Counted
        The wave before, counted anew; its last factor says who answered again.
    before : tuple of Choice, one for each scale
        What was shown of it, without the last factor.
    k : int
        Fewest people of a group.

    Returns
    -------
    tuple of ndarray of bool, shape (n_bands, n_places), one for each scale
        Bands of the last factor that are shown; place 0 is the company.

    Raises
    ------
    RuntimeError
        If what was shown is not proved with these counts: they are not those of that wave.
    """
    return tuple(_on_scale(counted, choice, scale, k=k) for scale, choice in enumerate(before))


def _on_scale(counted: Counted, before: Choice, scale: int, *, k: int) -> Mask:
    counts = counted.counts
    new = none_shown(counts.n_bands[-1], counts.n_places)
    if not before.units.any():
        return np.zeros(new.shape, np.bool_)
    chosen = (*before.bands, new)
    if not is_proved(counts, Choice(before.units, chosen), scale=scale, k=k):
        raise RuntimeError(f"what was shown of the wave before on scale {scale} is not proved with its counts")
    nothing = tuple(np.zeros(mine.shape, np.bool_) for mine in before.bands)
    menu = (*nothing, np.ones(new.shape, np.bool_))
    found = shown_bands(counts, before.units, menu, k=k, scales=(scale,), chosen=chosen)[-1]
    both = _both(found)
    near = np.column_stack((counted.steps.low[:, scale], counted.steps.high[:, scale], counts.people[:, scale]))
    far = _both(factor_apart(by_band(counts, near, counts.n_factors - 1), both, both, k=k))
    whole = Choice(before.units, (*before.bands, far))
    apart = without_near(counts, counted.steps, whole, scale=scale, k=k, n_kept=len(before.bands))
    if not is_proved(counts, apart, scale=scale, k=k):
        return np.zeros(new.shape, np.bool_)
    return np.asarray(apart.bands[-1] == ALONE)


def _both(bands: Bands) -> Bands:
    """Those who answered again and those who did not, each alone, where both are shown."""
    return np.where((bands == ALONE).all(axis=0), bands, HIDDEN).astype(np.int8)
