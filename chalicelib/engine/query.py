"""Lists: one page of an object's records under a filter, in an order, from a place.

The order picks the slot, and a condition on the slot's own field narrows what is read of it (``ranges``): such a list
reads what it shows. Every other condition is asked of each record read, within a budget: ``READ_BUDGET`` records a
request. When it ends before the page is full, the short page says ``complete: false`` and how many records were
``scanned``, and its cursor goes on; there is never a silent scan. Where another slot leads to few records, these are
read and sorted instead. A condition that a record is linked to another starts from that other's relations, and a typed
text from the search index.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeGuard

from chalicelib.engine import access, cursors, facts, lookup, overlays, presenting, ranges, search, views, visibility
from chalicelib.engine import filters as conditions
from chalicelib.engine.access import Scope
from chalicelib.engine.catalogue import Catalogue, Object, linked
from chalicelib.engine.filters import Depth, Filter, Term
from chalicelib.engine.operators import PRESENCE
from chalicelib.engine.terms import Member, Predicate, predicates
from chalicelib.engine.walking import READS_A_PAGE, Found, Keep, Order, Walk
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound
from chalicelib.storage import links, segments
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row

READ_BUDGET = 1_000
MOST_RELATED = 500
MOST_A_PAGE = 100
NEWEST_FIRST = "-updated_at"


def list(
    ctx: Context,
    *,
    plural: str,
    filters: Any = None,
    sort: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
    fields: Sequence[str] | None = None,
    q: str | None = None,
    view: str | None = None,
    most: int = MOST_A_PAGE,
) -> dict[str, Any]:
    """Return one page of records as ``{"items", "next_cursor", "scanned", "complete"}``; ``view`` is a saved one's id.

    :raises InvalidInput: when the filter, the order, the fields or the cursor make no sense for the object.
    """
    asked = _asked(ctx, plural, filters, sort, view)
    catalogue, object = asked.catalogue, asked.object
    shown = _fields(ctx, object, fields)
    limit = max(1, min(limit, most))
    query = {"plural": plural, "filters": asked.filters, "sort": asked.sort, "q": q}
    start = cursors.opened(ctx, query, cursor)
    if q and q.strip():
        found = _searched(ctx, catalogue, object, _keep(ctx, asked), q, limit, start)
    else:
        found = _page(_walk(ctx, asked), asked.scope, limit, start, READ_BUDGET)
    items = presenting.several(ctx, catalogue, object, found.rows, fields=shown)
    return {
        "items": items,
        "next_cursor": cursors.sealed(ctx, query, found.place),
        "scanned": _scanned(ctx, asked, found),
        "complete": found.complete,
    }


def require_order(ctx: Context, object: Object, sort: str | None) -> None:
    """Let an order pass that the caller may ask of an object, or none.

    :raises InvalidInput: naming those that there are.
    """
    readable = access.readable(ctx, object)
    offered = [name for name in object.sortable if name in readable]
    if sort is not None and sort.removeprefix("-") not in offered:
        raise InvalidInput.of("sort", "not_sortable", f"Sort by {', '.join(offered)}.")


def counted(
    ctx: Context,
    *,
    plural: str,
    filters: Any = None,
    view: str | None = None,
    depth: Depth = Depth.LINKED,
    budget: int | None = None,
) -> Found:
    """Return what one ``budget`` of reads finds under a filter, in no order that matters, for whoever counts it."""
    asked = _asked(ctx, plural, filters, None, view, depth)
    reads = budget or READ_BUDGET
    found = _page(_walk(ctx, asked), asked.scope, reads, None, reads)
    return replace(found, scanned=_scanned(ctx, asked, found))


def each(ctx: Context, *, plural: str, filters: Any = None, sort: str | None = None) -> Iterator[Row]:
    """Yield every record that the caller may see under a filter; for workers, which read without a budget."""
    for portion, _ in pages(ctx, plural=plural, filters=filters, sort=sort):
        yield from portion


def pages(
    ctx: Context,
    *,
    plural: str,
    filters: Any = None,
    sort: str | None = None,
    start: str | None = None,
    view: str | None = None,
) -> Iterator[tuple[Sequence[Row], str | None]]:
    """Yield what ``each`` yields, call by call, with the place from which another worker can go on; None at the end.

    Unless an order is asked for, the shortest stretch of a slot is followed, or else the order of ids, in which no
    change moves a record. A portion may be empty and yet not be the last.
    """
    asked = _asked(ctx, plural, filters, sort, view)
    within = next((term for term in conditions.conjuncts(asked.tree) if isinstance(term, Member)), None)
    if within is not None and not asked.sort:
        yield from _pages_within(ctx, asked, within, start)
        return
    shortest = None if asked.sort else _shortest(asked.object, asked.tree) or Order()
    walk = _walk(ctx, asked, shortest)
    for portion, place in walk.portions(start=start, step=READS_A_PAGE):
        yield walk.keep(portion), place


def _pages_within(
    ctx: Context, asked: "_Asked", within: Member, start: str | None
) -> Iterator[tuple[Sequence[Row], str | None]]:
    """Yield the records under a filter that are in a segment, read along the segment."""
    keep = _keep(ctx, asked)
    while True:
        found, start = segments.members(ctx, within.segment, limit=READS_A_PAGE, start=start)
        yield keep([*rows.get_many(ctx, asked.object.plural, [id for id, _ in found]).values()]), start
        if start is None:
            return


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is meant: a filter as it was written and as it was read, an order, and whose records the caller sees."""

    catalogue: Catalogue
    object: Object
    filters: Any
    sort: str | None
    tree: Filter
    scope: Scope


