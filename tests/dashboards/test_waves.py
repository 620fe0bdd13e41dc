import pytest

from dashboards.wording.waves import onset_range, rate, spoken


@pytest.mark.parametrize(
    ("label", "said"),
    [("3", "wave 3"), ("2021", "2021"), ("2026-02", "2026-02"), ("Spring 24", "Spring 24"), ("Feb 2026", "Feb 2026")],
)
def test_labels_are_spoken_as_given_and_serials_as_waves(label: str, said: str) -> None:
    assert spoken(label).replace("\N{NO-BREAK SPACE}", " ") == said


def test_a_range_of_one_wave_is_one_label() -> None:
    assert onset_range("2021", "2021") == "2021"


def test_a_range_of_serials_is_of_waves() -> None:
    assert onset_range("2", "5") == "waves 2 to 5"
    assert onset_range("2019", "2021") == "2019 to 2021"


@pytest.mark.parametrize(
    ("per_year", "said"),
    [
        (0.1, "once in ten years"),
        (0.5, "once in two years"),
        (0.04, "once in 25 years"),
        (0.3, "once in 3.3 years"),
        (1, "once a year"),
        (2, "twice a year"),
        (1.5, "1.5 times a year"),
        (12, "12 times a year"),
        (0, "never"),
    ],
)
def test_a_rate_of_false_alarms_is_said_in_years(per_year: float, said: str) -> None:
    assert rate(per_year) == said
