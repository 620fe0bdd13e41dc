"""An alarm becomes an alert: raised with its release, delivered, acknowledged, repeated once, and told when it ends."""

from survey.services.alerting.acknowledging import acknowledge
from survey.services.alerting.raising import Heard, tell
from survey.services.alerting.reading import alerts_of

__all__ = ["Heard", "acknowledge", "alerts_of", "tell"]
