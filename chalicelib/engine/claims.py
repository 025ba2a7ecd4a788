"""Unique values: a claim is an item of its own in the record's transaction, so that two writers cannot both win."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine import access, hidden
from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Field
from chalicelib.engine.rules import Change
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, FieldError
from chalicelib.storage import index, records
from chalicelib.storage.plan import Write


class AlreadyTaken(Conflict):
    """Another record holds a value that must be unique; ``holder_id`` names it, or ``owner`` whose it is if hidden."""

    code = "already_taken"


def writes(ctx: Context, change: Change) -> tuple[list[Write], Mapping[int, str]]:
    """Return the claims and releases of a change, and which field each claim is for, by its place."""
    planned: list[Write] = []
    claimed: dict[int, str] = {}
    held = {} if change.kind == "restore" else change.before
    wanted = {} if change.kind == "delete" else change.values
    for field in change.object.unique:
        old, new = key(field, held), key(field, wanted)
        if old == new:
            continue
        if old is not None:
            planned.append(index.release(ctx, change.object.plural, kept_as(field), old, record=change.id))
        if new is not None:
            claimed[len(planned)] = field.name
            planned.append(index.claim(ctx, change.object.plural, kept_as(field), new, record=change.id))
    return planned, claimed


def kept_as(field: Field) -> str:
    """Return the name under which a field's values are claimed; one that became unique again has a new one."""
    return field.claimed_as or field.name


def key(field: Field, values: Mapping[str, Any]) -> str | None:
    """Return the form under which a unique value is claimed."""
    stored = values.get(field.name)
    return None if stored is None else registry.of(field).keys(field, stored)[0]


def taken(ctx: Context, object: Object, name: str, holder: Mapping[str, Any] | None) -> AlreadyTaken:
    """Return the refusal of a value that another record holds; of a hidden one it tells whose it is."""
    message = f"Another {object.name} has this already."
    extra = {"holder_id": holder["record"], "holder_plural": object.plural} if holder else {}
    if holder and not access.sees_all(ctx, object):
        row = records.get(ctx, object.plural, holder["record"])
        if row is not None and not access.can(ctx, object, "read", row):
            extra = {"holder_plural": object.plural, **hidden.told(ctx, row)}
    return AlreadyTaken(message, errors=[FieldError(name, "already_taken", message)], extra=extra)
