"""Meridian, the company of the mocks: 612 people, ten departments and two that are not shown, 18 monthly waves."""

from datetime import date

from dashboards.board.values import Event, Found, Question, Range, ReplyOwed, Split
from tests.dashboards.board.tree import FakeSource, Group
from tests.dashboards.meridian import crash, slide

SAY, LEARN, TRUTH = "equal_say", "learning", "customer_truth"
TEAMS = (
    Group("Onboarding Europe", 16, (62, 60, 67), moves={SAY: (9, -11, 9)}),
    Group("Onboarding Americas", 15, (63, 61, 65), moves={SAY: (9, -10, 9)}),
    Group("Integrations", 18, (63, 62, 67), moves={SAY: (9, -8, 9)}),
    Group("Migration", 9, (64, 61, 58)),
    Group("Field Engineering", 10, (63, 61, 58)),
    Group("Launch Desk", 16, (62, 61, 62), moves={SAY: (9, -3, 9)}),
    Group("Partner Delivery", 8, is_hidden=True),
    Group("Delivery Operations", 6, is_hidden=True),
)
ENCODING = (
    Group("Ingest", 14, (63, 60, 62), moves={LEARN: (16, -16, 1)}),
    Group("Codecs", 32, (63, 60, 62)),
    Group("Packaging", 26, (62, 60, 62)),
)


def meridian() -> FakeSource:
    source = FakeSource(company())
    delivery, ingest, support = source.unit("Delivery"), source.unit("Ingest"), source.unit("Customer Support")
    source.found = (
        slide(delivery, _split(delivery)),
        crash(ingest),
        Found("watch", support, SAY, "down", "ramp", 18, 12, 10, 14, Range(4, 1, 7), "some"),
    )  # fmt: skip
    source.split_of = {
        (source.unit("Sales"), TRUTH): _sales(source.unit("Sales")),
        (delivery, SAY): _split(delivery),
    }
    source.events = (
        Event(date(2026, 1, 12), date(2026, 4, 20), "growth", "Delivery doubles, 46 to 94 people", delivery),
        Event(date(2026, 9, 3), None, "outage", "live ingest outage", ingest),
        Event(date(2026, 2, 1), date(2026, 8, 30), "growth", "Sales hires 21, loses 12", source.unit("Sales")),
    )
    source.bands_of = {delivery: _bands(), 1: _bands(drift=0)}
    source.questions_of = {delivery: _questions(), 1: _questions(drift=0.1)}
    beliefs = [Range(47 + 0.3 * wave, 45 + 0.3 * wave, 49 + 0.3 * wave) for wave in range(18)]
    source.owed = ReplyOwed("", "", "", is_written=False, due_on=date(2026, 12, 7), can_be_written=True,
                             belief=tuple(beliefs))  # fmt: skip
    return source


def company() -> Group:
    parts = (
        Group("Delivery", 94, (64, 63, 66), TEAMS, {SAY: (9, -9, 9)}),
        Group("Encoding", 72, (64, 59, 62), ENCODING, {LEARN: (16, -3, 1)}),
        Group("Player & SDKs", 58, (65, 60, 62)),
        Group("Platform", 66, (64, 58, 63)),
        Group("Network & Edge", 54, (61, 56, 60)),
        Group("Customer Support", 61, (66, 69, 62), moves={SAY: (12, -4, 6)}),
        Group("Customer Success", 38, (65, 68, 62)),
        Group("Sales", 63, (61, 59, 62), moves={TRUTH: (10, 5, 6)}),
        Group("Marketing", 29, (65, 62, 61)),
        Group("Product", 34, (68, 65, 67)),
        Group("Finance & Legal", 24, is_hidden=True),
        Group("People & Workplace", 19, is_hidden=True),
    )
    return Group("Meridian", 612, (64.4, 61.8, 61.4), parts, {SAY: (9, -1, 9)})


def _split(unit: int) -> Split:
    parts = {
        "within": Range(-5, -7.5, -2.5),
        "joiners": Range(-2.5, -4.5, -1),
        "leavers": Range(-0.5, -1.5, 0.5),
        "reweighting": Range(0, -0.5, 0.5),
        "hidden": None,
    }
    return Split(unit, SAY, 8, -9, parts)


def _sales(unit: int) -> Split:
    parts = {"within": Range(0, -2, 2), "joiners": Range(4, 2, 6), "leavers": Range(1, 0, 2)}
    return Split(unit, TRUTH, 6, 5, parts)


def _bands(drift: float = 1) -> dict[tuple[str, str], Group]:
    return {
        ("level", "front_line"): Group("Front line", 78, (63, 60, 66), moves={SAY: (9, -11 * drift, 9)}),
        ("level", "lead+executive"): Group("Leads", 16, (66, 64, 69), moves={SAY: (9, -3 * drift, 9)}),
        ("tenure", "under_1"): Group("Under 1", 48, (63, 60, 65), moves={SAY: (9, -10 * drift, 9)}),
        ("tenure", "1_to_3"): Group("1 to 3", 24, (64, 61, 67), moves={SAY: (9, -7 * drift, 9)}),
        ("tenure", "3_to_10"): Group("Over 3", 18, (65, 62, 68), moves={SAY: (9, -10 * drift, 9)}),
    }


def _questions(drift: float = 1) -> list[Question]:
    told = (
        ("E6", "People here who go past their manager to help a customer are treated well.", -14, 6, 3),
        ("E9", "People who deal with customers here can decide for themselves how to help.", -12, 6, 3),
        ("E1", "Here, a good idea for customers is used, whoever has it.", -9, 4, 1),
        ("E2", "When someone brings bad news from a customer, leaders here listen.", -4, 5, 1),
        ("E3", "In my team, everyone has a say in how we serve customers.", -3, 7, 3),
        ("E4", "In my team, we pass on what a customer said straight to whoever needs to know.", -1, 7, 3),
    )
    asked = [
        Question(
            code,
            text,
            SAY,
            "",
            Range(60 + m * drift, 54, 66),
            "",
            60,
            8,
            Range(m * drift, m * drift - h, m * drift + h),
            n,
            (),
        )
        for code, text, m, h, n in told
    ]
    quiet = Question(
        "E5", "News about customers stays with a few people here.", SAY, "", None, "", None, None, None, 3, ()
    )
    return [*asked, quiet]
