"""Whether Slack itself sent a request: its signature (v0) over moment and body, not older than five minutes."""

from datetime import datetime


def is_from_slack(secret: str, body: bytes, *, moment: str, mark: str, now: datetime) -> bool:
    """By Slack's own verifier, which compares in constant time and takes what follows for granted."""
    if not secret.strip() or not (moment.isascii() and moment.isdecimal() and len(moment) < 12 and mark.isascii()):
        return False
    from slack_sdk.signature import Clock, SignatureVerifier  # noqa: PLC0415 -- weight

    class Ours(Clock):
        def now(self) -> float:
            return now.timestamp()

    return bool(SignatureVerifier(secret, Ours()).is_valid(body, moment, mark))
