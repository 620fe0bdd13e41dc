"""Everything that is wrong with a file, at once: where, what was got, what is wanted."""

from pathlib import Path

import pytest

from survey.questionnaires.faults import UnreadableQuestionnaire
from survey.questionnaires.reading import FOLDER, parse_questionnaire, read_questionnaire, shipped
from tests.survey.questionnaires.company import ARABIC, OWN, company, faults, translation

OURS = (FOLDER / "aloft-1.toml").read_text("utf-8")


def test_a_good_file_has_no_faults() -> None:
    assert not faults(company(ARABIC, translation("ar"), OWN + 'text.ar = "تصل الطلبات كاملة."\n'))


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        (
            'pack = "last"',
            'pack = "d"',
            "acme.toml:5: got the pack 'd'; wanted one of anchor, a, b",
        ),
        ('pack = "last"', 'pack = "last"\nkind = "agreed"', "acme.toml:6: got the kind 'agreed'; wanted one of rated,"),
        (
            'pack = "last"',
            'pack = "a"\nprinciple = "speed"',
            ":6: got the principle 'speed'; wanted one of learning",
        ),
        (
            'pack = "last"',
            'pack = "a"',
            ":5: got X1 of no principle in the pack 'a'; wanted a",
        ),
        (
            'pack = "last"',
            'pack = "last"\nprinciple = "learning"',
            ":5: got X1 of a principle in the pack 'last'",
        ),
        (
            'pack = "last"',
            'pack = "a"\nkind = "hours"',
            ":5: got the pack 'a' for the kind 'hours'; wanted one of last",
        ),
        (
            'pack = "last"',
            'pack = "last"\nkind = "count"\nreversed = true',
            ":7: got a reversed item of the kind",
        ),
        ('code = "X1"', 'code = "L1"', ":4: got L1 again, which is in aloft-1; wanted another code"),
        ('code = "X1"', 'code = "1 X"', ":4: got '1 X'; wanted a letter, then letters and digits, 20 at most"),
        ("text.fr", "hint.fr", ":6: got no text in fr for X1; wanted one in each of en, de, fr, es"),
        ("text.fr", "text.pl", "got a text in pl, which has no words; wanted one of en, de, fr, es"),
        ("The shops get what they ordered.", " ", ":6: got an empty text; wanted one that says something"),
        (
            "The shops get",
            "The shops\\nget",
            ":6: got a text with space around it or with line breaks",
        ),
        ("The shops get", " The shops get", ":6: got a text with space around it or with line breaks"),
    ],
)
def test_an_own_item_that_cannot_be_asked_is_told(was: str, becomes: str, told: str) -> None:
    assert any(told in line for line in faults(company(OWN.replace(was, becomes))))


def test_a_code_that_stands_twice_is_told() -> None:
    assert faults(company(OWN, OWN)) == ["acme.toml:11: got X1 again, which is in the same file; wanted another code"]


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    found = faults(company(OWN.replace('"last"', '"d"'), OWN.replace("X1", "L1").replace("text.es", "text.it")))

    assert [line.split(";")[0] for line in found] == [
        "acme.toml:5: got the pack 'd'",
        "acme.toml:11: got L1 again, which is in aloft-1",
        "acme.toml:13: got no text in es for L1",
        "acme.toml:16: got a text in it, which has no words",
    ]


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        (
            'lead_in = "في',
            'lead_on = "في',
            ":10: got the unknown key words.ar.lead_on; wanted one of answers",
        ),
        ("lead_in", "# lead_in", ":3: got no lead_in in ar; wanted one, as in the other languages"),
        ('"أبدًا", ', "", ":4: got 4 answers in ar, 4 of them different; wanted 5"),
        ('"أبدًا", ', '"دائمًا", ', ":4: got 5 answers in ar, 4 of them different; wanted 5"),
        ('cannot_say = "لا يمكن الحكم"', 'cannot_say = ""', ":5: got an empty text"),
        ("L4 =", "# L4 =", "got no texts in ar for L4; wanted those of all items of aloft-1 that have texts"),
        ('O1 = "ar O1?"', "", "got no hints in ar for O1; wanted those of all items of aloft-1 that have hints"),
        ("L4 =", "L99 =", "got L99 in [texts.ar]; wanted a code of aloft-1 that has texts"),
        ('"ar L4"', '""', "got an empty text; wanted one that says something"),
        ("[words.ar]", "[words.arabic]", "got the language 'arabic'; wanted a tag such as"),
        ("[words.ar]", "[words.AR]", "got the language 'AR'; wanted a tag such as"),
        ("[words.ar]", "[words.ar_EG]", "got the language 'ar_EG'; wanted a tag such as"),
        ("[words.ar]", "[words.fa]", "got texts in ar, which has no words; wanted its words in [words.ar] as well"),
    ],
)
def test_an_added_language_that_is_not_whole_is_told(was: str, becomes: str, told: str) -> None:
    text = company(ARABIC, translation("ar"))
    assert was in text

    assert any(told in line for line in faults(text.replace(was, becomes)))


