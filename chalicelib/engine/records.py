"""The life of a record: created, read, changed, deleted, brought back. Every door leads here, for every object.

A write is planned before it happens: authorise, read what was sent, let the domain's rules complete or refuse it,
check what it links to, and only then describe the rows to store. A plan is data; ``commit`` stores one plan or several
in a single transaction, so whatever refuses has written nothing. A record without links, unique values or company
costs one conditional put. Audit entries, search tokens, counters and events are not written here: they follow from
the stored record, so that no writer can forget them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from chalicelib.engine import access, claims, currencies, drafts, overlays, presenting, relations, rules, team
from chalicelib.engine import beside as beside_record
from chalicelib.engine import idempotency as answers
from chalicelib.engine.attachments import claiming
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields import registry
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.objects import Field
from chalicelib.engine.relations import Linked
from chalicelib.engine.rules import Change
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, NotFound, VersionMismatch
from chalicelib.storage import records as rows
from chalicelib.storage import writes as store
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row
from chalicelib.storage.slots import ABSENT


@dataclass(frozen=True, slots=True)
class Plan:
    """A write to come. ``claims`` tells which field each unique claim among ``writes`` is for; a plan may be empty."""

    catalogue: Catalogue
    object: Object
    row: Row
    writes: Sequence[Write] = ()
    claims: Mapping[int, str] = field(default_factory=dict)
    linked: Linked = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """What whoever plans many changes has read already, so that no plan reads it again: the record, people, links."""

    row: Row | None = None
    members: frozenset[str] = frozenset()
    linked: Linked = field(default_factory=dict)


UNREAD = Known()


def create(
    ctx: Context,
    *,
    plural: str,
    values: Mapping[str, Any],
    idempotency: Idempotency | None = None,
    id: str | None = None,
) -> dict[str, Any]:
    """Store a new record and return it; the same ``idempotency`` key brings the same answer, and no second record.

    :raises InvalidInput: naming every refused field.
    :raises AlreadyTaken: when a unique value belongs to another record.
    """
    answered = _answered(ctx, idempotency)
    if answered is not None:
        return answered
    plan = plan_create(ctx, plural=plural, values=values, id=id)
    return commit(ctx, [plan], idempotency=idempotency, answer=_present(ctx, plan))


def get(ctx: Context, *, plural: str, id: str) -> dict[str, Any]:
    """Return a record.

    :raises NotFound: when it is not there, deleted, or somebody else's.
    """
    catalogue, object = _known(ctx, plural)
    row = _stored(ctx, object, id, include_deleted=True)
    access.require_seen(ctx, object, row)
    if row.deleted_at is not None:
        raise _gone(object, row)
    return presenting.one(ctx, catalogue, object, row)


def update(
    ctx: Context, *, plural: str, id: str, changes: Mapping[str, Any], expected_version: int | None
) -> dict[str, Any]:
    """Change a record and return it; None empties a field.

    :raises VersionMismatch: when somebody changed it meanwhile.
    """
    plan = plan_update(ctx, plural=plural, id=id, changes=changes, expected_version=expected_version)
    return commit(ctx, [plan], answer=_present(ctx, plan))


def delete(ctx: Context, *, plural: str, id: str, expected_version: int | None) -> None:
    """Delete a record so that it can be restored; its unique values become free."""
    plan = plan_delete(ctx, plural=plural, id=id, expected_version=expected_version)
    commit(ctx, [plan], answer={})


def restore(ctx: Context, *, plural: str, id: str) -> dict[str, Any]:
    """Bring a deleted record back and return it; one that is not deleted stays as it is.

    :raises AlreadyTaken: when a unique value went to another record meanwhile.
    """
    plan = plan_restore(ctx, plural=plural, id=id)
    return commit(ctx, [plan], answer=_present(ctx, plan))


def present(ctx: Context, object: Object, row: Row) -> dict[str, Any]:
    """Return a stored record as its readers see it."""
    return presenting.one(ctx, overlays.load(ctx), object, row)


def plan_create(
    ctx: Context,
    *,
    plural: str,
    values: Mapping[str, Any],
    id: str | None = None,
    settled: Mapping[str, Any] | None = None,
    beside: Sequence[Plan] = (),
) -> Plan:
    """Return the plan of a new record. ``settled`` are stored values that only an operation sets, not a caller."""

    def begun(catalogue: Catalogue) -> Change:
        object = catalogue.of_plural(plural)
        access.require(ctx, object, "create")
        return drafts.of_new(ctx, catalogue, object, id=id or ctx.new_id(), values=values)

    change, claimed = claiming.claim(ctx, overlays.understood(ctx, begun).holding(**(settled or {})))
    change, said = beside_record.apart(change)
    change = drafts.complete(ctx, currencies.valued(ctx, rules.before(ctx, change)))
    access.require_owner(ctx, change.object, change.owner)
    team.check_owner(ctx, change)
    linked = relations.check(ctx, change, _beside(beside))
    return _planned(ctx, change, linked, files=claimed, heard=beside_record.heard(ctx, change, said))


def plan_update(
    ctx: Context,
    *,
    plural: str,
    id: str,
    changes: Mapping[str, Any],
    expected_version: int | None = None,
    settled: Mapping[str, Any] | None = None,
    exactly: Mapping[str, Any] | None = None,
    beside: Sequence[Plan] = (),
    known: Known = UNREAD,
) -> Plan:
    """Return the plan of a change; without ``expected_version`` the version read now must still stand at the write.

    ``exactly`` are stored values that stand whatever the rules complete: what a record held once, to hold it again.
    """
    catalogue, object = _known(ctx, plural)
    row = known.row or _stored(ctx, object, id)
    access.require(ctx, object, "update", row)
    _same_version(row, expected_version)

    def begun(catalogue: Catalogue) -> Change:
        return drafts.of_update(ctx, catalogue, catalogue.of_plural(plural), row=row, changes=changes)

    change, claimed = claiming.claim(ctx, overlays.understood(ctx, begun).holding(**(settled or {})))
    change, said = beside_record.apart(change.holding(**(exactly or {})))
    heard = beside_record.heard(ctx, change, said)
    if not change.changed and not heard:
        return Plan(catalogue, object, row)
    change = drafts.complete(ctx, currencies.valued(ctx, rules.before(ctx, change).holding(**(exactly or {}))))
    if change.owner not in known.members:
        team.check_owner(ctx, change)
    linked = relations.check(ctx, change, {**known.linked, **_beside(beside)})
    return _planned(ctx, change, linked, files=claimed, heard=heard)


def plan_delete(
    ctx: Context, *, plural: str, id: str, expected_version: int | None = None, known: Known = UNREAD
) -> Plan:
    """Return the plan of a deletion: the record leaves every list and gives its unique values back."""
    catalogue, object = _known(ctx, plural)
    row = known.row or _stored(ctx, object, id, whole=False)
    access.require(ctx, object, "delete", row)
    _same_version(row, expected_version)
    change = rules.before(ctx, drafts.of_end(catalogue, object, row=row))
    return _planned(ctx, change, {}, deleted_at=clock.stamp(ctx.now))


def plan_restore(ctx: Context, *, plural: str, id: str, known: Known = UNREAD) -> Plan:
    """Return the plan of a return: the record takes its places and its unique values again."""
    catalogue, object = _known(ctx, plural)
    row = known.row or _stored(ctx, object, id, include_deleted=True)
    access.require(ctx, object, "delete", row)
    if row.deleted_at is None:
        return Plan(catalogue, object, row)
    if row.merged_into is not None:
        raise Conflict("This record was merged; undo the merge.", code="merged", extra=_successor(object, row))
    return _planned(ctx, drafts.of_return(catalogue, object, row=row), {})


def plan_of(ctx: Context, change: Change, *, deleted_at: str | None = None) -> Plan:
    """Return the plan of a change of which nothing is left to ask: its rules have been, and its links are known."""
    return _planned(ctx, change, {}, deleted_at=deleted_at)


def commit(
    ctx: Context,
    plans: Sequence[Plan],
    *,
    answer: dict[str, Any],
    idempotency: Idempotency | None = None,
) -> dict[str, Any]:
    """Store all plans or none, and return the answer; a repeated request gets the answer that the first one got.

    :raises VersionMismatch: when a record was changed meanwhile.
    :raises AlreadyTaken: when a unique value was claimed meanwhile.
    """
    first: list[Write] = [answers.remember(ctx, idempotency, answer)] if idempotency else []
    try:
        store.execute(ctx, [*first, *(write for plan in plans for write in plan.writes)])
    except store.Refused as refused:
        answered = _answered(ctx, idempotency)
        if answered is not None:
            return answered
        raise _explained(ctx, refused, plans, offset=len(first)) from None
    overlays.outdate(ctx, [write for plan in plans for write in plan.writes])
    return answer


def _known(ctx: Context, plural: str) -> tuple[Catalogue, Object]:
    """Return an object that the caller reads at all, so that whoever does not learns nothing of its records."""
    catalogue, object = overlays.understood(ctx, lambda catalogue: (catalogue, catalogue.of_plural(plural)))
    access.require(ctx, object, "read")
    return catalogue, object


def _stored(ctx: Context, object: Object, id: str, *, include_deleted: bool = False, whole: bool = True) -> Row:
    body = whole and bool(object.in_body)
    row = rows.get(ctx, object.plural, id, body=body, include_deleted=include_deleted)
    if row is None:
        raise NotFound("There is no such record.")
    return row


def _gone(object: Object, row: Row) -> NotFound:
    """Return the answer to whoever asks for a deleted record; an old link to a merged one leads to its successor."""
    if row.merged_into is None:
        return NotFound("There is no such record.")
    return NotFound("This record was merged into another.", code="merged", extra=_successor(object, row))


def _successor(object: Object, row: Row) -> dict[str, Any]:
    return {"merged_into": {"id": row.merged_into, "plural": object.plural}}


def _same_version(row: Row, expected: int | None) -> None:
    if expected is not None and row.version != expected:
        raise VersionMismatch("Somebody changed this record meanwhile; read it again.", extra={"version": row.version})


def _beside(plans: Sequence[Plan]) -> Linked:
    return relations.beside([plan.row for plan in plans])


def _planned(
    ctx: Context,
    change: Change,
    linked: Linked,
    *,
    deleted_at: str | None = None,
    files: Sequence[Write] = (),
    heard: Sequence[Write] = (),
) -> Plan:
    row = _row_after(ctx, change, deleted_at, is_heard=bool(heard))
    first = [_record_write(ctx, change, row), *_body_writes(ctx, change, row)]
    claimed, places = claims.writes(ctx, change)
    writes = [*first, *claimed, *relations.writes(ctx, change), *rules.with_write(ctx, change), *files, *heard]
    return Plan(
        change.catalogue,
        change.object,
        row,
        writes,
        {len(first) + place: name for place, name in places.items()},
        linked,
    )


def _row_after(ctx: Context, change: Change, deleted_at: str | None, *, is_heard: bool = False) -> Row:
    now, large = clock.stamp(ctx.now), change.object.in_body
    before = change.row
    return Row(
        id=change.id,
        object=change.object.plural,
        version=before.version + 1 if before else 1,
        values={name: value for name, value in change.values.items() if name not in large},
        derived=before.derived if before else {},
        created_at=before.created_at if before else now,
        created_by=before.created_by if before else ctx.actor.id,
        updated_at=now,
        updated_by=ctx.actor.id,
        owner=change.owner,
        deleted_at=deleted_at,
        origin={**rows.origin_of(ctx), **({"heard": True} if is_heard else {})},
        body={name: value for name, value in change.values.items() if name in large} or None,
    )


def _record_write(ctx: Context, change: Change, row: Row) -> Write:
    slots = slots_of(change.object, row.values)
    if change.row is None:
        return rows.create(ctx, row, slots=slots)
    return rows.replace(ctx, row, expected_version=change.row.version, slots=slots)


def slots_of(object: Object, values: Mapping[str, Any]) -> list[str | None]:
    """Return the places that a record takes in its object's slots."""
    return [_slot(field, values) for field in object.slotted]


