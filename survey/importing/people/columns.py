"""Which column of a people file holds what."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from survey.importing.people.faults import UnreadablePeople, listed, quoted, unreadable
from survey.importing.people.folding import folded
from survey.importing.people.table import PeopleTable

# What the systems of HR departments call them, beside our own names; in any case, with any blanks and signs.
ALIASES: dict[str, tuple[str, ...]] = {
    "id": (
        "person id", "employee id", "employee number", "employee no", "emp id", "staff id", "staff number", "worker id",
        "personnel number", "person number", "payroll number", "key", "Personalnummer", "Mitarbeiternummer",
        "Mitarbeiter-ID", "Personal-Nr", "matricule", "numéro d'employé", "id empleado", "número de empleado",
    ),
    "name": (
        "full name", "display name", "employee name", "worker", "preferred name", "Name, Vorname", "vollständiger Name",
        "Mitarbeiter", "nom", "nom complet", "nombre", "nombre completo",
    ),
    "mail": (
        "email", "email address", "mail address", "work email", "primary work email", "business email", "company email",
        "user principal name", "E-Mail-Adresse", "courriel", "adresse e-mail", "correo", "correo electrónico",
    ),
    "unit": (
        "unit path", "path", "org unit", "organisational unit", "organizational unit", "organisation", "organization",
        "supervisory organization", "org path", "department", "dept", "team", "Abteilung", "Organisationseinheit",
        "Einheit", "unité", "service", "département", "équipe", "unidad", "departamento", "equipo",
    ),
    "manager": (
        "manager id", "manager employee id", "manager number", "supervisor", "supervisor id", "reports to",
        "reports to id", "line manager", "line manager id", "manager email", "Vorgesetzter", "Vorgesetzte",
        "Führungskraft", "responsable", "matricule du responsable", "jefe", "id del jefe", "supervisor inmediato",
    ),
    "hired_on": (
        "hire date", "hired", "date of hire", "start date", "started on", "joined", "joined on", "joining date",
        "entry date", "original hire date", "Eintritt", "Eintrittsdatum", "Einstellungsdatum", "date d'embauche",
        "date d'entrée", "fecha de contratación", "fecha de alta", "fecha de ingreso",
    ),
    "left_on": (
        "leave date", "leaving date", "left", "end date", "ended on", "termination date", "last day",
        "last working day", "exit date", "Austritt", "Austrittsdatum", "date de départ", "date de sortie",
        "fecha de baja", "fecha de salida",
    ),
    "level": (
        "job level", "management level", "career level", "role level", "Ebene", "Führungsebene", "niveau",
        "niveau hiérarchique", "nivel", "nivel jerárquico",
    ),
    "country": (
        "country code", "work country", "location country", "country of work", "Land", "Länderkennung", "pays", "país",
    ),
    "language": (
        "preferred language", "language code", "locale", "Sprache", "langue", "idioma", "lengua",
    ),
    "time_zone": (
        "tz", "time zone id", "Zeitzone", "fuseau horaire", "zona horaria", "huso horario",
    ),
}  # fmt: skip
COLUMNS = tuple(ALIASES)
MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """`place` is where our column stands in a row, `title` what the file calls it; only of those the file has."""

    place: Mapping[str, int]
    title: Mapping[str, str]
    notes: tuple[str, ...] = ()

    @property
    def by_manager(self) -> bool:
        """Whether units are told by who reports to whom; a path goes first."""
        return "unit" not in self.place


def match_columns(table: PeopleTable, mapping: Mapping[str, str] | None = None) -> Columns:
    """Find our columns in a header.

    `mapping` is ours → theirs; an empty name says that the file's column is not to be used.
    """
    said = dict(mapping or {})
    _check_mapping(said, table)
    found = {ours: _mapped(theirs, ours, table) for ours, theirs in said.items() if theirs.strip()}
    taken = set(found.values())
    problems: dict[str, str] = {}
    for ours in COLUMNS:
        if ours not in said:
            places = [place for place in _candidates(ours, table.header) if place not in taken]
            if len(places) > 1:
                problems[ours] = _several(ours, places, table)
            elif places:
                found[ours] = places[0]
    lines = [*problems.values(), *_missing({*found, *problems}, table)]
    if lines:
        raise UnreadablePeople(lines)
    return Columns(found, {ours: table.header[place] for ours, place in found.items()}, _notes(found, table))


def likely_columns(header: tuple[str, ...]) -> dict[str, list[str]]:
    """The titles that may be meant by each of our columns, without any mapping."""
    return {ours: [header[place] for place in _candidates(ours, header)] for ours in COLUMNS}


def mapping_of(chosen: Mapping[str, str], header: tuple[str, ...]) -> dict[str, str]:
    """What has to be said so that the columns are read as chosen (ours = theirs): all that is not understood anyway.

    So a mapping that is kept says no more than it must, and a file with other columns is read the next time.
    """
    likely = likely_columns(header)
    wanted = {ours: [theirs] if theirs else [] for ours, theirs in chosen.items()}
    return {ours: chosen[ours] for ours in COLUMNS if ours in wanted and wanted[ours] != likely[ours]}


_ALIAS_OF = {folded(alias): ours for ours, aliases in ALIASES.items() for alias in (ours, *aliases)}


def _check_mapping(mapping: Mapping[str, str], table: PeopleTable) -> None:
    strange = [ours for ours in mapping if ours not in ALIASES]
    if strange:
        raise unreadable(table.name, None, f"a mapping of {quoted(strange[0])}", f"one of {', '.join(COLUMNS)}")


def _mapped(theirs: str, ours: str, table: PeopleTable) -> int:
    places = [place for place, title in enumerate(table.header) if folded(title) == folded(theirs)]
    if len(places) != 1:
        count = f"{len(places)} columns named so" if places else "no such column"
        found = _found(table)
        raise unreadable(table.name, table.header_line, f"{count}: {found}", f"one column {quoted(theirs)} for {ours}")
    return places[0]


def _candidates(ours: str, header: tuple[str, ...]) -> list[int]:
    """Columns that may be meant; one that has our own name leaves no question."""
    exact = [place for place, title in enumerate(header) if title == ours]
    return exact or [place for place, title in enumerate(header) if _ALIAS_OF.get(folded(title)) == ours]


def _several(ours: str, places: list[int], table: PeopleTable) -> str:
    titles = " and ".join(quoted(table.header[place]) for place in places)
    wanted = f"a mapping that says which is {ours}"
    return str(unreadable(table.name, table.header_line, f"the columns {titles}", wanted))


def _missing(found: Collection[str], table: PeopleTable) -> list[str]:
    wanted = [] if "id" in found else ["a column id, the person's key in the company's own system"]
    if "unit" not in found and "manager" not in found:
        wanted.append("a column unit with paths such as Company/Division/Team, or a column manager with ids")
    return [str(unreadable(table.name, table.header_line, f"the columns {_found(table)}", text)) for text in wanted]


def _found(table: PeopleTable) -> str:
    return listed([quoted(title) for title in table.header if title], MOST_NAMED)


def _notes(found: Mapping[str, int], table: PeopleTable) -> tuple[str, ...]:
    used = set(found.values())
    unused = [quoted(title) for place, title in enumerate(table.header) if place not in used and title]
    notes = [f"Columns that are not read: {listed(unused, MOST_NAMED)}."] if unused else []
    if "unit" in found and "manager" in found:
        notes.append("Units are taken from the paths; the column of managers is not used.")
    return tuple(notes)
