"""A second record like the first: the same values and links, through the door that every new record comes by.

What is unique, kept by the system, or a file stays with the first one, and so does its owner: a copy is its maker's.
Fields that the caller may not read or write are left out, so a copy tells nothing that its original does not.
"""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine import access, overlays, records
from chalicelib.engine.catalogue import Object
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context

_LEFT = frozenset({"owner", "external_id"})


def clone(
    ctx: Context, *, plural: str, id: str, changes: Mapping[str, Any], idempotency: Idempotency | None = None
) -> dict[str, Any]:
    """Store a copy of a record with some values changed, and return it.

    :raises NotFound: when the record is not there.
    :raises InvalidInput: naming every refused field; a unique one that is required must be among ``changes``.
    """
    original = records.get(ctx, plural=plural, id=id)
    object = overlays.load(ctx).of_plural(plural)
    copied = {
        name: _copy(object.fields[name], original[name])
        for name in _copied(ctx, object)
        if original.get(name) is not None
    }
    return records.create(ctx, plural=plural, values={**copied, **changes}, idempotency=idempotency)


def _copy(field: Field, value: Any) -> Any:
    """Return what a copy takes over of a value: lines come without what is unique in them."""
    unique = {column.name for column in field.fields if column.unique}
    return [{name: line[name] for name in line.keys() - unique} for line in value] if unique else value


def _copied(ctx: Context, object: Object) -> frozenset[str]:
    """Return the names of the fields whose values a copy takes over."""
    stays = {name for name, field in object.fields.items() if field.unique or field.type == "file"}
    return (access.writable(ctx, object) & access.readable(ctx, object)) - _LEFT - stays
