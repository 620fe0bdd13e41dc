"""Reports as the page may get them, one for each case it has to read well in."""

from math import nan

import numpy as np

from dashboards.source import CommonChange, Estimate, InstrumentChange, Report
from tests.dashboards.factories import Company, change

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHLY = [f"{MONTHS[(5 + month) % 12]} {2025 + (5 + month) // 12}" for month in range(18)]
DIVISIONS = {
    "Delivery": 94,
    "Encoding": 72,
    "Player & SDKs": 58,
    "Platform": 66,
    "Network & Edge": 54,
    "Customer Support": 61,
    "Customer Success": 38,
    "Sales": 63,
    "Marketing": 29,
    "Product": 34,
    "Finance & Legal": 24,
}
SCALES = ["learning", "customer truth", "equal say"]


SLIDE = change("Meridian/Delivery", "equal say", evidence=7.5)
WATCHED = {"size": 4.0, "low": 1.0, "high": 7.0, "onset": "May 2026", "onset_low": "Mar 2026", "onset_high": "Jul 2026"}
SLIGHT = change("Meridian/Customer Support", "equal say", evidence=3.1, **WATCHED)
RISE = change("Meridian/Sales", "customer truth", direction="up", evidence=3.9, **WATCHED)
FELL = {"wave": "Sep 2026", "shape": "step", "onset": "Sep 2026", "onset_low": "Sep 2026", "onset_high": "Sep 2026"}
CRASH = change("Meridian/Encoding/Ingest", "learning", size=16.0, low=10.0, high=22.0, evidence=5.2, **FELL)


def meridian() -> Report:
    """The company of the pictures: one slide, one crash, something to watch, a change of questions."""
    units = {"Meridian": 612} | {f"Meridian/{name}": size for name, size in DIVISIONS.items()}
    units |= {"Meridian/Encoding/Ingest": 20, "Meridian/Encoding/Packaging": 18, "Meridian/Delivery/Launch Desk": 12}
    falls = {
        ("Meridian/Delivery", "equal say"): (8, 9.0, "ramp"),
        ("Meridian/Encoding/Ingest", "learning"): (15, 16.0, "step"),
        ("Meridian/Customer Support", "equal say"): (11, 4.0, "ramp"),
    }
    return Company(units, MONTHLY, SCALES, falls=falls).report(
        alarms=[CRASH, SLIDE],
        watch=[SLIGHT, RISE],
        evidence=[*np.linspace(0.3, 2.1, 15), 5.2, 3.4, 7.6],
        common_changes=[CommonChange("Dec 2025", "Meridian", "customer truth", -2.0, -3.4, -0.6, 0.82)],
        instrument_changes=[InstrumentChange("Mar 2026", "learning", ["L7"], ["L2", "L4"], 2.9, -1.1)],
        warnings=[
            "12 answers of 9 people lie outside the roster of their wave and were left out.",
            "Marketing: 3 of 18 waves have fewer than 10 answers.",
        ],
    )


def nothing_found() -> Report:
    """A steady company in which nothing was found."""
    units = {"Meridian": 5200} | {f"Meridian/{name}": size * 8 for name, size in DIVISIONS.items()}
    return Company(units, MONTHLY, SCALES).report()


def one_wave() -> Report:
    units = {"Meridian": 612} | {f"Meridian/{name}": size for name, size in DIVISIONS.items()}
    return Company(units, ["1"], SCALES).report(detectability=[], evidence=[0.0])


def many_units(n_divisions: int = 40, n_teams: int = 49) -> Report:
    """Five yearly waves of 2,001 units; some not shown, six changes, one of them an alarm."""
    waves = ["2018", "2019", "2020", "2021", "2022"]
    units = {"Halden Group": n_divisions * n_teams * 12}
    for division in range(n_divisions):
        name = f"Halden Group/Division {division + 1}"
        units[name] = n_teams * 12
        units |= {f"{name}/Team {division + 1}.{team + 1}": 12 for team in range(n_teams)}
    company = Company(units, waves, SCALES)
    shared = {"wave": "2022", "onset": "2021", "onset_low": "2020", "onset_high": "2022", "evidence": 3.0}
    watch = [
        change(
            f"Halden Group/Division {number}/Team {number}.3",
            SCALES[number % 3],
            **(shared | {"size": 5.0 + 2 * number, "low": 2.0, "high": 8.0 + 4 * number}),
        )
        for number in range(1, min(6, n_divisions) + 1)
    ]
    found = [
        *watch,
        change(
            "Halden Group/Division 2",
            "equal say",
            **(shared | {"direction": "up", "size": 4.0, "low": 1.0, "high": 7.0}),
        ),
    ]
    report = company.report(watch=found, warnings=["5 waves are fewer than 6: the promise of a rate needs more."])
    hidden = {f"Halden Group/Division {number}/Team {number}.{number}" for number in range(1, min(30, n_divisions) + 1)}
    estimates = [
        row if row.unit not in hidden else Estimate(row.wave, row.unit, row.scale, 0, nan, nan, nan, nan, nan)
        for row in report.estimates
    ]
    return company.report(watch=found, estimates=estimates, warnings=report.warnings)


def one_unit() -> Report:
    """Two hundred weekly waves of a single unit, with gaps and two falls."""
    waves = [str(number + 1) for number in range(200)]
    company = Company({"Plant 4": 140}, waves, ["all"], falls={("Plant 4", "all"): (150, 8.0, "step")})
    shared = {"shape": "step", "evidence": 6.0, "size": 8.0, "low": 5.0, "high": 11.0}
    fall = change("Plant 4", "all", wave="155", onset="151", onset_low="149", onset_high="152", **shared)
    report = company.report(alarms=[fall])
    gaps = {"40", "41", "42", "90", "92"}
    return company.report(alarms=[fall], estimates=[row for row in report.estimates if row.wave not in gaps])


def hostile() -> Report:
    """Names that are markup, or long enough to break a layout; twelve scales; awkward labels."""
    root = "<b>R&D</b> \"Quote\" 'Ltd'"
    long = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz-Sachbearbeitung Süd"
    script = "</script><script>alert(1)</script>"
    units = {
        root: 400,
        f"{root}/{long}": 80,
        f"{root}/{script}": 60,
        f"{root}/<img src=x onerror=alert(1)>": 9,
        f"{root}/@data": 30,
    }
    scales = [f"Skala {number} zur Zusammenarbeitszufriedenheit" for number in range(1, 12)] + ["<i>scale</i> & co"]
    waves = [f"Frühjahr {year} <1>" for year in range(2016, 2026)]
    shared = {"wave": waves[-1], "onset": waves[6], "onset_low": waves[4], "onset_high": waves[8]}
    return Company(units, waves, scales).report(
        alarms=[change(f"{root}/{long}", scales[0], **shared), change(f"{root}/{script}", scales[-1], **shared)],
        watch=[change(f"{root}/@data", scales[3], **(shared | {"direction": "up"}))],
        instrument_changes=[InstrumentChange(waves[3], scales[-1], ["<q>"], [], nan, nan)],
        warnings=["<b>bold</b> warning & more"],
    )


def small(**changed: object) -> Report:
    """A company with a division of 60 and one of 8, in which nothing was found unless something is given."""
    return Company({"Meridian": 612, "Meridian/Sales": 60, "Meridian/Lab": 8}, MONTHLY, SCALES).report(**changed)
