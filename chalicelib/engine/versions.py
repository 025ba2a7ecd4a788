"""Earlier versions of a record, read from its history, and the way back to one of them.

The timeline keeps what each changed field held before; so the record as it is now, with the entries undone one after
another, is the record as it was. An entry that is not written down yet, or whose values were erased, is never guessed
over: the answer says so instead.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from chalicelib.engine import cursors, history, lookup, overlays, presenting, records, reverting
from chalicelib.engine.catalogue import Object
from chalicelib.engine.drafts import whole
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, NotFound, Unavailable, VersionMismatch
from chalicelib.storage import timeline
from chalicelib.storage.records import Row
from chalicelib.storage.timeline import Entry

OWNER = "owner"
BODY = "-body"
_PAGE = 100


class HistoryErased(Conflict):
    """What the record held then was erased, on demand of the person whom it was about."""

    code = "history_erased"


@dataclass(slots=True)
class Step:
    """What one version changed: its own entry, and that of the large values if they changed with it."""

    version: int
    entry: Entry | None = None
    body: Entry | None = None

    @property
    def entries(self) -> list[Entry]:
        """Both entries, those that there are."""
        return [entry for entry in (self.entry, self.body) if entry is not None]


@dataclass(frozen=True, slots=True)
class Past:
    """A record as it was, who made it so, and the names of values whose fields are no more."""

    row: Row
    step: Step
    skipped: tuple[str, ...]


def page(ctx: Context, *, plural: str, id: str, limit: int = 50, cursor: str | None = None) -> dict[str, Any]:
    """Return one page of a record's versions, newest first, each with who made it and what it changed.

    :raises NotFound: when there is no such record.
    """
    object, _ = lookup.seen(ctx, plural, id, with_body=True)
    query = {"versions": id}
    start = cursors.opened(ctx, query, cursor)
    steps = list(islice(_steps(ctx, id, start), limit + 1))
    last = steps[limit - 1].entry if len(steps) > limit else None
    place = f"{last.at}#{last.id}" if last else None
    return {
        "items": [_told(ctx, object, step) for step in steps[:limit]],
        "next_cursor": cursors.sealed(ctx, query, place),
    }


def get(ctx: Context, *, plural: str, id: str, version: int) -> dict[str, Any]:
    """Return a record as it was at a version, with who made it so.

    :raises NotFound: when there is no such record or version.
    :raises HistoryErased: when its values were erased.
    """
    object, row = lookup.seen(ctx, plural, id, with_body=True)
    past = _past(ctx, object, row, version)
    record = presenting.one(ctx, overlays.load(ctx), object, past.row)
    return {**_told(ctx, object, past.step), "record": record, "skipped": list(past.skipped)}


def restore(
    ctx: Context, *, plural: str, id: str, version: int, expected_version: int | None
) -> tuple[dict[str, Any], list[str]]:
    """Give a record the values of an earlier version, as a change like any other, and return it.

    What is left out because its field is no more comes beside it.

    :raises VersionMismatch: when somebody changed it meanwhile.
    :raises HistoryErased: when the values of that version were erased.
    """
    object, row = lookup.seen(ctx, plural, id, action="update", with_body=True)
    if expected_version is not None and row.version != expected_version:
        raise VersionMismatch("Somebody changed this record meanwhile; read it again.", extra={"version": row.version})
    past = _past(ctx, object, row, version)
    before, now = _values(past.row), _values(row)
    changed = {name: before.get(name) for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
    ctx = ctx.because(f"Back to version {version}", source="restore")
    plan = reverting.plan(ctx, object, row=row, values=changed)
    answer = presenting.one(ctx, plan.catalogue, object, plan.row, known=plan.linked)
    return records.commit(ctx, [plan], answer=answer), list(past.skipped)


def _past(ctx: Context, object: Object, row: Row, version: int) -> Past:
    """Return the record as it was at a version: as it is now, with everything since undone."""
    if not 1 <= version <= row.version:
        raise NotFound("There is no such version.")
    values, body_version, expected = _values(row), row.body_version or 1, row.version
    met: dict[int, Step] = {}
    for step in _steps(ctx, row.id, None):
        # Two writers' clocks differ, so a version may be met a little before a later one.
        met[step.version] = step
        while expected in met:
            step = met.pop(expected)
            if step.body is None and body_version == expected > 1:
                break
            if expected == version:
                return _found(object, row, values, step)
            _take_back(values, step)
            if step.body is not None:
                body_version = int(step.body.data.get("previous") or 1)
            expected -= 1
    raise Unavailable("This part of the history is not written down yet; try again in a moment.")


def _take_back(values: dict[str, Any], step: Step) -> None:
    for entry in step.entries:
        if entry.is_erased and entry.changes:
            raise HistoryErased("What the record held then was erased.")
        for change in entry.changes:
            if change["before"] is None:
                values.pop(change["field"], None)
            else:
                values[change["field"]] = change["before"]


def _found(object: Object, row: Row, values: Mapping[str, Any], step: Step) -> Past:
    assert step.entry is not None, "a step has an entry"
    known = {name: value for name, value in values.items() if name in object.fields and name != OWNER}
    skipped = sorted(name for name in values if name not in object.fields)
    was = replace(
        row,
        version=step.version,
        values={name: value for name, value in known.items() if name not in object.in_body},
        body={name: value for name, value in known.items() if name in object.in_body} or None,
        owner=values.get(OWNER),
        derived={},
        updated_at=step.entry.at,
        updated_by=step.entry.actor,
    )
    return Past(was, step, tuple(skipped))


def _values(row: Row) -> dict[str, Any]:
    return {**whole(row), **({OWNER: row.owner} if row.owner is not None else {})}


def _steps(ctx: Context, record: str, start: str | None) -> Iterator[Step]:
    """Yield what each version changed, newest first; the entry of the large values comes before the record's own."""
    bodies: dict[int, Entry] = {}
    while True:
        found, start = timeline.page(ctx, record, limit=_PAGE, start=start)
        for entry in found:
            version = entry.data.get("version")
            if version is None or not entry.id.startswith(f"{record}-v{version}"):
                continue
            if entry.id.endswith(BODY):
                bodies[int(version)] = entry
            elif entry.id == f"{record}-v{version}":
                yield Step(int(version), entry, bodies.pop(int(version), None))
        if start is None:
            return


def _told(ctx: Context, object: Object, step: Step) -> dict[str, Any]:
    assert step.entry is not None, "a step has an entry"
    readable = history.audited(ctx, object)
    names = [change["field"] for entry in step.entries for change in entry.changes if change["field"] in readable]
    return {
        "version": step.version,
        "kind": step.entry.kind,
        "at": step.entry.at,
        "actor": step.entry.actor,
        "source": step.entry.data.get("source"),
        "reason": step.entry.data.get("reason"),
        "fields": names,
        "is_erased": any(entry.is_erased for entry in step.entries),
    }
