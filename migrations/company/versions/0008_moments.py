"""What happened in the company, by day, to stand beside the trends."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "moment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("words", sa.String(length=120), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind IN ('belief', 'reorganisation', 'leader', 'other')", name=op.f("ck_moment_kind_known")
        ),
        sa.CheckConstraint("until IS NULL OR until > first_day", name=op.f("ck_moment_ends_after_it_began")),
        sa.CheckConstraint("length(words) BETWEEN 1 AND 120", name=op.f("ck_moment_has_words")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_moment_account_id_account")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_moment_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moment")),
    )
    op.create_index(op.f("ix_moment_unit_id"), "moment", ["unit_id"])


def downgrade() -> None:
    op.drop_table("moment")
