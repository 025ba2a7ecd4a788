"""What became of each record of a bulk: stored in the transaction that changed it, told as a CSV file.

A verdict also remembers what the edit replaced, which is all that an undo needs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from chalicelib.engine import overlays
from chalicelib.engine.bulk import words
from chalicelib.engine.drafts import whole
from chalicelib.engine.verdicts import file
from chalicelib.kernel.context import Context
from chalicelib.storage import jobs as parts
from chalicelib.storage.records import Row

VERDICT = "verdict"


class Outcome(StrEnum):
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one record: its ``version`` after the edit, and ``before``, the stored values that it replaced."""

    id: str
    outcome: Outcome
    name: str = ""
    reason: str = ""
    version: int = 0
    before: Mapping[str, Any] | None = None

    def as_list(self) -> list[Any]:
        """Return the verdict as a part keeps it."""
        return [self.id, self.outcome.value, self.name, self.reason, self.version, self.before]

    @classmethod
    def from_list(cls, kept: Sequence[Any]) -> "Verdict":
        """Return the verdict that a part kept."""
        id, outcome, name, reason, version, before = kept
        return cls(id, Outcome(outcome), name, reason, int(version), before)


def replaced(before: Row, after: Row) -> dict[str, Any]:
    """Return the stored values that a change replaced, None for those that were empty."""
    old, new = whole(before), whole(after)
    changed = {name: old.get(name) for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    return changed if before.owner == after.owner else {**changed, "owner": before.owner}


def each(ctx: Context, job: str) -> Iterator[tuple[str, Verdict]]:
    """Yield the object and the verdict of every record that is done, in order."""
    start: int | None = None
    while True:
        page, start = parts.parts(ctx, job, VERDICT, start=start)
        for part in page:
            yield from ((part["object"], Verdict.from_list(kept)) for kept in part["verdicts"])
        if start is None:
            return


def report(ctx: Context, job: str) -> Iterator[bytes]:
    """Return a CSV file with the verdict of every record, as whoever asked for the job speaks."""
    header = [label.text(ctx.locale) for label in words.HEADER]
    return file(header, _lines(ctx, job), locale=ctx.locale)


def _lines(ctx: Context, job: str) -> Iterator[Sequence[str]]:
    called = {
        plural: object.definition.label_plural.text(ctx.locale) for plural, object in overlays.load(ctx).plurals.items()
    }
    for plural, verdict in each(ctx, job):
        outcome = words.OUTCOME[verdict.outcome].text(ctx.locale)
        yield [called.get(plural, plural), verdict.id, verdict.name, outcome, verdict.reason]
