from pathlib import Path

import pytest

from survey.importing.faults import UnreadableSurvey
from survey.importing.outside import OutsideSurvey, read_survey
from tests.survey.importing.reading import Read, Refusal


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read texts as the files a.csv, b.csv … of one survey, with the text of a map beside them."""

    def reading(*texts: str | bytes, survey_map: str = "", units: str = "", **options: float) -> OutsideSurvey:
        files = [tmp_path / f"{name}.csv" for name, _ in zip("abc", texts, strict=False)]
        for file, text in zip(files, texts, strict=True):
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        (tmp_path / "units.csv").write_text(units)
        (tmp_path / "map.toml").write_text(survey_map)
        return read_survey(files, map_path=tmp_path / "map.toml" if survey_map else None, **options)

    return reading


@pytest.fixture
def refusal(read: Read, tmp_path: Path) -> Refusal:
    """The lines with which a survey is refused, without the folder."""

    def refusing(*texts: str | bytes, survey_map: str = "", units: str = "") -> list[str]:
        with pytest.raises(UnreadableSurvey) as raised:
            read(*texts, survey_map=survey_map, units=units)
        return [line.removeprefix(f"{tmp_path}/") for line in raised.value.lines]

    return refusing
