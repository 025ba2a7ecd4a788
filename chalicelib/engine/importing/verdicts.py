"""What became of each row: told in groups, one stored part for all rows of one transaction, and as a CSV file.

A part is written in the very transaction that stores the group's records, so the verdicts say what happened and
nothing else. It also remembers what each record was before, which is all that an undo needs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from chalicelib.engine.importing import words
from chalicelib.engine.importing.rows import Record
from chalicelib.engine.verdicts import file


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


def report(
    verdicts: Iterable[Verdict], rows: Iterator[Record], header: Sequence[str], *, locale: str
) -> Iterator[bytes]:
    """Return a CSV file with the verdict of every row beside the row itself, so that failed rows can be mended there.

    Importing the file again takes the marks off by which its cells are kept from running as formulas.
    """
    titles = [*(label.text(locale) for label in words.HEADER), *header]
    told = (_cells(verdict, record, locale) for verdict, record in zip(verdicts, rows, strict=True))
    return file(titles, told, locale=locale)


def _cells(verdict: Verdict, record: Record, locale: str) -> Sequence[str]:
    records = " ".join(f"{touched.object}/{touched.id}" for touched in verdict.touched)
    outcome = words.OUTCOME[verdict.outcome].text(locale)
    return [str(verdict.row), str(verdict.line), outcome, verdict.reason, records, *record.cells]
