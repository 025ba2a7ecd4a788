"""The rows of an Excel workbook's first sheet, as the text that a person would have typed.

The sheet is read as a stream, so that memory holds its shared texts and one block. Days are told by the style of their
cells and written as ISO 8601; numbers come with the fifteen digits that Excel keeps; a share styled as a percentage is
one. Formulas are never computed: their last result is the value.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from chalicelib.engine.importing import archive, xml
from chalicelib.engine.importing.problems import FileIsDangerous, FileIsNotATable

MOST_COLUMNS = 500
MOST_CELLS = 6_000_000
MOST_TEXTS = 2_000_000
LONGEST_CELL = 100_000
_BOOK = "xl/workbook.xml"
_DAY_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PERCENT_FORMATS = frozenset({9, 10})
_NOT_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_PLACE = re.compile(r"([A-Z]{1,3})[0-9]{0,7}")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_THREE_DECIMALS = re.compile(r"-?[0-9]{1,3}\.[0-9]{3}")
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  a sheet knows no zones
_LEAP_THAT_NEVER_WAS = 60
_DAYS_TO_1904 = 1462
_LAST_DAY = 2_958_466


@dataclass(frozen=True, slots=True)
class Kinds:
    """What the styles of a workbook say of numbers: which are days, which are percentages."""

    days: frozenset[int] = frozenset()
    percents: frozenset[int] = frozenset()
    is_1904: bool = False


@dataclass(slots=True)
class _Sheet:
    """Gathers the rows of a sheet while its XML streams by."""

    texts: Sequence[str]
    kinds: Kinds
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    _row: dict[int, str] = field(default_factory=dict)
    _number: int = 0
    _column: int = -1
    _cells: int = 0
    _kind: str = ""
    _style: int = 0
    _said: list[str] = field(default_factory=list)
    _is_open: bool = False
    _is_phonetic: bool = False

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._begin_cell(attributes)
        elif name in ("v", "t"):
            self._is_open = not self._is_phonetic
        elif name == "row":
            said = attributes.get("r", "")
            self._number = int(said) if said.isdigit() and len(said) < 9 else self._number + 1
            self._row, self._column = {}, -1
        elif name == "rPh":
            self._is_phonetic = True

    def text(self, content: str) -> None:
        if self._is_open:
            self._said.append(content)

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._is_open = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            width = max(self._row, default=-1) + 1
            self.rows.append((self._number, [self._row.get(column, "") for column in range(width)]))
        elif name == "rPh":
            self._is_phonetic = False

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise FileIsDangerous("The sheet has more cells than we read. Save it as CSV and upload that.")
        place = _PLACE.fullmatch(attributes.get("r", ""))
        self._column = _column(place[1]) if place else self._column + 1
        self._kind = attributes.get("t", "n")
        style = attributes.get("s", "")
        self._style = int(style) if style.isdigit() and len(style) < 9 else 0
        self._said = []

    def _end_cell(self) -> None:
        said = "".join(self._said)
        if not said:
            return
        if self._column >= MOST_COLUMNS:
            raise FileIsNotATable(f"The sheet has more than {MOST_COLUMNS} columns; no more can be imported.")
        self._row[self._column] = self._told(said)[:LONGEST_CELL]

    def _told(self, said: str) -> str:
        if self._kind == "s":
            position = int(said) if said.isdigit() and len(said) < 9 else -1
            return self.texts[position] if 0 <= position < len(self.texts) else ""
        if self._kind == "n":
            return number(said, self.kinds, self._style)
        if self._kind == "b":
            return "true" if said == "1" else "false"
        return "" if self._kind == "e" else plain(said)


def rows(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield each row of the first sheet that is shown, with its number.

    :raises FileIsNotATable: there is no such sheet, or it cannot be read.
    :raises FileIsDangerous: it would take more to read than a table does.
    """
    book = archive.opened(content)
    if _BOOK not in book.namelist():
        raise FileIsNotATable("This is a ZIP file or another document, not an Excel workbook.")
    sheet, is_1904 = _first_sheet(book)
    gathering = _Sheet(_texts(book), _kinds(book, is_1904=is_1904))
    source = archive.blocks(book, sheet)
    for _ in xml.read(source, begin=gathering.begin, text=gathering.text, end=gathering.end):
        yield from gathering.rows
        gathering.rows.clear()


def number(said: str, kinds: Kinds, style: int) -> str:
    """Return what a number in a cell of that style shows.

    A decimal point before three digits could group thousands in a file of another country, so such a number gets a
    zero more.
    """
    if style in kinds.days:
        day = moment(said, is_1904=kinds.is_1904)
        if day is not None:
            return day
    if said.isdigit() and len(said) <= 15 and style not in kinds.percents:
        return said
    try:
        value = float(said)
    except ValueError:
        return plain(said)
    told = f"{value * 100 if style in kinds.percents else value:.15g}"
    if "e" in told:
        told = f"{Decimal(told):f}"
    return f"{told}0" if _THREE_DECIMALS.fullmatch(told) else told


