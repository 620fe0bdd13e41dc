"""What people say about the course of their unit, as independent lines: what each answer adds to those before."""

from dataclasses import dataclass

import numpy as np

from analysis.panel import Floats, Ints
from benchmarks.detection.truth import Noise


@dataclass(frozen=True, slots=True)
class Lines:
    """Independent looks, of variance 1, at a unit's path.

    Attributes
    ----------
    wave : ndarray of int, shape (n_lines,)
        The wave that brought the look.
    weight : ndarray of float, shape (n_lines, n_waves)
        It sees the path's waves with these weights, none later than its own.
    """

    wave: Ints
    weight: Floats

    def precision(self, n_waves: int) -> Floats:
        """Of the path, given the first waves only; shape (n_waves, n_waves)."""
        seen = self.weight[self.wave < n_waves][:, :n_waves]
        return np.asarray(seen.T @ seen)


def linked_lines(wave: Ints, person: Ints, noise: Noise, n_waves: int) -> Lines:
    """Of people who are known from wave to wave; a row per answer of one unit."""
    lasting = noise.lasting(n_waves)
    order = np.lexsort((wave, person))
    begins = np.flatnonzero(np.diff(person[order], prepend=-1))
    parts = np.split(wave[order], begins[1:])
    weight = np.concatenate([_whiten(own, lasting, noise.residual, n_waves) for own in parts])
    return Lines(wave[order], weight)


def mean_lines(wave: Ints, person: Ints, noise: Noise, n_waves: int) -> Lines:
    """Of the unit's mean in each wave, where it is not known who said what but how many of them are the same."""
    persons, number = np.unique(person, return_inverse=True)
    there = np.zeros((persons.size, n_waves))
    there[number, wave] = 1
    waves = np.flatnonzero(there.any(axis=0))
    there = there[:, waves]
    n = there.sum(axis=0)
    same = there.T @ there / np.outer(n, n)
    covariance = noise.lasting(n_waves)[np.ix_(waves, waves)] * same + np.diag(noise.residual / n)
    weight = np.zeros((waves.size, n_waves))
    weight[:, waves] = np.linalg.inv(np.linalg.cholesky(covariance))
    return Lines(waves, weight)


def _whiten(waves: Ints, lasting: Floats, residual: float, n_waves: int) -> Floats:
    """Lines of one person."""
    covariance = lasting[np.ix_(waves, waves)] + residual * np.eye(waves.size)
    weight = np.zeros((waves.size, n_waves))
    weight[:, waves] = np.linalg.inv(np.linalg.cholesky(covariance))
    return weight
