"""What a tenant took away and can bring back."""

from typing import Any

from chalicelib.engine import overlays
from chalicelib.engine.designing import soundness
from chalicelib.kernel.context import Context


def all(ctx: Context) -> dict[str, Any]:
    """Return the objects and the fields that were taken away, with the version on which bringing them back is based."""
    overlay = overlays.current(ctx)
    declared = soundness.declared(overlay)
    objects = [
        {"plural": each.plural, "label_plural": each.label_plural.both(), "deleted_at": each.deleted_at}
        for each in declared.values()
        if each.deleted_at
    ]
    fields = [
        {
            "plural": plural,
            "name": field.name,
            "type": field.type,
            "label": field.label.both(),
            "deleted_at": field.deleted_at,
        }
        for plural, change in overlay.objects.items()
        for field in change.fields.values()
        if field.deleted_at and not declared[plural].deleted_at
    ]
    return {"catalogue_version": overlay.version, "objects": objects, "fields": fields}
