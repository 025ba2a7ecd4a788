"""Doing the edit: each record by its own rules and under its own version, and a verdict for each."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chalicelib.engine import access, overlays, people
from chalicelib.engine.bulk import edits, passing, selecting
from chalicelib.engine.bulk.edits import Edit
from chalicelib.engine.bulk.passing import Cursor, Done, Way
from chalicelib.engine.bulk.verdicts import VERDICT, Outcome, Verdict, replaced
from chalicelib.engine.catalogue import Object
from chalicelib.engine.jobs import Job
from chalicelib.engine.records import Known, Plan
from chalicelib.engine.working import TimeLeft
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Problem, Unavailable
from chalicelib.observability import logger
from chalicelib.storage import jobs as parts
from chalicelib.storage import records as rows
from chalicelib.storage.plan import Put
from chalicelib.storage.records import Row

CURSOR = "cursor"
DEFECTS = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
_GONE = "There is no such record."
_RACED = "Somebody else changed the same record at the same moment."
_OURS = "Something went wrong on our side with this record."


def go_on(ctx: Context, job: Job, time_left: TimeLeft) -> Cursor:
    """Edit what is left of the chosen records and return the cursor behind the last.

    :raises OutOfTime: when there are more than time.
    :raises Superseded: when another worker is at it, or somebody stopped the job.
    """
    cursor = passing.read(ctx, job.id, CURSOR)
    assert cursor is not None, "a bulk has a cursor"
    edit = Edit.from_dict(json.loads(job.data["edit"]))
    known = Known(members=members(ctx, edit))
    catalogue = overlays.refreshed(ctx)
    for part in selecting.chosen(ctx, job.id, after=cursor.part - 1 if cursor.part else None):
        editor = Editor(ctx, catalogue.of_plural(part["object"]), edit, known)
        cursor = passing.go(ctx, job.id, _way(ctx, job.id, editor), cursor, part["n"], part["ids"], time_left)
    return cursor


def members(ctx: Context, edit: Edit) -> frozenset[str]:
    """Return whom the edit may make responsible, looked up once for all records."""
    person = people.find(ctx, edit.owner) if edit.owner else None
    return frozenset({person.id}) if person and person.is_active else frozenset()


@dataclass(slots=True)
class Editor:
    """Plans one edit of some records of one object at a time, all read in one batch."""

    ctx: Context
    object: Object
    edit: Edit
    known: Known

    def plan(self, ids: Sequence[str]) -> list[Done[Verdict]]:
        """Return what the edit does to each record."""
        found = rows.get_whole(
            self.ctx, self.object.plural, ids, body=bool(self.object.in_body), include_deleted=self._seeks_deleted
        )
        seen = {row.id for row in access.visible(self.ctx, self.object, found.values())}
        return [self._one(found[id]) if id in seen else _done(Verdict(id, Outcome.HIDDEN, "", _GONE)) for id in ids]

    def change(self, row: Row) -> Plan:
        """Return the plan of the edit of one record, and remember what it was linked to."""
        plan = edits.plan(self.ctx, self.edit, plural=self.object.plural, row=row, known=self.known)
        if plan.linked:
            self.known = replace(self.known, linked={**self.known.linked, **plan.linked})
        return plan

    @property
    def _seeks_deleted(self) -> bool:
        return self.edit.action == "restore"

    def _one(self, row: Row) -> Done[Verdict]:
        name = called(self.object, row)
        try:
            plan = self.change(row)
        except Unavailable:
            raise
        except Problem as problem:
            return _done(Verdict(row.id, Outcome.REFUSED, name, why(problem)))
        except DEFECTS as defect:
            # By its type only: the message of a defect may quote a value.
            logger.error("record of a bulk failed", record=row.id, error=type(defect).__name__)
            return _done(Verdict(row.id, Outcome.REFUSED, name, _OURS))
        if not plan.writes:
            return _done(Verdict(row.id, Outcome.UNCHANGED, name))
        if len(plan.writes) > passing.TOGETHER:
            return _done(Verdict(row.id, Outcome.REFUSED, name, "This makes too many links at once."))
        before = replaced(row, plan.row)
        verdict = Verdict(row.id, Outcome.CHANGED, name, "", plan.row.version, before)
        return Done(verdict, Outcome.CHANGED.value, plan.writes, size_of(before, plan.row))


def called(object: Object, row: Row) -> str:
    """Return what people call a record."""
    return str(row.values.get(object.name_field) or "")[:120]


def why(problem: Problem) -> str:
    """Return what a refusal says, by field where it names fields."""
    said = [f"{error.field}: {error.message}" for error in problem.errors[:3]]
    return (" ".join(said) or problem.detail or problem.code)[:300]


def size_of(before: object, row: Row) -> int:
    """Return about how many bytes a change adds to a transaction."""
    return 300 + len(json.dumps([before, row.values, row.body], default=str))


def _way(ctx: Context, job: str, editor: Editor) -> Way[str, Verdict]:
    def put_told(cursor: Cursor, group: Sequence[Done[Verdict]]) -> Put:
        told = {"object": editor.object.plural, "verdicts": [done.told.as_list() for done in group]}
        return parts.put_part(ctx, job, VERDICT, cursor.step, told)

    return Way(CURSOR, editor.plan, lambda id: _done(Verdict(id, Outcome.REFUSED, "", _RACED)), put_told)


def _done(verdict: Verdict) -> Done[Verdict]:
    return Done(verdict, verdict.outcome.value)
