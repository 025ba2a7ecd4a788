"""What an object is, told to whoever draws it: fields, forms, columns, relations, and what the reader may do.

It is read as it is now, not as a container believes: who has just added a field looks for it here first.
"""

from dataclasses import asdict
from typing import Any

from chalicelib.engine import access, filters, overlays
from chalicelib.engine.catalogue import Catalogue, Inbound, Object
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Field, Option
from chalicelib.engine.roles import agreed
from chalicelib.kernel.context import Context

_TOLD_IF_SAID = (
    *("max_length", "min", "max", "decimals", "unit"),
    *("visible_when", "by_actions_when", "formula", "result"),
)


def all(ctx: Context) -> dict[str, Any]:
    """Return the objects that the caller may read, in the order of the product, and what they may do beside records."""
    catalogue = overlays.refreshed(ctx)
    readable = [object for object in catalogue if access.can(ctx, object, "read")]
    return {
        "catalogue_version": catalogue.version,
        "items": [_summary(ctx, object) for object in readable],
        "agreed": [
            {"plural": plural, "label": label.both(), "permissions": dict(access.permissions_to(ctx, plural))}
            for plural, label in agreed.all().items()
        ],
    }


def describe(ctx: Context, *, plural: str) -> dict[str, Any]:
    """Return everything about one object.

    :raises UnknownObject: when there is none of that name.
    """
    catalogue = overlays.refreshed(ctx)
    object = catalogue.of_plural(plural)
    access.require(ctx, object, "read")
    readable, writable = access.readable(ctx, object), access.writable(ctx, object)
    shown = [field for field in object.fields.values() if field.name in readable]
    return {
        **_summary(ctx, object),
        "catalogue_version": catalogue.version,
        "fields": [
            {**_field(ctx, catalogue, object, field), "read_only": field.name not in writable} for field in shown
        ],
        "sections": [
            {
                "name": section.name,
                "label": section.label.both(),
                "fields": [name for name in section.fields if name in readable],
            }
            for section in object.sections
        ],
        "columns": [name for name in object.columns if name in readable],
        "board": _board(object, readable),
        "related": [_related(inbound) for inbound in object.inbound.values() if _may_read(ctx, catalogue, inbound)],
    }


def _summary(ctx: Context, object: Object) -> dict[str, Any]:
    features, readable = object.features, access.readable(ctx, object)
    return {
        "name": object.name,
        "plural": object.plural,
        "label": object.definition.label.both(),
        "label_plural": object.definition.label_plural.both(),
        "icon": object.definition.icon,
        "custom": object.definition.custom,
        "name_field": object.name_field,
        "permissions": dict(access.permissions(ctx, object)),
        "features": {
            "importable": features.importable,
            "activities": features.activities,
            "owned": features.owned,
            "managed": features.managed,
            "tagged": features.tagged,
            "quick": [name for name in features.quick if name in readable],
            "reachable": features.reachable,
            "customer": features.customer,
            "board_by": features.board_by if features.board_by in readable else None,
            "bought": _bought(object, readable),
        },
    }


def _field(ctx: Context, catalogue: Catalogue, object: Object, field: Field) -> dict[str, Any]:
    kind = registry.of(field)
    described: dict[str, Any] = {
        "name": field.name,
        "type": field.type,
        "label": field.label.both(),
        "required": field.required,
        "read_only": field.read_only,
        "unique": field.unique,
        "multiple": field.multiple,
        "indexed": field.indexed,
        "sortable": field.name in object.sortable,
        "operators": list(filters.operators(field)),
        "filterable": bool(filters.operators(field)),
        "searched": field.searched,
        "counted": field.counted,
        "custom": field.custom,
        "building": list(_building(object, field)),
        "in_list": not field.in_body,
        "widget": field.widget or kind.widget,
        "options": [_option(option) for option in field.options],
        "hidden": field.hidden,
        "system": field.system,
    }
    if field.zoned:
        described["zoned"] = True
    if field.default is not None:
        described["default"] = kind.present(field, field.default, ctx)
    for name in _TOLD_IF_SAID:
        if getattr(field, name) is not None:
            described[name] = getattr(field, name)
    if field.help:
        described["help"] = field.help.both()
    if field.parts:
        described["parts"] = list(field.parts)
    if field.rollup:
        described["rollup"] = asdict(field.rollup)
    if field.link:
        described |= {
            "to": catalogue.target(field).plural,
            "inverse": field.link.inverse or None,
            "attributes": list(field.link.attributes),
        }
    if field.fields:
        described["fields"] = [_field(ctx, catalogue, object, column) for column in field.fields]
    return described


def _option(option: Option) -> dict[str, Any]:
    described = {"value": option.value, "label": option.label.both(), **option.more}
    if option.color:
        described["color"] = option.color
    return {**described, "hidden": True} if option.hidden else described


def _building(object: Object, field: Field) -> tuple[str, ...]:
    """Return what the field will be once its work is done."""
    return next((kept.building for kept in object.being_built if kept.name == field.name), ())


def _board(object: Object, readable: frozenset[str]) -> dict[str, Any] | None:
    features = object.features
    if features.board_by not in readable:
        return None
    return {"by": features.board_by, "sum": features.board_sum if features.board_sum in readable else None}


def _bought(object: Object, readable: frozenset[str]) -> dict[str, str] | None:
    """Return which field is the day of a purchase and which its worth, for whoever may read both."""
    bought = object.features.bought
    return {"on": bought.on, "worth": bought.worth} if bought and {bought.on, bought.worth} <= readable else None


def _related(inbound: Inbound) -> dict[str, Any]:
    return {"field": inbound.name, "label": inbound.label.both(), "plural": inbound.plural, "link": inbound.field}


def _may_read(ctx: Context, catalogue: Catalogue, inbound: Inbound) -> bool:
    other = catalogue.of_plural(inbound.plural)
    return access.can(ctx, other, "read") and inbound.field in access.readable(ctx, other)
