"""What emails and phones share: several values, each with a label, exactly one of them primary."""

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.engine.fields.contract import CsvStyle, Refusal, only_keys, plain_text
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context

MOST_VALUES = 20
PARTS = (" ::: ", ",", "|", "\n")


def several(raw: Any, read: Callable[[Any], dict[str, Any]]) -> list[dict[str, Any]] | None:
    """Return the values of a bare one, a list of bare ones, or a list of ``{value, label, primary}``.

    :raises Refusal: naming the position of the wrong one.
    """
    given = raw if isinstance(raw, list) else [raw]
    if len(given) > MOST_VALUES:
        raise Refusal("too_many", f"Send at most {MOST_VALUES}.")
    entries = [_entry(item, read, position) for position, item in enumerate(given)]
    return _one_primary(_each_once(entries)) or None


def _entry(item: Any, read: Callable[[Any], dict[str, Any]], position: int) -> dict[str, Any]:
    try:
        given = (
            {"value": item} if isinstance(item, str) else only_keys(item, ("value", "label", "primary", "extension"))
        )
        entry = _at("value", read, given.get("value"))
        if given.get("label"):
            entry["label"] = plain_text(given["label"], max_length=40)
        if not isinstance(given.get("primary", False), bool):
            raise Refusal("not_a_boolean", "Send true or false.", at="primary")
        return {**entry, "primary": given.get("primary", False)}
    except Refusal as refusal:
        at = f"{position}.{refusal.at}" if refusal.at else str(position)
        raise Refusal(refusal.code, refusal.message, at=at) from None


def _at(key: str, read: Callable[[Any], dict[str, Any]], raw: Any) -> dict[str, Any]:
    try:
        return read(raw)
    except Refusal as refusal:
        raise Refusal(refusal.code, refusal.message, at=key) from None


def _each_once(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({entry["value"]: entry for entry in reversed(entries)}.values())[::-1]


def _one_primary(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    chosen = next((position for position, entry in enumerate(entries) if entry["primary"]), 0)
    return [{**entry, "primary": position == chosen} for position, entry in enumerate(entries)]


def primary(stored: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return the value to use when only one can be used."""
    return next((entry for entry in stored if entry.get("primary")), stored[0])


def in_order(stored: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the values, the primary one first."""
    return sorted(stored, key=lambda entry: not entry.get("primary"))


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return every value, the primary one first."""
    return tuple(entry["value"] for entry in in_order(stored))


def json_schema(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Describe a list of values; a bare one is accepted too."""
    entry = {
        "type": "object",
        "properties": {
            "value": value,
            "label": {"type": "string", "maxLength": 40},
            "primary": {"type": "boolean"},
        },
        "required": ["value"],
        "additionalProperties": False,
    }
    return {"type": "array", "items": entry, "maxItems": MOST_VALUES}


def csv_out(field: Field, stored: Any, ctx: Context) -> str:
    """Write the values, the primary one first."""
    return "; ".join(keys(field, stored))


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> list[str]:
    """Read every value of a cell, however a file parts them."""
    for mark in PARTS:
        text = text.replace(mark, ";")
    return [part.strip() for part in text.split(";") if part.strip()]
