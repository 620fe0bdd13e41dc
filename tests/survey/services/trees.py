"""Small trees for tests."""

from survey.queries.people import Node

COMPANY, SALES, NORTH, SOUTH, WORKS, LINE = range(1, 7)


def tree() -> dict[int, Node]:
    """A company with two divisions, one of two teams and one of one."""
    return {
        COMPANY: Node(None, "Meridian"),
        SALES: Node(COMPANY, "Sales"),
        NORTH: Node(SALES, "North"),
        SOUTH: Node(SALES, "South"),
        WORKS: Node(COMPANY, "Works"),
        LINE: Node(WORKS, "Line"),
    }
