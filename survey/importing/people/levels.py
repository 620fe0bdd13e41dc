"""The three levels, and the words HR systems have for them in four languages."""

from survey.importing.people.folding import folded

LEVELS = ("front_line", "lead", "executive")
FRONT_LINE = "front_line"
LEVEL_ALIASES: dict[str, tuple[str, ...]] = {
    "front_line": (
        "front line", "individual contributor", "IC", "employee", "staff", "non-manager", "Mitarbeiter",
        "Mitarbeiterin", "Mitarbeitende", "Angestellte", "employé", "employée", "collaborateur", "collaboratrice",
        "empleado", "empleada", "trabajador", "trabajadora",
    ),
    "lead": (
        "leader", "team lead", "team leader", "manager", "supervisor", "middle manager", "Führungskraft", "Leitung",
        "Teamleiter", "Teamleiterin", "Teamleitung", "Abteilungsleiter", "Abteilungsleiterin", "responsable",
        "chef d'équipe", "cheffe d'équipe", "cadre", "encadrant", "jefe", "jefa", "jefe de equipo", "jefa de equipo",
        "mando intermedio", "gerente",
    ),
    "executive": (
        "exec", "director", "senior leader", "C-level", "management board", "Geschäftsführung", "Geschäftsleitung",
        "Vorstand", "Direktor", "Direktorin", "dirigeant", "dirigeante", "direction", "directeur", "directrice",
        "directivo", "directiva", "dirección", "directora",
    ),
}  # fmt: skip
_LEVEL_OF = {folded(alias): level for level, aliases in LEVEL_ALIASES.items() for alias in (level, *aliases)}


def read_level(text: str) -> str | None:
    """The level a word stands for; none if it is not known."""
    return _LEVEL_OF.get(folded(text))
