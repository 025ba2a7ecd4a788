"""A postal address in parts."""

import functools
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from chalicelib.engine.fields.contract import PRESENCE, WORDS, CsvStyle, FieldType, Refusal, only_keys, plain_text
from chalicelib.engine.objects import Field, text
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import fold, tokens

PARTS = ("street", "street2", "postal_code", "city", "region", "country")
LONGEST = {"postal_code": 20, "country": 2}
INSIDE: Mapping[str, Field] = {
    part.name: part
    for part in (
        text("street", "Calle", "Street"),
        text("street2", "Calle (2)", "Street (2)"),
        text("postal_code", "Código postal", "Postal code"),
        text("city", "Ciudad", "City"),
        text("region", "Provincia", "Region"),
        text("country", "País", "Country"),
    )
}
"""The parts as what they are asked for by: texts, compared without regard to case and accents."""


def parse(field: Field, raw: Any, ctx: Context) -> dict[str, str] | None:
    """Return the parts that hold something; the country is its ISO 3166 code."""
    given = only_keys(raw, PARTS)
    return {name: value for name in PARTS if (value := _part(name, given.get(name)))} or None


def _part(name: str, raw: Any) -> str:
    if raw is None:
        return ""
    try:
        value = plain_text(raw, max_length=LONGEST.get(name, 200))
    except Refusal as refusal:
        raise Refusal(refusal.code, refusal.message, at=name) from None
    if name == "country" and value:
        value = value.upper()
        if value not in countries():
            raise Refusal("unknown_country", "Send an ISO 3166 code such as ES.", at=name)
    return value


@functools.cache
def countries() -> frozenset[str]:
    """Return the codes of all countries, as the time zone database lists them."""
    table = resources.files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text(encoding="utf-8")
    return frozenset(row[:2] for row in table.splitlines() if not row.startswith("#"))


def one_line(stored: Mapping[str, str]) -> str:
    """Return the address as one line."""
    return ", ".join(stored[name] for name in PARTS if stored.get(name))


def operand(field: Field, raw: Any, ctx: Context) -> str:
    """Return what a filter looks for: any part of the address."""
    return fold(plain_text(raw, max_length=200))


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the address as one folded line."""
    return (fold(one_line(stored)),)


def inside(field: Field) -> Mapping[str, Field]:
    """Return the parts that can be asked for by themselves."""
    return INSIDE


def picked(stored: Any, name: str) -> Sequence[Any]:
    """Return one part, if the address has it."""
    return (stored[name],) if stored.get(name) else ()


def words(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the words of the town."""
    return tuple(tokens(stored.get("city", "")))


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe the parts of an address."""
    parts = {name: {"type": "string", "maxLength": LONGEST.get(name, 200)} for name in PARTS}
    return {"type": "object", "properties": parts, "additionalProperties": False}


def csv_out(field: Field, stored: Any, ctx: Context) -> str:
    """Write the address as one line."""
    return one_line(stored)


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> dict[str, str]:
    """Read a whole address from one cell as its street."""
    return {"street": " ".join(text.split())}


ADDRESS = FieldType(
    name="address",
    widget="address",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=(*PRESENCE, *WORDS),
    sortable=False,
    operand=operand,
    words=words,
    csv_out=csv_out,
    csv_in=csv_in,
    examples=({"street": "Calle Comercio 12", "postal_code": "45001", "city": "Toledo", "country": "ES"},),
    properties=("searched",),
    inside=inside,
    picked=picked,
)
