"""Email addresses: several, each labelled, one primary."""

import re
from collections.abc import Mapping
from typing import Any

from chalicelib.engine.fields import channels
from chalicelib.engine.fields.contract import EQUALITY, WORDS, FieldType, Refusal, plain_text
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import fold

LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.ASCII)
DOMAIN = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})", re.ASCII)
WRONG = "Send an address such as ana@example.com."


def parse(field: Field, raw: Any, ctx: Context) -> list[dict[str, Any]] | None:
    """Return the addresses, each once."""
    return channels.several(raw, lambda value: {"value": address(value)})


def address(raw: Any) -> str:
    """Return one address in lower case, its domain as the wire carries it.

    :raises Refusal: when it is none, or would smuggle an encoded word into a mail's header.
    """
    text = plain_text(raw, max_length=254).removeprefix("mailto:")
    local, at, domain = text.rpartition("@")
    try:
        domain = domain.encode("idna").decode() if not domain.isascii() else domain
    except UnicodeError:
        raise Refusal("invalid_email", WRONG) from None
    if not at or len(local) > 64 or "=?" in local or not LOCAL.fullmatch(local) or not DOMAIN.fullmatch(domain.lower()):
        raise Refusal("invalid_email", WRONG)
    return f"{local}@{domain}".lower()


def operand(field: Field, raw: Any, ctx: Context) -> str:
    """Return what a filter compares with: an address or a part of one."""
    return fold(plain_text(raw, max_length=254))


def words(field: Field, stored: Any) -> tuple[str, ...]:
    """Return every address whole: it is found from its beginning."""
    return tuple(entry["value"].replace("#", "") for entry in stored)


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a list of addresses."""
    return channels.json_schema({"type": "string", "format": "email", "maxLength": 254})


EMAIL = FieldType(
    name="email",
    widget="emails",
    parse=parse,
    keys=channels.keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *WORDS),
    operand=operand,
    words=words,
    csv_out=channels.csv_out,
    csv_in=channels.csv_in,
    examples=([{"value": "ana@olmedo.example", "label": "work", "primary": True}],),
    properties=("unique", "indexed", "searched"),
)