def test_the_scale_of_a_language_of_ours_is_not_for_a_company_to_change() -> None:
    assert faults(company('[words.en]\ncannot_say = "No idea"\n')) == [
        "acme.toml:4: got other cannot_say in en; wanted customers alone: the rest is given"
    ]


def test_one_text_of_ours_cannot_be_worded_anew() -> None:
    [told] = faults(company('[texts.en]\nL1 = "In my team, we ask."\n'))

    assert "got no texts in en for C1, E1" in told


def test_a_language_to_ask_in_needs_words() -> None:
    told = "acme.toml:3: got the language 'it', which has no words; wanted one of en, de, fr, es"

    assert told in faults(company('languages = ["en", "it"]\n'))


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('principle = "learning"\npack = "anchor"', 'pack = "last"', "got no anchors of learning; wanted 2"),
        (
            'code = "Q1"\npack = "last"',
            'code = "Q1"\npack = "anchor"\nprinciple = "learning"',
            "got 3 anchors of learning; wanted 2",
        ),
        (
            'principle = "equal_say"\npack = "c"',
            'pack = "last"',
            "items of equal_say: 3 in a, 3 in b, 0 in c",
        ),
        (
            'code = "L4"\nprinciple = "learning"\npack = "b"',
            'code = "L4"\nprinciple = "learning"\npack = "a"',
            "learning: 4 in a, 2 in b, 3 in c",
        ),
        ('pack = "module_2"', 'pack = "last"', "items of the module: 2 in module_1, 0 in module_2, 2 in module_3"),
        ('code = "Q1"', 'code = "Q1"\nkind = "comment"', "got the comments Q1, O1; wanted one at most"),
        (
            'code = "aloft-1"',
            'code = "aloft"',
            "got 'aloft'; wanted a name and the number of the version",
        ),
        ('code = "aloft-1"', 'code = "aloft-1"\nextends = "aloft-1"', "got 'aloft-1', which is what the file extends"),
        ('code = "aloft-1"', 'code = "x-1"\nextends = "aloft-0"', "got 'aloft-0'; wanted one of aloft-1"),
        ('code = "aloft-1"', 'code = "x-1"\ntexts.en.L1 = "Text."', "got [texts] without extends"),
        ('code = "aloft-1"', "", "got no code; wanted one"),
        ('code = "aloft-1"', "code = 7", ":6: got code = 7; wanted a valid string"),
        ('code = "aloft-1"', "code =", "got text that is no TOML"),
        ("reversed = true", 'reversed = "yes"', "reversed = 'yes'; wanted a valid boolean"),
        ("[words.en]", "[words.pt]", "got no text in pt for L1; wanted one in each of pt, de, fr, es"),
    ],
)
def test_a_whole_questionnaire_that_cannot_be_asked_is_told(was: str, becomes: str, told: str) -> None:
    assert was in OURS

    assert any(told in line for line in faults(OURS.replace(was, becomes)))


def test_a_file_without_a_language_is_told() -> None:
    assert "acme.toml: got no language; wanted the words of at least one in [words.LANGUAGE]" in faults('code = "a-1"')


def test_a_rated_text_for_which_the_page_has_no_room_is_a_warning() -> None:
    long = company(OWN.replace("what they ordered.", "what they ordered " + "again " * 15 + "and again."))

    assert parse_questionnaire(long, name="acme.toml").warnings == (
        "acme.toml:6: got a text of 132 characters; wanted at most 110, for which the page has room",
    )


def test_a_file_that_is_not_there_or_not_a_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes('code = "größe-1"'.encode("latin-1"))

    with pytest.raises(UnreadableQuestionnaire, match=r"none\.toml: got No such file or directory; wanted a file"):
        read_questionnaire(tmp_path / "none.toml")
    with pytest.raises(UnreadableQuestionnaire, match=r"latin\.toml: got bytes that are not UTF-8"):
        read_questionnaire(tmp_path / "latin.toml")


def test_what_is_shipped_is_named_by_its_code() -> None:
    assert {code: read_questionnaire(path).code for code, path in shipped().items()} == {"aloft-1": "aloft-1"}
