"""Conditions of automations: filter trees, read when they are written and asked of one record when it matters."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from chalicelib.engine import facts, filters, overlays
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.filters import Depth
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput
from chalicelib.storage.records import Row

Tree = Mapping[str, Any]


def checked(ctx: Context, object: Object, tree: Any, at: str) -> Tree | None:
    """Return a filter tree as it is to be stored, None for one that asks nothing.

    :raises InvalidInput: when it asks what the object's records cannot answer the caller.
    """
    if tree is None or tree == {}:
        return None

    def read(catalogue: Catalogue) -> filters.Filter:
        return filters.read(ctx, catalogue.of_plural(object.plural), tree, depth=Depth.ALL)

    try:
        overlays.understood(ctx, read)
    except InvalidInput as refused:
        raise InvalidInput(
            refused.detail, errors=[FieldError(at, fault.code, fault.message) for fault in refused.errors]
        ) from None
    return dict(tree)


def holds(ctx: Context, object: Object, tree: Tree | None, row: Row) -> bool:
    """Return whether a record, as it stands, meets a condition."""
    if not tree:
        return True
    asked = filters.read(ctx, object, tree, depth=Depth.ALL)
    return asked.holds(row, facts.gathering(ctx, asked, consistent=True).of([row]))


def keep(ctx: Context, object: Object, tree: Tree | None, found: Sequence[Row]) -> list[Row]:
    """Return those of some records that meet a condition, what it asks beside them read for all at once."""
    if not tree or not found:
        return list(found)
    asked = filters.read(ctx, object, tree, depth=Depth.ALL)
    known = facts.gathering(ctx, asked, consistent=True).of(found)
    return [row for row in found if asked.holds(row, known)]


def narrowing(ctx: Context, object: Object, tree: Tree | None) -> Tree | None:
    """Return a condition if a list can be narrowed by it, None when it must be asked of each record."""
    try:
        filters.read(ctx, object, tree)
    except InvalidInput:
        return None
    return tree


def said(ctx: Context, object: Object, name: str, values: Sequence[Any], held: Mapping[str, Any], row: Row) -> bool:
    """Return whether a field, when the record held other values, had one of some values."""
    owner = held.get("owner")
    then = replace(row, values={**held}, owner=owner if isinstance(owner, str) else None)
    terms: list[dict[str, Any]] = [
        {"field": name, "op": "empty"} if value is None else {"field": name, "op": "eq", "value": value}
        for value in values
    ]
    return filters.read(ctx, object, {"any": terms}).holds(then)
