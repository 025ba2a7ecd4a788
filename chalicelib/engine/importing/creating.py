"""Columns that become fields: what the person chose to create, made before the first row is stored.

All of it is checked before any of it is written. A field that is there already, of that name and type, is taken as it
is, so that asking again after a lost answer goes on.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.engine import access, overlays
from chalicelib.engine.catalogue import Object
from chalicelib.engine.designing import fields
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, Forbidden, InvalidInput

Entry = Mapping[str, Any]


def wanted(mapping: Sequence[Entry]) -> list[Entry]:
    """Return the entries whose column becomes a field."""
    return [entry for entry in mapping if entry.get("create_field")]


def settled(main: Object, mapping: Sequence[Entry]) -> list[Entry]:
    """Return the mapping with each column that becomes a field leading to it."""
    return [
        {**entry, "target": {"object": main.plural, "field": entry["create_field"]["name"]}}
        if entry.get("create_field")
        else entry
        for entry in mapping
    ]


def check(ctx: Context, main: Object, entries: Sequence[Entry]) -> None:
    """Let a mapping pass whose fields the caller may create.

    :raises Forbidden: when they do not administer the firm's account.
    :raises InvalidInput: when two columns become one field, or the field is there with another type.
    """
    if not entries:
        return
    if not access.is_admin(ctx):
        message = "Only an administrator can create fields. Ask one to do it, or leave the column out."
        raise Forbidden(message, code="fields_need_an_administrator")
    names = [entry["create_field"]["name"] for entry in entries]
    errors = []
    for entry, name in zip(entries, names, strict=True):
        known = main.fields.get(name)
        if names.count(name) > 1 or (known is not None and known.type != entry["create_field"]["type"]):
            message = "There is a field of that name already; choose another."
            errors.append(FieldError(f"mapping.{entry['column']}.create_field.name", "name_taken", message))
    if errors:
        raise InvalidInput("Some fields cannot be created.", errors=errors)


def create(ctx: Context, main: Object, entries: Sequence[Entry]) -> None:
    """Create the fields that are not there yet.

    :raises InvalidInput: when the catalogue refuses one.
    """
    for entry in entries:
        given = entry["create_field"]
        if given["name"] not in main.fields:
            fields.add(ctx, plural=main.plural, given=given)
    if entries:
        overlays.refreshed(ctx)