def moment(said: str, *, is_1904: bool = False) -> str | None:
    """Return the day, the time or both that a sheet's count of days means, None when it means none."""
    try:
        count = float(said) + (_DAYS_TO_1904 if is_1904 else 0)
    except ValueError:
        return None
    if not 0 <= count < _LAST_DAY:
        return None
    if count < _LEAP_THAT_NEVER_WAS:
        count += 1 if count >= 1 else 0
    when = _EPOCH + timedelta(seconds=round(count * 86_400))
    if when.date() == _EPOCH.date() and count < 1:
        return f"{when:%H:%M:%S}"
    return f"{when:%Y-%m-%d}" if (when.hour, when.minute, when.second) == (0, 0, 0) else f"{when:%Y-%m-%d %H:%M:%S}"


def plain(text: str) -> str:
    """Return a text without the escapes that XML needs for what it cannot hold."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _first_sheet(book: Any) -> tuple[str, bool]:
    sheets: list[Mapping[str, str]] = []
    targets: dict[str, str] = {}
    is_1904: list[bool] = []

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            sheets.append(dict(attributes.items()))
        elif name == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")
        elif name == "workbookPr":
            is_1904.append(attributes.get("date1904", "") in ("1", "true"))

    for part in (_BOOK, "xl/_rels/workbook.xml.rels"):
        _all(book, part, begin)
    shown = [sheet for sheet in sheets if sheet.get("state", "visible") == "visible"] or sheets
    for sheet in shown:
        id = next((value for name, value in sheet.items() if name.rpartition(":")[2] == "id"), "")
        target = targets.get(id, "")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if path in book.namelist():
            return path, any(is_1904)
    raise FileIsNotATable("The workbook has no sheet.")


def _texts(book: Any) -> list[str]:
    """Return the texts that cells share."""
    found: list[str] = []
    said: list[str] = []
    is_open = is_phonetic = False

    def begin(name: str, _attributes: Mapping[str, str]) -> None:
        nonlocal is_open, is_phonetic
        if name == "si":
            said.clear()
        is_phonetic = is_phonetic or name == "rPh"
        is_open = name == "t" and not is_phonetic

    def text(content: str) -> None:
        if is_open:
            said.append(content)

    def end(name: str) -> None:
        nonlocal is_open, is_phonetic
        is_open = False
        if name == "rPh":
            is_phonetic = False
        if name == "si":
            found.append(plain("".join(said))[:LONGEST_CELL])
            if len(found) > MOST_TEXTS:
                raise FileIsDangerous("The workbook has more texts than we read. Save the sheet as CSV.")

    _all(book, "xl/sharedStrings.xml", begin, text, end)
    return found


def _kinds(book: Any, *, is_1904: bool) -> Kinds:
    formats: dict[int, str] = {}
    styles: list[int] = []
    inside: list[str] = []

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        inside.append(name)
        id = attributes.get("numFmtId", "")
        if name == "numFmt" and id.isdigit():
            formats[int(id)] = attributes.get("formatCode", "")
        elif name == "xf" and inside[-2:-1] == ["cellXfs"]:
            styles.append(int(id) if id.isdigit() else 0)

    _all(book, "xl/styles.xml", begin, end=lambda _name: inside.pop())
    days = frozenset(style for style, id in enumerate(styles) if _is_day(id, formats.get(id)))
    percents = frozenset(style for style, id in enumerate(styles) if _is_percent(id, formats.get(id)))
    return Kinds(days, percents, is_1904)


def _is_day(id: int, code: str | None) -> bool:
    if code is None:
        return id in _DAY_FORMATS
    bare = _NOT_FORMAT.sub("", code.split(";")[0]).lower()
    return bare not in ("general", "standard", "@") and any(letter in bare for letter in "dmyhs")


def _is_percent(id: int, code: str | None) -> bool:
    return id in _PERCENT_FORMATS if code is None else "%" in _NOT_FORMAT.sub("", code)


def _nothing(_said: str) -> None:
    """Pass over what a part of the workbook says there."""


def _all(
    book: Any, part: str, begin: xml.Begin, text: xml.Text = _nothing, end: Callable[[str], Any] = _nothing
) -> None:
    """Read a small part of the workbook, if it has it, from start to end."""
    if part in book.namelist():
        for _ in xml.read(archive.blocks(book, part), begin=begin, text=text, end=end):
            pass
