"""Doing the edit: each record by its own rules and under its own version, and a verdict for each."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chalicelib.engine import access, claims, overlays, people, refusals
from chalicelib.engine.bulk import edits, passing, selecting, words
from chalicelib.engine.bulk.edits import Edit
from chalicelib.engine.bulk.passing import Clash, Cursor, Done, Way
from chalicelib.engine.bulk.verdicts import VERDICT, Outcome, Verdict, replaced
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

CURSOR = "cursor"
DEFECTS = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)


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
        gone = self._said(words.NO_SUCH)
        return [self._one(found[id]) if id in seen else _done(Verdict(id, Outcome.HIDDEN, "", gone)) for id in ids]

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
            return _done(Verdict(row.id, Outcome.REFUSED, name, why(self.ctx, self.object, problem)))
        except DEFECTS as defect:
            # By its type only: the message of a defect may quote a value.
            logger.error("record of a bulk failed", record=row.id, error=type(defect).__name__)
            return _done(Verdict(row.id, Outcome.REFUSED, name, self._said(words.OURS)))
        if not plan.writes:
            return _done(Verdict(row.id, Outcome.UNCHANGED, name))
        if len(plan.writes) > passing.TOGETHER:
            return _done(Verdict(row.id, Outcome.REFUSED, name, self._said(words.TOO_MANY_LINKS)))
        before = replaced(row, plan.row)
        verdict = Verdict(row.id, Outcome.CHANGED, name, "", plan.row.version, before)
        return Done(verdict, Outcome.CHANGED.value, plan.writes, size_of(before, plan.row), plan.claims)

    def _said(self, label: Label) -> str:
        return label.text(self.ctx.locale)


def called(object: Object, row: Row) -> str:
    """Return what people call a record."""
    return str(row.values.get(object.name_field) or "")[:120]


def why(ctx: Context, object: Object, problem: Problem) -> str:
    """Return what a refusal says to the caller, by field where it names fields."""
    said = [
        f"{_named(ctx, object, error.field)}: {refusals.told(ctx.locale, error.code, error.message)}"
        for error in problem.errors[:3]
    ]
    return (" ".join(said) or refusals.told_whole(ctx.locale, problem))[:300]


def why_clashed(ctx: Context, object: Object, clash: Clash) -> str:
    """Return what is said of a record that the store refused."""
    if clash.field is None:
        return words.AT_ONCE.text(ctx.locale)
    return why(ctx, object, claims.taken(ctx, object, clash.field, clash.holder))


def _named(ctx: Context, object: Object, path: str) -> str:
    """Return what people call the field of a path such as ``emails.0.value``."""
    name = path.partition(".")[0]
    return object.fields[name].label.text(ctx.locale) if name in access.readable(ctx, object) else path


def size_of(before: object, row: Row) -> int:
    """Return about how many bytes a change adds to a transaction."""
    return 300 + len(json.dumps([before, row.values, row.body], default=str))


def _way(ctx: Context, job: str, editor: Editor) -> Way[str, Verdict]:
    def put_told(cursor: Cursor, group: Sequence[Done[Verdict]]) -> Put:
        told = {"object": editor.object.plural, "verdicts": [done.told.as_list() for done in group]}
        return parts.put_part(ctx, job, VERDICT, cursor.step, told)

    def refused(id: str, done: Done[Verdict], clash: Clash) -> Done[Verdict]:
        return _done(Verdict(id, Outcome.REFUSED, done.told.name, why_clashed(ctx, editor.object, clash)))

    return Way(CURSOR, editor.plan, refused, put_told)


def _done(verdict: Verdict) -> Done[Verdict]:
    return Done(verdict, verdict.outcome.value)
