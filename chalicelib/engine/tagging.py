"""The words that a firm has put on its records: which there are, on how many; renamed, united, taken away in bulk."""

from typing import Any

from chalicelib.engine import access, overlays, totals, workload
from chalicelib.engine.bulk import desk
from chalicelib.engine.bulk.desk import Target
from chalicelib.engine.bulk.edits import TAGS, Edit
from chalicelib.engine.bulk.selecting import Selection
from chalicelib.engine.bulk.work import BULK
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields import registry
from chalicelib.engine.fields.contract import Refusal
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Forbidden, InvalidInput


def counted(ctx: Context) -> dict[str, Any]:
    """Return the tags of the records that the caller sees, each with how many records of each object bear it."""
    found: dict[str, dict[str, int]] = {}
    for object in _tagged(ctx, overlays.load(ctx)):
        for each in totals.by(ctx, plural=object.plural, field=TAGS)["items"]:
            if each["value"] and each["count"] > 0:
                found.setdefault(each["value"], {})[object.plural] = each["count"]
    items = [{"tag": tag, "count": sum(objects.values()), "objects": objects} for tag, objects in found.items()]
    return {"items": sorted(items, key=lambda item: (-item["count"], item["tag"].casefold()))}


def rename(ctx: Context, *, tags: list[str], into: str | None) -> dict[str, Any]:
    """Begin the bulk that puts one tag in place of some others, or takes them away, and return its job.

    :raises Forbidden: when the caller does not look after the work of others.
    :raises InvalidInput: when one of the words is no tag.
    """
    if not access.is_supervisor(ctx):
        raise Forbidden("Your role does not allow you to rename tags for everybody.")
    catalogue = overlays.refreshed(ctx)
    objects = list(_tagged(ctx, catalogue))
    old, new = _read(ctx, objects[0], "tags", tags), _read(ctx, objects[0], "into", [into] if into is not None else [])
    bears = {"any": [{"field": TAGS, "op": "eq", "value": tag} for tag in old]}
    targets = [Target(Selection(object.plural, bears)) for object in objects]
    edit = Edit("retag", tags=tuple(old), into=new[0] if new else None)
    title = f"Tag {', '.join(old)} becomes {new[0]}" if new else f"Tag {', '.join(old)} is taken away"
    return workload.told(ctx, desk.begin(ctx, BULK, targets, edit, title=title))


def _tagged(ctx: Context, catalogue: Catalogue) -> list[Object]:
    return [object for object in catalogue if object.features.tagged and TAGS in access.readable(ctx, object)]


def _read(ctx: Context, object: Object, name: str, words: list[str]) -> list[str]:
    try:
        field = object.fields[TAGS]
        return list(registry.of(field).parse(field, words, ctx) or [])
    except Refusal as refusal:
        raise InvalidInput.of(name, refusal.code, refusal.message) from None
