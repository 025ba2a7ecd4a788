"""From what was sent to what a record will hold: each value read by its field's type, all refusals named at once."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chalicelib.engine import access, demands
from chalicelib.engine.catalogue import RESERVED, Catalogue, Object
from chalicelib.engine.fields import money, person_name, registry
from chalicelib.engine.fields.contract import Refusal
from chalicelib.engine.objects import Field
from chalicelib.engine.rules import Change
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput, TooLarge
from chalicelib.storage.records import Row

MOST_BYTES = 350_000
MOST_ERRORS = 50
OWNER = "owner"


def of_new(ctx: Context, catalogue: Catalogue, object: Object, *, id: str, values: Mapping[str, Any]) -> Change:
    """Return the change that creates a record.

    :raises InvalidInput: naming every refused field.
    """
    read = parsed(ctx, object, values)
    defaults = {field.name: field.default for field in object.defaults if field.name not in values}
    owner = read.pop(OWNER, None) or _default_owner(ctx, object)
    return _named(Change("create", catalogue, object, id, owner, {**defaults, **_filled(read)}))


def of_update(ctx: Context, catalogue: Catalogue, object: Object, *, row: Row, changes: Mapping[str, Any]) -> Change:
    """Return the change that updates a record; None empties a field.

    :raises InvalidInput: naming every refused field.
    """
    read = parsed(ctx, object, changes)
    owner = read.pop(OWNER, None) if OWNER in read else row.owner
    before = whole(row)
    change = Change("update", catalogue, object, row.id, owner, before, row, before)
    return _named(change.holding(**{**read, **_same_amounts(object, before, read)}))


def _same_amounts(object: Object, before: Mapping[str, Any], read: Mapping[str, Any]) -> dict[str, Any]:
    """Return the amounts that were sent and stay what they were, with what they were worth if that is known."""
    sent = {field.name: read[field.name] for field in object.sums if read.get(field.name)}
    same = {name: before[name] for name, amount in sent.items() if money.is_same(amount, before.get(name))}
    return {name: amount for name, amount in same.items() if amount.get("base", amount) is not None}


def of_end(catalogue: Catalogue, object: Object, *, row: Row) -> Change:
    """Return the change that deletes a record."""
    return Change("delete", catalogue, object, row.id, row.owner, whole(row), row, whole(row))


def of_return(catalogue: Catalogue, object: Object, *, row: Row) -> Change:
    """Return the change that brings a deleted record back."""
    return replace(of_end(catalogue, object, row=row), kind="restore")


def whole(row: Row) -> dict[str, Any]:
    """Return all values of a stored record, its body included."""
    return {**row.values, **(row.body or {})}


def parsed(ctx: Context, object: Object, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the stored form of what was sent; an emptied field is None.

    :raises InvalidInput: naming every field that is unknown, not writable or wrong.
    """
    writable = access.writable(ctx, object)
    stored: dict[str, Any] = {}
    errors: list[FieldError] = []
    for name, raw in values.items():
        if len(errors) == MOST_ERRORS:
            break
        field = object.writable[name] if name in writable else None
        if field is None:
            errors.append(_not_writable(ctx, object, name))
            continue
        try:
            stored[name] = read(ctx, field, raw)
        except Refusal as refusal:
            errors.append(FieldError(f"{name}.{refusal.at}" if refusal.at else name, refusal.code, refusal.message))
    if errors:
        raise InvalidInput("Some fields were refused.", errors=errors)
    return stored


def read(ctx: Context, field: Field, raw: Any) -> Any:
    """Return the stored form of one value; None, an empty text and an empty list empty the field.

    :raises Refusal: when the field does not take it.
    """
    if raw is None or raw == "" or raw == []:
        return None
    return registry.of(field).parse(field, raw, ctx)


def complete(ctx: Context, change: Change) -> Change:
    """Return the change if the record has all it needs and is not too large.

    :raises InvalidInput: naming what is missing.
    :raises TooLarge: when the record would not fit.
    """
    missing = demands.missing(ctx, change)
    if missing:
        raise InvalidInput(
            "Some fields are missing.",
            errors=[FieldError(name, "required", "Send a value.") for name in missing],
        )
    if len(json.dumps(change.values, ensure_ascii=False, default=str).encode()) > MOST_BYTES:
        raise TooLarge(f"A record holds at most {MOST_BYTES // 1000} KB.")
    return change


def _not_writable(ctx: Context, object: Object, name: str) -> FieldError:
    is_denied = name in object.visible and name not in access.readable(ctx, object)
    if name in RESERVED or (name in object.fields and not is_denied):
        return FieldError(name, "read_only", "This is kept by the system.")
    return FieldError(str(name)[:60], "unknown_field", "There is no such field.")


def _filled(read: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in read.items() if value is not None}


def _default_owner(ctx: Context, object: Object) -> str | None:
    return ctx.actor.id if object.features.owned and ctx.actor.kind == "user" else None


def _named(change: Change) -> Change:
    composed = change.object.composed
    return (
        change.holding(**{field.name: person_name.composed(field, change.values) for field in composed})
        if composed
        else change
    )
