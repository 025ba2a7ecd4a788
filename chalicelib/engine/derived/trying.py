"""What a formula or a rollup would come to, tried on a few records before anybody keeps it."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine import naming, overlays
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.derived import definitions, recomputing, values
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Field, Label, Rollup
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import records

EXAMPLES = 3
UNNAMED = "c_tried"
FORMULA, ROLLUP = "formula", "rollup"


def tried(ctx: Context, *, plural: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the type of what is computed and what the newest records would hold, or what is wrong: that is no refusal.

    A person who types a formula is told at every pause, and half a formula is no mistake of theirs.
    """
    catalogue = overlays.refreshed(ctx)
    object = catalogue.of_plural(plural)
    try:
        made = definitions.settled(ctx, catalogue, object, _asked(given))
    except InvalidInput as refusal:
        found = refusal.errors[0]
        return {"result": None, "problem": {"code": found.code, "message": found.message}, "examples": []}
    changed = definitions.with_field(catalogue, object, made)
    return {"result": made.result, "problem": None, "examples": _examples(ctx, changed, plural, made)}


def _asked(given: Mapping[str, Any]) -> Field:
    name = given.get("name") or UNNAMED
    return Field(
        name,
        FORMULA if "formula" in given else ROLLUP,
        Label(name, name),
        formula=given.get("formula"),
        rollup=Rollup(**given["rollup"]) if "rollup" in given else None,
        result=given.get("result"),
        custom=True,
    )


def _examples(ctx: Context, catalogue: Catalogue, plural: str, field: Field) -> list[dict[str, Any]]:
    object = catalogue.of_plural(plural)
    rows = records.page(ctx, plural, slot=1, limit=EXAMPLES)[0]
    named = naming.names(ctx, [(plural, row.id) for row in rows])
    kind = registry.of(field)
    shown = []
    for row in rows:
        value = _value(ctx, catalogue, object, field, row)
        told = None if value is None else kind.present(field, value, ctx)
        shown.append({"id": row.id, "name": named.get((plural, row.id)), "value": told})
    return shown


def _value(ctx: Context, catalogue: Catalogue, object: Object, field: Field, row: records.Row) -> Any:
    if values.is_kept(field):
        return recomputing.computed(ctx, catalogue, object, row)[field.name]
    return values.value_of(ctx, object, field, row)
