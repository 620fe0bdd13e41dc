"""The page about who may do what says what the code does."""

import re
from pathlib import Path

from survey.services.rights import Action, Held, Role, may

OWN, ABOVE = 2, 1


def answer(role: Role, action: Action) -> str:
    held = [Held(role, OWN if role is Role.LEADER else None)]
    anywhere, own = may(held, action, path=(ABOVE,)), may(held, action, path=(ABOVE, OWN))
    return "yes" if anywhere else "own unit" if own else "no"


def test_the_table_is_that_of_the_code(root: Path) -> None:
    text = (root / "docs/explanation/who-may-do-what.md").read_text("utf-8")
    rows = [re.split(r" \| ", line.strip("| ")) for line in text.splitlines() if line.startswith("| ")]
    told = {(action, role): cell for action, *cells in rows[1:] for role, cell in zip(rows[0][1:], cells, strict=True)}

    assert told == {(action.value, role.value): answer(role, action) for action in Action for role in Role}
