"""Releases, which are never changed; what was counted when a wave closed is kept nowhere else."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = ("release", "published", "finding")


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


FUNCTION = """
CREATE FUNCTION published_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'what was published is never changed (%)', TG_TABLE_NAME; END $$
"""


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    op.create_table(
        "release",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("wave_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("label", sa.String(length=100), nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=False),
        sa.Column("k", sa.Integer(), nullable=False),
        sa.Column("n_asked", sa.Integer(), nullable=True),
        sa.Column("n_answered", sa.Integer(), nullable=True),
        sa.Column("spread", sa.JSON(), nullable=False),
        sa.Column("certificate", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("previous_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("entry_hash", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint("kind IN ('closed', 'corrected', 'imported')", name=op.f("ck_release_kind_known")),
        sa.CheckConstraint("(kind = 'imported') = (wave_id IS NULL)", name=op.f("ck_release_imported_without_wave")),
        sa.CheckConstraint("k >= 5", name=op.f("ck_release_k_at_least_five")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_release_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
        sa.UniqueConstraint("number", name=op.f("uq_release_number")),
        sa.UniqueConstraint("wave_id", "version", name=op.f("uq_release_wave_id_version")),
        sa.UniqueConstraint("entry_hash", name=op.f("uq_release_entry_hash")),
    )
    one_of_three = (
        "(CASE WHEN points IS NULL THEN 0 ELSE 1 END) + (CASE WHEN at_least IS NULL THEN 0 ELSE 1 END)"
        " + (CASE WHEN at_most IS NULL THEN 0 ELSE 1 END) = 1"
    )
    op.create_table(
        "published",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("factor", sa.String(length=16), nullable=False),
        sa.Column("band", sa.String(length=100), nullable=False),
        sa.Column("measure", sa.String(length=100), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("answers", sa.Integer(), nullable=True),
        sa.Column("points", sa.Double(), nullable=True),
        sa.Column("at_least", sa.Integer(), nullable=True),
        sa.Column("at_most", sa.Integer(), nullable=True),
        sa.Column("counts", sa.JSON(), nullable=True),
        sa.CheckConstraint("factor IN ('', 'tenure', 'level', 'matched')", name=op.f("ck_published_factor_known")),
        sa.CheckConstraint(one_of_three, name=op.f("ck_published_number_or_bound")),
        sa.ForeignKeyConstraint(["release_id"], ["release.id"], name=op.f("fk_published_release_id_release")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_published_unit_id_unit")),
        sa.PrimaryKeyConstraint("release_id", "position", name=op.f("pk_published")),
    )
    op.create_index(op.f("ix_published_unit_id"), "published", ["unit_id"], unique=False)
    op.create_table(
        "finding",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("list", sa.String(length=16), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("principle", sa.String(length=32), nullable=False),
        sa.Column("direction", sa.String(length=8), nullable=False),
        sa.Column("shape", sa.String(length=8), nullable=False),
        sa.Column("told_in", sa.Integer(), nullable=False),
        sa.Column("onset", sa.Integer(), nullable=False),
        sa.Column("onset_low", sa.Integer(), nullable=False),
        sa.Column("onset_high", sa.Integer(), nullable=False),
        sa.Column("points", sa.Double(), nullable=True),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("grade", sa.String(length=16), nullable=False),
        sa.CheckConstraint("list IN ('alarm', 'watch')", name=op.f("ck_finding_list_known")),
        sa.CheckConstraint("grade IN ('some', 'strong', 'very strong')", name=op.f("ck_finding_grade_known")),
        sa.CheckConstraint("direction IN ('down', 'up')", name=op.f("ck_finding_direction_known")),
        sa.CheckConstraint("shape IN ('step', 'ramp')", name=op.f("ck_finding_shape_known")),
        sa.ForeignKeyConstraint(["release_id"], ["release.id"], name=op.f("fk_finding_release_id_release")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_finding_unit_id_unit")),
        sa.PrimaryKeyConstraint("release_id", "position", name=op.f("pk_finding")),
    )
    if dialect == "postgresql":
        op.execute(FUNCTION)
    for table in TABLES:
        for statement in stays(table, dialect):
            op.execute(statement)
    op.drop_column("closing", "counts")
    op.drop_column("closing", "monitor")


def downgrade() -> None:
    op.add_column("closing", sa.Column("counts", sa.JSON(), nullable=False, server_default=sa.text("'[]'")))
    op.add_column("closing", sa.Column("monitor", sa.JSON(), nullable=True))
    for table in reversed(TABLES):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION published_stays()")
