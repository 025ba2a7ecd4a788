"""What an update leaves of what was there: a file adds to a list of addresses and to the parts of an address."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context


def merged(ctx: Context, object: Object, kept: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the changes that the raw ``values`` of a row bring to a record that holds ``kept``."""
    return {name: _one(ctx, object.fields[name], kept.get(name), raw) for name, raw in values.items()}


def _one(ctx: Context, field: Field, kept: Any, raw: Any) -> Any:
    if not kept:
        return raw
    if isinstance(kept, Mapping) and isinstance(raw, Mapping) and field.type == "address":
        return {**kept, **raw}
    if isinstance(kept, Sequence) and not isinstance(kept, str) and field.type in ("email", "phone"):
        present = {entry["value"] for entry in kept}
        parsed = registry.of(field).parse(field, raw, ctx) or []
        new = [{name: value for name, value in entry.items() if name != "primary"} for entry in parsed]
        return [*kept, *(entry for entry in new if entry["value"] not in present)]
    if isinstance(kept, Sequence) and not isinstance(kept, str) and field.type == "multi_choice":
        return [*kept, *(value for value in raw if value not in kept)]
    return raw
