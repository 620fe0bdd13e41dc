import pytest

from survey.mail.identity import message_id


def test_the_same_occasion_has_the_same_message_id() -> None:
    first = message_id("reminder", "wave 18, person 7", "meridian.example")

    assert first == "<reminder.e075291e3f0a34fe1d5c0c37fe337464@meridian.example>"
    assert first == message_id("reminder", "wave 18, person 7", "meridian.example")


def test_another_kind_or_key_has_another_message_id() -> None:
    made = {message_id(kind, key, "meridian.example") for kind in ("invitation", "reminder") for key in ("1", "2")}

    assert len({identity.partition(".")[2] for identity in made}) == 4


@pytest.mark.parametrize("kind", ["", "Invitation", "a.b", "a\r\nb"])
def test_a_kind_is_one_word(kind: str) -> None:
    with pytest.raises(ValueError, match="small letters"):
        message_id(kind, "1", "meridian.example")
