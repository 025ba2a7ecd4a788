"""Lists: one page of an object's records under a filter, in an order, from a place.

The order picks the slot, and a condition on the slot's own field narrows its range: such a list reads what it shows.
Every other condition is asked of each record read, within a budget: ``READ_BUDGET`` records a request. When the budget
ends before the page is full, a short page comes back with a cursor that goes on; there is never a silent scan.
A condition that a record is linked to another starts from that other's relations instead, and a typed text from the
search index.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine import access, cursors, overlays, presenting, search, visibility
from chalicelib.engine import filters as conditions
from chalicelib.engine.access import Scope
from chalicelib.engine.catalogue import Catalogue, Object, linked
from chalicelib.engine.fields import registry
from chalicelib.engine.fields.contract import LONGEST_SLOT_KEY
from chalicelib.engine.filters import Filter, Term
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound
from chalicelib.storage import links, slots
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row

READ_BUDGET = 1_000
READS_A_PAGE = 250
MOST_RELATED = 500
MOST_A_PAGE = 100
NEWEST_FIRST = "-updated_at"

BOUNDS: Mapping[str, Callable[[str], slots.Bounds]] = {
    "eq": slots.equal,
    "gt": slots.above,
    "gte": slots.at_least,
    "lt": slots.below,
    "lte": slots.at_most,
    "starts": slots.prefix,
}


@dataclass(frozen=True, slots=True)
class Order:
    """The slot that a list follows, and in which direction."""

    field: str
    slot: int
    descending: bool


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
) -> dict[str, Any]:
    """Return one page of records as ``{"items", "next_cursor"}``.

    :raises InvalidInput: when the filter, the order, the fields or the cursor make no sense for the object.
    """

    def begun(catalogue: Catalogue) -> tuple[Catalogue, Object, Filter]:
        object = catalogue.of_plural(plural)
        access.require(ctx, object, "read")
        return catalogue, object, conditions.read(ctx, object, filters)

    catalogue, object, tree = overlays.understood(ctx, begun)
    shown = _fields(ctx, object, fields)
    limit = max(1, min(limit, MOST_A_PAGE))
    query = {"plural": plural, "filters": filters, "sort": sort, "q": q}
    start = cursors.opened(ctx, query, cursor)
    scope = access.scope(ctx, object)
    found, place = _page(ctx, catalogue, object, visibility.within(scope, tree), scope, sort, limit, start, q)
    items = presenting.several(ctx, catalogue, object, found, fields=shown)
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, place)}


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
    if op != "in":
        return {"field": field, "op": op, "value": values[-1]}
    return {"field": field, "op": op, "value": values[0].split(",") if len(values) == 1 else [*values]}


def _fields(ctx: Context, object: Object, names: Sequence[str] | None) -> frozenset[str] | None:
    if names is None:
        return None
    unknown = [name for name in names if name not in access.readable(ctx, object) and name != "id"]
    if unknown:
        raise InvalidInput.of("fields", "unknown_field", f"There is no field {unknown[0][:60]}.")
    return frozenset(names)


def _page(
    ctx: Context,
    catalogue: Catalogue,
    object: Object,
    tree: Filter,
    scope: Scope,
    sort: str | None,
    limit: int,
    start: str | None,
    q: str | None,
) -> tuple[Sequence[Row], str | None]:
    if q and q.strip():
        return _searched(ctx, catalogue, object, tree, q, limit, start)
    link = next((term for term in conditions.conjuncts(tree) if _starts_from_link(term)), None)
    order = _order(ctx, object, tree, sort)
    if link:
        pointing = _pointing_to(ctx, object, link)
        if pointing is not None:
            return _sorted_page(object, tree, order, pointing, limit, start)
    if not scope.everything and _range(tree, order) == (None, None):
        return _sorted_page(object, tree, order, visibility.gathered(ctx, object, scope), limit, start)
    return _slot_page(ctx, object, tree, order, limit, start)


def _order(ctx: Context, object: Object, tree: Filter, sort: str | None) -> Order:
    if sort is None:
        equal = next((term.field.name for term in conditions.conjuncts(tree) if _picks_slot(object, term)), None)
        return Order(equal, object.slots[equal], True) if equal else _order(ctx, object, tree, NEWEST_FIRST)
    name = sort.removeprefix("-")
    readable = access.readable(ctx, object)
    sortable = [each for each in object.sortable if each in readable]
    if name not in sortable:
        raise InvalidInput.of("sort", "not_sortable", f"Sort by {', '.join(sortable)}.")
    return Order(name, object.slots[name], sort.startswith("-"))


def _picks_slot(object: Object, term: Term) -> bool:
    return term.op == "eq" and term.field.name in object.slots


def _slot_page(
    ctx: Context, object: Object, tree: Filter, order: Order, limit: int, start: str | None
) -> tuple[Sequence[Row], str | None]:
    """Read along a slot until the page is full, the range ends or the budget is spent."""
    lower, upper = _range(tree, order)
    step = limit + 1 if _is_whole_range(tree, order) else min(READS_A_PAGE, (limit + 1) * 4)
    found: tuple[Row, ...] = ()
    budget = READ_BUDGET
    while True:
        page, start = rows.page(
            ctx,
            object.plural,
            slot=order.slot,
            lower=lower,
            upper=upper,
            descending=order.descending,
            limit=min(step, budget),
            start=start,
        )
        found = (*found, *(row for row in page if tree.holds(row)))
        budget -= len(page)
        if len(found) > limit:
            return found[:limit], _place(object, order, found[limit - 1])
        if start is None or budget <= 0:
            return found, start


def _is_whole_range(tree: Filter, order: Order) -> bool:
    """Return whether the range of the slot is the answer, so that nothing read is thrown away."""
    if isinstance(tree, Term):
        return tree.field.name == order.field and _bounds(tree) != slots.Bounds(None, None)
    return tree.kind == "all" and all(_is_whole_range(member, order) for member in tree.members)


def _range(tree: Filter, order: Order) -> tuple[str | None, str | None]:
    """Return the narrowest range of the slot in which every answer lies."""
    lowers, uppers = [], []
    for term in conditions.conjuncts(tree):
        if term.field.name == order.field:
            bounds = _bounds(term)
            lowers += [bounds.lower] if bounds.lower is not None else []
            uppers += [bounds.upper] if bounds.upper is not None else []
    return max(lowers, default=None), min(uppers, default=None)


def _bounds(term: Term) -> slots.Bounds:
    if term.op in ("empty", "not_empty"):
        return slots.empty() if term.op == "empty" else slots.not_empty()
    if term.op not in BOUNDS or term.field.multiple:
        return slots.Bounds(None, None)
    key = term.keys[0]
    if len(key) >= LONGEST_SLOT_KEY:
        return slots.prefix(key[:LONGEST_SLOT_KEY]) if term.op in ("eq", "starts") else slots.Bounds(None, None)
    return BOUNDS[term.op](key)


def _place(object: Object, order: Order, row: Row) -> str:
    """Return a record's own place in a slot, after which a list can go on."""
    if order.field in conditions.STAMPED:
        return slots.key(conditions.STAMPED[order.field](row), row.id)
    field = object.fields[order.field]
    return slots.key(registry.of(field).index_key(field, row.values.get(order.field)), row.id)


