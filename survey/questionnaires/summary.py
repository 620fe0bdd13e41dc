"""A questionnaire in a few lines: how many items each principle has, and how long the texts are in each language."""

from collections.abc import Sequence

from survey.questionnaires.questionnaire import PRINCIPLES, ROTATING, Item, Kind, Pack, Questionnaire

Row = Sequence[str | int]


def in_words(questionnaire: Questionnaire) -> str:
    """What the file holds, by principle and by language."""
    items, languages = questionnaire.items, questionnaire.languages
    apart = [item.code for item in items if not item.principle]
    return "\n".join(
        [
            f"{questionnaire.code}: {len(items)} items in {', '.join(languages)}",
            "",
            *_table(["principle", Pack.ANCHOR, *ROTATING], [_principle(questionnaire, name) for name in PRINCIPLES]),
            f"of no principle: {', '.join(apart) or 'none'}",
            "",
            *_table(["language", "texts", "longest rated"], [_language(items, language) for language in languages]),
        ]
    )


def _principle(questionnaire: Questionnaire, principle: str) -> Row:
    return [principle, *(len(questionnaire.in_pack(pack, principle)) for pack in (Pack.ANCHOR, *ROTATING))]


def _language(items: Sequence[Item], language: str) -> Row:
    longest = max((item for item in items if item.kind is Kind.RATED), key=lambda item: len(item.text[language]))
    return [language, len(items), f"{len(longest.text[language])} characters ({longest.code})"]


def _table(heads: Sequence[str], rows: Sequence[Row]) -> list[str]:
    lines = [[str(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    return [
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
