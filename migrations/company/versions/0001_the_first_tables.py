"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# The audit log only grows, whoever writes to it. REPLACE deletes without a trigger's leave on SQLite, hence the third.
GROWS_ONLY = {
    "sqlite": (
        """
        CREATE TRIGGER audit_entry_is_not_changed BEFORE UPDATE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END
        """,
        """
        CREATE TRIGGER audit_entry_is_not_deleted BEFORE DELETE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never deleted'); END
        """,
        """
        CREATE TRIGGER audit_entry_is_not_replaced BEFORE INSERT ON audit_entry
        WHEN EXISTS (SELECT 1 FROM audit_entry WHERE number = NEW.number OR entry_hash = NEW.entry_hash)
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never replaced'); END
        """,
    ),
    "postgresql": (
        """
        CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'an audit entry is never changed or deleted'; END $$
        """,
        """
        CREATE TRIGGER audit_entry_is_not_changed BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION audit_entry_stays()
        """,
        """
        CREATE TRIGGER audit_log_is_not_emptied BEFORE TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays()
        """,
    ),
}


def upgrade() -> None:
    op.create_table(
        "company",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("contact", sa.String(length=254), nullable=False),
        sa.Column("people_columns", sa.JSON(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_company_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_company")),
    )
    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("business_key", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fault", sa.String(length=500), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'done', 'failed')", name=op.f("ck_job_state_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("business_key", name=op.f("uq_job_business_key")),
    )
    op.create_index(op.f("ix_job_state"), "job", ["state", "due_at"], unique=False)
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("mail", sa.String(length=254), nullable=True),
        sa.Column("level", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("hired_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("wants_reminders", sa.Boolean(), nullable=False),
        sa.Column("mail_fault", sa.String(length=200), nullable=False),
        sa.CheckConstraint("level IN ('front_line', 'lead', 'executive')", name=op.f("ck_person_level_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("key", name=op.f("uq_person_key")),
    )
    op.create_index(
        "one_person_per_mail",
        "person",
        ["mail"],
        unique=True,
        sqlite_where=sa.text("left_on IS NULL"),
        postgresql_where=sa.text("left_on IS NULL"),
    )
    op.create_table(
        "questionnaire_version",
        sa.Column("code", sa.String(length=100), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_questionnaire_version")),
    )
    op.create_table(
        "sign_in_link",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("mail", sa.String(length=254), nullable=False),
        sa.Column("browser_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_link_token_hash")),
    )
    op.create_index(op.f("ix_sign_in_link_expires_at"), "sign_in_link", ["expires_at"], unique=False)
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.CheckConstraint("ended_on IS NULL OR ended_on >= added_on", name=op.f("ck_unit_ends_after_start")),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_unit_not_its_own_parent")),
        sa.ForeignKeyConstraint(["parent_id"], ["unit.id"], name=op.f("fk_unit_parent_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
    )
    op.create_index(
        "one_name_among_siblings",
        "unit",
        ["parent_id", "name"],
        unique=True,
        sqlite_where=sa.text("ended_on IS NULL"),
        postgresql_where=sa.text("ended_on IS NULL"),
    )
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mail", sa.String(length=254), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("mail = lower(mail)", name=op.f("ck_account_mail_in_small_letters")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_account_person_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("mail", name=op.f("uq_account_mail")),
        sa.UniqueConstraint("person_id", name=op.f("uq_account_person_id")),
    )
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.CheckConstraint("until_on IS NULL OR until_on > from_on", name=op.f("ck_membership_ends_after_start")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_membership_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_membership_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sa.UniqueConstraint("person_id", "from_on", name=op.f("uq_membership_person_id_from_on")),
    )
    op.create_index(op.f("ix_membership_unit_id"), "membership", ["unit_id"], unique=False)
    op.create_index(
        "one_unit_at_a_time",
        "membership",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("until_on IS NULL"),
        postgresql_where=sa.text("until_on IS NULL"),
    )
    op.create_table(
        "programme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.String(length=200), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("hour", sa.Time(), nullable=False),
        sa.Column("open_days", sa.Integer(), nullable=False),
        sa.Column("reminder_days", sa.JSON(), nullable=False),
        sa.Column("countries", sa.JSON(), nullable=False),
        sa.Column("home_zone", sa.String(length=64), nullable=False),
        sa.Column("sample_share", sa.Double(), nullable=False),
        sa.Column("epoch_months", sa.Integer(), nullable=False),
        sa.Column("k", sa.Integer(), nullable=False),
        sa.Column("questionnaire", sa.String(length=100), nullable=False),
        sa.Column("with_module", sa.Boolean(), nullable=False),
        sa.CheckConstraint("state IN ('running', 'paused', 'ended')", name=op.f("ck_programme_state_known")),
        sa.CheckConstraint("epoch_months BETWEEN 1 AND 12", name=op.f("ck_programme_epoch_ends_within_a_year")),
        sa.CheckConstraint("k >= 5", name=op.f("ck_programme_k_at_least_five")),
        sa.CheckConstraint("open_days >= 1", name=op.f("ck_programme_open_for_a_day")),
        sa.CheckConstraint("sample_share > 0 AND sample_share <= 1", name=op.f("ck_programme_sample_is_a_share")),
        sa.ForeignKeyConstraint(
            ["questionnaire"],
            ["questionnaire_version.code"],
            name=op.f("fk_programme_questionnaire_questionnaire_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
    )
    op.create_table(
        "account_role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(role = 'leader') = (unit_id IS NOT NULL)", name=op.f("ck_account_role_leaders_lead_a_unit")
        ),
        sa.CheckConstraint(
            "role IN ('admin', 'hr', 'ceo', 'leader', 'employee', 'council')", name=op.f("ck_account_role_role_known")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_account_role_account_id_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_account_role_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_role")),
        sa.UniqueConstraint("account_id", "role", "unit_id", name=op.f("uq_account_role_account_id_role_unit_id")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("previous_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("entry_hash", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_audit_entry_counts_from_one")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_audit_entry_account_id_account")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint("entry_hash", name=op.f("uq_audit_entry_entry_hash")),
    )
    op.create_table(
        "epoch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("carry", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_epoch_programme_id_programme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_epoch")),
        sa.UniqueConstraint("programme_id", "number", name=op.f("uq_epoch_programme_id_number")),
    )
    op.create_table(
        "programme_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('pause', 'shift', 'end')", name=op.f("ck_programme_change_kind_known")),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_programme_change_programme_id_programme")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_change")),
    )
    op.create_table(
        "web_session",
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_web_session_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_web_session")),
    )
    op.create_index(op.f("ix_web_session_account_id"), "web_session", ["account_id"], unique=False)
    op.create_table(
        "wave",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("epoch_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_last_of_epoch", sa.Boolean(), nullable=False),
        sa.Column("k", sa.Integer(), nullable=False),
        sa.Column("questionnaire", sa.String(length=100), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('open', 'closing', 'closed', 'refused')", name=op.f("ck_wave_state_known")),
        sa.CheckConstraint("closes_at > opens_at", name=op.f("ck_wave_closes_after_opening")),
        sa.CheckConstraint("k >= 5", name=op.f("ck_wave_k_at_least_five")),
        sa.ForeignKeyConstraint(["epoch_id"], ["epoch.id"], name=op.f("fk_wave_epoch_id_epoch")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_wave_programme_id_programme")),
        sa.ForeignKeyConstraint(
            ["questionnaire"], ["questionnaire_version.code"], name=op.f("fk_wave_questionnaire_questionnaire_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wave")),
        sa.UniqueConstraint("programme_id", "number", name=op.f("uq_wave_programme_id_number")),
    )
    op.create_table(
        "closing",
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("n_asked", sa.Integer(), nullable=False),
        sa.Column("n_answered", sa.Integer(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("monitor", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_closing_wave_id_wave")),
        sa.PrimaryKeyConstraint("wave_id", name=op.f("pk_closing")),
    )
    op.create_table(
        "invitation",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_invitation_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_invitation_wave_id_wave")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
        sa.UniqueConstraint("wave_id", "person_id", name=op.f("uq_invitation_wave_id_person_id")),
    )
    op.create_table(
        "reply",
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("heard", sa.Text(), nullable=False),
        sa.Column("done", sa.Text(), nullable=False),
        sa.Column("not_done", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_reply_account_id_account")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_reply_wave_id_wave")),
        sa.PrimaryKeyConstraint("wave_id", name=op.f("pk_reply")),
    )
    op.create_table(
        "roster_entry",
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("answer_unit_id", sa.Integer(), nullable=False),
        sa.Column("tenure", sa.String(length=16), nullable=False),
        sa.Column("level", sa.String(length=16), nullable=False),
        sa.CheckConstraint("level IN ('front_line', 'lead', 'executive')", name=op.f("ck_roster_entry_level_known")),
        sa.CheckConstraint(
            "tenure IN ('under_1', '1_to_3', '3_to_10', 'over_10', 'unknown')",
            name=op.f("ck_roster_entry_tenure_known"),
        ),
        sa.ForeignKeyConstraint(["answer_unit_id"], ["unit.id"], name=op.f("fk_roster_entry_answer_unit_id_unit")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_roster_entry_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_roster_entry_unit_id_unit")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_roster_entry_wave_id_wave")),
        sa.PrimaryKeyConstraint("wave_id", "person_id", name=op.f("pk_roster_entry")),
    )
    op.create_index(op.f("ix_roster_entry_person_id"), "roster_entry", ["person_id"], unique=False)
    op.create_table(
        "wave_unit",
        sa.Column("wave_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_wave_unit_unit_id_unit")),
        sa.ForeignKeyConstraint(["wave_id"], ["wave.id"], name=op.f("fk_wave_unit_wave_id_wave")),
        sa.PrimaryKeyConstraint("wave_id", "unit_id", name=op.f("pk_wave_unit")),
    )
    op.create_table(
        "outbox_mail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("business_key", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("invitation_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fault", sa.String(length=500), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'done', 'failed')", name=op.f("ck_outbox_mail_state_known")),
        sa.ForeignKeyConstraint(
            ["invitation_id"],
            ["invitation.id"],
            name=op.f("fk_outbox_mail_invitation_id_invitation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_mail")),
        sa.UniqueConstraint("business_key", name=op.f("uq_outbox_mail_business_key")),
    )
    op.create_index(op.f("ix_outbox_mail_finished_at"), "outbox_mail", ["finished_at"], unique=False)
    op.create_index(op.f("ix_outbox_mail_invitation_id"), "outbox_mail", ["invitation_id"], unique=False)
    op.create_index(op.f("ix_outbox_mail_leased_until"), "outbox_mail", ["leased_until"], unique=False)
    op.create_index(op.f("ix_outbox_mail_state"), "outbox_mail", ["state", "due_at"], unique=False)
    op.create_index(
        "one_root",
        "unit",
        [sa.text("(parent_id IS NULL)")],
        unique=True,
        sqlite_where=sa.text("parent_id IS NULL AND ended_on IS NULL"),
        postgresql_where=sa.text("parent_id IS NULL AND ended_on IS NULL"),
    )
    op.create_index(
        "one_programme_at_a_time",
        "programme",
        [sa.text("(state <> 'ended')")],
        unique=True,
        sqlite_where=sa.text("state <> 'ended'"),
        postgresql_where=sa.text("state <> 'ended'"),
    )
    for statement in GROWS_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    op.drop_index("one_root", table_name="unit")
    op.drop_index("one_programme_at_a_time", table_name="programme")
    op.drop_index(op.f("ix_outbox_mail_state"), table_name="outbox_mail")
    op.drop_index(op.f("ix_outbox_mail_leased_until"), table_name="outbox_mail")
    op.drop_index(op.f("ix_outbox_mail_invitation_id"), table_name="outbox_mail")
    op.drop_index(op.f("ix_outbox_mail_finished_at"), table_name="outbox_mail")
    op.drop_table("outbox_mail")
    op.drop_table("wave_unit")
    op.drop_index(op.f("ix_roster_entry_person_id"), table_name="roster_entry")
    op.drop_table("roster_entry")
    op.drop_table("reply")
    op.drop_table("invitation")
    op.drop_table("closing")
    op.drop_table("wave")
    op.drop_index(op.f("ix_web_session_account_id"), table_name="web_session")
    op.drop_table("web_session")
    op.drop_table("programme_change")
    op.drop_table("epoch")
    op.drop_table("audit_entry")
    op.drop_table("account_role")
    op.drop_table("programme")
    op.drop_index(
        "one_unit_at_a_time",
        table_name="membership",
        sqlite_where=sa.text("until_on IS NULL"),
        postgresql_where=sa.text("until_on IS NULL"),
    )
    op.drop_index(op.f("ix_membership_unit_id"), table_name="membership")
    op.drop_table("membership")
    op.drop_table("account")
    op.drop_index(
        "one_name_among_siblings",
        table_name="unit",
        sqlite_where=sa.text("ended_on IS NULL"),
        postgresql_where=sa.text("ended_on IS NULL"),
    )
    op.drop_table("unit")
    op.drop_index(op.f("ix_sign_in_link_expires_at"), table_name="sign_in_link")
    op.drop_table("sign_in_link")
    op.drop_table("questionnaire_version")
    op.drop_index(
        "one_person_per_mail",
        table_name="person",
        sqlite_where=sa.text("left_on IS NULL"),
        postgresql_where=sa.text("left_on IS NULL"),
    )
    op.drop_table("person")
    op.drop_index(op.f("ix_job_state"), table_name="job")
    op.drop_table("job")
    op.drop_table("company")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_entry_stays()")
