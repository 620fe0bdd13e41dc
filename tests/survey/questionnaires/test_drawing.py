"""Who is asked what: by lot, evenly, and the same at every call."""

import inspect
from collections import Counter
from functools import cache
from hashlib import sha256

import pytest
from scipy.stats import chi2

from survey.questionnaires.drawing import drawn_items
from survey.questionnaires.questionnaire import MODULES, PRINCIPLES, ROTATING, Item, Kind
from survey.questionnaires.reading import ours

KEY, OTHER_KEY = (sha256(name).digest() for name in (b"an epoch", b"the next epoch"))
PEOPLE = range(1, 901)
# A fair lot is refused once in ten thousand times; the keys are fixed, so that a test that passes goes on passing.
UNLIKELY = 1e-4


@cache
def drawn(person: int, wave: int = 1, *, key: bytes = KEY, with_module: bool = False) -> tuple[Item, ...]:
    return drawn_items(
        ours(), key=key, person_id=person, wave_number=wave, first_wave_of_epoch=1, with_module=with_module
    )


def rotating(person: int, wave: int = 1, *, key: bytes = KEY) -> dict[str, Item]:
    return {item.principle: item for item in drawn(person, wave, key=key) if item.pack in ROTATING}


def is_even(counts: Counter[tuple[object, ...]], kinds: int) -> bool:
    """Whether a chi-square test of equal shares does not refuse the counts."""
    expected = counts.total() / kinds
    statistic = sum((n - expected) ** 2 for n in counts.values()) / expected + expected * (kinds - len(counts))
    return bool(chi2.sf(statistic, kinds - 1) > UNLIKELY)


def codes(items: tuple[Item, ...]) -> list[str]:
    return [item.code for item in items]


def test_anchors_come_first_in_the_same_order_for_everybody() -> None:
    assert {tuple(codes(drawn(person, 1 + person % 13))[:6]) for person in PEOPLE} == {
        ("L1", "C1", "E1", "C2", "L2", "E2")
    }


def test_then_one_item_of_each_principle_and_what_ends_every_wave() -> None:
    for person in PEOPLE:
        items = drawn(person)
        assert {item.principle for item in items[6:9] if item.pack in ROTATING} == set(PRINCIPLES)
        assert codes(items[9:]) == ["Q1", "O1"]


def test_hours_are_asked_of_everybody_in_every_third_wave() -> None:
    for wave in range(1, 10):
        asked = {"H1" in codes(drawn(person, wave)) for person in range(1, 50)}
        assert asked == {wave % 3 == 0}


def test_ten_are_rated_and_the_comment_is_last() -> None:
    for wave in (1, 3):
        items = drawn(7, wave)
        assert sum(item.kind is Kind.RATED for item in items) == 10
        assert items[-1].kind is Kind.COMMENT


@pytest.mark.parametrize("principle", PRINCIPLES)
@pytest.mark.parametrize("wave", [1, 2, 5, 9, 11])
def test_each_rotating_item_is_asked_of_a_ninth(principle: str, wave: int) -> None:
    counts = Counter((rotating(person, wave)[principle].code,) for person in PEOPLE)

    assert len(counts) == 9
    assert is_even(counts, 9)


@pytest.mark.parametrize("first", [1, 4, 7, 10])
def test_everybody_passes_all_packs_in_three_waves(first: int) -> None:
    for person in range(1, 100):
        for principle in PRINCIPLES:
            packs = {rotating(person, wave)[principle].pack for wave in range(first, first + 3)}
            assert packs == set(ROTATING)


def test_everybody_passes_all_nine_items_in_nine_waves() -> None:
    for person in range(1, 100):
        for principle in PRINCIPLES:
            asked = {rotating(person, wave)[principle].code for wave in range(1, 10)}
            assert len(asked) == 9


def test_after_nine_waves_the_order_begins_again() -> None:
    assert all(rotating(person, wave) == rotating(person, wave + 9) for person in range(1, 50) for wave in (1, 2, 3, 4))


def test_the_principles_stand_in_every_order_equally_often() -> None:
    counts = Counter(tuple(item.principle for item in drawn(person)[6:9]) for person in PEOPLE)

    assert is_even(counts, 6)


