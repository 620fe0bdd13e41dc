"""Which items a person is asked: planned missing answers."""

from collections import Counter, defaultdict

import pytest
from scipy.stats import chisquare

from survey.questionnaires.drawing import drawn_items
from survey.questionnaires.questionnaire import PRINCIPLES, ROTATING, Kind, Pack, Questionnaire
from survey.questionnaires.reading import ours

KEY = bytes(range(32))
ANCHORS = ["L1", "C1", "E1", "C2", "L2", "E2"]
PEOPLE = 3_600


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    return ours()


def codes(
    questionnaire: Questionnaire, person: int, wave: int, *, key: bytes = KEY, with_module: bool = False
) -> list[str]:
    items = drawn_items(
        questionnaire, key=key, person_id=person, wave_number=wave, first_wave_of_epoch=1, with_module=with_module
    )
    return [item.code for item in items]


def test_six_anchors_come_first_in_the_same_order_for_years(questionnaire: Questionnaire) -> None:
    assert all(codes(questionnaire, person, wave)[:6] == ANCHORS for person in range(20) for wave in range(1, 13))


def test_ten_rated_questions_and_a_comment_are_asked(questionnaire: Questionnaire) -> None:
    asked = drawn_items(questionnaire, key=KEY, person_id=1, wave_number=1, first_wave_of_epoch=1)

    assert [item.kind for item in asked] == [Kind.RATED] * 10 + [Kind.COMMENT]
    assert asked[9].pack is Pack.LAST
    assert sorted(item.principle for item in asked[6:9]) == sorted(PRINCIPLES)


def test_hours_are_asked_of_everybody_every_third_wave(questionnaire: Questionnaire) -> None:
    asked = {wave for wave in range(1, 13) for person in range(5) if "H1" in codes(questionnaire, person, wave)}

    assert asked == {3, 6, 9, 12}
    assert all("H1" in codes(questionnaire, person, 3) for person in range(50))


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_a_random_ninth_of_people_gets_each_rotating_item(questionnaire: Questionnaire, principle: str) -> None:
    rotating = {item.code for pack in ROTATING for item in questionnaire.in_pack(pack, principle)}
    for wave in (1, 5):
        drawn = Counter(
            code for person in range(PEOPLE) for code in codes(questionnaire, person, wave) if code in rotating
        )

        assert len(drawn) == 9
        assert drawn.total() == PEOPLE
        assert chisquare(list(drawn.values())).pvalue > 1e-4


def test_a_person_passes_all_packs_in_three_waves_and_all_items_in_nine(questionnaire: Questionnaire) -> None:
    for person in range(30):
        asked = defaultdict(list)
        for wave in range(1, 10):
            for code in codes(questionnaire, person, wave)[6:9]:
                item = questionnaire.item(code)
                asked[item.principle].append(item)
        for items in asked.values():
            assert {item.pack for item in items[:3]} == {Pack.A, Pack.B, Pack.C}
            assert len({item.code for item in items}) == 9


def test_principles_are_drawn_independently(questionnaire: Questionnaire) -> None:
    pairs = Counter()
    for person in range(PEOPLE):
        drawn = {
            questionnaire.item(code).principle: questionnaire.item(code)
            for code in codes(questionnaire, person, 1)[6:9]
        }
        pairs[drawn["learning"].pack, drawn["equal_say"].pack] += 1

    assert len(pairs) == 9
    assert chisquare(list(pairs.values())).pvalue > 1e-4


def test_another_epoch_draws_another_order(questionnaire: Questionnaire) -> None:
    other = bytes(range(1, 33))
    same = sum(codes(questionnaire, person, 1) == codes(questionnaire, person, 1, key=other) for person in range(500))

    # Nine items a principle and six orders of three: alike by chance once in some four thousand.
    assert same < 5


def test_the_module_gives_each_person_two_of_its_six(questionnaire: Questionnaire) -> None:
    asked = Counter(
        tuple(code for code in codes(questionnaire, person, 6, with_module=True) if code.startswith("M"))
        for person in range(900)
    )

    assert set(asked) == {("M1", "M4"), ("M2", "M5"), ("M3", "M6")}
    assert chisquare(list(asked.values())).pvalue > 1e-4


def test_the_same_call_gives_the_same_items(questionnaire: Questionnaire) -> None:
    assert codes(questionnaire, 7, 4) == codes(questionnaire, 7, 4)


def test_a_wave_before_the_epoch_is_refused(questionnaire: Questionnaire) -> None:
    with pytest.raises(ValueError, match="got 1; wanted at least first_wave_of_epoch = 3"):
        drawn_items(questionnaire, key=KEY, person_id=1, wave_number=1, first_wave_of_epoch=3)
