from hypothesis import given
from hypothesis import strategies as st

from survey.importing.people.chains import cycles, told
from tests.survey.importing.people.company import NOBODY, TODAY, applied, plan, refusals

TREE = """id,name,mail,manager
1,Ann,ann@x.example,
2,Bo,bo@x.example,1
3,Cy,cy@x.example,2
4,Dy,dy@x.example,Ann@x.example
5,Ed,ed@x.example,2
"""


def units(text: str) -> dict[str, str]:
    done = plan(text)
    assert not done.faults
    return {step.key: "/".join(step.after.unit) for step in done.joins}


def test_who_has_reports_leads_a_unit_and_is_in_it() -> None:
    assert units(TREE) == {
        "1": "Meridian",
        "2": "Meridian/Team of Bo",
        "3": "Meridian/Team of Bo",
        "4": "Meridian",
        "5": "Meridian/Team of Bo",
    }


def test_who_manages_oneself_stands_at_the_top() -> None:
    assert units("id,manager\n1,1\n2,1\n") == {"1": "Meridian", "2": "Meridian"}


def test_a_lead_without_a_name_is_called_by_the_id() -> None:
    assert units("id,manager\n1,\n2,1\n3,2\n")["3"] == "Meridian/Team of 2"


def test_leads_of_one_name_are_told_apart() -> None:
    found = units("id,name,manager\n1,Ann,\n2,Bo,1\n3,Bo,1\n4,Cy,2\n5,Dy,3\n")

    assert (found["4"], found["5"]) == ("Meridian/Team of Bo (2)", "Meridian/Team of Bo (3)")


def test_a_cycle_is_refused_with_the_people_in_it() -> None:
    done = plan("id,name,manager\n1,Ann,\n2,Bo,3\n3,Cy,4\n4,Dy,2\n5,Ed,4\n")

    wanted = "Their own manager in the end: Bo → Cy → Dy → Bo. Wanted: one person at the top."
    assert refusals(done) == [(3, "3", wanted), (4, "4", wanted), (5, "2", wanted)]


def test_two_people_without_a_manager_are_two_roots() -> None:
    done = plan("id,name,manager\n1,Ann,\n2,Bo,1\n3,Cy,\n")

    wanted = "2 people have no manager: Ann (line 2), Cy (line 4). Wanted: one person at the top."
    assert refusals(done) == [(2, "", wanted), (4, "", wanted)]


def test_very_many_people_without_a_manager_are_told_briefly() -> None:
    faults = plan("id,manager\n" + "".join(f"{number},\n" for number in range(2_000))).faults

    assert "no manager: 0 (line 2), 1 (line 3), 2 (line 4) and 1,997 more. Wanted" in faults[9].wanted


def test_an_unknown_manager_is_refused_with_the_nearest() -> None:
    done = plan("id,manager\nE1001,\nE1002,E1001\nE1003,E10O2\n")

    assert refusals(done) == [(4, "E10O2", "No such person in the file. Nearest: “E1002”.")]


def test_a_manager_that_cannot_be_read_makes_no_second_root() -> None:
    assert [line for line, _, _ in refusals(plan("id,manager\n1,\n2,1\n3,1.5E+11\n"))] == [4]


def test_too_many_levels_are_refused() -> None:
    done = plan("id,manager\n0,\n" + "".join(f"{number},{number - 1}\n" for number in range(1, 40)))

    assert [line for line, _, _ in refusals(done)] == [22]


def test_who_has_left_leads_on_until_the_reports_have_another_manager() -> None:
    done = plan("id,manager,left_on\n1,,\n2,1,2020-01-01\n3,2,2020-01-01\n4,2,\n5,1,2020-01-01\n6,5,2020-01-01\n")

    assert {step.key: step.after.unit[1:] for step in done.joins} == {"1": (), "4": ("Team of 2",)}
    assert (done.faults, done.n_gone) == ((), 4)


def test_managers_planned_twice_change_nothing() -> None:
    assert not plan(TREE, applied(plan(TREE), NOBODY), on=TODAY).steps


@given(st.dictionaries(st.integers(0, 30).map(str), st.integers(0, 30).map(str)))
def test_cycles_are_exactly_those_who_come_back_to_themselves(above: dict[str, str]) -> None:
    def comes_back(start: str) -> bool:
        key = above.get(start)
        for _ in above:
            if key is None or key == start:
                break
            key = above.get(key)
        return key == start

    assert sorted(key for cycle in cycles(above) for key in cycle) == sorted(filter(comes_back, above))


def test_a_long_cycle_is_told_in_one_line() -> None:
    assert told(list("abcdefgh")) == "a → b → c → d → e → f → 2 more → a"
