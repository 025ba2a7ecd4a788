"""Taking a person out of a record that belongs to others: their words go, amounts, dates and everything else stay."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine import drafts
from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields.link import edges
from chalicelib.engine.objects import Field
from chalicelib.engine.privacy.identity import Identity
from chalicelib.storage.records import Row

WRITTEN = frozenset({"text", "long_text", "rich_text", "lines", "address"})
"""The types in which people write what they like; a value of another type is either the person's or not."""


def changes(object: Object, row: Row, person: Identity) -> dict[str, Any]:
    """Return the stored values that a record must hold so that nobody recognises the person in it; None empties."""
    stored = drafts.whole(row)
    redacted = {
        name: _without(object.fields.get(name), value, person)
        for name, value in stored.items()
        if person.is_in(value) or _leads_to(object.fields.get(name), value, person)
    }
    return {name: value for name, value in redacted.items() if value != stored[name]}


def _leads_to(field: Field | None, value: Any, person: Identity) -> bool:
    return field is not None and field.link is not None and person.id in edges(value)


def _without(field: Field | None, value: Any, person: Identity) -> Any:
    if field is None or field.type in WRITTEN:
        return person.without(value)
    if isinstance(value, list | tuple):
        return [entry for entry in value if not person.is_in(_end_of(entry, field))] or None
    return None


def _end_of(entry: Any, field: Field) -> Any:
    """Return what tells whether an entry of a list is the person's: of a link the id, not what describes it."""
    is_pair = field.link is not None and isinstance(entry, Mapping)
    return entry["id"] if is_pair else entry