def test_the_order_of_the_principles_is_drawn_anew_each_wave() -> None:
    pairs = Counter((drawn(person, 1)[6].principle, drawn(person, 2)[6].principle) for person in PEOPLE)

    assert is_even(pairs, 9)


def test_what_is_drawn_for_one_principle_says_nothing_about_another() -> None:
    for one, other in (("learning", "customer_truth"), ("customer_truth", "equal_say"), ("equal_say", "learning")):
        pairs = Counter((rotating(person)[one].code, rotating(person)[other].code) for person in PEOPLE)
        assert is_even(pairs, 81)


def test_what_is_drawn_for_one_person_says_nothing_about_the_next() -> None:
    pairs = Counter((rotating(n)["learning"].pack, rotating(n + 1)["learning"].pack) for n in PEOPLE)

    assert is_even(pairs, 9)


def test_another_key_gives_another_order() -> None:
    pairs = Counter(
        (rotating(person)["learning"].pack, rotating(person, key=OTHER_KEY)["learning"].pack) for person in PEOPLE
    )

    assert is_even(pairs, 9)


def test_packs_follow_each_other_in_every_order() -> None:
    orders = Counter(tuple(rotating(person, wave)["equal_say"].pack for wave in (1, 2, 3)) for person in PEOPLE)

    assert is_even(orders, 6)


def test_the_same_is_drawn_at_every_call() -> None:
    again = drawn_items(ours(), key=KEY, person_id=12, wave_number=5, first_wave_of_epoch=1)

    assert again == drawn(12, 5)


def test_what_was_drawn_stays_drawn_from_release_to_release() -> None:
    """An open wave outlives an update: who opens the page again must find the same questions."""
    assert codes(drawn(1, 6)[6:9]) == ["L5", "C8", "E6"]


def test_the_cycle_begins_with_the_epoch() -> None:
    late = drawn_items(ours(), key=KEY, person_id=3, wave_number=14, first_wave_of_epoch=14)

    assert {item.code for item in late[6:9]} == {item.code for item in drawn(3, 1)[6:9]}


def test_nothing_of_a_person_but_the_number_goes_in() -> None:
    assert set(inspect.signature(drawn_items).parameters) == {
        "questionnaire", "key", "person_id", "wave_number", "first_wave_of_epoch", "with_module",
    }  # fmt: skip


def test_a_third_of_people_gets_each_pair_of_the_module() -> None:
    pairs = Counter(
        tuple(item.code for item in drawn(person, with_module=True) if item.pack in MODULES) for person in PEOPLE
    )

    assert set(pairs) == {("M1", "M4"), ("M2", "M5"), ("M3", "M6")}
    assert is_even(pairs, 3)


def test_the_module_is_drawn_anew_each_time() -> None:
    first = {person: drawn(person, 2, with_module=True)[9].code for person in PEOPLE}
    second = {person: drawn(person, 8, with_module=True)[9].code for person in PEOPLE}

    assert is_even(Counter((first[person], second[person]) for person in PEOPLE), 9)


def test_the_module_changes_nothing_else() -> None:
    for person in range(1, 50):
        with_it = [item for item in drawn(person, with_module=True) if item.pack not in MODULES]
        assert with_it == list(drawn(person))


def test_the_last_rated_item_is_whether_anything_comes_of_it() -> None:
    rated = [item.code for item in drawn(4, 3, with_module=True) if item.kind is Kind.RATED]

    assert rated[-1] == "Q1"


def test_a_wave_before_its_epoch_is_refused() -> None:
    with pytest.raises(ValueError, match="wave_number: got 3; wanted at least first_wave_of_epoch = 4"):
        drawn_items(ours(), key=KEY, person_id=1, wave_number=3, first_wave_of_epoch=4)


@pytest.mark.parametrize("key", [b"", b"short", KEY + b"x"])
def test_a_key_of_another_length_is_refused(key: bytes) -> None:
    with pytest.raises(ValueError, match=f"key: got {len(key)} bytes; wanted 32"):
        drawn_items(ours(), key=key, person_id=1, wave_number=1, first_wave_of_epoch=1)
