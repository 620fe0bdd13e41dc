"""Which comments a moderator withholds, and for which of the known reasons."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "withheld",
        sa.Column("comment", sa.LargeBinary(length=32), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=False),
        sa.CheckConstraint(
            "reason IN ('names', 'recognisable', 'customer', 'insult')", name=op.f("ck_withheld_reason_known")
        ),
        sa.PrimaryKeyConstraint("comment", name=op.f("pk_withheld")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_withheld_wave"), "withheld", ["wave"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_withheld_wave"), table_name="withheld")
    op.drop_table("withheld")
