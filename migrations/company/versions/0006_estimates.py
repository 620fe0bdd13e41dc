"""What follows from published sums: levels, changes and what could go unseen; mix or mind; how the instrument works."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TABLES = ("estimate", "split")


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
    op.add_column("release", sa.Column("health", sa.JSON(), nullable=True))
    op.add_column("finding", sa.Column("now", sa.JSON(), nullable=True))
    op.create_table(
        "estimate",
        *of_a_release(),
        sa.Column("asked", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.Double(), nullable=False) for name in ("level", "low", "high")),
        sa.Column("since", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.Double(), nullable=True) for name in ("change", "change_low", "change_high")),
        *(sa.Column(name, sa.Double(), nullable=True) for name in ("unseen_3", "unseen_6", "unseen_12")),
        sa.CheckConstraint("(since IS NULL) = (change IS NULL)", name=op.f("ck_estimate_change_since")),
        *keys_of("estimate"),
    )
    op.create_table(
        "split",
        *of_a_release(),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("change", sa.Double(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        *keys_of("split"),
    )
    op.create_index(op.f("ix_estimate_unit_id"), "estimate", ["unit_id", "release_id"], unique=False)
    # A page asks for some units of many releases.
    op.drop_index(op.f("ix_published_unit_id"), table_name="published")
    op.create_index(op.f("ix_published_unit_id"), "published", ["unit_id", "release_id"], unique=False)
    for table in TABLES:
        for statement in stays(table, op.get_bind().dialect.name):
            op.execute(statement)


def of_a_release() -> list[sa.Column[object]]:
    return [
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("principle", sa.String(length=32), nullable=False),
    ]


def keys_of(table: str) -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(["release_id"], ["release.id"], name=op.f(f"fk_{table}_release_id_release")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f(f"fk_{table}_unit_id_unit")),
        sa.PrimaryKeyConstraint("release_id", "position", name=op.f(f"pk_{table}")),
    ]


def downgrade() -> None:
    op.drop_index(op.f("ix_published_unit_id"), table_name="published")
    op.create_index(op.f("ix_published_unit_id"), "published", ["unit_id"], unique=False)
    for table in reversed(TABLES):
        op.drop_table(table)
    op.drop_column("finding", "now")
    op.drop_column("release", "health")
