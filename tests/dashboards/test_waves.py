import pytest

from dashboards.wording.waves import rate, short, spoken, wave_range


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("3", "wave 3"),
        ("2021", "2021"),
        ("2026-02", "February 2026"),
        ("Spring 24", "Spring 24"),
        ("Feb 2026", "Feb 2026"),
    ],
)
def test_labels_are_spoken_as_given_and_serials_as_waves(label: str, said: str) -> None:
    assert spoken(label).replace("\N{NO-BREAK SPACE}", " ") == said


def test_a_range_of_one_wave_is_one_label() -> None:
    assert wave_range("2021", "2021") == "2021"


def test_a_range_of_serials_is_of_waves() -> None:
    assert wave_range("2", "5") == "waves 2 to 5"
    assert wave_range("2019", "2021") == "2019 to 2021"


@pytest.mark.parametrize(
    ("low", "high", "near", "said"),
    [
        ("2024-04", "2026-01", "2025-10", "April 2024 to January 2026"),
        ("2026-01", "2026-04", "2026-02", "January to April"),
        ("2026-01", "2026-04", "2025-12", "January to April 2026"),
        ("2026-01", "2026-04", "", "January to April 2026"),
        ("2026-04", "2026-04", "2026-04", "April 2026"),
        ("2024-13", "2026-01", "", "2024-13 to 2026-01"),
    ],
)
def test_a_range_of_months_says_each_year_once(low: str, high: str, near: str, said: str) -> None:
    assert wave_range(low, high, near).replace("\N{NO-BREAK SPACE}", " ") == said


def test_axes_and_tables_name_months_shortly() -> None:
    assert [short(label) for label in ("2024-01", "2024", "2024-01-15")] == ["Jan 2024", "2024", "2024-01-15"]


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
