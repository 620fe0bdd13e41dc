"""Alerts: what was told of alarms, and what became of it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = ("programme_id", "unit_id", "principle", "told_in", "kind")


def upgrade() -> None:
    op.create_table(
        "alert",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("principle", sa.String(length=32), nullable=False),
        sa.Column("told_in", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=True),
        sa.Column("release_number", sa.Integer(), nullable=False),
        sa.Column("first", sa.JSON(), nullable=False),
        sa.Column("known", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_by", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("recovered_in", sa.Integer(), nullable=True),
        sa.Column("repeated_at", sa.DateTime(timezone=True), nullable=True),
        *constraints(),
    )
    op.create_index(op.f("ix_alert_state"), "alert", ["state"])


def constraints() -> list[sa.Constraint]:
    return [
        sa.CheckConstraint("kind IN ('alarm', 'deepening', 'recovery')", name=op.f("ck_alert_kind_known")),
        sa.CheckConstraint("state IN ('open', 'acknowledged', 'recovered')", name=op.f("ck_alert_state_known")),
        sa.CheckConstraint("(kind = 'alarm') = (about_id IS NULL)", name=op.f("ck_alert_about_another")),
        sa.CheckConstraint(
            "state <> 'acknowledged' OR acknowledged_at IS NOT NULL", name=op.f("ck_alert_acknowledged_at_a_moment")
        ),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_alert_programme_id_programme")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_alert_unit_id_unit")),
        sa.ForeignKeyConstraint(["about_id"], ["alert.id"], name=op.f("fk_alert_about_id_alert")),
        sa.ForeignKeyConstraint(["release_number"], ["release.number"], name=op.f("fk_alert_release_number_release")),
        sa.ForeignKeyConstraint(["acknowledged_by"], ["account.id"], name=op.f("fk_alert_acknowledged_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert")),
        sa.UniqueConstraint(*KEY, name=op.f("uq_alert_programme_id_unit_id_principle_told_in_kind")),
    ]


def downgrade() -> None:
    op.drop_index(op.f("ix_alert_state"), table_name="alert")
    op.drop_table("alert")
