"""The order on the disk: what a copy of the answers store says of who came first."""

import secrets

import pytest
from scipy.stats import spearmanr

from survey.db import Stores
from survey.queries import answers
from survey.queries.answers import Stored

N_ROWS = 2_000
# With as many rows as this a correlation by chance stays below .1 but for one run in a hundred thousand.
NO_ORDER = 0.1


@pytest.fixture
def arrived(stores: Stores) -> list[bytes]:
    """Ids in the order in which their rows came in, a few a transaction."""
    ids = [secrets.token_bytes(32) for _ in range(N_ROWS)]
    for first in range(0, N_ROWS, 50):
        with stores.answers.write() as session:
            for id_ in ids[first : first + 50]:
                answers.put_response(session, Stored(id_, 1, 1, None, None, b"p" * 32, {"L1": 3}))
    return ids


def order_correlation(stores: Stores, arrived: list[bytes]) -> float:
    place = {id_: at for at, id_ in enumerate(arrived)}
    with stores.answers.read() as session:
        lying = [place[row.id] for row in answers.rows_as_they_lie(session, [1])]
    return abs(float(spearmanr(range(N_ROWS), lying).statistic))


def rewrite(stores: Stores) -> None:
    with stores.answers.write() as session:
        answers.rewrite_all(session, 1, answers.responses(session, [1]))
    stores.answers.wipe("response", "comment")


def test_after_the_close_it_says_nothing(stores: Stores, arrived: list[bytes]) -> None:
    rewrite(stores)

    assert order_correlation(stores, arrived) < NO_ORDER


def test_before_it_postgresql_tells_all(stores: Stores, arrived: list[bytes]) -> None:
    if stores.answers.engine.dialect.name == "postgresql":
        assert order_correlation(stores, arrived) > 1 - NO_ORDER
    else:
        assert order_correlation(stores, arrived) < NO_ORDER


def test_the_transactions_that_wrote_the_rows_say_nothing(stores: Stores, arrived: list[bytes]) -> None:
    rewrite(stores)
    if stores.answers.engine.dialect.name == "postgresql":
        with stores.answers.read() as session:
            assert session.connection().exec_driver_sql("SELECT count(DISTINCT xmin::text) FROM response").scalar() == 1
    assert len(arrived) == N_ROWS
