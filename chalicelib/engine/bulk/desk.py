"""A bulk from the desk of whoever asks for it: which records, what to do, how it would look, and go."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine import access, drafts, idempotency, overlays, people, presenting, query, views, working, workload
from chalicelib.engine import filters as conditions
from chalicelib.engine.bulk import edits, passing, running, selecting
from chalicelib.engine.bulk.edits import Edit
from chalicelib.engine.bulk.running import Editor, called, why
from chalicelib.engine.bulk.selecting import Selection
from chalicelib.engine.bulk.verdicts import Outcome
from chalicelib.engine.bulk.work import BULK
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.jobs import Job
from chalicelib.engine.records import Known
from chalicelib.engine.working import Work
from chalicelib.gateways import files
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Forbidden, InvalidInput, Problem
from chalicelib.storage import records as rows
from chalicelib.storage import writes as store
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row

MOST_IDS = 1_000
SAMPLE = 5
COUNTED = 1_000
"""How many records a preview reads before it says how many there are at least."""


@dataclass(frozen=True, slots=True)
class Target:
    """Which records of an object: some by their ids, or all that a selection holds for."""

    selection: Selection
    ids: tuple[str, ...] | None = None


def start(
    ctx: Context,
    *,
    object: str,
    target: Mapping[str, Any],
    edit: Edit,
    fire_automations: bool = False,
    key: Idempotency | None = None,
) -> dict[str, Any]:
    """Begin a bulk and return its job; the same ``key`` brings the same job.

    :raises InvalidInput: when the edit or the target makes no sense for the object.
    :raises Forbidden: when the caller may do that to no record at all.
    """
    answered = idempotency.replay(ctx, key) if key else None
    if answered is not None:
        return workload.get(ctx, id=answered["id"])
    _, found = _allowed(ctx, object, edit)
    aim = _target(ctx, found, target, edit)
    id = ctx.new_id()
    remembered = [idempotency.remember(ctx, key, {"id": id})] if key else []
    title = f"Bulk {edit.action} of {found.definition.label_plural.en.lower()}"
    try:
        job = begin(ctx, BULK, [aim], edit, title=title, fire_automations=fire_automations, beside=remembered, id=id)
    except store.Refused:
        answered = idempotency.replay(ctx, key) if key else None
        if answered is None:
            raise
        return workload.get(ctx, id=answered["id"])
    return workload.told(ctx, job)


def begin(
    ctx: Context,
    work: Work,
    targets: Sequence[Target],
    edit: Edit,
    *,
    title: str,
    fire_automations: bool = False,
    beside: Sequence[Write] = (),
    id: str | None = None,
) -> Job:
    """Store a job that does one edit to some targets, ask a worker for it, and return it."""
    id = id or ctx.new_id()
    named = targets[0].ids if len(targets) == 1 else None
    chosen = (
        [selecting.begin(ctx, id)]
        if named is None
        else selecting.begin_with(ctx, id, targets[0].selection.object, named)
    )
    objects = {target.selection.object for target in targets}
    data = {
        "title": title,
        "object": objects.pop() if len(objects) == 1 else None,
        "action": edit.action,
        "edit": json.dumps(edit.as_dict(), ensure_ascii=False),
        "selections": selecting.spelled([target.selection for target in targets] if named is None else []),
        "report": files.new_key(ctx),
        "fire_automations": fire_automations,
    }
    first = [passing.begin(ctx, id, running.CURSOR), *chosen, *beside]
    return working.begin(ctx, work, step="collect" if named is None else "run", data=data, beside=first, id=id)


def preview(ctx: Context, *, object: str, target: Mapping[str, Any], edit: Edit) -> dict[str, Any]:
    """Return how many records an edit would be about and how it would look on the first of them; nothing is written.

    :raises InvalidInput: when the edit or the target makes no sense for the object.
    """
    catalogue, found = _allowed(ctx, object, edit)
    aim = _target(ctx, found, target, edit)
    if aim.ids is not None:
        first, count, exact = list(aim.ids[:SAMPLE]), len(aim.ids), True
    else:
        first, count, exact = _counted(ctx, aim.selection)
    editor = Editor(ctx, found, edit, Known(members=running.members(ctx, edit)))
    seen = rows.get_whole(ctx, found.plural, first, body=bool(found.in_body), include_deleted=edit.action == "restore")
    shown = access.visible(ctx, found, seen.values())
    return {"count": count, "exact": exact, "sample": [_shown(ctx, catalogue, editor, row) for row in shown]}


def _allowed(ctx: Context, name: str, edit: Edit) -> tuple[Catalogue, Object]:
    """Return the object if the caller may do the edit to some record of it."""

    def understood(catalogue: Catalogue) -> tuple[Catalogue, Object]:
        object = _object(catalogue, name)
        access.require(ctx, object, "read")
        access.require(ctx, object, edit.right)
        edits.require_sensible(object, edit)
        drafts.parsed(ctx, object, edit.changes)
        return catalogue, object

    catalogue, object = overlays.understood(ctx, understood)
    _require_scope(ctx, object)
    if edit.owner is not None:
        heir = people.find(ctx, edit.owner)
        if heir is None or not heir.is_active:
            raise InvalidInput.of("owner", "unknown_user", "Choose an active member of your team.")
    return catalogue, object


def _object(catalogue: Catalogue, name: str) -> Object:
    found = next((object for object in catalogue if name in (object.name, object.plural)), None)
    if found is None:
        raise InvalidInput.of("object", "unknown_object", "There is no such object.")
    return found


def _require_scope(ctx: Context, object: Object) -> None:
    """Let a key pass that may write these very records: the door has asked it for the right to jobs only."""
    if ctx.actor.kind == "api_key" and not ctx.actor.scopes & {"write", f"{object.plural}:write"}:
        raise Forbidden(f"This key lacks the scope {object.plural}:write.", code="insufficient_scope")


def _target(ctx: Context, object: Object, asked: Mapping[str, Any], edit: Edit) -> Target:
    """Return what the caller aims at.

    :raises InvalidInput: when it is nothing, or two things at once.
    """
    named = [name for name in ("view", "filter", "ids") if name in asked]
    if len(named) != 1:
        raise InvalidInput.of("target", "required", "Choose a view, a filter or ids.")
    if "ids" in asked:
        return Target(Selection(object.plural, None), tuple(dict.fromkeys(asked["ids"])))
    if edit.action == "restore":
        raise InvalidInput.of("target", "ids_only", "Name the deleted records by their ids.")
    if "view" in asked:
        view = views.applied(ctx, object, asked["view"])
        return Target(Selection(object.plural, view.filter, view.sort))
    conditions.read(ctx, object, asked["filter"])
    return Target(Selection(object.plural, asked["filter"], asked.get("sort")))


def _counted(ctx: Context, asked: Selection) -> tuple[list[str], int, bool]:
    """Return the first records of a selection, how many there are, and whether that is all of them."""
    found: list[str] = []
    pages = query.pages(ctx, plural=asked.object, filters=asked.filters, sort=asked.sort, start=None)
    for page, start in pages:
        found += [row.id for row in page]
        if start is not None and len(found) >= COUNTED:
            return found[:SAMPLE], len(found), False
    return found[:SAMPLE], len(found), True


def _shown(ctx: Context, catalogue: Catalogue, editor: Editor, row: Row) -> dict[str, Any]:
    """Return a record before and after, as far as the edit changes it."""
    object = editor.object
    told: dict[str, Any] = {"id": row.id, "name": called(object, row), "reason": None, "before": {}, "after": {}}
    try:
        plan = editor.change(row)
    except Problem as problem:
        return {**told, "verdict": Outcome.REFUSED.value, "reason": why(ctx, object, problem)}
    if not plan.writes:
        return {**told, "verdict": Outcome.UNCHANGED.value}
    before, after = (presenting.one(ctx, catalogue, object, each, known=plan.linked) for each in (row, plan.row))
    names = [
        name
        for name in dict.fromkeys((*before, *after))
        if name in (*object.fields, "deleted_at") and before.get(name) != after.get(name) and name not in _STAMPS
    ]
    differences = {
        side: {name: record.get(name) for name in names} for side, record in (("before", before), ("after", after))
    }
    return {**told, "verdict": Outcome.CHANGED.value, **differences}


_STAMPS = frozenset({"version", "updated_at", "updated_by"})
