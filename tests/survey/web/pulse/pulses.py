"""Pulses of a made-up company to show on a page."""

from datetime import date
from typing import Any

from survey.questionnaires.questionnaire import Item, Kind, Pack, Questionnaire, Words
from survey.services.answering.pulse import Group, Pulse, Reply
from survey.web.pulse.door import MethodPage
from tests.survey.web.fakes import FakeDoor

LINK = "link-of-Mara"
TEXTS = {
    "L1": (
        "In my team, we ask what customers need instead of guessing.",
        "In meinem Team fragen wir nach, was Kunden brauchen, statt zu raten.",
        "learning",
    ),
    "C1": (
        "Decisions in my team start from what customers tell us.",
        "Entscheidungen in meinem Team gehen von dem aus, was Kunden uns sagen.",
        "customer_truth",
    ),
    "E1": (
        "Here, a good idea for customers is used, whoever has it.",
        "Eine gute Idee für Kunden wird bei uns genutzt, egal von wem sie kommt.",
        "equal_say",
    ),
    "C2": (
        "Leaders here take real time to listen to customers.",
        "Führungskräfte nehmen sich bei uns wirklich Zeit, Kunden zuzuhören.",
        "customer_truth",
    ),
    "L2": (
        "Teams here tell each other what they learn about customers.",
        "Bei uns sagen Teams einander, was sie über Kunden lernen.",
        "learning",
    ),
    "E2": (
        "When someone brings bad news from a customer, leaders here listen.",
        "Wenn jemand eine schlechte Nachricht von einem Kunden bringt, hören Führungskräfte bei uns zu.",
        "equal_say",
    ),
    "L5": (
        "When customers start to need something else, my team sees it.",
        "Wenn Kunden etwas anderes brauchen als bisher, merkt mein Team das.",
        "learning",
    ),
    "C7": (
        "When we plan our work, my team talks about what it means for customers.",
        "Wenn mein Team die Arbeit plant, sprechen wir darüber, was sie für Kunden bedeutet.",
        "customer_truth",
    ),
    "E3": (
        "In my team, everyone has a say in how we serve customers.",
        "In meinem Team können alle mitreden, wie wir für Kunden arbeiten.",
        "equal_say",
    ),
    "Q1": (
        "When we answer questions like these, something comes of it.",
        "Wenn wir solche Fragen beantworten, kommt etwas dabei heraus.",
        "",
    ),
}
ANCHORS = {"L1", "C1", "E1", "C2", "L2", "E2"}
COMMENT = Item(
    "O1",
    Kind.COMMENT,
    Pack.LAST,
    {
        "en": "One real customer, one real moment in the last four weeks: what happened, and what did we do?",
        "de": "Ein echter Kunde, eine echte Situation aus den letzten vier Wochen: "
        "Was ist passiert, und was haben wir getan?",
    },
    hint={
        "en": "Seen, heard or read about. Please leave out names.",
        "de": "Selbst erlebt, gehört oder gelesen. Bitte ohne Namen.",
    },
)
HOURS = Item(
    "H1",
    Kind.HOURS,
    Pack.THIRD_WAVE,
    {
        "en": "In the last four weeks, I spent about this many hours with customers:",
        "de": "In den letzten vier Wochen habe ich etwa so viele Stunden mit Kunden verbracht:",
    },
    hint={
        "en": "talking or writing with them, visits, calls, reading their words",
        "de": "sprechen, schreiben, besuchen",
    },
)
COUNT = Item(
    "M6",
    Kind.COUNT,
    Pack.MODULE_3,
    {
        "en": "In the last three months, how many times have you heard that we did something hard to help customers?",
        "de": "Wie oft war in den letzten drei Monaten zu hören, dass wir etwas Schwieriges für Kunden getan haben?",
    },
)
WORDS = {
    "en": Words(
        ("Never", "Rarely", "About half the time", "Mostly", "Always"),
        "Cannot say",
        ("None", "One", "Two", "Three", "Four or more"),
        "Customers: people or firms outside who pay for or use what we do. Colleagues are not meant here.",
        "My team: the people I work with most days. If I lead a team: that team.",
        "Leaders here: everyone who leads people, at every level.",
        "Think of the last four weeks. How often is this so?",
    ),
    "de": Words(
        ("Nie", "Selten", "Etwa in der Hälfte der Fälle", "Meistens", "Immer"),
        "Nicht zu beurteilen",
        ("keinmal", "einmal", "zweimal", "dreimal", "viermal oder öfter"),
        "Kunden: Menschen oder Firmen außerhalb, die bezahlen oder nutzen, was wir tun.",
        "Mein Team: die Menschen, mit denen ich an den meisten Tagen arbeite.",
        "Führungskräfte bei uns: alle, die Menschen führen, auf jeder Ebene.",
        "Die letzten vier Wochen: Wie oft war das so?",
    ),
}
ARABIC = Words(
    ("أبدًا", "نادرًا", "في نحو نصف المرات", "في معظم المرات", "دائمًا"),
    "لا يمكن الحكم",
    ("لا شيء", "مرة", "مرتان", "ثلاث مرات", "أربع مرات أو أكثر"),
    "العملاء",
    "فريقي",
    "المسؤولون عندنا",
    "الأسابيع الأربعة الماضية",
)


def rated(code: str) -> Item:
    english, german, principle = TEXTS[code]
    pack = Pack.LAST if code == "Q1" else Pack.ANCHOR if code in ANCHORS else Pack.A
    return Item(code, Kind.RATED, pack, {"en": english, "de": german}, principle)


ITEMS = (*map(rated, TEXTS), COMMENT)
GROUPS = (
    Group("Meridian", "unit", "", 1612),
    Group("Delivery", "unit", "", 94),
    Group("Integrations", "unit", "", 14),
    Group("Meridian", "level", "front_line", 498),
    Group("Delivery", "level", "front_line", 79),
    Group("Meridian", "tenure", "1_to_3", 171),
    Group("Delivery", "tenure", "1_to_3", 27),
)
REPLY = Reply(
    "In Delivery, helping a customer takes three approvals.",
    "Since 2 November anyone there may grant up to 40 hours of help without asking. We look back on 11 January.",
    "Sharing call recordings: legal has not agreed yet.",
)


def pulse(**changes: Any) -> Pulse:
    values: dict[str, Any] = {
        "wave_id": 18,
        "person_id": 7,
        "number": 18,
        "company": "Meridian",
        "language": "en",
        "month": date(2026, 11, 1),
        "last_day": date(2026, 11, 13),
        "results_on": date(2026, 11, 16),
        "next_on": date(2026, 12, 7),
        "k": 5,
        "epoch_months": 12,
        "items": ITEMS,
        "words": WORDS["en"],
        "groups": GROUPS,
        "division": "Delivery",
        "reply": REPLY,
        "is_answered": False,
    }
    return Pulse(**(values | changes))


def method_page(**changes: Any) -> MethodPage:
    values: dict[str, Any] = {
        "company": "Meridian",
        "language": "en",
        "contact": "Ada Fisher, ada.fisher@meridian.example",
        "questionnaire": Questionnaire("aloft", 1, (*ITEMS[:-1], COUNT, HOURS, COMMENT), WORDS),
        "k": 5,
        "epoch_months": 12,
        "years_per_false_alert": 10,
        "menu": ("units", "items", "level", "tenure", "movement"),
    }
    return MethodPage(**(values | changes))


def door(**changes: Any) -> FakeDoor:
    """A door with one open link, `LINK`."""
    return FakeDoor({LINK: pulse(**changes)}, method_page())