def _slot(declared: Field | None, values: Mapping[str, Any]) -> str | None:
    """Return a value's place in its slot; without a value it is the null marker, or none at all in a sparse slot."""
    stored = values.get(declared.name) if declared else None
    if declared is None or (stored is None and declared.sparse):
        return ABSENT
    return registry.of(declared).index_key(declared, stored)


def _body_writes(ctx: Context, change: Change, row: Row) -> list[Write]:
    if not change.changed & change.object.in_body:
        return []
    # An emptied body stays as a row, whose image in the stream says who emptied it.
    return [rows.put_body(ctx, row.object, row.id, version=row.version, values=row.body or {})]


def _present(ctx: Context, plan: Plan) -> dict[str, Any]:
    return presenting.one(ctx, plan.catalogue, plan.object, plan.row, known=plan.linked)


def _answered(ctx: Context, key: Idempotency | None) -> dict[str, Any] | None:
    return answers.replay(ctx, key) if key else None


def _explained(
    ctx: Context, refused: store.Refused, plans: Sequence[Plan], *, offset: int
) -> Conflict | VersionMismatch:
    """Return what a refused write means to the caller: a taken value, a stale version, or somebody else's change."""
    place = refused.index - offset
    for plan in plans:
        if place in plan.claims:
            return claims.taken(ctx, plan.object, plan.claims[place], refused.item)
        if place == 0 and plan.row.version == 1:
            return Conflict("There is a record with this id already.", code="already_exists")
        if place == 0:
            return VersionMismatch("Somebody changed this record meanwhile; read it again.")
        place -= len(plan.writes)
        if place < 0:
            break
    return Conflict("Somebody changed the same data meanwhile; try again.", code="changed_meanwhile")
