"""The peer: a Flask view that puts what it got into one row, commits, and says so."""

import json
import os
import secrets

from flask import Flask, redirect, request
from flask.typing import ResponseReturnValue
from sqlalchemy import JSON, Column, LargeBinary, MetaData, Table, insert
from sqlalchemy.engine import Connection

from survey.db import engine_of

TABLE = Table(
    "bare", MetaData(), Column("id", LargeBinary(32), primary_key=True), Column("answers", JSON, nullable=False)
)


def make_table(address: str) -> None:
    """Before the server starts: two workers would make it at once."""
    engine = engine_of(address)
    with engine.begin() as connection:
        TABLE.metadata.create_all(connection)
    engine.dispose()


def make_app() -> Flask:
    app = Flask(__name__)
    engine = engine_of(os.environ["ALOFT_ANSWERS_URL"])

    @app.get("/healthz")
    def healthz() -> str:
        return "ok"

    @app.post("/pulse/<token>")
    def send(token: str) -> ResponseReturnValue:
        with engine.begin() as connection:
            _put(connection, json.dumps(dict(request.form)))
        return redirect(f"/pulse/{token}/saved", 303)

    return app


def _put(connection: Connection, answers: str) -> None:
    connection.execute(insert(TABLE).values(id=secrets.token_bytes(32), answers=answers))
