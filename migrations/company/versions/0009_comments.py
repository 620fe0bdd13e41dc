"""Comments that were let through, which are never changed."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TABLES = ("comment_publication", "published_comment")


def stays(table: str, dialect: str) -> list[str]:
    """What keeps the rows of a table as they are, whoever writes to it."""
    if dialect == "sqlite":
        say = f"SELECT RAISE(ABORT, 'what was published is never changed ({table})');"
        return [
            f"CREATE TRIGGER {table}_is_not_changed BEFORE UPDATE ON {table} BEGIN {say} END",
            f"CREATE TRIGGER {table}_is_not_deleted BEFORE DELETE ON {table} BEGIN {say} END",
        ]
    stay = "EXECUTE FUNCTION published_stays()"
    return [
        f"CREATE TRIGGER {table}_is_not_changed BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {stay}",
        f"CREATE TRIGGER {table}_is_not_emptied BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {stay}",
    ]


def upgrade() -> None:
    op.create_table(
        "comment_publication",
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("k", sa.Integer(), nullable=False),
        sa.Column("written_from", sa.Integer(), nullable=False),
        sa.Column("withheld_from", sa.Integer(), nullable=False),
        sa.CheckConstraint("k >= 5", name=op.f("ck_comment_publication_k_at_least_five")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_comment_publication_account_id_account")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_comment_publication_wave_id_wave")),
        sa.PrimaryKeyConstraint("wave_id", name=op.f("pk_comment_publication")),
    )
    op.create_table(
        "published_comment",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_published_comment_unit_id_unit")),
        sa.ForeignKeyConstraint(
            ["wave_id"],
            ["comment_publication.wave_id"],
            name=op.f("fk_published_comment_wave_id_comment_publication"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_comment")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_published_comment_wave_id"), "published_comment", ["wave_id"], unique=False)
    for table in TABLES:
        for statement in stays(table, op.get_bind().dialect.name):
            op.execute(statement)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
