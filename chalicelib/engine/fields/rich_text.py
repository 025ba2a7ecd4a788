"""Text with headings, lists and links, kept apart from the row that lists read.

What is stored is safe to show: everything but a short list of elements is taken out before it is kept, so that no
reader - portal, mail, export - has to remember to. Cleaning what is clean changes nothing: a value read and sent back
is the same value.
"""

import re
import unicodedata
from collections.abc import Mapping
from html import escape, unescape
from typing import Any

from chalicelib.engine.fields.contract import CsvStyle, FieldType, Refusal, refuse_controls
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import fold, tokens

ELEMENTS = frozenset(
    {
        "p",
        "br",
        "b",
        "strong",
        "i",
        "em",
        "u",
        "s",
        "h1",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "li",
        "blockquote",
        "code",
        "pre",
    }
    | {"a", "hr"}
)
ATTRIBUTES = {"a": frozenset({"href", "title"})}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
USUAL_LENGTH = 50_000
ELEMENT = re.compile(r"<[^>]*>")


def parse(field: Field, raw: Any, ctx: Context) -> str | None:
    """Return the text without whatever could harm its reader, or None when nothing is left to read."""
    longest = field.max_length or USUAL_LENGTH
    if not isinstance(raw, str):
        raise Refusal("not_text", "Send a string of HTML.")
    if len(raw) > longest * 2:
        raise Refusal("too_long", f"Use at most {longest} characters.")
    refuse_controls(raw, lines=True)
    cleaned = clean(unicodedata.normalize("NFC", raw).replace("\r\n", "\n").replace("\r", "\n").strip())
    if len(cleaned) > longest:
        raise Refusal("too_long", f"Use at most {longest} characters.")
    return cleaned if plain(cleaned) else None


def clean(html: str) -> str:
    """Return the HTML with the elements that a text needs, and nothing that runs, loads or hides."""
    import nh3  # noqa: PLC0415 - only who writes such a text needs it

    cleaned: str = nh3.clean(
        html,
        tags=set(ELEMENTS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer nofollow",
    )
    return cleaned.strip()


def plain(stored: str) -> str:
    """Return the words of a stored text, without its elements."""
    return " ".join(unescape(ELEMENT.sub(" ", stored)).split())


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the folded words; they serve no slot, for the text lives in the body row."""
    return (fold(plain(stored)),)


def words(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the words to find it by."""
    return tuple(tokens(plain(stored)))


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a string of HTML."""
    return {
        "type": "string",
        "maxLength": field.max_length or USUAL_LENGTH,
        "contentMediaType": "text/html",
        "description": "HTML; elements and attributes that no text needs are taken out.",
    }


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> str:
    """Read HTML as it stands, and plain text as one paragraph a line."""
    if ELEMENT.search(text):
        return text
    return "".join(f"<p>{escape(line.strip(), quote=False)}</p>" for line in text.splitlines() if line.strip())


RICH_TEXT = FieldType(
    name="rich_text",
    widget="rich_text",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    operators=(),
    sortable=False,
    words=words,
    csv_in=csv_in,
    examples=("<p>Prefiere que le llamen <strong>por la tarde</strong>.</p>",),
    properties=("default", "max_length"),
    longest=100_000,
)
