"""What can go wrong in the service, in words that say what to do."""

import traceback


class AloftError(Exception):
    """Something the person who asked can mend; the message says how."""


class KeyIsLost(AloftError):
    """The vault has no key for an epoch that runs."""

    def __init__(self, epoch: int) -> None:
        super().__init__(
            f"the vault has no key for epoch {epoch}: was it restored or replaced? "
            "`aloft wave close` ends the epoch; the next wave begins a new one"
        )


class NoSuchPerson(AloftError):
    def __init__(self, key: str) -> None:
        super().__init__(f"{key!r}: got an id that no person has; wanted one from the people file")


class NotPossible(AloftError):
    """What was asked for contradicts what is; the message says what is wanted."""


class NoProgramme(AloftError):
    def __init__(self, states: tuple[str, ...]) -> None:
        super().__init__(f"no programme is {' or '.join(states)}: create one, or look at the one there is")


class SchemaIsOld(AloftError):
    def __init__(self, stores: list[str]) -> None:
        super().__init__(f"the tables are not up to date in: {', '.join(stores)}; `aloft init` makes what is missing")


def without_text(error: BaseException) -> str:
    """Of which kind it is and where it was raised, for a log: its text may hold what people typed, or counts."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} at {' < '.join(f'{one.filename}:{one.lineno}' for one in reversed(frames))}"
