"""Whole sentences in each language: what they are about, then English, German, French, Spanish."""

from dataclasses import replace

from dashboards.board.values import Cell, Range
from tests.dashboards.brief.meridian import CRASH, ENGINEERING, SALES, SLIDE, board, sliding

SMALL = replace(SLIDE, size=None)
SMALL_CRASH = replace(CRASH, size=None, acknowledged_on=None, told_in=18)
ELSEWHERE = (replace(SLIDE, unit=SALES, told_in=17), replace(SLIDE, unit=ENGINEERING, told_in=16))
LANGUAGES = ("en", "de", "fr", "es")
ALARMS = {
    "slides": (
        SLIDE,
        "Equal say has been sliding in Delivery since about February 2026: 9 points (6 to 12).",
        "„Alle haben gleich viel zu sagen“ gleitet in Delivery seit etwa Februar 2026 ab: 9 Punkte (6 bis 12).",
        "« Une voix égale pour tous » glisse dans Delivery depuis février 2026 environ : 9 points (6 à 12).",
        (
            "«Todas las voces cuentan igual» va bajando en Delivery desde febrero de 2026 aproximadamente: "
            "9 puntos (6 a 12)."
        ),
    ),
    "slides in a small group": (
        SMALL,
        "Equal say has been sliding in Delivery since about February 2026.",
        "„Alle haben gleich viel zu sagen“ gleitet in Delivery seit etwa Februar 2026 ab.",
        "« Une voix égale pour tous » glisse dans Delivery depuis février 2026 environ.",
        "«Todas las voces cuentan igual» va bajando en Delivery desde febrero de 2026 aproximadamente.",
    ),
    "began in one round and no other": (
        replace(SMALL, onset_low=9, onset_high=9),
        "Equal say has been sliding in Delivery since February 2026.",
        "„Alle haben gleich viel zu sagen“ gleitet in Delivery seit Februar 2026 ab.",
        "« Une voix égale pour tous » glisse dans Delivery depuis février 2026.",
        "«Todas las voces cuentan igual» va bajando en Delivery desde febrero de 2026.",
    ),
    "fell, and was acknowledged": (
        CRASH,
        (
            "Learning fell in Ingest in September 2026, by 16 points (10 to 22). It has not recovered. "
            "Acknowledged on 20 October 2026."
        ),
        (
            "„Lernen“ ist in Ingest im September 2026 gefallen, um 16 Punkte (10 bis 22). "
            "Der Wert hat sich nicht erholt. Bestätigt am 20. Oktober 2026."
        ),
        (
            "« Apprendre » a baissé dans Ingest en septembre 2026, de 16 points (10 à 22). "
            "Le niveau n’est pas remonté. Accusé de réception le 20 octobre 2026."
        ),
        (
            "«Aprender» cayó en Ingest en septiembre de 2026, 16 puntos (10 a 22). El nivel no se ha recuperado. "
            "Confirmado el 20 de octubre de 2026."
        ),
    ),
    "fell in a small group": (
        SMALL_CRASH,
        "Learning fell in Ingest in September 2026.",
        "„Lernen“ ist in Ingest im September 2026 gefallen.",
        "« Apprendre » a baissé dans Ingest en septembre 2026.",
        "«Aprender» cayó en Ingest en septiembre de 2026.",
    ),
    "by one point, and has recovered": (
        replace(SMALL_CRASH, size=Range(1, 0.6, 1.4), state="recovered"),
        "Learning fell in Ingest in September 2026, by 1 point (1 to 1). It has recovered.",
        "„Lernen“ ist in Ingest im September 2026 gefallen, um 1 Punkt (1 bis 1). Der Wert hat sich erholt.",
        "« Apprendre » a baissé dans Ingest en septembre 2026, de 1 point (1 à 1). Le niveau est remonté.",
        "«Aprender» cayó en Ingest en septiembre de 2026, 1 punto (1 a 1). El nivel se ha recuperado.",
    ),
}
HEADINGS = {
    "holding": (
        board(),
        "Meridian is holding. No drift found in any principle, division or team.",
        "Meridian hält stand. In keinem Grundsatz, keinem Bereich und keinem Team wurde ein Abdriften gefunden.",
        "Meridian tient bon. Aucune dérive constatée, quels que soient le principe, la division ou l’équipe.",
        "Meridian se mantiene. No se encontró deriva en ningún principio, división ni equipo.",
    ),
    "holding, to somebody who does not hear of teams": (
        board(sees_all=False),
        "Meridian is holding. No drift found in any principle or division.",
        "Meridian hält stand. In keinem Grundsatz und keinem Bereich wurde ein Abdriften gefunden.",
        "Meridian tient bon. Aucune dérive constatée, quels que soient le principe ou la division.",
        "Meridian se mantiene. No se encontró deriva en ningún principio ni división.",
    ),
    "several": (
        sliding(found=(CRASH, SLIDE, *ELSEWHERE)),
        "Drift was found in 4 places: equal say in Delivery, equal say in Sales, equal say in Engineering and 1 more",
        (
            "An 4 Stellen wurde ein Abdriften gefunden: „Alle haben gleich viel zu sagen“ in Delivery, „Alle haben "
            "gleich viel zu sagen“ in Sales, „Alle haben gleich viel zu sagen“ in Engineering und 1 weitere Stelle"
        ),
        (
            "Une dérive est constatée à 4 endroits : « Une voix égale pour tous » dans Delivery, « Une voix égale pour "
            "tous » dans Sales, « Une voix égale pour tous » dans Engineering et 1 autre"
        ),
        (
            "Se encontró deriva en 4 lugares: «Todas las voces cuentan igual» en Delivery, «Todas las voces cuentan "
            "igual» en Sales, «Todas las voces cuentan igual» en Engineering y 1 más"
        ),
    ),
    "the first round": (
        board(1),
        "Meridian, round 1: three levels, and no change yet",
        "Meridian, Runde 1: drei Werte und noch keine Veränderung",
        "Meridian, consultation 1 : trois niveaux, pas encore d’évolution",
        "Meridian, ronda 1: tres niveles y aún ningún cambio",
    ),
    "the second": (
        board(2),
        "Meridian, round 2: too early to say whether anything moves",
        "Meridian, Runde 2: zu früh, um zu sagen, ob sich etwas bewegt",
        "Meridian, consultation 2 : trop tôt pour dire si quelque chose bouge",
        "Meridian, ronda 2: demasiado pronto para decir si algo se mueve",
    ),
}
CHANGES = {
    "none found": (
        Cell(Range(64, 63, 65), "", 431, 5, Range(-0.2, -2, 2), {}),
        "Change since October 2025: 0 (−2 to +2).",
        "Veränderung seit Oktober 2025: 0 (−2 bis +2).",
        "Évolution depuis octobre 2025 : 0 (−2 à +2).",
        "Cambio desde octubre de 2025: 0 (−2 a +2).",
    ),
    "over a year": (
        Cell(Range(64, 63, 65), "", 431, 6, Range(-9, -12, -6), {}),
        "Change in twelve months: −9 (−12 to −6).",
        "Veränderung in zwölf Monaten: −9 (−12 bis −6).",
        "Évolution en douze mois : −9 (−12 à −6).",
        "Cambio en doce meses: −9 (−12 a −6).",
    ),
    "unknown": (
        Cell(Range(64, 63, 65), "", 431, None, None, {}),
        "Change: unknown.",
        "Veränderung: nicht bekannt.",
        "Évolution : inconnue.",
        "Cambio: desconocido.",
    ),
    "not shown": (
        None,
        "Not shown: protects a group of fewer than 5.",
        "Nicht gezeigt: schützt eine Gruppe von weniger als 5.",
        "Non montré : protège un groupe de moins de 5 personnes.",
        "No se muestra: protege a un grupo de menos de 5.",
    ),
}


def rows_of(cases: dict[str, tuple[object, ...]]) -> list[tuple[object, str, str]]:
    return [
        (case[0], language, str(said))
        for case in cases.values()
        for language, said in zip(LANGUAGES, case[1:], strict=True)
    ]
