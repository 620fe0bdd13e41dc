"""A cell as the value its column holds."""

from collections.abc import Mapping
from datetime import date

from survey.importing.people.dates import DateColumn
from survey.importing.people.levels import LEVELS, read_level
from survey.importing.people.nearest import Nearest, nearest_sentence
from survey.importing.people.places import read_country, read_language, read_time_zone, time_zones
from survey.importing.people.texts import text_fault
from survey.importing.people.unit_path import UnitPath, path_fault, split_path

Value = str | date | UnitPath
NO_LEVEL = f"No such level. Wanted: {', '.join(LEVELS)}."
NO_COUNTRY = "No such country. Wanted: two letters of ISO 3166, such as SE."
NO_LANGUAGE = "No such language. Wanted: a tag such as en, de or pt-BR."
NO_TIME_ZONE = "No such time zone. Wanted: a name such as Europe/Stockholm."


class CellReader:
    """Reads each distinct text of a column once."""

    def __init__(self, dates: Mapping[str, DateColumn]) -> None:
        self._dates = dates
        self._zones = Nearest(time_zones())
        self._known: dict[tuple[str, str], tuple[Value, str]] = {}

    def read(self, ours: str, text: str) -> tuple[Value, str]:
        """The value; or any, and a sentence that says what is wrong."""
        if ours in {"id", "name", "mail", "manager"}:
            return text, text_fault(ours, text)
        found = self._known.get((ours, text))
        if found is None:
            wrong = text_fault(ours, text)
            found = self._known[ours, text] = ("", wrong) if wrong else self._value(ours, text)
        return found

    def _value(self, ours: str, text: str) -> tuple[Value, str]:
        if ours in self._dates:
            read = self._dates[ours].read(text)
            return ("", read) if isinstance(read, str) else (read, "")
        if ours == "unit":
            path = split_path(text)
            return path, path_fault(path)
        return self._word(ours, text)

    def _word(self, ours: str, text: str) -> tuple[Value, str]:
        if ours == "level":
            return _or_fault(read_level(text), NO_LEVEL)
        if ours == "country":
            return _or_fault(read_country(text), NO_COUNTRY)
        if ours == "language":
            return _or_fault(read_language(text), NO_LANGUAGE)
        zone = read_time_zone(text)
        return (zone, "") if zone else ("", nearest_sentence(NO_TIME_ZONE, self._zones.to(text)))


def _or_fault(value: str | None, fault: str) -> tuple[Value, str]:
    return ("", fault) if value is None else (value, "")
