"""What points to one record made to point to another: the links of others, their attributes kept, doubles folded."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine import drafts, records
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields.link import edges
from chalicelib.engine.objects import Field
from chalicelib.engine.records import Plan
from chalicelib.engine.rules import Change
from chalicelib.kernel.context import Context
from chalicelib.storage import links
from chalicelib.storage import records as rows
from chalicelib.storage.links import Edge
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pointing:
    """A record that points to a loser by ``field``, which the loser sees as ``relation``."""

    object: str
    id: str
    field: str
    relation: str
    loser: str

    @property
    def key(self) -> Key:
        """Which record it is."""
        return self.object, self.id


@dataclass(frozen=True, slots=True)
class Move:
    """What became of one link field of one record."""

    object: str
    id: str
    field: str
    before: Any
    after: Any


def pointing_to(
    ctx: Context, object: Object, loser: str, *, limit: int, start: str | None = None
) -> tuple[list[Pointing], str | None]:
    """Return one page of what points to a record, as the store has it now, and where to go on."""
    ends, place = links.page(ctx, loser, limit=limit, start=start)
    found = []
    for end in ends:
        inbound = object.inbound.get(end.field)
        if inbound is not None and inbound.plural == end.object:
            found.append(Pointing(end.object, end.id, inbound.field, end.field, loser))
    return found, place


def plan(
    ctx: Context,
    catalogue: Catalogue,
    object: Object,
    pointing: Sequence[Pointing],
    *,
    losers: Collection[str],
    to: str,
) -> tuple[list[Plan], list[Move], list[Write]]:
    """Return the plans that let all of ``pointing`` point to the winner, what they move, and what to sweep away.

    A deleted record moves too, so that it points to the winner when it is restored; a purged one leaves only its end
    of the link behind.
    """
    found = rows.get_mixed(
        ctx, list(dict.fromkeys(each.key for each in pointing)), include_deleted=True, consistent=True
    )
    plans: list[Plan] = []
    moves: list[Move] = []
    for key, row in found.items():
        other = catalogue.of_plural(key[0])
        before = drafts.whole(row)
        after = {
            field.name: repointed(before.get(field.name), losers, to)
            for field in _fields_to(catalogue, other, object)
            if edges(before.get(field.name)).keys() & set(losers)
        }
        moves += [Move(row.object, row.id, name, before.get(name), value) for name, value in after.items()]
        plans += [changed(ctx, catalogue, other, row, after)] if after else []
    swept = [write for each in pointing if _is_stale(each, found.get(each.key)) for write in _sweep(ctx, object, each)]
    return plans, moves, swept


def changed(ctx: Context, catalogue: Catalogue, object: Object, row: Row, values: Mapping[str, Any]) -> Plan:
    """Return the plan that gives a record other links; nothing else about it is asked or changed."""
    before = drafts.whole(row)
    change = Change("update", catalogue, object, row.id, row.owner, before, row, before).holding(**values)
    return records.plan_of(ctx, change, deleted_at=row.deleted_at)


def repointed(stored: Any, losers: Collection[str], to: str) -> Any:
    """Return what a link field holds when the winner stands where the losers stood, once."""
    if isinstance(stored, str):
        return to if stored in losers else stored
    pairs: dict[str, dict[str, Any]] = {}
    for other, described in edges(stored).items():
        id = to if other in losers else other
        known = pairs.get(id, {})
        primary = {"primary": True} if described.get("primary") or known.get("primary") else {}
        pairs[id] = {**({**known, **described} if other == to else {**described, **known}), **primary}
    if stored and isinstance(stored[0], str):
        return list(pairs)
    return [{"id": id, **described} for id, described in pairs.items()]


def _fields_to(catalogue: Catalogue, other: Object, object: Object) -> Iterator[Field]:
    return (field for field in other.links if catalogue.target(field).name == object.name)


def _is_stale(pointing: Pointing, row: Row | None) -> bool:
    return row is None or pointing.loser not in edges(row.values.get(pointing.field))


def _sweep(ctx: Context, object: Object, each: Pointing) -> list[Write]:
    """Return the writes that take away an end of a link whose other end says nothing of it any more."""
    edge = Edge(each.id, each.object, each.field, each.relation, each.loser, object.plural)
    return links.delete(ctx, edge)
