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
from typing import Any

from chalicelib.engine import access, cursors, overlays, presenting, ranges, search, views, visibility
from chalicelib.engine import filters as conditions
from chalicelib.engine.access import Scope
from chalicelib.engine.catalogue import Catalogue, Object, linked
from chalicelib.engine.fields.link import edges
from chalicelib.engine.filters import Filter, Term
from chalicelib.engine.operators import PRESENCE
from chalicelib.engine.walking import READS_A_PAGE, Found, Keep, Order, Walk
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound
from chalicelib.storage import links
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
        found = _page(_walk(ctx, asked), asked.scope, limit, start)
    items = presenting.several(ctx, catalogue, object, found.rows, fields=shown)
    return {
        "items": items,
        "next_cursor": cursors.sealed(ctx, query, found.place),
        "scanned": _scanned(ctx, asked, found),
        "complete": found.complete,
    }


def counted(ctx: Context, *, plural: str, filters: Any = None, view: str | None = None) -> Found:
    """Return what one budget of reads finds under a filter, in no order that matters, for whoever counts it."""
    asked = _asked(ctx, plural, filters, None, view)
    found = _page(_walk(ctx, asked), asked.scope, READ_BUDGET, None)
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
    shortest = None if asked.sort else _shortest(asked.object, asked.tree) or Order()
    walk = _walk(ctx, asked, shortest)
    for portion, place in walk.portions(start=start, step=READS_A_PAGE):
        yield walk.keep(portion), place


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is meant: a filter as it was written and as it was read, an order, and whose records the caller sees."""

    catalogue: Catalogue
    object: Object
    filters: Any
    sort: str | None
    tree: Filter
    scope: Scope


def _asked(ctx: Context, plural: str, filters: Any, sort: str | None, view: str | None) -> _Asked:
    """Return what is meant, read against a catalogue that knows every name in it, within what the caller sees."""

    def begun(catalogue: Catalogue) -> _Asked:
        object = catalogue.of_plural(plural)
        access.require(ctx, object, "read")
        wanted, order = filters, sort
        if view is not None:
            saved = views.applied(ctx, object, view)
            wanted, order = _joined(saved.filter, filters), sort or saved.sort
        return _Asked(catalogue, object, wanted, order, conditions.read(ctx, object, wanted), access.ALL)

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
    catalogue = overlays.load(ctx)
    object = catalogue.of_plural(plural)
    access.require(ctx, object, "read")
    inbound = object.inbound.get(field)
    row = rows.get(ctx, plural, id)
    if inbound is None or row is None:
        raise NotFound("There is no such record.")
    access.require_seen(ctx, object, row)
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


def _page(walk: Walk, scope: Scope, limit: int, start: str | None) -> Found:
    """Read the way that leads to the page by the fewest records."""
    ctx, object = walk.ctx, walk.object
    cover = ranges.cover(object, walk.tree)
    if cover == ():
        return Found(())
    link = next((term for term in conditions.conjuncts(walk.tree) if _starts_from_link(term)), None)
    pointing = _pointing_to(ctx, object, link) if link else None
    if pointing is not None:
        return walk.sorted(pointing, limit=limit, start=start)
    if walk.stretches != ranges.WHOLE:
        return walk.page(limit=limit, start=start, budget=READ_BUDGET)
    if not scope.everything:
        return walk.sorted(visibility.gathered(ctx, object, scope), limit=limit, start=start)
    if cover is None:
        return walk.page(limit=limit, start=start, budget=READ_BUDGET)
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
    name = sort.removeprefix("-")
    readable = access.readable(ctx, object)
    sortable = [each for each in object.sortable if each in readable]
    if name not in sortable:
        raise InvalidInput.of("sort", "not_sortable", f"Sort by {', '.join(sortable)}.")
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
    """Return what keeps the answers among records read, with one batch read of the linked ones if a condition asks."""
    catalogue, tree = asked.catalogue, asked.tree
    vias = {term.via.name: term.via for term in conditions.terms(tree) if term.via}
    if not vias:
        return lambda found: [row for row in found if tree.holds(row)]
    known: dict[tuple[str, str], Row] = {}
    looked_up: set[tuple[str, str]] = set()

    def keep(found: Sequence[Row]) -> Sequence[Row]:
        for via in vias.values():
            other = catalogue.target(via)
            ends = {(other.plural, id) for row in found for id in edges(row.values.get(via.name))} - looked_up
            looked_up.update(ends)
            seen = access.visible(ctx, other, rows.get_mixed(ctx, sorted(ends)).values())
            known.update({(row.object, row.id): row for row in seen})
        return [row for row in found if tree.holds(row, known)]

    return keep


def _starts_from_link(term: Term) -> bool:
    return term.op == "eq" and term.field.link is not None and term.via is None


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
