"""What a company adds to the questionnaire."""

from survey.questionnaires.drawing import drawn_items
from survey.questionnaires.questionnaire import Kind, Pack
from survey.questionnaires.reading import ours
from survey.translations import direction
from tests.survey.questionnaires.company import ARABIC, OWN, company, read, translation

SHOPS = '[words.en]\ncustomers = "Customers: shops that order from us. Colleagues are not meant here."\n'


def test_a_file_that_only_extends_ours_asks_the_same() -> None:
    assert read(company()).items == ours().items
    assert (read(company()).code, read(company()).version) == ("acme-1", 1)


def test_the_version_is_the_number_at_the_end_of_the_code() -> None:
    found = read(company(head='code = "a-2-b-17"\nextends = "aloft-1"\n'))

    assert (found.code, found.version) == ("a-2-b-17", 17)


def test_a_company_says_who_its_customers_are() -> None:
    words = read(company(SHOPS)).words

    assert words["en"].customers.startswith("Customers: shops")
    assert words["en"].answers == ours().words["en"].answers
    assert words["de"] == ours().words["de"]


def test_own_items_are_asked_after_the_rotating_ones_and_before_ours() -> None:
    found = drawn_items(read(company(OWN)), key=bytes(32), person_id=1, wave_number=1, first_wave_of_epoch=1)

    assert [item.code for item in found[9:]] == ["X1", "Q1", "O1"]


def test_an_own_item_belongs_to_no_principle_and_is_rated_unless_it_says_otherwise() -> None:
    own = read(company(OWN)).item("X1")

    assert (own.kind, own.pack, own.principle, own.is_reversed, own.hint) == (Kind.RATED, Pack.LAST, "", False, None)


def test_a_language_written_from_right_to_left_can_be_added() -> None:
    found = read(company('languages = ["ar", "en"]\n', ARABIC, translation("ar"), OWN.replace("text.de", "text.ar")))

    assert found.languages == ("ar", "en")
    assert direction("ar") == "rtl"
    assert found.words["ar"].answers[0] == "أبدًا"
    assert (found.item("L1").text["ar"], found.item("H1").hint) == (
        "ar L1",
        {"ar": "ar H1?", "en": ours().item("H1").hint["en"]},
    )


def test_an_added_language_stands_beside_ours() -> None:
    found = read(company(ARABIC, translation("ar")))

    assert found.languages == ("en", "de", "fr", "es", "ar")
    assert all(set(item.text) == set(found.languages) for item in found.items)


def test_a_company_may_ask_in_fewer_languages() -> None:
    found = read(company('languages = ["fr", "en"]\n'))

    assert found.languages == ("fr", "en")
    assert set(found.item("L1").text) == {"fr", "en"}


def test_a_language_may_be_worded_anew_as_a_whole() -> None:
    found = read(company(translation("de")))

    assert found.item("C4").text["de"] == "de C4"
    assert found.item("C4").text["en"] == ours().item("C4").text["en"]


def test_rotating_items_may_be_added_to_all_packs_of_a_principle() -> None:
    own = [OWN.replace("X1", f"X{pack}").replace('"last"', f'"{pack}"\nprinciple = "equal_say"') for pack in "abc"]
    found = read(company(*own))

    asked = {
        item.code
        for wave in range(1, 13)
        for item in drawn_items(found, key=bytes(32), person_id=8, wave_number=wave, first_wave_of_epoch=1)
        if item.principle == "equal_say"
    }
    assert asked == {"Xa", "Xb", "Xc", *(f"E{n}" for n in range(1, 12))}
