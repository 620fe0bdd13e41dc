"""docs/reference/detection-benchmark.md: the tables, and what their columns mean."""

from benchmarks.detection.contest import contest
from benchmarks.detection.found import Found
from benchmarks.detection.tables import delays, descriptions, false_alarms
from benchmarks.detection.targets import MISSED, OPEN, Verdict
from benchmarks.detection.worlds import RANDOM_WORLDS, world_of

OPENING = """# Detection, measured

`./run bench detection` writes this page from companies whose truth is known ([how they are
made](../how-to/simulate-a-company.md)). Worlds are those of `analysis.simulate.zoo`, each differing from the base in
the one thing it is named after; "random" ones combine several. Falls are in one of three principles; sizes are in SD
of a person's score. Brackets are 95 % Monte Carlo limits.
"""
QUIET = """## False alarms

Companies in which nothing falls, ten years each; every alarm is counted, also a second one of the same company.

- *years 1–2*, *later*, *all years*: alarms a company-year. Limits come from resampling companies, and are never
  narrower than those of a Poisson count.
- *step found*: share of the same companies in which a step of the whole company by .2 SD, in the middle of year 6, is
  told within three waves, so that silence is no virtue.
- *target*: upper limits of both periods ≤ 0.1; step found ≥ 95 % where an oracle is sure of it in two waves.
"""
DELAYS = """## Delays

- *before*: waves before the onset.
- *delay*: waves from the onset, that one included, to the first alarm in the fallen principle: median, its limits,
  (80th percentile).
- *m\\* / m\\*₂*: what could be known. An oracle knows every parameter of the world but the levels of teams, and
  computes the exact Gaussian information I(m) of the fall after m waves. m\\* is the first wave with δ²I(m)/2 ≥
  log(A/π), where A is waves in ten years and π the unit's share of the evidence; m\\*₂ that with 2 nats more. It
  links people across epochs, and only counts them where input is not linked. What rounding takes off counts as noise.
- *in 12*, *in 24*: share told within so many waves.
- *right unit*: of those told, share whose first alarm is at the fallen unit, or at one that shares half of its people
  with it.
- *one alarm*: of those told in 24 waves, share with exactly one alarm in these waves at the fallen unit, above or
  below it.
- *target*, where m\\* ≤ 12: right unit ≥ 90 %; and for lasting falls of linked people from a constant level, monthly
  or quarterly: median ≤ m\\*₂ + 1 (+ 2 with 50 people, at the ceiling, or with fewer than 24 waves before), one alarm
  ≥ 95 %.
"""
DESCRIBED = """## Descriptions

Of alarms at the fallen unit itself, where m\\* ≤ 12: how often the 90 % intervals cover the truth, how far the size
is off on average, and how often a step is called a step and a ramp a ramp, as it was told at the alarm. The true size
is what the same people's answers lost, which rounding and the ends of the scale make smaller than the fall. *target*:
both cover ≥ 82 %.
"""
CONTEST = """## Beside what the field does

The same companies of the base world, 24 waves before the fall. Each cell: median delay in waves; share told within
twelve waves. The second row of each method is at the mildest setting that raises no more false alarms than ours.
Charts run on each unit's mean, standardised by its first twelve waves ([why they
alarm](../explanation/baselines.md)). At nominal settings a short delay says little: something alarms in every wave.
"""


def page(found: Found) -> tuple[str, list[Verdict]]:
    """The text, and the verdicts on all targets."""
    quiet, told, described = false_alarms(found), delays(found), descriptions(found)
    verdicts = [*quiet[1], *told[1], *described[1]]
    parts = [OPENING, summary(found, verdicts), QUIET, quiet[0], random_worlds(found), DELAYS, told[0]]
    parts += [DESCRIBED, described[0], CONTEST, contest(found)]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts if part), verdicts


def random_worlds(found: Found) -> str:
    """What the random worlds combine."""
    names = [name for name in RANDOM_WORLDS if name in found.quiet]
    return "\n".join(f"- {name}: {world_of(name).description}" for name in names)


def summary(found: Found, verdicts: list[Verdict]) -> str:
    counts = {state: sum(verdict.state == state for verdict in verdicts) for state in (MISSED, OPEN)}
    companies = sum(map(len, found.quiet.values())) + sum(map(len, found.fallen.values()))
    code = ", ".join(f"`{code}`" for code in sorted(found.codes)) or "none"
    return (
        f"Code {code}; {companies:,} companies. Of {len(verdicts)} targets {counts[MISSED]} are missed and "
        f"{counts[OPEN]} are open, which is to say that the limits allow both.\n"
    )