def _asked(
    ctx: Context, plural: str, filters: Any, sort: str | None, view: str | None, depth: Depth = Depth.LINKED
) -> _Asked:
    """Return what is meant, read against a catalogue that knows every name in it, within what the caller sees."""

    def begun(catalogue: Catalogue) -> _Asked:
        object = catalogue.of_plural(plural)
        access.require(ctx, object, "read")
        wanted, order = filters, sort
        if view is not None:
            saved = views.applied(ctx, object, view)
            wanted, order = _joined(saved.filter, filters), sort or saved.sort
        tree = conditions.read(ctx, object, wanted, depth=depth)
        return _Asked(catalogue, object, wanted, order, tree, access.ALL)

    asked = overlays.understood(ctx, begun)
    scope = access.scope(ctx, asked.object)
    return replace(asked, tree=visibility.within(scope, asked.tree), scope=scope)


def _scanned(ctx: Context, asked: _Asked, found: Found) -> int:
    """Return how many records were read; for whoever may not see them all, only of those that they are shown."""
    sees_all = asked.scope.everything and access.reads_all(ctx, asked.object)
    return found.scanned if sees_all else len(found.rows)


def _joined(saved: Any, filters: Any) -> Any:
    return saved if filters is None else filters if saved is None else {"all": [saved, filters]}


def _walk(ctx: Context, asked: _Asked, order: Order | None = None) -> Walk:
    order = order or _order(ctx, asked.object, asked.tree, asked.sort)
    return Walk(ctx, asked.object, asked.tree, order, _keep(ctx, asked))


def related(
    ctx: Context, *, plural: str, id: str, field: str, limit: int = 50, cursor: str | None = None
) -> dict[str, Any]:
    """Return one page of the records that point to a record, the newest first; the metadata's ``related`` names them.

    :raises NotFound: when there is no such record or relation.
    """
    object, _ = lookup.seen(ctx, plural, id)
    inbound = object.inbound.get(field)
    if inbound is None:
        raise NotFound("There is no such record.")
    catalogue = overlays.load(ctx)
    other = catalogue.of_plural(inbound.plural)
    access.require(ctx, other, "read")
    if inbound.field not in access.readable(ctx, other):
        raise NotFound("There is no such record.")
    query = {"plural": plural, "related": id, "field": field}
    start = cursors.opened(ctx, query, cursor)
    limit = max(1, min(limit, MOST_A_PAGE))
    ends, place = links.related(ctx, id, field, limit=limit, start=start, newest_first=True)
    found = rows.get_many(ctx, other.plural, [end.id for end in ends if end.object == other.plural])
    items = presenting.several(ctx, catalogue, other, access.visible(ctx, other, found.values()))
    described = {end.id: dict(end.attributes) for end in ends if end.attributes}
    items = [{**item, "link": described[item["id"]]} if item["id"] in described else item for item in items]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, place)}


def from_parameters(parameters: Mapping[str, Sequence[str]]) -> dict[str, Any] | None:
    """Return the filter tree that a query string spells: ``stage=won``, ``amount[gte]=1000``, ``status=a&status=b``."""
    terms: Sequence[dict[str, Any]] = [_spelled(name, values) for name, values in parameters.items()]
    return {"all": terms} if terms else None


def _spelled(name: str, values: Sequence[str]) -> dict[str, Any]:
    field, _, rest = name.partition("[")
    op = rest.removesuffix("]") or ("in" if len(values) > 1 else "eq")
    if op in PRESENCE:
        return {"field": field, "op": op}
    if op not in ("in", "not_in", "between", "not_between"):
        return {"field": field, "op": op, "value": values[-1]}
    return {"field": field, "op": op, "value": values[0].split(",") if len(values) == 1 else [*values]}


def _fields(ctx: Context, object: Object, names: Sequence[str] | None) -> frozenset[str] | None:
    if names is None:
        return None
    unknown = [name for name in names if name not in access.readable(ctx, object) and name != "id"]
    if unknown:
        raise InvalidInput.of("fields", "unknown_field", f"There is no field {unknown[0][:60]}.")
    return frozenset(names)


