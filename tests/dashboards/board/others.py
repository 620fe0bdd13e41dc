"""Companies at the edges: one unit, hundreds of teams, one wave and sixty, nothing shown, hard names."""

from dashboards.board.values import PRINCIPLES, Found, Range
from tests.dashboards.board.meridian import company, meridian
from tests.dashboards.board.tree import FakeSource, Group

LONG = "Geschäftsbereichsübergreifende Kundenzufriedenheitsentwicklung"
MARKUP = "<b>R&D</b> <script>alert(1)</script>"
HEBREW = "מחלקת שירות הלקוחות"


def one_unit() -> FakeSource:
    return FakeSource(Group("Aerie", 34, (66, 61, 63)), n_waves=9)


def quiet() -> FakeSource:
    source = meridian()
    source.found, source.split_of = (), {}
    return source


def waves_of(number: int) -> FakeSource:
    return FakeSource(company(), n_waves=number)


def no_wave() -> FakeSource:
    return FakeSource(company(), n_waves=0)


def sixty_waves() -> FakeSource:
    source = FakeSource(company(), n_waves=60)
    delivery = source.unit("Delivery")
    source.found = (Found("alarm", delivery, "equal_say", "down", "ramp", 58, 30, 20, 44, Range(9, 6, 12), "strong"),)
    return source


def nothing_shown() -> FakeSource:
    parts = tuple(Group(f"Unit {number}", 6, is_hidden=True) for number in range(3))
    return FakeSource(Group("Nestling", 18, below=parts, is_hidden=True), n_waves=6)


def only_a_bound() -> FakeSource:
    parts = Group("Ingest", 40, bound="≥ 90"), Group("Peering", 40)
    return FakeSource(Group("Aerie", 80, below=parts), n_waves=6)


def many(n_divisions: int, n_teams: int) -> FakeSource:
    """Divisions of so many teams, every ninth of them not shown; three drift."""
    divisions = []
    for division in range(n_divisions):
        moves = {"equal_say": (9, -12.0, 6)} if division == 2 else {}
        teams = tuple(
            Group(f"Desk {division}.{team}", 12, is_hidden=team % 9 == 4, moves=moves if team == 2 else {})
            for team in range(n_teams)
        )
        divisions.append(Group(f"Region {division}", 12 * n_teams, below=teams))
    source = FakeSource(Group("Halden Group", 12 * n_teams * n_divisions, below=tuple(divisions)))
    places = [source.unit(name) for name in ("Desk 2.2", "Desk 1.1", "Desk 0.3")]
    shapes = zip(places, ("step", "ramp", "ramp"), ("down", "down", "up"), strict=True)
    source.found = tuple(
        Found("alarm", unit, "equal_say", direction, shape, 16, 12, 10, 14, None, "some")  # type: ignore[arg-type] -- words of ours
        for unit, shape, direction in shapes
    )
    return source


def hard_names() -> FakeSource:
    """Long German words, markup and a script of the other direction as names of units."""
    parts = (
        Group(LONG, 94, (64, 63, 66), (Group(MARKUP, 30), Group(LONG, 40)), {"equal_say": (9, -9, 9)}),
        Group(MARKUP, 72, moves={"learning": (14, -8, 1)}),
        Group(HEBREW, 40),
        Group(f"{LONG} II", 20, is_hidden=True),
    )
    source = FakeSource(Group("Donaudampfschifffahrtsgesellschaft", 240, below=parts))
    source.found = (
        Found("alarm", 2, "equal_say", "down", "ramp", 18, 9, 8, 11, Range(9, 6, 12), "very strong"),
        Found("alarm", source.unit(MARKUP), PRINCIPLES[0], "down", "step", 15, 14, 14, 14, Range(8, 4, 12), "strong"),
    )
    return source
