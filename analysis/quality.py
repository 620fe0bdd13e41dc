"""Signs that somebody answered without reading. They flag; they never delete."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.even_odd import even_odd_consistency
from analysis.panel import Answers, Floats, Instrument, Ints
from analysis.scoring import to_points

_LEAST_ITEMS = 5
_LONG_RUN = 10
_CONTRADICTION = -0.5

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ResponseQuality:
    """A row per wave and linked person, in that order.

    Attributes
    ----------
    wave, person, n_items : ndarray of int, shape (n_rows,)
        Who, and how many items they answered.
    longest_run : ndarray of int, shape (n_rows,)
        Longest run of the same option, in the order of item numbers.
    spread : ndarray of float, shape (n_rows,)
        Standard deviation of a person's answers as given, in points (intra-individual response variability); nan for
        one answer.
    consistency : ndarray of float, shape (n_rows,)
        Even-odd consistency over scales, −1 to 1; nan with fewer than ten scales of two items.
    straight, long_run, ends_only, inconsistent : ndarray of bool, shape (n_rows,)
        Flags; False also where there are too few items to say.
    """

    wave: Ints
    person: Ints
    n_items: Ints
    longest_run: Ints
    spread: Floats
    consistency: Floats
    straight: Flags
    long_run: Flags
    ends_only: Flags
    inconsistent: Flags

    @property
    def flagged(self) -> Flags:
        """Whether any flag is set."""
        return np.asarray(self.straight | self.long_run | self.ends_only | self.inconsistent)


def response_quality(answers: Answers, instrument: Instrument) -> ResponseQuality:
    """Flags of careless responding, per person and wave.

    To say in a report how much of a wave is doubtful, and to compare results with and without. A flag is no proof: some
    people do think the same of everything, so nobody is left out because of one.

    Parameters
    ----------
    answers : Answers
        A row per answer. Item numbers are taken as the order of asking; unlinked answers cannot be judged.
    instrument : Instrument
        Ranges, directions and scales of the items.

    Returns
    -------
    ResponseQuality
        `straight`: one option, off the middle, for at least five items some of which are reversed, so that the
        answers contradict each other. `long_run`: ten of the same option in a row. `ends_only`: at least five
        answers, all at an end, and after turning reversed items at both ends. `inconsistent`: even and odd items
        of at least ten scales correlate below −.5, as those of one careful person in a hundred do.

    Raises
    ------
    ValueError
        If an item is unknown or a value off its scale.

    Notes
    -----
    A pulse of a few items can hardly show carelessness; most flags then stay False. Even-odd consistency is the
    correlation over scales of the means of every other item, stepped up by 2r/(1 + r).

    References
    ----------
    Curran, P. G. (2016). Methods for the detection of carelessly invalid responses in survey data. Journal of
    Experimental Social Psychology, 66, 4-19.

    Examples
    --------
    >>> instrument = Instrument([0] * 6, [1] * 6, [5] * 6, [False, True] * 3)
    >>> answers = Answers([0] * 6, [7] * 6, [0] * 6, range(6), [5.0] * 6)
    >>> response_quality(answers, instrument).straight.tolist()
    [True]
    """
    rows = np.flatnonzero(answers.person >= 0)
    rows = rows[np.lexsort((answers.item[rows], answers.person[rows], answers.wave[rows]))]
    wave, person, item = answers.wave[rows], answers.person[rows], answers.item[rows]
    turned = to_points(answers.value[rows], item, instrument)
    given = np.where(instrument.reversed[item], 100 - turned, turned)
    starts = np.flatnonzero(_changes(wave) | _changes(person))
    who = np.cumsum(_changes(wave) | _changes(person)) - 1
    n_items = np.diff(np.append(starts, rows.size))
    longest = _longest_runs(given, who, starts.size)
    consistency = even_odd_consistency(turned, who, instrument.scale_of_item[item], starts.size)
    return ResponseQuality(
        wave=wave[starts],
        person=person[starts],
        n_items=n_items,
        longest_run=longest,
        spread=_spread(given, who, n_items),
        consistency=consistency,
        straight=_straight(given, instrument.reversed[item], who, n_items),
        long_run=longest >= _LONG_RUN,
        ends_only=_ends_only(turned, who, n_items),
        inconsistent=np.nan_to_num(consistency, nan=1.0) < _CONTRADICTION,
    )


def _changes(column: NDArray[np.generic]) -> Flags:
    return np.concatenate([np.ones(min(column.size, 1), np.bool_), column[1:] != column[:-1]])


def _longest_runs(given: Floats, who: Ints, n_people: int) -> Ints:
    begins = np.flatnonzero(_changes(given) | _changes(who))
    longest = np.zeros(n_people, np.int64)
    np.maximum.at(longest, who[begins], np.diff(np.append(begins, given.size)))
    return longest


def _spread(given: Floats, who: Ints, n_items: Ints) -> Floats:
    mean = np.bincount(who, given) / n_items if who.size else np.zeros(0)
    square = np.bincount(who, (given - mean[who]) ** 2, n_items.size)
    return np.asarray(np.sqrt(np.divide(square, n_items - 1, out=np.full(n_items.size, np.nan), where=n_items > 1)))


def _straight(given: Floats, is_reversed: Flags, who: Ints, n_items: Ints) -> Flags:
    same = np.ones(n_items.size, np.bool_)
    np.logical_and.at(same, who, ~(_changes(given) & ~_changes(who)) & (given != 50))
    n_reversed = np.bincount(who, is_reversed, n_items.size)
    return same & (n_items >= _LEAST_ITEMS) & (n_reversed > 0) & (n_reversed < n_items)


def _ends_only(turned: Floats, who: Ints, n_items: Ints) -> Flags:
    low = np.bincount(who, turned == 0, n_items.size)
    high = np.bincount(who, turned == 100, n_items.size)
    return np.asarray((low + high == n_items) & (low > 0) & (high > 0) & (n_items >= _LEAST_ITEMS))
