"""Tables as other programs read them: every value is what it was, and none of it runs."""

import csv
import io
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from chalicelib.engine.exporting import csv_table, workbook
from chalicelib.engine.exporting.columns import Cell
from chalicelib.engine.exporting.csv_table import Style
from chalicelib.engine.spreadsheet import escaped, unescaped

HEADERS = ["Nombre", "Importe", "Fecha", "Reunión", "Activo", "Piezas"]
MOMENT = datetime(2026, 11, 21, 20, 15, 30, tzinfo=UTC)
ROWS: list[list[Cell]] = [
    ["Bodegas Ríos", Decimal("1250.50"), date(2026, 11, 21), MOMENT, True, 3],
    ["=HYPERLINK(1)", Decimal("-0.005"), date(1899, 1, 2), None, False, -7],
    ['a "b"; <c> & d\nline', None, None, None, None, None],
    ["_x0041_ & \x0b", Decimal("99999999.99"), date(9998, 12, 31), None, None, 0],
]
RISKY = [
    "=1",
    "+1 2",
    "-a",
    "@x",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u200b=1",
    "\ufeff=1",
    "＝1",
    "＋a",
    "－a",
    "＠x",
    "'=1",
]


def sheet(rows: Sequence[Sequence[Cell]], *, pages: int = 1, zone: str = "Europe/Madrid") -> bytes:
    """Return a workbook whose rows were written page by page, as workers one after another would."""
    made, state = workbook.opening(HEADERS, title="Empresas: 1/2")
    for page in range(pages):
        written, state = workbook.rows(rows[page::pages] if pages > 1 else rows, state, time_zone=zone)
        made += written
    return made + workbook.closing(state)


def read_by_openpyxl(content: bytes) -> list[list[Any]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert [cell for row in book.active.iter_rows() for cell in row if cell.data_type == "f"] == []
    return [[cell.value for cell in row] for row in book.active.iter_rows()]


def wall(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[arg-type,misc]  # noqa: DTZ001  a sheet knows no zones


def read_by_csv(content: bytes, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


def converted(content: bytes, suffix: str, folder: Path) -> list[list[str]]:
    """Return what LibreOffice shows of a file, as it saves it again."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed here")
    source = folder / f"export.{suffix}"
    source.write_bytes(content)
    target = folder / "shown"
    shown_as_text = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
    read_as = ["--infilter=csv:44,34,76"] if suffix == "csv" else []
    command = [office, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", shown_as_text]
    subprocess.run(
        [*command, *read_as, "--outdir", str(target), str(source)], check=True, capture_output=True, timeout=120
    )
    return read_by_csv(next(target.iterdir()).read_bytes())


def test_a_workbook_keeps_types() -> None:
    header, *rows = read_by_openpyxl(sheet(ROWS))

    assert header == HEADERS
    assert rows[0] == ["Bodegas Ríos", 1250.5, wall(2026, 11, 21), wall(2026, 11, 21, 21, 15, 30), True, 3]
    assert rows[1][:3] == ["'=HYPERLINK(1)", -0.005, "1899-01-02"]
    assert rows[2][0] == 'a "b"; <c> & d\nline'
    assert rows[3][:3] == ["_x005F_x0041_ & _x000B_", 99999999.99, wall(9998, 12, 31)]


def test_a_workbook_written_by_several_workers_is_one_file() -> None:
    content = sheet(ROWS * 50, pages=7)

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
    assert len(read_by_openpyxl(content)) == 201


def test_a_text_too_long_for_a_sheet_is_cut_and_says_so() -> None:
    _, [shown, *_] = read_by_openpyxl(sheet([["a" * 40_000]]))

    assert (len(shown), shown[-2:]) == (workbook.LONGEST_CELL, "a…")


def test_a_csv_file_is_quoted_throughout() -> None:
    content = csv_table.opening(HEADERS, Style()) + csv_table.rows(ROWS, Style())

    assert content.startswith(b'\xef\xbb\xbf"Nombre","Importe"')
    assert read_by_csv(content)[1] == ["Bodegas Ríos", "1250.50", "2026-11-21", "2026-11-21T20:15:30Z", "true", "3"]


def test_a_csv_file_follows_the_country_that_was_asked_for() -> None:
    style = Style(";", ",", day_first=True, time_zone="Europe/Madrid")

    [row] = read_by_csv(csv_table.rows(ROWS[:1], style), ";")

    assert row == ["Bodegas Ríos", "1250,50", "21/11/2026", "21/11/2026 21:15:30", "true", "3"]


@pytest.mark.parametrize("cell", RISKY)
def test_no_cell_is_a_formula_and_each_comes_back(cell: str) -> None:
    [[in_csv]] = read_by_csv(csv_table.rows([[cell]], Style()))
    _, [in_sheet, *_] = read_by_openpyxl(sheet([[cell]]))

    assert in_csv.startswith("'")
    assert in_sheet.startswith("'")
    assert unescaped(in_csv) == cell


@settings(max_examples=20_000, deadline=None)
@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("'=+-@ \t\r\n\0\u200b\ufeff＝＋－＠0.,;\""), st.characters()), max_size=9
    )
)
@example("'=1")
def test_every_cell_comes_back_as_it_was(cell: str) -> None:
    assert unescaped(escaped(cell)) == cell


def test_libreoffice_shows_the_values_of_a_workbook(tmp_path: Path) -> None:
    header, first, second, third, fourth = converted(sheet(ROWS), "xlsx", tmp_path)

    assert header == HEADERS
    assert first == ["Bodegas Ríos", "1250.5", "2026-11-21", "2026-11-21 21:15:30", "TRUE", "3"]
    assert second == ["'=HYPERLINK(1)", "-0.005", "1899-01-02", "", "FALSE", "-7"]
    assert third[0] == 'a "b"; <c> & d\nline'
    assert fourth[1:3] == ["99999999.99", "9998-12-31"]


def test_libreoffice_shows_the_values_of_a_csv_file(tmp_path: Path) -> None:
    content = csv_table.opening(HEADERS, Style()) + csv_table.rows(ROWS[:3], Style())

    header, first, second, third = converted(content, "csv", tmp_path)

    assert header == HEADERS
    assert first[0] == "Bodegas Ríos"
    assert second[0] == "'=HYPERLINK(1)"
    assert third[0] == 'a "b"; <c> & d\nline'
