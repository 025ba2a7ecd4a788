"""A member of the tenant's team, by id."""

import re
from collections.abc import Mapping
from typing import Any

from chalicelib.engine.fields.contract import FieldType, Refusal
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import ULID_PATTERN

ID = re.compile(ULID_PATTERN)


def parse(field: Field, raw: Any, ctx: Context) -> str:
    """Return the user's id; whether there is such a user is asked before the write."""
    if not isinstance(raw, str) or not ID.fullmatch(raw):
        raise Refusal("unknown_user", "Send the id of a user.")
    return raw


def operand(field: Field, raw: Any, ctx: Context) -> str:
    """Return the user that a filter looks for; ``me`` is whoever asks."""
    return ctx.actor.id if raw == "me" else parse(field, raw, ctx)


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the id."""
    return (stored,)


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a user's id."""
    return {"type": "string", "pattern": f"^{ULID_PATTERN}$"}


USER = FieldType(
    name="user",
    widget="user",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operand=operand,
    properties=("indexed",),
)
