"""A code never means two wordings."""

import pytest

from survey.questionnaires.reading import ours
from tests.survey.questionnaires.company import ARABIC, OWN, company, faults, read, translation

SECOND = 'code = "acme-2"\nextends = "aloft-1"\n'
GIVE = "wanted what was asked before: give it a new code"


def against_the_first(*parts: str, first: tuple[str, ...] = (OWN,)) -> list[str]:
    return faults(company(*parts, head=SECOND), against=read(company(*first)))


def test_a_version_that_only_adds_is_welcome() -> None:
    assert not against_the_first(OWN, OWN.replace("X1", "X2"))


def test_a_version_that_only_leaves_out_is_welcome() -> None:
    assert not against_the_first('languages = ["en"]\n')


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("they ordered", "they have ordered", f"acme.toml:6: got another text of X1 in en than before; {GIVE}"),
        ("qu'ils ont", "qu'elles ont", f"acme.toml:8: got another text of X1 in fr than before; {GIVE}"),
        ('"last"', '"last"\nreversed = true', f"acme.toml:6: got another direction of X1 than before; {GIVE}"),
        ('"last"', '"last"\nkind = "count"', f"acme.toml:6: got another kind of X1 than before; {GIVE}"),
    ],
)
def test_another_wording_under_the_same_code_is_refused(was: str, becomes: str, told: str) -> None:
    assert against_the_first(OWN.replace(was, becomes)) == [told]


def test_another_principle_under_the_same_code_is_refused() -> None:
    [first, second] = [
        tuple(OWN.replace("X1", f"X{pack}").replace('"last"', f'"{pack}"\nprinciple = "{principle}"') for pack in "abc")
        for principle in ("learning", "equal_say")
    ]

    assert len(against_the_first(*second, first=first)) == 3


def test_a_new_code_for_a_new_wording_is_welcome() -> None:
    assert not against_the_first(OWN.replace("X1", "X2").replace("they ordered", "they have ordered"))


def test_a_language_worded_anew_is_refused_once_it_was_asked() -> None:
    found = faults(company(translation("de")), against=ours())

    assert len(found) == 44
    assert found[0] == f"acme.toml:4: got another text of L1 in de than before; {GIVE}"


def test_another_hint_is_refused() -> None:
    changed = translation("ar").replace("ar O1?", "ar O1!")

    assert against_the_first(ARABIC, changed, first=(ARABIC, translation("ar"))) == [
        f"acme.toml:56: got another hint of O1 in ar than before; {GIVE}"
    ]


def test_customers_are_named_once() -> None:
    found = faults(company('[words.en]\ncustomers = "Customers: shops."\n'), against=ours())

    assert found == [
        "acme.toml:3: got other words in en than in aloft-1; wanted the same: they are fixed before the first wave"
    ]


def test_another_questionnaire_needs_another_code() -> None:
    assert faults(company(OWN), against=read(company())) == [
        "acme.toml:1: got acme-1 for another questionnaire than before; wanted a new code of the questionnaire"
    ]
    assert not faults(company(OWN), against=read(company(OWN)))
