"""Somebody who writes a questionnaire: `aloft questionnaire check`."""

import re
import textwrap
import tomllib
from pathlib import Path

from click.testing import CliRunner, Result

from survey.cli import main

ROOT = Path(__file__).parents[2]
OURS = ROOT / "survey/questionnaires/aloft-1.toml"
GUIDE = ROOT / "docs/how-to/write-a-questionnaire.md"


def check(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["questionnaire", "check", *map(str, words)])


def examples() -> list[str]:
    """Files of the guide, each an indented block that begins with its code."""
    blocks = re.findall(r"(?:^ {4}.*\n|^\n(?= {4}))+", GUIDE.read_text("utf-8"), re.MULTILINE)
    texts = [textwrap.dedent(block).lstrip("\n") for block in blocks]
    return [text for text in texts if text.startswith("code = ")]


def test_ours_is_summed_up_by_principle_and_language() -> None:
    done = check(OURS)

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("aloft-1: 42 items in en, de, fr, es\n")
    assert re.search(r"^customer_truth +2 +3 +3 +3$", done.stdout, re.MULTILINE)
    assert re.search(r"^fr +42 +104 characters \(E9\)$", done.stdout, re.MULTILINE)
    assert "of no principle: M1, M2, M3, M4, M5, Q1, M6, H1, O1" in done.stdout


def test_faults_end_with_two_and_one_line_each(tmp_path: Path) -> None:
    file = tmp_path / "acme.toml"
    file.write_text(OURS.read_text("utf-8").replace('pack = "anchor"', 'pack = "anker"'), "utf-8")
    done = check(file)

    assert (done.exit_code, done.stdout) == (2, "")
    assert len(re.findall(r"acme\.toml:\d+: got the pack 'anker'; wanted one of anchor, a,", done.stderr)) == 6
    assert len(done.stderr.splitlines()) == 6 + 3


def test_a_changed_wording_is_refused_against_the_version_before(tmp_path: Path) -> None:
    file = tmp_path / "aloft-2.toml"
    text = OURS.read_text("utf-8").replace('code = "aloft-1"', 'code = "aloft-2"')
    file.write_text(text.replace("instead of guessing.", "and do not guess."), "utf-8")

    assert check(file).exit_code == 0
    done = check(file, "--against", OURS)
    assert (done.exit_code, done.stdout) == (2, "")
    assert re.fullmatch(r".*aloft-2\.toml:\d+: got another text of L1 in en than before; .* a new code\n", done.stderr)


def test_what_is_too_long_is_said_and_does_not_stop(tmp_path: Path) -> None:
    file = tmp_path / "long.toml"
    text = OURS.read_text("utf-8")
    long = "instead of guessing" + ", and ask again" * 4 + "."
    file.write_text(text.replace("instead of guessing.", long), "utf-8")
    done = check(file)

    assert done.exit_code == 0
    assert re.search(r"warning: .*long\.toml:\d+: got a text of 119 characters; wanted at most 110", done.stderr)


def test_the_examples_of_the_guide_can_be_asked(tmp_path: Path) -> None:
    file = tmp_path / "acme.toml"
    assert len(examples()) == 2
    for example in examples():
        file.write_text(example, "utf-8")
        done = check(file)
        assert done.exit_code == 0, done.stderr
        assert done.stdout.startswith(tomllib.loads(example)["code"])
