"""Workbooks as Excel, LibreOffice and we ourselves save them, and files that only pretend to be one."""

import io
import resource
import stat
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import NamedStyle

from chalicelib.engine.exporting import workbook as exported
from chalicelib.engine.importing import workbook
from chalicelib.engine.importing.problems import FileIsDangerous, FileIsNotATable, UnreadableFile

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOOK = f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
RELATIONS = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
SHEET = f"<worksheet {MAIN}><sheetData>%s</sheetData></worksheet>"
MOST_SECONDS, MOST_KILOBYTES = 2.0, 256 * 1024


def saved(rows: list[list[Any]], *, formats: dict[str, str] | None = None) -> bytes:
    """Return a workbook that openpyxl saves."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for place, code in (formats or {}).items():
        book.active[place].number_format = code
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def packed(sheet: str | bytes, **more: str | bytes) -> bytes:
    """Return a workbook of this very sheet and other parts."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, content in more.items():
            archive.writestr(name, content)
    return kept.getvalue()


def read(content: bytes) -> list[list[str]]:
    return [cells for _, cells in workbook.rows(content)]


def test_days_are_told_by_their_style() -> None:
    rows = [["Nacido", "Visto", "A las", "Serie"], [date(1980, 2, 29), datetime(2026, 3, 1, 9, 14), 0.5, 45631]]  # noqa: DTZ001

    assert read(saved(rows, formats={"C2": "hh:mm"}))[1] == ["1980-02-29", "2026-03-01 09:14:00", "12:00:00", "45631"]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1250.5, "#,##0.00 [$€-C0A]", "1250.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1234.567, "General", "1234.567"),
        (1.234, "General", "1.2340"),
        (600100200, "0", "600100200"),
        (1e21, "General", "1000000000000000000000"),
        (1.5e-7, "General", "0.00000015"),
        (0.255, "0.0%", "25.5"),
        (45631, '"d"0', "45631"),
        (45631.25, "d/m/yyyy h:mm", "2024-12-05 06:00:00"),
        (True, "General", "true"),
        (-3, "General", "-3"),
        (59, "d/m/yyyy", "1900-02-28"),
        (61, "d/m/yyyy", "1900-03-01"),
    ],
)
def test_numbers_are_read_as_they_are_meant(value: float, code: str, shown: str) -> None:
    assert read(saved([[value]], formats={"A1": code})) == [[shown]]


def test_the_days_of_an_old_mac_are_counted_from_1904() -> None:
    assert workbook.moment("0", is_1904=True) == "1904-01-01"


def test_texts_are_whole_however_they_are_kept() -> None:
    sheet = SHEET % (
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>Bode</t></r><r><t>gas</t></r></is></c>'
        '<c r="C1" t="s"><v>0</v></c><c t="str"><f>1+1</f><v>dos</v></c><c t="e"><v>#N/A</v></c></row>'
        '<row r="4"><c r="A4" t="s"><v>99</v></c><c r="B4"><v/></c></row>'
    )
    texts = f"<sst {MAIN}><si><t>東京</t><rPh><t>とうきょう</t></rPh></si></sst>"

    assert list(workbook.rows(packed(sheet, **{"xl/sharedStrings.xml": texts}))) == [
        (1, ["Bodegas", "", "東京", "dos", ""]),
        (4, [""]),
    ]


def test_the_first_sheet_that_is_shown_is_read() -> None:
    book = openpyxl.Workbook()
    book.active.sheet_state = "hidden"
    book.active.append(["oculta"])
    book.create_sheet("dos").append(["vista"])
    kept = io.BytesIO()
    book.save(kept)

    assert read(kept.getvalue()) == [["vista"]]


def test_a_style_with_a_name_does_not_move_the_others() -> None:
    book = openpyxl.Workbook()
    book.add_named_style(NamedStyle("fecha", number_format="dd/mm/yyyy"))
    book.active.append([45631, 45631])
    book.active["A1"].style = "fecha"
    kept = io.BytesIO()
    book.save(kept)

    assert read(kept.getvalue()) == [["2024-12-05", "45631"]]


