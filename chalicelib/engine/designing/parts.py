"""An overlay in parts, as it is stored: one small row for each field, object, list of options and setting.

Of the largest tenant a row is a few kilobytes, far from the limit of an item, and a change writes the rows that it
changes. Filters are kept as text, because the store has no place for their numbers.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from chalicelib.engine.objects import (
    Features,
    Field,
    Label,
    Link,
    ObjectChange,
    ObjectDef,
    Option,
    Overlay,
    Rollup,
    Section,
)

Item = Mapping[str, Any]

_SPELLED = frozenset({"label", "options", "link", "fields", "help", "visible_when", "rollup"})
_PLAIN: Mapping[str, Any] = {
    each.name: each.default for each in fields(Field) if each.name not in _SPELLED and each.default is not MISSING
}
_TUPLES = frozenset(name for name, default in _PLAIN.items() if isinstance(default, tuple))
_FEATURES = ("importable", "activities", "owned", "tagged", "board_by", "board_sum")


def spelled(overlay: Overlay) -> dict[str, dict[str, Any]]:
    """Return the rows that hold an overlay, by their names."""
    items: dict[str, dict[str, Any]] = {}
    for name, options in overlay.picklists.items():
        items[f"picklist#{name}"] = {"options": [option_item(option) for option in options]}
    for name, data in overlay.settings.items():
        items[f"setting#{name}"] = {"data": json.dumps(data, ensure_ascii=False)}
    for plural, change in overlay.objects.items():
        items |= _object_items(plural, change)
    return items


def read(version: int, items: Mapping[str, Item]) -> Overlay:
    """Return the overlay that the rows hold."""
    objects: dict[str, _Parts] = {}
    picklists: dict[str, tuple[Option, ...]] = {}
    settings: dict[str, Mapping[str, Any]] = {}
    for name in sorted(items):
        item = items[name]
        kind, subject, *field = name.split("#")
        match kind:
            case "picklist":
                picklists[subject] = tuple(map(_option, item["options"]))
            case "setting":
                settings[subject] = json.loads(item["data"])
            case "object":
                objects.setdefault(subject, _Parts()).head = item
            case "field":
                objects.setdefault(subject, _Parts()).fields[field[0]] = item
    return Overlay(version, picklists, {plural: parts.read() for plural, parts in objects.items()}, settings)


class _Parts:
    """The rows of one object while they are put together."""

    def __init__(self) -> None:
        self.head: Item = {}
        self.fields: dict[str, Item] = {}

    def read(self) -> ObjectChange:
        """Return what they say."""
        own = sorted((item for item in self.fields.values() if "field" in item), key=lambda item: int(item["order"]))
        fields = [_field(item["field"]) for item in own]
        head = self.head
        return ObjectChange(
            declared=_definition(head["declared"]) if "declared" in head else None,
            fields={field.name: field for field in fields},
            overrides={name: _override(item["override"]) for name, item in self.fields.items() if "override" in item},
            sections=tuple(map(_section, head["sections"])) if "sections" in head else None,
            columns=tuple(head["columns"]) if "columns" in head else None,
        )


def _object_items(plural: str, change: ObjectChange) -> dict[str, dict[str, Any]]:
    head: dict[str, Any] = {}
    if change.declared:
        head["declared"] = _definition_item(change.declared)
    if change.sections is not None:
        head["sections"] = [
            {"name": section.name, "label": section.label.both(), "fields": list(section.fields)}
            for section in change.sections
        ]
    if change.columns is not None:
        head["columns"] = list(change.columns)
    own = {
        f"field#{plural}#{name}": {"order": order, "field": field_item(field)}
        for order, (name, field) in enumerate(change.fields.items())
    }
    overrides = {
        f"field#{plural}#{name}": {"override": _override_item(properties)}
        for name, properties in change.overrides.items()
        if properties
    }
    return {**({f"object#{plural}": head} if head else {}), **own, **overrides}


def _definition_item(declared: ObjectDef) -> dict[str, Any]:
    features = declared.features
    item = {
        "name": declared.name,
        "plural": declared.plural,
        "label": declared.label.both(),
        "label_plural": declared.label_plural.both(),
        "icon": declared.icon,
        "name_field": declared.name_field,
        "features": {name: getattr(features, name) for name in _FEATURES if getattr(features, name) is not None},
    }
    return {**item, "deleted_at": declared.deleted_at} if declared.deleted_at else item


def _definition(item: Item) -> ObjectDef:
    return ObjectDef(
        name=item["name"],
        plural=item["plural"],
        label=Label(**item["label"]),
        label_plural=Label(**item["label_plural"]),
        icon=item["icon"],
        name_field=item["name_field"],
        fields=(),
        features=Features(**item["features"]),
        custom=True,
        deleted_at=item.get("deleted_at"),
    )


def field_item(field: Field) -> dict[str, Any]:
    """Return a tenant's field as it is kept: what differs from any field."""
    item = {name: _kept(value) for name, default in _PLAIN.items() if (value := getattr(field, name)) != default}
    item |= {"name": field.name, "type": field.type, **_override_item(_told(field))}
    if field.link:
        link = field.link
        item["link"] = {"to": link.to, "inverse": link.inverse, "inverse_label": link.inverse_label.both()}
    if field.rollup:
        rollup = field.rollup
        item["rollup"] = {
            "relation": rollup.relation,
            "function": rollup.function,
            "field": rollup.field,
            "filter": json.dumps(rollup.filter) if rollup.filter else None,
        }
    return item


def _kept(value: Any) -> Any:
    """Return a value as the store gives it back, so that what did not change is seen not to have."""
    return list(value) if isinstance(value, tuple) else value


def _told(field: Field) -> dict[str, Any]:
    told = {"label": field.label, "help": field.help, "visible_when": field.visible_when, "options": field.options}
    return {name: value for name, value in told.items() if value}


def _field(item: Item) -> Field:
    properties = _override({name: value for name, value in item.items() if name not in ("link", "rollup")})
    if "link" in item:
        link = item["link"]
        properties["link"] = Link(link["to"], link["inverse"], Label(**link["inverse_label"]))
    if "rollup" in item:
        kept = dict(item["rollup"])
        properties["rollup"] = Rollup(**{**kept, "filter": json.loads(kept["filter"]) if kept["filter"] else None})
    return Field(**properties)


def _override_item(properties: Mapping[str, Any]) -> dict[str, Any]:
    item = {name: _kept(value) for name, value in properties.items()}
    for name, value in properties.items():
        if name in ("label", "help"):
            item[name] = value.both()
        elif name == "options":
            item[name] = [option_item(option) for option in value]
        elif name == "visible_when":
            item[name] = json.dumps(value, ensure_ascii=False)
    return item


def _override(item: Item) -> dict[str, Any]:
    properties = dict(item)
    for name, value in item.items():
        if name in ("label", "help"):
            properties[name] = Label(**value)
        elif name == "options":
            properties[name] = tuple(map(_option, value))
        elif name == "visible_when":
            properties[name] = json.loads(value)
        elif name in _TUPLES:
            properties[name] = tuple(value)
    return properties


def option_item(option: Option) -> dict[str, Any]:
    """Return an option as it is kept."""
    item = {"value": option.value, "label": option.label.both(), "color": option.color, "more": dict(option.more)}
    return {**item, "hidden": True} if option.hidden else item


def _option(item: Item) -> Option:
    label, more = Label(**item["label"]), item.get("more", {})
    return Option(item["value"], label, item.get("color"), more, item.get("hidden", False))


def _section(item: Item) -> Section:
    return Section(item["name"], Label(**item["label"]), tuple(item["fields"]))
