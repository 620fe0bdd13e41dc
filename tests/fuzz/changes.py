"""Inputs that are nearly right: what fails on them is not the first check."""

import io
import zipfile

from hypothesis import strategies as st

ODD = (
    "", " ", '"', '""', "'", "\0", "\r", "\n", "\r\n", "\ufeff", "\u202e", "\U0001f600", "é", "=1+1", "NaN", "inf",
    "-inf", "1e999", "-0", "0x1f", "1_000", "1.000,5", "9" * 30, "9" * 5_000, "-1", "2024-02-30", "0000-00-00",
    "9999-12-31",
    "10000-01-01", "2024-W53", "2024-W99", "0",
    "1,2", "//", "/", "a/" * 60, "\\", "%s%n", "{0}", "${x}", "../../etc/passwd",
    ",", ";", "\t", "|", "sep=", "true", "null", "[[", "]]", "x" * 140_000, "\ud7ff", "I\u0307", "\u00a0", "\u2028",
)  # fmt: skip
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"PAR1", b"\0", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
ALPHABETS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1", "utf-7", "utf-32")

odd = st.one_of(st.sampled_from(ODD), st.text(max_size=12), st.integers().map(str), st.floats().map(str))


def encoded(texts: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    """In one alphabet, or the beginning in one and the rest in another."""
    alphabets = st.sampled_from(ALPHABETS)
    return st.one_of(
        texts.map(lambda text: text.encode("utf-8", "replace")),
        st.builds(lambda text, one: text.encode(one, "replace"), texts, alphabets),
        st.builds(_in_two, texts, alphabets, alphabets, st.floats(0, 1)),
    )


def bytes_like(*right: bytes) -> st.SearchStrategy[bytes]:
    """A right one with some bytes changed, cut off, doubled or put before it; or nothing but bytes."""
    some, place = st.binary(max_size=12) | st.sampled_from(MARKS), st.floats(0, 1)
    changes = st.lists(st.tuples(place, st.integers(0, 9), some), max_size=4)
    changed = st.builds(_changed, st.sampled_from(right), changes)
    return st.one_of(changed, st.builds(bytes.__add__, some, changed), st.binary(max_size=600))


@st.composite
def tables(draw: st.DrawFn, header: list[str], rows: list[list[str]]) -> str:
    """A table with odd cells, lost and doubled columns and rows, and any separator."""
    others = st.lists(st.sampled_from(header) | odd, max_size=8)
    names = draw(st.one_of(st.just(header), st.permutations(header), others))
    kept = draw(st.lists(st.sampled_from(rows), max_size=8))
    table = [list(names), *map(list, kept)]
    for _ in range(draw(st.integers(0, 6))):
        row = table[draw(st.integers(0, len(table) - 1))]
        row[draw(st.integers(0, 9)) % max(1, len(row)) :][:1] = [draw(odd)]
        if row:
            row[draw(st.integers(0, 9)) % len(row)] = draw(odd)
    mark, end = draw(st.sampled_from(",,,,;\t|")), draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    is_quoted = draw(st.booleans())
    cells = [[_quoted(cell) if is_quoted or mark in cell else cell for cell in row] for row in table]
    return end.join(mark.join(row) for row in cells) + draw(st.sampled_from(["", end, end * 3]))


@st.composite
def lines_like(draw: st.DrawFn, right: str) -> str:
    """The text with lines lost, doubled, moved, or with something odd in the place of a value."""
    lines = right.splitlines()
    for _ in range(draw(st.integers(0, 6))):
        at, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        key, equals, _ = lines[at].partition("=")
        value = draw(st.one_of(st.sampled_from(VALUES), odd, odd.map(_as_text)))
        put = [lines[other], "", f"{key}{equals} {value}", value, f"[{value}]", lines[at] * 2]
        lines[at] = draw(st.sampled_from(put))
    return "\n".join(lines)


VALUES = (
    "1", "-1", "1e400", "nan", "true", "[]", "{}", "[[]]", '["a", 1]', "[1, [2, [3]]]", "{a = {b = 1}}", '""', "''",
    "'''\n'''",
    "1979-05-27T07:32:00Z", "00:00:00", "9" * 5_000, "[" * 2_000 + "]" * 2_000, "{a=" * 900 + "1" + "}" * 900,
    ".".join("a" * 300),
    '"\\u0000"', '"\\uD800"', "a.b.c = 1", "[[items]]", "[words.de]",
    "0b1", "+inf", '"' + "x" * 5_000 + '"',
)  # fmt: skip


def repacked(right: bytes) -> st.SearchStrategy[bytes]:
    """A workbook with one of its parts changed, lost or doubled."""
    put = st.binary(max_size=60) | XML
    return st.builds(_repacked, st.just(right), st.integers(0, 40), st.floats(0, 1), put, st.booleans())


XML = st.sampled_from(
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><x>&c;</x>',
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        b"<c r='XFD1048576'><v>1</v></c>",
        b"<c t='s'><v>999999999</v></c>",
        b"<dimension ref='A1:XFD1048576'/>",
        b"<v>1e999</v>",
        b"<row r='0'>",
        b"<row r='4294967296'>",
    ]
)


def _repacked(right: bytes, part: int, where: float, put: bytes, is_lost: bool) -> bytes:  # noqa: FBT001 -- drawn at random
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(right)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        for number, name in enumerate(names):
            content = old.read(name)
            place = int(where * len(content))
            if number == part % len(names):
                if is_lost and not put:
                    continue
                content = content[:place] + put + content[place + (len(put) if is_lost else 0) :]
            new.writestr(name, content)
    return out.getvalue()


def _changed(right: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for where, n_lost, put in changes:
        place = int(where * len(right))
        right = right[:place] + put + right[place + n_lost :]
    return right


def _in_two(text: str, first: str, second: str, where: float) -> bytes:
    place = int(where * len(text))
    return text[:place].encode(first, "replace") + text[place:].encode(second, "replace")


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def _as_text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
