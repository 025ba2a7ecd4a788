"""What the verdicts of an import and of a bulk share: how many there are of each, and the file that tells them.

The file is for people: its words and its separator are those of a language, so that a double click opens it in columns.
Every cell of it is escaped against formulas.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final

from chalicelib.engine.objects import Label
from chalicelib.engine.spreadsheet import escaped

SEPARATOR: Final = Label(";", ",")
"""What a spreadsheet parts cells by where the language is spoken: where decimals have the comma, it parts nothing."""

_MARK: Final = b"\xef\xbb\xbf"


def tally(kinds: type[StrEnum], outcomes: Iterable[StrEnum]) -> dict[str, int]:
    """Return how many there are of each kind of outcome, 0 of those that did not happen."""
    found = Counter(outcomes)
    return {kind.value: found[kind] for kind in kinds}


def file(header: Sequence[str], lines: Iterable[Sequence[str]], *, locale: str) -> Iterator[bytes]:
    """Yield a CSV file, a line at a time; no cell of it ever runs as a formula."""
    separator = SEPARATOR.text(locale)
    yield _MARK
    yield _line(header, separator)
    for cells in lines:
        yield _line(cells, separator)


def _line(cells: Sequence[str], separator: str) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL, delimiter=separator).writerow([escaped(cell) for cell in cells])
    return buffer.getvalue().encode("utf-8", "replace")
