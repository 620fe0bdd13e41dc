"""What the program decides to show of a made-up company, and the numbers that this makes."""

from dataclasses import dataclass

import numpy as np

from analysis.disclosure.bands import ALONE, JOINED
from analysis.disclosure.build import Decision, decide
from analysis.disclosure.counts import Counts
from analysis.disclosure.homogeneity import Steps
from analysis.disclosure.items import ItemCounts, places_with_anchors, places_with_rotating
from analysis.disclosure.one_person import most_steps
from analysis.disclosure.prove import Choice
from analysis.tree import Tree
from tests.redteam.disclosure.made_up import N_ANCHORS, N_BANDS, N_WAVES, Company
from tests.redteam.disclosure.published import Ints, Mask, Published

UNKNOWN = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """All that is shown of one principle; masks have place 0 for the company."""

    choices: tuple[Choice, ...]
    anchors: tuple[Mask, ...]
    rotating: Mask


def what_is_shown(company: Company, *, k: int, n_waves: int = N_WAVES, scale: int = 0) -> Shown:
    decisions = [decided(company, wave, k=k) for wave in range(n_waves)]
    choices = tuple(decision.shown[scale] for decision in decisions)
    shows, by_counts = (
        [np.r_[choice.units[0], choice.units[company.divisions]] for choice in some]
        for some in (choices, [decision.by_counts for decision in decisions])
    )
    anchors = tuple(
        places_with_anchors(anchor_counts(company, scale, wave), may_show=shows[wave], by_counts=by_counts[wave], k=k)
        for wave in range(n_waves)
    )
    everywhere = np.logical_and.reduce([*shows, *anchors])
    rotating = places_with_rotating(rotating_counts(company, scale, n_waves), may_show=everywhere, k=k)
    return Shown(choices, anchors, rotating)


def decided(company: Company, wave: int, *, k: int, before: Choice | None = None) -> Decision:
    answered = company.said[:, wave]
    counts = Counts(Tree(company.parent), company.unit, company.band, (answered > 0).any(axis=2).T, N_BANDS)
    low, high = (np.minimum(company_steps(answered, end).sum(axis=2).T, most_steps(k)) for end in (1, 5))
    menu = tuple(np.ones((n, counts.n_places), np.bool_) for n in N_BANDS)
    menu[0][UNKNOWN] = False
    return decide(counts, Steps(low, high), menu, k=k, before=before)


def company_steps(answers: Ints, end: int) -> Ints:
    """Steps of each answer from an end of the scale; none where there is no answer."""
    return np.where(answers > 0, np.abs(answers - end), 0)


def anchor_counts(company: Company, scale: int, wave: int) -> ItemCounts:
    answers = company.said[scale, wave][None]
    people, low, high = (
        _with_others(values) for values in (answers > 0, company_steps(answers, 1), company_steps(answers, 5))
    )
    people = people > 0
    return _by_place(company, people, (answers[:, :, :1] > 0) & people, low, high)


def rotating_counts(company: Company, scale: int, n_waves: int) -> ItemCounts:
    answers = company.said[scale, :n_waves, :, N_ANCHORS:]
    hub = company.said[scale, :n_waves, :, :1] > 0
    return _by_place(company, answers > 0, hub & (answers > 0), company_steps(answers, 1), company_steps(answers, 5))


def _with_others(values: Ints) -> Ints:
    """The anchors' columns, and one for all questions asked of some."""
    return np.concatenate((values[..., :N_ANCHORS], values[..., N_ANCHORS:].sum(axis=-1, keepdims=True)), axis=-1)


def _by_place(company: Company, *values: Ints) -> ItemCounts:
    """Sums over the people of each place; `values` have shape (n_waves, n_people, n_items)."""
    at = (np.arange(1 + company.divisions.size)[:, None] == company.place).astype(np.int64)
    return ItemCounts(*(np.einsum("dp,wpi->wdi", at, value.astype(np.int64)) for value in values))


def published(company: Company, shown: Shown, *, scale: int = 0) -> Published:
    """Every number shown of one principle, as a row over all answers that were given to it."""
    n_waves = len(shown.choices)
    rows = [row for wave in range(n_waves) for row in principle_rows(company, shown.choices[wave], wave)]
    for wave, places in enumerate(shown.anchors):
        rows += [_cube(people, [wave], [item]) for people in _in_places(company, places) for item in range(N_ANCHORS)]
    for people in _in_places(company, shown.rotating):
        rows += [_cube(people, range(n_waves), [item]) for item in range(N_ANCHORS, company.said.shape[-1])]
    return of_rows(company, rows, n_waves, scale=scale)


def of_rows(company: Company, rows: list[Mask], n_waves: int, *, scale: int = 0) -> Published:
    wave, person, item = np.nonzero(company.said[scale, :n_waves])
    table = np.array([row[wave, person, item] for row in rows], np.int8).reshape(len(rows), person.size)
    return Published(table, person.astype(np.int64), company.said[scale, wave, person, item])


def principle_rows(company: Company, choice: Choice, wave: int) -> list[Mask]:
    """A row for each unit and band shown, shape (n_waves, n_people, n_items)."""
    items = range(company.said.shape[-1])
    people = list(company.inside[choice.units])
    for factor, shown in enumerate(choice.bands):
        alone = [([int(band)], int(place)) for band, place in np.argwhere(shown == ALONE)]
        joined = [(np.flatnonzero(shown[:, at] == JOINED).tolist(), at) for at in range(shown.shape[1])]
        for bands, place in [*alone, *(one for one in joined if one[0])]:
            people.append(_in_place(company, place) & np.isin(company.band[:, factor], bands))
    return [_cube(one, [wave], items) for one in people]


def _in_places(company: Company, places: Mask) -> list[Mask]:
    return [_in_place(company, int(place)) for place in np.flatnonzero(places)]


def _in_place(company: Company, place: int) -> Mask:
    return np.ones(company.unit.size, np.bool_) if place == 0 else company.place == place


def _cube(people: Mask, waves: object, items: object) -> Mask:
    row = np.zeros((N_WAVES, people.size, N_ANCHORS + 9), np.bool_)
    row[np.ix_(list(waves), np.flatnonzero(people), list(items))] = True
    return row
