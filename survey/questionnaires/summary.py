"""A questionnaire in a few lines."""

from collections.abc import Iterator

from survey.questionnaires.questionnaire import PRINCIPLES, ROTATING, Kind, Pack, Questionnaire


def summary(questionnaire: Questionnaire) -> Iterator[str]:
    """Items by principle, what stands apart from them, and the languages."""
    yield f"{questionnaire.code}: {len(questionnaire.items)} items, in {', '.join(questionnaire.languages)}"
    for principle in PRINCIPLES:
        anchors = questionnaire.in_pack(Pack.ANCHOR, principle)
        rotating = [item for pack in ROTATING for item in questionnaire.in_pack(pack, principle)]
        yield (
            f"  {principle}: {len(anchors)} in every wave ({', '.join(item.code for item in anchors)}), "
            f"{len(rotating)} in turn, {sum(item.is_reversed for item in rotating)} of them reversed"
        )
    apart = [item.code for item in questionnaire.items if not item.principle and item.kind is not Kind.COMMENT]
    comments = [item.code for item in questionnaire.items if item.kind is Kind.COMMENT]
    yield f"  apart from the principles: {', '.join(apart) or 'none'}; comment: {', '.join(comments) or 'none'}"
