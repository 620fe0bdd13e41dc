"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "epoch_key",
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint("length(key) = 32", name=op.f("ck_epoch_key_of_32_bytes")),
        sa.PrimaryKeyConstraint("epoch", name=op.f("pk_epoch_key")),
    )


def downgrade() -> None:
    op.drop_table("epoch_key")
