"""What the key makes of persons and waves."""

from collections import Counter

import pytest

from survey.services.linking import derive

KEY = bytes(range(32))
OTHER = bytes(range(1, 33))


def test_the_same_person_and_wave_give_the_same_row() -> None:
    assert derive.response_id(KEY, wave=3, person=7) == derive.response_id(KEY, wave=3, person=7)


@pytest.mark.parametrize(("wave", "person"), [(3, 8), (4, 7), (7, 3)])
def test_another_person_or_wave_gives_another_row(wave: int, person: int) -> None:
    assert derive.response_id(KEY, wave=wave, person=person) != derive.response_id(KEY, wave=3, person=7)


def test_another_key_gives_other_rows() -> None:
    assert derive.response_id(KEY, wave=3, person=7) != derive.response_id(OTHER, wave=3, person=7)


def test_what_is_derived_for_one_use_is_worth_nothing_for_another() -> None:
    made = {
        derive.response_id(KEY, wave=3, person=7),
        derive.comment_id(KEY, wave=3, person=7),
        derive.pseudonym(KEY, person=3, unit=7),
    }

    assert len(made) == 3


def test_a_mover_gets_another_pseudonym() -> None:
    assert derive.pseudonym(KEY, person=7, unit=1) != derive.pseudonym(KEY, person=7, unit=2)


def test_a_link_fits_into_an_address_and_is_not_what_is_stored() -> None:
    token = derive.link_token(KEY, b"0123456789abcdef")

    assert len(token) == 43
    assert token.replace("-", "").replace("_", "").isalnum()
    assert derive.token_hash(token) != token.encode()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_the_lot_falls_on_the_share_that_was_asked_for(share: float) -> None:
    drawn = Counter(derive.is_in_sample(KEY, wave=1, person=person, share=share) for person in range(20_000))

    # Four standard errors of a share among 20,000.
    assert abs(drawn[True] / 20_000 - share) < 4 * (share * (1 - share) / 20_000) ** 0.5


def test_everybody_is_in_a_sample_of_all() -> None:
    assert all(derive.is_in_sample(KEY, wave=1, person=person, share=1.0) for person in range(1_000))
