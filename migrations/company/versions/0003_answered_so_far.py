"""How many have answered an open wave, roughly and once a day."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answered_so_far",
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.CheckConstraint("percent BETWEEN 0 AND 100 AND percent % 5 = 0", name=op.f("ck_answered_so_far_rounded")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_answered_so_far_wave_id_wave")),
        sa.PrimaryKeyConstraint("wave_id", name=op.f("pk_answered_so_far")),
    )


def downgrade() -> None:
    op.drop_table("answered_so_far")
