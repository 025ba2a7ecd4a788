"""An export as an Excel workbook of one sheet: numbers, days and instants with their types, no cell a formula.

Only what a table of records needs is written, so that a sheet of a hundred thousand rows can be written by workers
one after another (``zipped.py``) and no library is loaded for it. Texts stand in their cells, never as formulas, and
are escaped all the same: whoever saves the sheet as CSV must not wake one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from chalicelib.engine.exporting import zipped
from chalicelib.engine.exporting.columns import Cell
from chalicelib.engine.spreadsheet import escaped
from chalicelib.kernel import clock

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS = 1_048_575
"""What a sheet can hold below its header."""

LONGEST_CELL = 32_767
_CUT = "…"
_SHEET = "xl/worksheets/sheet1.xml"
_EPOCH = date(1899, 12, 30)
_FIRST_DAY = date(1900, 3, 1)
_PLAIN, _DAY, _INSTANT, _EXACT, _BOLD = 0, 1, 2, 3, 4
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]|\r")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def opening(headers: Sequence[str], *, title: str) -> tuple[bytes, dict[str, Any]]:
    """Return the first bytes of the workbook, and what the next worker must know."""
    made = b""
    entries = []
    for name, content in _fixed(title).items():
        written, entry = zipped.whole(name, (_DECLARATION + content).encode(), at=len(made))
        made += written
        entries.append(zipped.as_dict(entry))
    head, sheet = zipped.begun(_SHEET, at=len(made))
    begin, sheet = zipped.run(sheet, _sheet_begin(headers).encode())
    state = {"entries": entries, "sheet": zipped.as_dict(sheet), "head": len(head), "row": 1}
    return made + head + begin, state


def rows(table: Iterable[Sequence[Cell]], state: Mapping[str, Any], *, time_zone: str) -> tuple[bytes, dict[str, Any]]:
    """Return the bytes of some rows, and what the next worker must know."""
    number = int(state["row"])
    lines = []
    for cells in table:
        number += 1
        told = "".join(
            _told(cell, f"{_letters(column)}{number}", time_zone) for column, cell in enumerate(cells) if cell != ""
        )
        lines.append(f'<row r="{number}">{told}</row>')
    written, sheet = zipped.run(zipped.from_dict(state["sheet"]), "".join(lines).encode())
    return written, {**state, "sheet": zipped.as_dict(sheet), "row": number}


def closing(state: Mapping[str, Any]) -> bytes:
    """Return what ends the workbook."""
    last, sheet = zipped.run(zipped.from_dict(state["sheet"]), b"</sheetData></worksheet>", is_last=True)
    before = [zipped.from_dict(entry) for entry in state["entries"]]
    return last + zipped.closing(before, sheet, head=int(state["head"]))


def _fixed(title: str) -> dict[str, str]:
    """Return the parts that are the same in every workbook but for the sheet's title."""
    name = _escape(re.sub(r"[\[\]:*?/\\]", " ", title)[:31].strip("' ") or "Tendero")
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/{_SHEET}" ContentType="{_TYPE}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><numFmts count="2">'
        '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
        '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="5">'
        + "".join(
            f'<xf numFmtId="{number}" fontId="{font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
            for number, font in ((0, 0), (164, 0), (165, 0), (4, 0), (0, 1))
        )
        + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    }


def _sheet_begin(headers: Sequence[str]) -> str:
    names = "".join(_text(escaped(name), f"{_letters(column)}1", style=_BOLD) for column, name in enumerate(headers))
    return (
        f'{_DECLARATION}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        '<sheetFormatPr defaultRowHeight="15" baseColWidth="16"/>'
        f'<sheetData><row r="1">{names}</row>'
    )


def _told(cell: Cell, place: str, time_zone: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return f'<c r="{place}" t="b"><v>{int(cell)}</v></c>'
    if isinstance(cell, int):
        return f'<c r="{place}"><v>{cell}</v></c>'
    if isinstance(cell, Decimal):
        style = f' s="{_EXACT}"' if cell.as_tuple().exponent == -2 else ""
        return f'<c r="{place}"{style}><v>{cell:f}</v></c>'
    if isinstance(cell, date):
        return _moment(cell, place, time_zone)
    return _text(escaped(cell), place)


def _moment(cell: date, place: str, time_zone: str) -> str:
    """Write a day as the sheet counts it, and an instant as the clocks of the zone show it."""
    wall = clock.to_wall(cell.astimezone(UTC), time_zone) if isinstance(cell, datetime) else cell
    day = wall.date() if isinstance(wall, datetime) else wall
    if day < _FIRST_DAY:  # sheets disagree on what came before
        return _text(wall.isoformat(), place)
    serial = (day - _EPOCH).days
    if not isinstance(wall, datetime):
        return f'<c r="{place}" s="{_DAY}"><v>{serial}</v></c>'
    seconds = wall.hour * 3600 + wall.minute * 60 + wall.second
    return f'<c r="{place}" s="{_INSTANT}"><v>{serial + seconds / 86_400!r}</v></c>'


def _text(cell: str, place: str, *, style: int = _PLAIN) -> str:
    shown = cell if len(cell) <= LONGEST_CELL else cell[: LONGEST_CELL - 1] + _CUT
    known = _NOT_XML.sub(lambda found: f"_x{ord(found.group()):04X}_", _LOOKS_ESCAPED.sub("_x005F_", shown))
    styled = f' s="{style}"' if style else ""
    return f'<c r="{place}"{styled} t="inlineStr"><is><t xml:space="preserve">{_escape(known)}</t></is></c>'


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
