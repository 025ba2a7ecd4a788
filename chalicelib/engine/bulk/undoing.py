"""Taking a bulk back: every record that is still as the bulk left it gets the values that it had.

A record that somebody edited since is kept as it is and reported. The verdicts are walked from the last to the first;
each group of records is taken back in the transaction that moves the cursor of the undo.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine import access, overlays, records, reverting
from chalicelib.engine.bulk import passing, words
from chalicelib.engine.bulk.edits import Edit
from chalicelib.engine.bulk.passing import Clash, Cursor, Done, Way
from chalicelib.engine.bulk.running import DEFECTS, size_of, why, why_clashed
from chalicelib.engine.bulk.verdicts import VERDICT, Outcome, Verdict
from chalicelib.engine.catalogue import Object
from chalicelib.engine.jobs import Job
from chalicelib.engine.objects import Label
from chalicelib.engine.records import Known, Plan
from chalicelib.engine.working import TimeLeft
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Problem, Unavailable
from chalicelib.observability import logger
from chalicelib.storage import jobs as parts
from chalicelib.storage import records as rows
from chalicelib.storage.plan import Put
from chalicelib.storage.records import Row

CURSOR, KEPT = "undo", "kept"
UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Stay:
    """A record that is kept as it is, and why; nothing is to be told of one that is taken back."""

    id: str
    name: str
    reason: str


def go_on(ctx: Context, job: Job, time_left: TimeLeft) -> Cursor:
    """Take back what is left of a bulk and return the cursor behind the last record.

    :raises OutOfTime: when there is more than time.
    :raises Superseded: when another worker is at it.
    """
    cursor = passing.read(ctx, job.id, CURSOR)
    assert cursor is not None, "an undo has a cursor"
    edit = Edit.from_dict(json.loads(job.data["edit"]))
    catalogue = overlays.refreshed(ctx)
    start = cursor.part + 1 if cursor.part else None
    while True:
        page, start = parts.parts(ctx, job.id, VERDICT, limit=20, start=start, descending=True)
        for part in page:
            verdicts = [Verdict.from_list(kept) for kept in reversed(part["verdicts"])]
            changed = [verdict for verdict in verdicts if verdict.outcome is Outcome.CHANGED]
            way = _way(ctx, job.id, Reverter(ctx, catalogue.of_plural(part["object"]), edit))
            cursor = passing.go(ctx, job.id, way, cursor, part["n"], changed, time_left)
        if start is None:
            return cursor


def reported(ctx: Context, job: str, *, limit: int = 100) -> list[dict[str, Any]]:
    """Return the first records that the undo kept, each with the reason."""
    told: list[dict[str, Any]] = []
    start: int | None = None
    while len(told) < limit:
        page, start = parts.parts(ctx, job, KEPT, limit=20, start=start)
        for part in page:
            told += [
                {"object": part["object"], "id": id, "name": name, "reason": reason}
                for id, name, reason in part["kept"]
            ]
        if start is None:
            break
    return told[:limit]


@dataclass(slots=True)
class Reverter:
    """Plans the way back of some records of one object at a time, all read in one batch."""

    ctx: Context
    object: Object
    edit: Edit

    def plan(self, verdicts: Sequence[Verdict]) -> list[Done[Stay | None]]:
        """Return what the undo does to each record."""
        ids = [verdict.id for verdict in verdicts]
        found = rows.get_whole(self.ctx, self.object.plural, ids, body=bool(self.object.in_body), include_deleted=True)
        seen = {row.id for row in access.visible(self.ctx, self.object, found.values())}
        return [self._one(verdict, found[verdict.id] if verdict.id in seen else None) for verdict in verdicts]

    def _one(self, verdict: Verdict, row: Row | None) -> Done[Stay | None]:
        if row is None:
            return self._kept(verdict, words.PURGED)
        if row.version != verdict.version:
            return self._kept(
                verdict, words.DELETED if row.deleted_at and self.edit.action != "delete" else words.EDITED
            )
        try:
            plan = self._back(verdict, row)
        except Unavailable:
            raise
        except Problem as problem:
            return kept(verdict, why(self.ctx, self.object, problem))
        except DEFECTS as defect:
            logger.error("record of an undo failed", record=row.id, error=type(defect).__name__)
            return self._kept(verdict, words.OURS)
        return Done(None, UNDONE, plan.writes, size_of(None, plan.row), plan.claims)

    def _kept(self, verdict: Verdict, why: Label) -> Done[Stay | None]:
        return kept(verdict, why.text(self.ctx.locale))

    def _back(self, verdict: Verdict, row: Row) -> Plan:
        known = Known(row=row)
        if self.edit.action == "delete":
            return records.plan_restore(self.ctx, plural=self.object.plural, id=row.id, known=known)
        if self.edit.action == "restore":
            return records.plan_delete(self.ctx, plural=self.object.plural, id=row.id, known=known)
        return reverting.plan(self.ctx, self.object, row=row, values=verdict.before or {})


def kept(verdict: Verdict, reason: str) -> Done[Stay | None]:
    """Return that a record stays as it is."""
    return Done(Stay(verdict.id, verdict.name, reason), KEPT)


def _way(ctx: Context, job: str, reverter: Reverter) -> Way[Verdict, Stay | None]:
    def put_told(cursor: Cursor, group: Sequence[Done[Stay | None]]) -> Put | None:
        staying = [[done.told.id, done.told.name, done.told.reason] for done in group if done.told]
        if not staying:
            return None
        return parts.put_part(ctx, job, KEPT, cursor.step, {"object": reverter.object.plural, "kept": staying})

    def refused(verdict: Verdict, _: Done[Stay | None], clash: Clash) -> Done[Stay | None]:
        return kept(verdict, why_clashed(ctx, reverter.object, clash))

    return Way(CURSOR, reverter.plan, refused, put_told)