CELLS = st.one_of(
    st.none(),
    st.text(max_size=20).filter(lambda text: "\ud800" not in text),
    st.integers(-(10**14), 10**14),
    st.decimals(-(10**9), 10**9, places=2),
    st.booleans(),
    st.dates(date(1900, 3, 1), date(9998, 12, 31)),
    st.datetimes(datetime(1901, 1, 1), datetime(2200, 1, 1)).map(  # noqa: DTZ001
        lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=6), max_size=6))
def test_what_we_export_we_read(rows: list[list[Any]]) -> None:
    made, state = exported.opening(["a"], title="x")
    written, state = exported.rows(rows, state, time_zone="UTC")

    found = read(made + written + exported.closing(state))[1:]

    assert [[*cells, *[""] * 6][:6] for cells in found] == [[*map(shown, row), *[""] * 6][:6] for row in rows]


def shown(cell: Any) -> str:
    """What a cell says as text."""
    from chalicelib.engine.spreadsheet import escaped

    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, Decimal):
        return f"{float(cell):.15g}"
    if isinstance(cell, datetime):
        midnight = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return f"{cell:%Y-%m-%d}" if midnight else f"{cell:%Y-%m-%d %H:%M:%S}"
    return str(cell) if isinstance(cell, int | date) else escaped(cell)


def nested() -> bytes:
    inner = packed(SHEET % "")
    for _ in range(5):
        kept = io.BytesIO()
        with zipfile.ZipFile(kept, "w") as archive:
            archive.writestr("inner.zip", inner)
        inner = kept.getvalue()
    return inner


def zeros(name: str) -> bytes:
    """A gigabyte of zeros, squeezed block by block."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        with archive.open(name, "w", force_zip64=True) as target:
            for _ in range(1024):
                target.write(bytes(1024 * 1024))
    return kept.getvalue()


def link_out() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        entry = zipfile.ZipInfo("xl/workbook.xml")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    return kept.getvalue()


LAUGHS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
BOMBS: dict[str, Callable[[], bytes]] = {
    "a zip in a zip": nested,
    "a gigabyte of zeros for a sheet": lambda: zeros("xl/worksheets/sheet1.xml"),
    "a gigabyte of zeros for texts": lambda: zeros("xl/sharedStrings.xml"),
    "a million columns": lambda: packed(SHEET % ('<row r="1">' + "<c><v>1</v></c>" * 1_000_000 + "</row>")),
    "a column beyond the last": lambda: packed(SHEET % '<row r="1"><c r="XFD1"><v>1</v></c></row>'),
    "texts without end": lambda: packed(
        SHEET % "", **{"xl/sharedStrings.xml": f"<sst {MAIN}>" + "<si/>" * 2_100_000 + "</sst>"}
    ),
    "a billion laughs": lambda: packed(f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]><x>&a9;</x>'),
    "an entity from outside": lambda: packed('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
    "a path that climbs out": lambda: packed(SHEET % "", **{"../../etc/cron.d/x": "x"}),
    "a link": link_out,
    "ten thousand parts": lambda: packed(SHEET % "", **{f"xl/media/{n}": b"" for n in range(10_000)}),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_in_two_seconds_and_a_quarter_of_a_gigabyte(bomb: str) -> None:
    content = BOMBS[bomb]()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()

    with pytest.raises(FileIsNotATable):
        read(content)

    assert time.process_time() - begun < MOST_SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_KILOBYTES


def test_a_workbook_that_lies_about_its_size_is_damaged() -> None:
    content = bytearray(packed(SHEET % ("<row><c><v>1</v></c></row>" * 1000)))
    at = content.rfind(b"xl/worksheets/sheet1.xml") - 46
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")

    with pytest.raises(FileIsNotATable):
        read(bytes(content))


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 3000), st.integers(0, 60))
def test_a_damaged_workbook_is_refused_and_nothing_else_happens(noise: bytes, at: int, cut: int) -> None:
    content = saved([["Nombre", "Importe"], ["Ana", 3.5]])
    broken = content[:at] + noise + content[at + cut :]

    try:
        read(broken)
    except UnreadableFile:
        return


def test_entities_are_called_dangerous() -> None:
    with pytest.raises(FileIsDangerous):
        read(BOMBS["an entity from outside"]())
