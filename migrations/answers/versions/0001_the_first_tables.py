"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "comment",
        sa.Column("id", sa.LargeBinary(length=32), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("division", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_comment_wave"), "comment", ["wave"], unique=False)
    op.create_table(
        "open_wave",
        sa.Column("wave", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("wave", name=op.f("pk_open_wave")),
    )
    op.create_table(
        "response",
        sa.Column("id", sa.LargeBinary(length=32), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Integer(), nullable=False),
        sa.Column("tenure", sa.String(length=16), nullable=True),
        sa.Column("level", sa.String(length=16), nullable=True),
        sa.Column("pseudonym", sa.LargeBinary(length=32), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_response_wave"), "response", ["wave"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_response_wave"), table_name="response")
    op.drop_table("response")
    op.drop_table("open_wave")
    op.drop_index(op.f("ix_comment_wave"), table_name="comment")
    op.drop_table("comment")