def _starts_from_link(term: Term) -> bool:
    return term.op == "eq" and term.field.link is not None


def _pointing_to(ctx: Context, object: Object, term: Term) -> Sequence[Row] | None:
    """Return the records linked to another, None when they are too many to be put in order at once."""
    ends, more = links.related(ctx, term.keys[0], linked(term.field).inverse, limit=MOST_RELATED)
    if more is not None:
        return None
    found = rows.get_many(ctx, object.plural, [end.id for end in ends if end.object == object.plural])
    return tuple(found.values())


def _sorted_page(
    object: Object, tree: Filter, order: Order, found: Sequence[Row], limit: int, start: str | None
) -> tuple[Sequence[Row], str | None]:
    placed = sorted(((_place(object, order, row), row) for row in found if tree.holds(row)), key=lambda pair: pair[0])
    if order.descending:
        placed.reverse()
    if start is not None:
        placed = [pair for pair in placed if (pair[0] < start if order.descending else pair[0] > start)]
    page = placed[:limit]
    return [row for _, row in page], page[-1][0] if len(placed) > limit else None


def _searched(
    ctx: Context, catalogue: Catalogue, object: Object, tree: Filter, q: str, limit: int, start: str | None
) -> tuple[Sequence[Row], str | None]:
    ids, place = search.find(ctx, object, q, limit=limit, start=start)
    if place is None and start is None and len(ids) < limit:
        linked_too = search.find_by_linked(ctx, catalogue, object, q, limit=limit - len(ids))
        ids = [*dict.fromkeys([*ids, *linked_too])][:limit]
    found = rows.get_many(ctx, object.plural, ids)
    return [row for row in found.values() if tree.holds(row) and search.says(ctx, object, row, q)], place
