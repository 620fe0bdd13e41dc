from survey.db import engine_of
from survey.jobs.faults import JobFault, describe


def raised_in_the_product() -> Exception:
    try:
        engine_of("mysql:///ada@meridian.example")
    except ValueError as error:
        return error
    raise AssertionError


def test_the_text_of_an_exception_is_not_told() -> None:
    assert describe(LookupError("ada@meridian.example")) == "LookupError"


def test_where_it_arose_is_told() -> None:
    told = describe(raised_in_the_product())

    assert told.startswith("ValueError at survey/db.py:")
    assert "mysql" not in told


def test_a_text_written_for_whoever_runs_the_service_is_told() -> None:
    assert describe(JobFault("the vault is away")) == "JobFault: the vault is away"
