"""Units from whichever column tells them."""

from datetime import date

from survey.importing.people.current import CurrentCompany
from survey.importing.people.manager_delta import place_below_known
from survey.importing.people.manager_tree import place_by_manager
from survey.importing.people.path_tree import place_by_path
from survey.importing.people.person_row import PeopleRows
from survey.importing.people.placement import Placement


def place_people(people: PeopleRows, current: CurrentCompany, *, is_full: bool, on: date) -> Placement:
    """The unit of every row whose person is with the company on that day."""
    if not people.columns.by_manager:
        return place_by_path(people, current, is_full=is_full, on=on)
    if is_full:
        return place_by_manager(people, current, on=on)
    return place_below_known(people, current, on=on)
