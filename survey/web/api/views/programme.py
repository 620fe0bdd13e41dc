"""The programme and its waves."""

from flask import abort

from survey.queries import newest
from survey.services.standing import Standing, WaveRow, standing
from survey.web.api.shapes.programme import NextWave, Programme, Wave, Waves
from survey.web.service import service


def programme() -> Programme:
    """The programme as it stands.

    The one that runs or is paused, or else the last one that ended.
    """
    stands, _ = _stands()
    plan = stands.plan or abort(404)
    coming = stands.ahead[0] if stands.ahead else None
    return Programme(
        id=plan.id,
        state=plan.state,
        rule=plan.rule,
        starts_on=plan.starts_on,
        hour=f"{plan.hour:%H:%M}",
        open_days=plan.open_days,
        reminder_days=list(plan.reminder_days),
        countries=list(plan.countries),
        home_zone=plan.home_zone,
        sample_share=plan.sample_share,
        epoch_months=plan.epoch_months,
        smallest_group=plan.k,
        questionnaire=plan.questionnaire,
        next_wave=None
        if coming is None
        else NextWave(number=coming.number, opens_on=coming.opens_on, last_day=coming.last_day),
    )


def waves() -> Waves:
    """The waves of the programme, the oldest first."""
    stands, published = _stands()
    return Waves(waves=[_wave(row, published) for row in reversed(stands.rows)])


def wave(number: int) -> Wave:
    """One wave of the programme."""
    stands, published = _stands()
    found = next((row for row in stands.rows if row.wave.number == number), None)
    return _wave(found or abort(404), published)


def _stands() -> tuple[Standing, frozenset[int]]:
    """How the programme stands, and which of its waves have a release."""
    here = service()
    with here.stores.company.read() as session:
        published = frozenset(one.wave_id for one in newest.newest(session) if one.wave_id is not None)
        return standing(session, now=here.clock()), published


def _wave(row: WaveRow, published: frozenset[int]) -> Wave:
    facts = row.wave
    return Wave(
        number=facts.number,
        programme=facts.programme,
        state=facts.state,
        opens_on=facts.opens_on,
        last_day=facts.last_day,
        opens_at=facts.opens_at,
        closes_at=facts.closes_at,
        closed_at=facts.closed_at,
        smallest_group=facts.k,
        questionnaire=facts.questionnaire,
        asked=row.n_asked,
        answered=row.n_answered,
        is_published=facts.id in published,
        has_reply=row.has_reply,
    )
