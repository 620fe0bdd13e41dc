"""The hooks that the settings name, and a message to one of them."""

from dataclasses import dataclass

from survey.config import Settings
from survey.services.hooks.message import Message
from survey.services.hooks.sending import Hook, HookFault, Hooks, NoHook, PinnedHooks, read_hook

SLACK, TEAMS, WEBHOOK, WAVE = "slack", "teams", "webhook", "wave"
SHORTEST_SECRET = 32
SETTING = {
    SLACK: "ALOFT_ALERT_SLACK_URL",
    TEAMS: "ALOFT_TEAMS_WORKFLOW_URL",
    WEBHOOK: "ALOFT_ALERT_WEBHOOK_URL",
    WAVE: "ALOFT_WAVE_WEBHOOK_URL",
}
SIGNED = (WEBHOOK, WAVE)


@dataclass(frozen=True, slots=True)
class Channels:
    """Sends to the hooks that are set; nothing where one is not."""

    settings: Settings
    hooks: Hooks

    def hook(self, channel: str) -> Hook | None:
        """Raises `HookFault`, which says what is wrong with the setting."""
        url = address_of(self.settings, channel)
        if not url:
            return None
        if channel in SIGNED and len(self.secret) < SHORTEST_SECRET:
            raise HookFault(f"ALOFT_ALERT_WEBHOOK_SECRET: wanted {SHORTEST_SECRET} characters at least")
        try:
            return read_hook(url)
        except NoHook as fault:
            raise HookFault(f"{SETTING[channel]}: {fault}") from None

    def send(self, channel: str, message: Message) -> bool:
        """False where no such hook is set."""
        hook = self.hook(channel)
        if hook is None:
            return False
        self.hooks.post(hook, message.body, message.headers)
        return True

    @property
    def secret(self) -> str:
        """Signs what other programs are sent."""
        return self.settings.alert_webhook_secret.get_secret_value()


def channels_of(settings: Settings) -> Channels:
    return Channels(settings, PinnedHooks(settings.hooks_may_be_private))


def address_of(settings: Settings, channel: str) -> str:
    found = {
        SLACK: settings.alert_slack_url,
        TEAMS: settings.teams_workflow_url,
        WEBHOOK: settings.alert_webhook_url,
        WAVE: settings.wave_webhook_url,
    }[channel]
    return found.get_secret_value().strip()
