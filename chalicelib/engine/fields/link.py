"""A relation to other records, by id; each pair may carry attributes such as a role and its dates."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.engine.fields import date
from chalicelib.engine.fields.contract import EQUALITY, FieldType, Refusal, only_keys, plain_text
from chalicelib.engine.objects import MAX_LINKS, Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import ULID_PATTERN

ID = re.compile(ULID_PATTERN)


def parse(field: Field, raw: Any, ctx: Context) -> Any:
    """Return one id, a list of ids, or a list of ids with attributes; existence is checked before the write."""
    if not field.multiple:
        return identified(raw)
    given = raw if isinstance(raw, list) else [raw]
    if len(given) > MAX_LINKS:
        raise Refusal("too_many_links", f"Send at most {MAX_LINKS}; import the rest.")
    pairs = [_pair(field, item, position, ctx) for position, item in enumerate(given)]
    if len({pair["id"] for pair in pairs}) < len(pairs):
        raise Refusal("repeated_link", "Send each record once.")
    if not attributes(field):
        return [pair["id"] for pair in pairs] or None
    return _one_primary(field, pairs) or None


def identified(raw: Any) -> str:
    """Return the id in a bare id or in ``{"id": ...}``.

    :raises Refusal: when it is no record's id.
    """
    value = raw.get("id") if isinstance(raw, Mapping) and set(raw) == {"id"} else raw
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise Refusal("unknown_record", "Send the id of a record.")
    return value


def _pair(field: Field, raw: Any, position: int, ctx: Context) -> dict[str, Any]:
    try:
        given = only_keys({"id": raw} if isinstance(raw, str) else raw, ("id", *attributes(field)))
        described = {
            name: _attribute(field, name, value, ctx)
            for name, value in given.items()
            if name != "id" and value is not None
        }
        return {"id": identified(given.get("id")), **described}
    except Refusal as refusal:
        at = f"{position}.{refusal.at}" if refusal.at else str(position)
        raise Refusal(refusal.code, refusal.message, at=at) from None


def _attribute(field: Field, name: str, raw: Any, ctx: Context) -> Any:
    try:
        if name in ("since", "until"):
            return date.parse(field, raw, ctx)
        if name == "primary":
            if not isinstance(raw, bool):
                raise Refusal("not_a_boolean", "Send true or false.")
            return raw
        return plain_text(raw, max_length=80)
    except Refusal as refusal:
        raise Refusal(refusal.code, refusal.message, at=name) from None


def _one_primary(field: Field, pairs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if "primary" not in attributes(field):
        return pairs
    chosen = next((position for position, pair in enumerate(pairs) if pair.get("primary")), 0)
    return [{**pair, "primary": position == chosen} for position, pair in enumerate(pairs)]


def attributes(field: Field) -> tuple[str, ...]:
    """Return what each pair of the relation may say about itself."""
    return field.link.attributes if field.link else ()


def edges(stored: Any) -> dict[str, Mapping[str, Any]]:
    """Return the linked ids in order, each with its attributes, whatever the field's shape."""
    if not stored:
        return {}
    pairs: Sequence[Any] = [stored] if isinstance(stored, str) else stored
    return {pair: {} for pair in pairs if isinstance(pair, str)} | {
        pair["id"]: {name: value for name, value in pair.items() if name != "id"}
        for pair in pairs
        if not isinstance(pair, str)
    }


def operand(field: Field, raw: Any, ctx: Context) -> str:
    """Return the record that a filter looks for."""
    return identified(raw)


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return every linked id."""
    return tuple(edges(stored))


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe an id or a list of them."""
    one = {"type": "string", "pattern": f"^{ULID_PATTERN}$"}
    if not field.multiple:
        return one
    if not attributes(field):
        return {"type": "array", "items": one, "maxItems": MAX_LINKS}
    described = {name: _ATTRIBUTE_SCHEMAS[name] for name in attributes(field)}
    pair = {"type": "object", "properties": {"id": one, **described}, "required": ["id"], "additionalProperties": False}
    return {"type": "array", "items": pair, "maxItems": MAX_LINKS}


def csv_out(field: Field, stored: Any, ctx: Context) -> str:
    """Write the ids."""
    return "; ".join(edges(stored))


_ATTRIBUTE_SCHEMAS: Mapping[str, Any] = {
    "role": {"type": "string", "maxLength": 80},
    "since": {"type": "string", "format": "date"},
    "until": {"type": "string", "format": "date"},
    "primary": {"type": "boolean"},
}

LINK = FieldType(
    name="link",
    widget="link",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=EQUALITY,
    sortable=False,
    operand=operand,
    csv_out=csv_out,
    properties=("link", "multiple"),
)
