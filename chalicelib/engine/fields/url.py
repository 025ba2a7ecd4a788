"""A web address that a browser may open."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from chalicelib.engine.fields.contract import EQUALITY, WORDS, FieldType, Refusal, plain_text
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import fold

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:(?!\d)")
WRONG = "Send a web address such as https://example.com."


def parse(field: Field, raw: Any, ctx: Context) -> str | None:
    """Return the address with its scheme; a bare host is taken as https."""
    text = plain_text(raw, max_length=field.max_length or 2_048)
    if not text:
        return None
    if not SCHEME.match(text):
        text = f"https://{text.lstrip('/')}"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise Refusal("invalid_url", WRONG) from None
    if parts.scheme not in ("http", "https") or not host or any(mark in text for mark in ' <>"\\'):
        raise Refusal("invalid_url", WRONG)
    if "." not in host.strip(".") or parts.username is not None:
        raise Refusal("invalid_url", WRONG)
    return text


def operand(field: Field, raw: Any, ctx: Context) -> str:
    """Return what a filter compares with: an address or a part of one."""
    return _bare(plain_text(raw, max_length=2_048))


def part(field: Field, raw: Any) -> str:
    """Return the part of an address that a filter looks for."""
    return _bare(plain_text(raw, max_length=2_048))


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the address as people say it, without scheme and www."""
    return (_bare(stored),)


def _bare(address: str) -> str:
    return fold(re.sub(r"^https?://(www\.)?|^www\.", "", address)).rstrip("/")


def words(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the host, to be found from its beginning."""
    return (_bare(stored).split("/")[0],)


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a web address."""
    return {"type": "string", "maxLength": field.max_length or 2_048}


URL = FieldType(
    name="url",
    widget="url",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *WORDS),
    operand=operand,
    part=part,
    words=words,
    examples=("https://olmedo.example",),
    properties=("unique", "indexed", "searched"),
)
