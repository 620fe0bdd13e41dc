"""Settings, from the environment: `ALOFT_` and the name in capitals."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What differs between one installation and another."""

    model_config = SettingsConfigDict(env_prefix="ALOFT_", extra="ignore", frozen=True)

    database_url: str = Field("sqlite:///instance/company.db", description="The company store.")
    answers_url: str = Field("sqlite:///instance/answers.db", description="The answers store.")
    vault_url: str = Field("sqlite:///instance/vault.db", description="The vault. Leave it out of backups.")
    base_url: str = Field("http://127.0.0.1:8000", description="The address under which people reach the service.")
    secret_key: SecretStr | None = Field(
        None, description="Signs forms and sign-in links; at least 32 characters. Without it, the secret file is used."
    )
    secret_file: Path = Field(Path("instance/secret"), description="Made by `aloft init`, readable by its owner alone.")
    mail_from: str = Field("Aloft <aloft@localhost>", description="Sender of every mail.")
    mail_host: str = Field("", description="SMTP server; without one no mail leaves.")
    mail_port: int = Field(587, ge=1, le=65535, description="Its port.")
    mail_security: Literal["starttls", "tls", "none"] = Field(
        "starttls", description="How the connection is kept secret."
    )
    mail_user: str = Field("", description="Name at the SMTP server, if it wants one.")
    mail_password: SecretStr = Field(SecretStr(""), description="Password at the SMTP server.")
    mail_folder: Path | None = Field(None, description="Mails are written here instead of being sent (for a trial).")
    backup_folder: Path | None = Field(None, description="Where `aloft backup` writes; best on another machine.")
    mail_per_hour: int = Field(3_600, ge=1, description="Mails that may leave in an hour.")
    metrics_token: SecretStr = Field(
        SecretStr(""), description="With it `/metrics` can be read from other machines; at least 32 characters."
    )
    worker_in_serve: bool = Field(
        True, description="Whether `aloft serve` also does the jobs; turn it off where `aloft worker` runs."
    )
    trusted_proxies: int = Field(
        0, ge=0, le=10, description="How many servers stand before this one, each naming in a header who asked it."
    )
    alert_slack_url: SecretStr = Field(
        SecretStr(""), description="Incoming webhook of Slack (or a chat that takes the same) for alerts."
    )
    alert_webhook_url: SecretStr = Field(SecretStr(""), description="Web address that alerts are sent to as JSON.")
    alert_webhook_secret: SecretStr = Field(
        SecretStr(""), description="Signs what is sent there; at least 32 characters. Without it nothing is sent."
    )
    wave_webhook_url: SecretStr = Field(
        SecretStr(""), description="Web address that is told as JSON, signed in the same way, that a wave has closed."
    )
    slack_bot_token: SecretStr = Field(
        SecretStr(""), description="Token of a Slack app (`xoxb-…`), by which invitations and reminders go to Slack."
    )
    slack_signing_secret: SecretStr = Field(
        SecretStr(""), description="Signing secret of that app: what Slack sends of clicks is acknowledged with it."
    )
    teams_workflow_url: SecretStr = Field(
        SecretStr(""), description="Workflow of Teams that posts alerts as cards in a channel."
    )
    teams_person_workflow_url: SecretStr = Field(
        SecretStr(""), description="Workflow of Teams that posts invitations and reminders in a chat with a person."
    )
    hooks_may_be_private: bool = Field(
        False, description="Whether these may lead to a private address, such as a chat of your own."
    )
    session_hours: int = Field(12, ge=1, le=24 * 90, description="Hours without a visit after which a sign-in ends.")
    session_days: int = Field(14, ge=1, le=90, description="Days after which a sign-in ends, visits or not.")
    sign_in_by_mail: bool = Field(
        True, description="Whether mailed links sign people in; turn it off where the provider alone should."
    )
    oidc_issuer: str = Field("", description="Your identity provider (OpenID Connect), as it calls itself: `issuer`.")
    oidc_client_id: str = Field("", description="What the provider calls this service.")
    oidc_client_secret: SecretStr = Field(SecretStr(""), description="The secret that belongs to it.")
    oidc_client_secret_file: Path | None = Field(None, description="A file that holds the secret instead.")
    oidc_name: str = Field("", description="Ends the words on the button, Sign in with …: your work account.")
    oidc_scopes: str = Field("openid email", description="What the provider is asked for.")
    oidc_mail_claim: str = Field(
        "", description="A claim with a mail address that is always right. Without it, `email` with `email_verified`."
    )
    oidc_roles: str = Field("", description="Roles by claim: `CLAIM:VALUE=ROLE`, with commas between.")
