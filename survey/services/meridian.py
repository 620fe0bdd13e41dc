"""Meridian, a made-up company of 600 people in which two things go wrong, and we know which."""

import numpy as np

from analysis.simulate import Fall, World, simulate_answers
from survey.importing.outside import OutsideSurvey

COMPANY = "Meridian"
TEAMS = {
    "Delivery": (
        "Onboarding Europe",
        "Onboarding Americas",
        "Onboarding Asia",
        "Launch Desk",
        "Migrations",
        "Partner Rollouts",
        "Customer Training",
        "Acceptance",
        "Field Visits",
        "Project Office",
    ),
    "Engineering": (
        "Ingest",
        "Encoding",
        "Packaging",
        "Player",
        "Live Events",
        "Recommendations",
        "Search",
        "Apps",
        "Accessibility",
        "Release Tools",
    ),
    "Platform": (
        "Network",
        "Storage",
        "Identity",
        "Billing Systems",
        "Data Platform",
        "Security",
        "Reliability",
        "Cost and Capacity",
        "Interfaces",
        "Workplace Systems",
    ),
    "Customer Support": (
        "First Line Europe",
        "First Line Americas",
        "First Line Asia",
        "Second Line",
        "Night Desk",
        "Enterprise Desk",
        "Knowledge Base",
        "Community",
        "Complaints",
        "Support Tools",
    ),
    "Sales": (
        "Nordics",
        "Central Europe",
        "Southern Europe",
        "North America",
        "Latin America",
        "Japan and Korea",
        "Public Sector",
        "Partners",
        "Renewals",
        "Bids",
    ),
    "Product and Marketing": (
        "Product Discovery",
        "Product Design",
        "Customer Research",
        "Pricing",
        "Roadmap",
        "Brand",
        "Events",
        "Campaigns",
        "Documentation",
        "Analysts and Press",
    ),
}
TEAM_SIZES = (14, 8, 10, 12, 7, 9, 13, 6, 11, 10)
SCALES = ("learning", "customer_truth", "equal_say")
WORLD = World(n_waves=30, team_sizes=TEAM_SIZES * len(TEAMS))
SEED = 20260106
"""Chosen once among the 23 from 20260101 on: its slide is told in the last wave, and no chance move of all parts stands
beside it. All 23 raised these two alarms and no other; one had an entry on the watch list."""


def _numbers() -> dict[str, int]:
    """The unit number of each name, in the order of the tree: the company, the divisions, the teams."""
    teams = [team for names in TEAMS.values() for team in names]
    return {name: number for number, name in enumerate((COMPANY, *TEAMS, *teams))}


UNITS = _numbers()
CRASH = Fall(unit=UNITS["Ingest"], onset=20, size=1.1, scales=(SCALES.index("learning"),))
"""The team Ingest stops learning in September 2025, at once."""
DESCENT = Fall(unit=UNITS["Delivery"], onset=24, size=0.6, over_months=6, scales=(SCALES.index("equal_say"),))
"""Delivery loses its equal say, gently, from January 2026 on."""


def survey_of_meridian() -> OutsideSurvey:
    """Thirty monthly waves of answers; the same every time."""
    made = simulate_answers(WORLD, np.random.default_rng(SEED), [CRASH, DESCENT])
    scale_of_item = made.instrument.scale_of_item.tolist()
    return OutsideSurvey(
        panel=made.answers,
        by_item=None,
        instrument=made.instrument,
        is_share=np.zeros(len(scale_of_item), np.bool_),
        tree=made.tree,
        waves=tuple(f"{2024 + month // 12}-{month % 12 + 1:02d}" for month in range(WORLD.n_waves)),
        units=_paths(),
        scales=SCALES,
        item_names=tuple(
            f"{SCALES[scale]} {item % WORLD.items_per_scale + 1}" for item, scale in enumerate(scale_of_item)
        ),
        times=made.times,
        waves_per_year=float(WORLD.waves_per_year),
        n_rows=made.answers.value.size,
        n_persons=int(np.unique(made.answers.person).size),
        warnings=("This company is simulated: nobody answered.",),
    )


def _paths() -> tuple[str, ...]:
    divisions = [f"{COMPANY}/{division}" for division in TEAMS]
    return (
        COMPANY,
        *divisions,
        *(f"{COMPANY}/{division}/{team}" for division, teams in TEAMS.items() for team in teams),
    )
