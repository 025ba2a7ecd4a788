"""Free words that people put on records to find them together."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.engine.fields.contract import EQUALITY, CsvStyle, FieldType, Refusal, plain_text
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import fold
from chalicelib.storage import slots

MOST = 30
LONGEST = 40
SYNONYMS = {"contains": "eq", "not_contains": "ne"}
"""A tag is borne or not: no part of one is a tag."""


def parse(field: Field, raw: Any, ctx: Context) -> list[str] | None:
    """Return the tags, each once however it is written, in the order given."""
    if not isinstance(raw, list):
        raise Refusal("not_a_list", "Send a list of tags.")
    if len(raw) > MOST:
        raise Refusal("too_many", f"Use at most {MOST} tags.")
    tags: dict[str, str] = {}
    for position, each in enumerate(raw):
        tag = _tag(each, at=str(position))
        tags.setdefault(fold(tag), tag)
    return list(tags.values()) or None


def operand(field: Field, raw: Any, ctx: Context) -> str:
    """Return the single tag that a filter looks for."""
    return slots.choice(fold(_tag(raw)))


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return every tag, without accents and case."""
    return tuple(slots.choice(fold(tag)) for tag in stored)


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a list of short texts."""
    return {"type": "array", "items": {"type": "string", "maxLength": LONGEST}, "maxItems": MOST}


def csv_out(field: Field, stored: Sequence[str], ctx: Context) -> str:
    """Write the tags, parted by semicolons."""
    return "; ".join(stored)


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> list[str]:
    """Read tags parted by semicolons, commas or bars."""
    return [part.strip() for part in text.replace("|", ";").replace(",", ";").split(";") if part.strip()]


def _tag(raw: Any, *, at: str = "") -> str:
    try:
        tag = plain_text(raw, max_length=LONGEST)
    except Refusal as refusal:
        raise Refusal(refusal.code, refusal.message, at=at) from None
    if not tag or set(tag) & {";", ",", "|"}:
        raise Refusal("invalid_tag", "Use a word or a few, without commas, semicolons and bars.", at=at)
    return tag


TAGS = FieldType(
    name="tags",
    widget="tags",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *SYNONYMS),
    synonyms=SYNONYMS,
    sortable=False,
    operand=operand,
    csv_out=csv_out,
    csv_in=csv_in,
    examples=(["Cliente VIP", "Feria 2026"],),
    designable=False,
)
