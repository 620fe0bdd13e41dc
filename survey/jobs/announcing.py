"""That a wave has closed goes out to the hook that the settings name."""

from datetime import datetime

from survey.db import Stores
from survey.jobs.faults import NotTaken
from survey.jobs.handlers import Clock, Details, Handler, Steps
from survey.services import announcing
from survey.services.hooks import Channels, HookFault


def handlers(channels: Channels, clock: Clock) -> dict[str, Handler]:
    def run(stores: Stores, details: Details, _now: datetime) -> None:
        try:
            announcing.announce(stores, channels, details, clock=clock)
        except HookFault as fault:
            raise NotTaken(f"wave: {fault}") from None

    return {announcing.KIND: Steps(run)}