def _page(walk: Walk, scope: Scope, limit: int, start: str | None, budget: int) -> Found:
    """Read the way that leads to the page by the fewest records."""
    ctx, object = walk.ctx, walk.object
    cover = ranges.cover(object, walk.tree)
    if cover == ():
        return Found(())
    link = next((term for term in conditions.conjuncts(walk.tree) if _starts_from_link(term)), None)
    pointing = _pointing_to(ctx, object, link) if link else None
    if pointing is not None:
        return walk.sorted(pointing, limit=limit, start=start)
    inside = _inside(ctx, object, walk.tree)
    if inside is not None:
        return walk.sorted(inside, limit=limit, start=start)
    if walk.stretches != ranges.WHOLE:
        return walk.page(limit=limit, start=start, budget=budget)
    if not scope.everything:
        return walk.sorted(visibility.gathered(ctx, object, scope), limit=limit, start=start)
    if cover is None:
        return walk.page(limit=limit, start=start, budget=budget)
    return _covered(walk, cover, limit, start)


def _covered(walk: Walk, cover: ranges.Cover, limit: int, start: str | None) -> Found:
    """Read a little along the order; if that does not fill the page, see whether another slot holds little enough."""
    first = walk.page(limit=limit, start=start, budget=READ_BUDGET, calls=1)
    if first.complete:
        return first
    found = walk.probed(cover, limit=limit, start=start)
    if found is None:
        rest = walk.page(limit=limit - len(first.rows), start=first.place, budget=READ_BUDGET - first.scanned)
        found = replace(rest, rows=[*first.rows, *rest.rows])
    return replace(found, scanned=first.scanned + found.scanned)


def _order(ctx: Context, object: Object, tree: Filter, sort: str | None) -> Order:
    if sort is None:
        shortest = _shortest(object, tree)
        return replace(shortest, descending=True) if shortest else _order(ctx, object, tree, NEWEST_FIRST)
    require_order(ctx, object, sort)
    name = sort.removeprefix("-")
    return Order(name, object.slots[name], sort.startswith("-"))


def _shortest(object: Object, tree: Filter) -> Order | None:
    """Return the order of the one slot in which a filter leaves the least to be read."""
    cover = ranges.cover(object, tree)
    fields = {field for field, _ in cover or ()}
    if len(fields) != 1:
        return None
    name = fields.pop()
    return Order(name, object.slots[name])


def _keep(ctx: Context, asked: _Asked) -> Keep:
    """Return what keeps the answers among records read, with one batch read of whatever else a condition asks."""
    tree = asked.tree
    if not any(term.via for term in conditions.terms(tree)) and not any(True for _ in predicates(tree)):
        return lambda found: [row for row in found if tree.holds(row)]
    gathering = facts.gathering(ctx, tree)

    def keep(found: Sequence[Row]) -> Sequence[Row]:
        known = gathering.of(found)
        return [row for row in found if tree.holds(row, known)]

    return keep


def _starts_from_link(term: Term | Predicate) -> TypeGuard[Term]:
    return isinstance(term, Term) and term.op == "eq" and term.field.link is not None and term.path == term.field.name


def _inside(ctx: Context, object: Object, tree: Filter) -> Sequence[Row] | None:
    """Return the records of a segment that every answer is in, None when they are too many to be put in order at once.

    Without such a segment nothing is known either.
    """
    for term in conditions.conjuncts(tree):
        if isinstance(term, Member):
            found, more = segments.members(ctx, term.segment, limit=MOST_RELATED)
            if more is None:
                return tuple(rows.get_many(ctx, object.plural, [id for id, _ in found]).values())
    return None


def _pointing_to(ctx: Context, object: Object, term: Term) -> Sequence[Row] | None:
    """Return the records linked to another, None when they are too many to be put in order at once."""
    ends, more = links.related(ctx, term.keys[0], linked(term.field).inverse, limit=MOST_RELATED)
    if more is not None:
        return None
    found = rows.get_many(ctx, object.plural, [end.id for end in ends if end.object == object.plural])
    return tuple(found.values())


def _searched(
    ctx: Context, catalogue: Catalogue, object: Object, keep: Keep, q: str, limit: int, start: str | None
) -> Found:
    ids, place = search.find(ctx, object, q, limit=limit, start=start)
    linked_too: Mapping[str, str] = {}
    if place is None and start is None and len(ids) < limit:
        linked_too = search.by_linked(ctx, catalogue, object, q, limit=limit - len(ids))
    ids = [*dict.fromkeys([*ids, *linked_too])][:limit]
    found = rows.get_many(ctx, object.plural, ids)
    told = [row for row in keep([*found.values()]) if row.id in linked_too or search.says(ctx, object, row, q)]
    return Found(told, place, len(ids))
