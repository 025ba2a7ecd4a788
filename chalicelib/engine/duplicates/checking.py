"""The warning while somebody types: who is there already that this may be.

What the caller may not read takes no part: a rule over such a field is not asked, and of a record that they may not
see they learn whose it is and how to ask for it, nothing else.
"""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine import access, hidden, overlays, presenting
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.duplicates import candidates, matching, rules
from chalicelib.engine.duplicates.candidates import Likeness
from chalicelib.engine.fields import person_name, registry
from chalicelib.engine.fields.contract import Refusal
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import records as rows


def check(ctx: Context, *, plural: str, values: Mapping[str, Any], id: str | None = None) -> dict[str, Any]:
    """Return the records that look like one with these values; of the record ``id``, with these changes.

    :raises InvalidInput: when a field is unknown.
    """

    def begun(catalogue: Catalogue) -> tuple[Catalogue, Object]:
        object = catalogue.of_plural(plural)
        access.require(ctx, object, "read")
        unknown = [name for name in values if name not in access.readable(ctx, object)]
        if unknown:
            raise InvalidInput.of(unknown[0][:60], "unknown_field", "There is no such field.")
        return catalogue, object

    catalogue, object = overlays.understood(ctx, begun)
    readable = access.readable(ctx, object)
    asked = [rule for rule in rules.of(catalogue, object) if rule.warns and readable.issuperset(rule.fields)]
    found = candidates.find(ctx, catalogue, object, _values(ctx, object, values, id), id=id, applied=asked)
    return {"items": [_told(ctx, catalogue, object, likeness) for likeness in found]}


def _values(ctx: Context, object: Object, sent: Mapping[str, Any], id: str | None) -> dict[str, Any]:
    """Return what the record would hold, as far as it can be read: a half-typed address is no address yet."""
    row = rows.get(ctx, object.plural, id) if id else None
    if row is not None and access.can(ctx, object, "read", row):
        readable = access.readable(ctx, object)
        values = {name: value for name, value in row.values.items() if name in readable}
    else:
        values = {}
    for name, raw in sent.items():
        field = object.fields[name]
        try:
            values[name] = None if raw in (None, "", []) else registry.of(field).parse(field, raw, ctx)
        except Refusal:
            values.pop(name, None)
    for composed in object.composed:
        values[composed.name] = person_name.composed(composed, values)
    return values


def _told(ctx: Context, catalogue: Catalogue, object: Object, likeness: Likeness) -> dict[str, Any]:
    row = likeness.row
    if not access.can(ctx, object, "read", row):
        return {**hidden.told(ctx, row), "score": likeness.verdict.score}
    return {
        "id": row.id,
        "name": row.values.get(object.name_field),
        "score": likeness.verdict.score,
        "reasons": list(matching.reasons_told(likeness.verdict)),
        "record": presenting.several(ctx, catalogue, object, [row])[0],
    }
