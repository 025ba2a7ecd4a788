"""What a whole column says that one cell cannot: the order of its dates and the mark of its decimals.

``03/04/2024`` alone may be March or April; a column in which some day passes 12 may not. Every row of the file is
counted, never a sample. Where a column stays silent the other columns of the file speak for it, and last the tenant's
language; ``certain`` tells the person which of these it was.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

_NUMERIC_DATE = re.compile(r"([0-9]{1,4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{2,4})(?:[ T,].*)?")
_NUMBER = re.compile(r"[-+(]?\s?(?:[A-Z]{0,3}[€$£])?\s?([0-9][0-9.,'’\u00a0\u202f ]*)\s?(?:[€$£%]|[A-Z]{3})?\)?-?")
_SAMPLES = 3
_FIRST = 100
_MOST_OPTIONS = 12
_LONGEST_OPTION = 40
_SAMPLE_LENGTH = 120


class DateOrder(StrEnum):
    """In which order a numeric date is read. A year of four digits in front needs no order."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"


@dataclass(slots=True)
class Evidence:
    """What one column has shown so far. It counts while the file is read and is thrown away afterwards."""

    filled: int = 0
    longest: int = 0
    dates: Counter[str] = field(default_factory=Counter)
    marks: Counter[str] = field(default_factory=Counter)
    samples: list[str] = field(default_factory=list)
    first: list[str] = field(default_factory=list)
    options: list[str] | None = field(default_factory=list)

    def add(self, cell: str) -> None:
        """Count one cell."""
        text = cell.strip()
        if not text:
            return
        self.filled += 1
        if len(self.samples) < _SAMPLES and text[:_SAMPLE_LENGTH] not in self.samples:
            self.samples.append(text[:_SAMPLE_LENGTH])
        if len(self.first) < _FIRST:
            self.first.append(text[:_SAMPLE_LENGTH])
        self.longest = max(self.longest, len(text))
        if self.options is not None and text not in self.options:
            self._offer(text)
        if len(text) > 40 or not any(character.isdigit() for character in text[:6]):
            return
        order = _order_of(text)
        if order:
            self.dates[order] += 1
            return
        mark = _mark_of(text)
        if mark:
            self.marks[mark] += 1

    def _offer(self, text: str) -> None:
        """Take a value for one of a few that repeat, until there are too many for that."""
        assert self.options is not None
        self.options.append(text)
        if len(self.options) > _MOST_OPTIONS or len(text) > _LONGEST_OPTION:
            self.options = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How dates and numbers of one column are read. ``is_counted``: a bare number may be a sheet's count of days."""

    date_order: DateOrder
    decimal_mark: str
    certain: bool = True
    is_counted: bool = False


def observe(rows: Iterable[Sequence[str]], width: int) -> list[Evidence]:
    """Return the evidence of each column over all the rows."""
    evidence = [Evidence() for _ in range(width)]
    for cells in rows:
        for column, cell in zip(evidence, cells, strict=False):
            column.add(cell)
    return evidence


def decide(columns: Sequence[Evidence], *, day_first: bool, decimal_mark: str) -> list[Reading]:
    """Return how each column is read; the arguments are the tenant's habit and speak last."""
    file_order = _majority([_date_order(column.dates) for column in columns])
    file_mark = _majority([_decimal_mark(column.marks) for column in columns])
    habit = DateOrder.DAY_FIRST if day_first else DateOrder.MONTH_FIRST
    readings = []
    for column in columns:
        order, mark = _date_order(column.dates), _decimal_mark(column.marks)
        is_certain = (order is not None or not column.dates) and (mark is not None or not column.marks)
        readings.append(Reading(DateOrder(order or file_order or habit), mark or file_mark or decimal_mark, is_certain))
    return readings


def proofs(columns: Sequence[Evidence]) -> tuple[bool, bool]:
    """Return whether any column proves the order of days, and whether any proves the mark of decimals."""
    return any(_date_order(column.dates) for column in columns), any(_decimal_mark(column.marks) for column in columns)


def overall(readings: Sequence[Reading], columns: Sequence[Evidence]) -> Mapping[str, str | None]:
    """Return the date order and the decimal mark of the file as a person would name them, None where it has none."""
    dates = [reading.date_order.value for reading, column in zip(readings, columns, strict=True) if column.dates]
    marks = [reading.decimal_mark for reading, column in zip(readings, columns, strict=True) if column.marks]
    return {"date_order": _majority(dates), "decimal_mark": _majority(marks)}


def _majority(votes: Iterable[str | None]) -> str | None:
    counted = Counter(vote for vote in votes if vote)
    return counted.most_common(1)[0][0] if counted else None


def _order_of(text: str) -> str | None:
    """Return the order that the cell proves, ``either`` when it proves none, None when it is no numeric date."""
    match = _NUMERIC_DATE.fullmatch(text)
    if match is None:
        return None
    first, second, third = match.groups()
    if len(first) == 4:
        return DateOrder.YEAR_FIRST if 1 <= int(second) <= 12 and len(third) <= 2 else None
    if len(first) > 2 or len(third) == 3 or not (1 <= int(first) <= 31 and 1 <= int(second) <= 31):
        return None
    if int(first) > 12:
        return DateOrder.DAY_FIRST if int(second) <= 12 else None
    return DateOrder.MONTH_FIRST if int(second) > 12 else "either"


def _date_order(dates: Counter[str]) -> str | None:
    proofs = [(dates[order], order) for order in DateOrder if dates[order]]
    return max(proofs)[1] if proofs else None


def _mark_of(text: str) -> str | None:
    """Return the decimal mark that the cell proves, ``either`` when it proves none, None when it is no such number."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    digits = re.sub(r"['’\u00a0\u202f ]", "", match.group(1))
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        return "," if digits.rfind(",") > digits.rfind(".") else "."
    if points + commas == 0:
        return None
    mark = "." if points else ","
    if points + commas > 1:
        return "," if mark == "." else "."  # a mark that repeats groups thousands
    whole, decimals = digits.split(mark)
    return "either" if len(decimals) == 3 and 1 <= len(whole) <= 3 and whole != "0" else mark


def _decimal_mark(marks: Counter[str]) -> str | None:
    points, commas = marks["."], marks[","]
    if not points and not commas:
        return None
    return "," if commas > points else "."
