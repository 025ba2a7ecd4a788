"""What became of each row: told in groups, one stored part for all rows of one transaction, and as a CSV file.

A part is written in the very transaction that stores the group's records, so the verdicts say what happened and
nothing else. It also remembers what each record was before, which is all that an undo needs.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from chalicelib.engine.importing import words
from chalicelib.engine.importing.rows import Record
from chalicelib.engine.spreadsheet import escaped


class Outcome(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Touched:
    """A record that a row created or updated: its version after the row, and before it (0 when there was none).

    ``before`` holds the stored values that the row replaced, None for those that were empty.
    """

    object: str
    id: str
    version: int
    version_before: int = 0
    before: Mapping[str, Any] | None = None

    def as_list(self) -> list[Any]:
        """Return the record as a part keeps it."""
        return [self.object, self.id, self.version, self.version_before, self.before]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one row. ``reason`` is for people; for a created or updated row it says what was left out."""

    row: int
    line: int
    outcome: Outcome
    reason: str = ""
    touched: tuple[Touched, ...] = ()

    @property
    def is_partly(self) -> bool:
        """Tell whether the row came in, but for something that was left out."""
        return self.outcome in (Outcome.CREATED, Outcome.UPDATED) and bool(self.reason)

    def as_list(self) -> list[Any]:
        """Return the verdict as a part keeps it."""
        return [self.row, self.line, self.outcome.value, self.reason, [record.as_list() for record in self.touched]]

    @classmethod
    def from_list(cls, kept: Sequence[Any]) -> "Verdict":
        """Return the verdict that a part kept."""
        row, line, outcome, reason, touched = kept
        return cls(row, line, Outcome(outcome), reason, tuple(Touched(*record) for record in touched))


def tally(verdicts: Iterable[Verdict]) -> dict[str, int]:
    """Return how many rows there are of each outcome."""
    counts = {outcome.value: 0 for outcome in Outcome}
    for verdict in verdicts:
        counts[verdict.outcome] += 1
    return counts


def report(
    verdicts: Iterable[Verdict], rows: Iterator[Record], header: Sequence[str], *, locale: str
) -> Iterator[bytes]:
    """Yield a CSV file with the verdict of every row beside the row itself, so that failed rows can be mended there.

    Words and separator are those of the language, so that a double click opens the file in columns.

    Every cell is escaped against formulas; importing the file again takes the marks off.
    """
    yield b"\xef\xbb\xbf"
    separator = words.SEPARATOR.text(locale)
    yield _line([*(label.text(locale) for label in words.HEADER), *header], separator)
    for verdict, record in zip(verdicts, rows, strict=True):
        records = " ".join(f"{touched.object}/{touched.id}" for touched in verdict.touched)
        outcome = words.OUTCOME[verdict.outcome].text(locale)
        cells = [str(verdict.row), str(verdict.line), outcome, verdict.reason, records, *record.cells]
        yield _line(cells, separator)


def _line(cells: Sequence[str], separator: str) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL, delimiter=separator).writerow([escaped(cell) for cell in cells])
    return buffer.getvalue().encode("utf-8", "replace")
