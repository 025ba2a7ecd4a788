"""A file of the record, or several: kept as what its readers need to offer it, known by its id.

Whoever writes the record sends ids. Whether there is such a file, ready and theirs to give, is asked before the write
(``attachments/claiming.py``), which also fills in what it is called.
"""

import re
from collections.abc import Mapping
from typing import Any

from chalicelib.engine.fields.contract import CsvStyle, FieldType, Refusal
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import ULID_PATTERN

MOST = 20
ID = re.compile(ULID_PATTERN)
WRONG = "Send the id of a file that you have uploaded."
KNOWN = ("id", "name", "size", "type")


def parse(field: Field, raw: Any, ctx: Context) -> Any:
    """Return the file, or the files each once, by id alone."""
    if not field.multiple:
        return {"id": identified(raw)}
    if not isinstance(raw, list):
        raise Refusal("not_a_list", "Send a list of files.")
    if len(raw) > MOST:
        raise Refusal("too_many", f"Send at most {MOST} files.")
    return [{"id": id} for id in dict.fromkeys(identified(one, at=str(place)) for place, one in enumerate(raw))]


def identified(raw: Any, *, at: str = "") -> str:
    """Return the id of a file that is sent as its id, or as it is shown.

    :raises Refusal: when it is neither.
    """
    id = raw.get("id") if isinstance(raw, Mapping) and set(raw) <= set(KNOWN) else raw
    if not isinstance(id, str) or not ID.fullmatch(id):
        raise Refusal("unknown_file", WRONG, at=at)
    return id


def listed(stored: Any) -> list[dict[str, Any]]:
    """Return the files of a value, be it one or several."""
    if stored is None:
        return []
    return list(stored) if isinstance(stored, list) else [stored]


def operand(field: Field, raw: Any, ctx: Context) -> str:
    """Return the file that a filter looks for."""
    return identified(raw)


def keys(field: Field, stored: Any) -> tuple[str, ...]:
    """Return the ids."""
    return tuple(one["id"] for one in listed(stored))


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a file; whoever writes sends its id."""
    one = {
        "type": "object",
        "properties": {
            "id": {"type": "string", "pattern": f"^{ULID_PATTERN}$"},
            "name": {"type": "string"},
            "size": {"type": "integer"},
            "type": {"type": "string"},
        },
        "required": ["id"],
        "additionalProperties": False,
    }
    return {"type": "array", "items": one, "maxItems": MOST} if field.multiple else one


def csv_out(field: Field, stored: Any, ctx: Context) -> str:
    """Write what the files are called."""
    return "; ".join(str(one.get("name", one["id"])) for one in listed(stored))


def csv_in(field: Field, text: str, ctx: Context, style: CsvStyle) -> Any:
    """Refuse a name: a file comes by an upload, not by a line of a table."""
    raise Refusal("not_importable", "Files are uploaded, not imported.")


FILE = FieldType(
    name="file",
    widget="file",
    parse=parse,
    keys=keys,
    json_schema=json_schema,
    sortable=False,
    operand=operand,
    csv_out=csv_out,
    csv_in=csv_in,
    examples=({"id": "01ARZ3NDEKTSV4RRFFQ69G5FAV", "name": "oferta.pdf", "size": 12_345, "type": "application/pdf"},),
    properties=("multiple",),
)
