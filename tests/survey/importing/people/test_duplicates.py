from tests.survey.importing.people.company import plan, refusals, staff


def rows(*keys: str) -> str:
    return "id,unit\n" + "".join(f"{key},Meridian/Sales\n" for key in keys)


def test_an_id_on_two_lines_is_refused_on_both() -> None:
    assert refusals(plan(rows("1", "2", "1"))) == [
        (2, "1", "Also on line 4. Wanted: one row per person."),
        (4, "1", "Also on line 2. Wanted: one row per person."),
    ]


def test_an_id_on_very_many_lines_is_told_briefly() -> None:
    faults = plan(rows(*["1"] * 2_000)).faults

    assert faults[1].wanted == "Also on line 2, line 4, line 5 and 1,996 more. Wanted: one row per person."


def test_a_mail_address_of_two_persons_is_refused_on_both_lines() -> None:
    text = "id,unit,mail\n1,Meridian,a@x.example\n2,Meridian,b@x.example\n3,Meridian,A@x.example\n"

    assert refusals(plan(text)) == [
        (2, "a@x.example", "Also the address of 3 (line 4). Wanted: one person per address."),
        (4, "A@x.example", "Also the address of 1 (line 2). Wanted: one person per address."),
    ]


def test_a_mail_address_of_very_many_is_told_briefly() -> None:
    text = "id,unit,mail\n" + "".join(f"{number},Meridian,a@x.example\n" for number in range(2_000))

    assert plan(text).faults[1].wanted == (
        "Also the address of 0 (line 2), 2 (line 4), 3 (line 5) and 1,996 more. Wanted: one person per address."
    )


def test_a_mail_address_of_somebody_who_is_not_in_the_delta_is_refused() -> None:
    done = plan("id,unit,mail\n9,Meridian/Sales,1@X.example\n", staff(3), is_full=False)

    assert [wanted for _, _, wanted in refusals(done)] == [
        "Also the address of 1 (not in the file). Wanted: one person per address."
    ]


def test_a_mail_address_goes_from_one_who_leaves_to_another() -> None:
    text = "id,unit,mail,left_on\n1,,1@x.example,2026-01-01\n2,Meridian/Sales,1@x.example,\n"

    assert not plan(text, staff(20), is_full=False).faults
