"""An import that was applied, planned once more, changes nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.survey.importing.people.company import TODAY, applied, company, person, plan

HERE = company(
    person("1", "Meridian", level="executive"),
    person("2", "Meridian/Sales/North", country="SE"),
    person("3", left_on=TODAY),
    person("4", "Meridian/Sales", mail=None),
)
KEYS = st.sampled_from("123456789")
UNITS = st.sampled_from(["Meridian", "Meridian/Sales", "Meridian/Sales/North"])
NEW_UNITS = UNITS | st.sampled_from(["Meridian/Support", "Meridian/Support/Night", "Sales"])
CELLS = {
    "name": st.sampled_from(["", "Ann", "Bo"]),
    "mail": st.sampled_from(["", "", "own"]),
    "hired_on": st.sampled_from(["", "2020-01-02", "13.02.2019"]),
    "left_on": st.sampled_from(["", "", "2027-11-15", "2028-11-17"]),
    "level": st.sampled_from(["", "lead", "executive"]),
    "country": st.sampled_from(["", "SE"]),
    "language": st.sampled_from(["", "de"]),
    "time_zone": st.sampled_from(["", "Europe/Paris"]),
}
GONE = st.sampled_from(["", "2020-11-15", "2026-11-16"])


@st.composite
def files(draw: st.DrawFn, units: st.SearchStrategy[str]) -> str:
    columns = draw(st.lists(st.sampled_from(sorted(CELLS)), unique=True))
    keys = draw(st.lists(KEYS, min_size=1, unique=True))
    lines = [",".join(["id", "unit", *columns])]
    for key in keys:
        cells = [draw(GONE if column == "left_on" and key in "1389" else CELLS[column]) for column in columns]
        cells = [f"new{key}@x.example" if cell == "own" else cell for cell in cells]
        lines.append(",".join([key, draw(units), *cells]))
    return "\n".join(lines)


@given(files(NEW_UNITS))
@settings(deadline=None)
def test_a_full_load_is_done_once(text: str) -> None:
    first = plan(text, HERE, confirmed_leavers=True)
    again = plan(text, applied(first, HERE))

    assert first.is_applicable
    assert (again.faults, again.steps, again.sizes, again.is_applicable) == ((), (), (), True)
    assert again.n_unchanged + again.n_gone == again.n_rows


@given(files(UNITS))
@settings(deadline=None)
def test_a_delta_is_done_once(text: str) -> None:
    first = plan(text, HERE, is_full=False, confirmed_leavers=True)
    again = plan(text, applied(first, HERE), is_full=False)

    assert first.is_applicable
    assert (again.faults, again.steps, again.sizes, again.is_applicable) == ((), (), (), True)


@st.composite
def trees(draw: st.DrawFn) -> str:
    n = draw(st.integers(1, 12))
    names = draw(st.lists(st.sampled_from(["Ann", "Bo", ""]), min_size=n, max_size=n))
    below = [f"{number},{names[number]},{draw(st.integers(0, number - 1))},{draw(GONE)}" for number in range(1, n)]
    return "\n".join(["id,name,manager,left_on", f"0,{names[0]},,", *below])


@given(trees())
@settings(deadline=None)
def test_a_full_load_by_managers_is_done_once(text: str) -> None:
    here = company(person("77", "Meridian"))
    first = plan(text, here, confirmed_leavers=True)
    again = plan(text, applied(first, here))

    assert first.is_applicable
    assert (again.faults, again.steps, again.sizes) == ((), (), ())
