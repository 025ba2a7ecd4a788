"""The shapes of records, for the OpenAPI document: derived from the catalogue, in JSON Schema 2020-12."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any

from chalicelib.engine import access, filters, narrowing, operators, overlays, predicates
from chalicelib.engine import catalogue as catalogues
from chalicelib.engine.catalogue import STAMPS, Catalogue, Object
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Field, Overlay
from chalicelib.engine.operators import TIME
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import ULID_PATTERN

Schema = dict[str, Any]

NULL: Schema = {"type": "null"}

ID: Schema = {"type": "string", "pattern": f"^{ULID_PATTERN}$"}
STAMP: Schema = {"type": "string", "format": "date-time"}


def seen(ctx: Context) -> Catalogue:
    """Return the catalogue as far as the caller may read it; a stranger sees what every firm has."""
    if not ctx.tenant:
        return catalogues.merge(catalogues.standard(), Overlay())
    known = overlays.load(ctx)
    mine = narrowing.of(ctx, known)
    objects = {object.name: object for object in mine if access.can(ctx, object, "read")}
    return replace(known, objects=objects, plurals={object.plural: object for object in objects.values()})


def fingerprint(ctx: Context, catalogue: Catalogue) -> Hashable:
    """Return what two readers share who are told the same."""
    told = tuple((object.plural, object.visible, frozenset(object.writable)) for object in catalogue)
    return ctx.tenant, catalogue.version, told


def schemas(catalogue: Catalogue) -> dict[str, Schema]:
    """Return the named schemas of every object, of filters and of the field types."""
    named: dict[str, Schema] = {"FieldType": field_type(), "Filter": filter_tree(), "LinkEnd": link_end()}
    for object in catalogue:
        name = title(object)
        named[name] = record(object)
        named[f"{name}Create"] = writable(object, create=True)
        named[f"{name}Update"] = writable(object, create=False)
        named[f"{name}List"] = page(name)
    return named


def title(object: Object) -> str:
    """Return the name of an object's schema, such as ``OrderLine`` for ``order_line``; a tenant's keeps its own."""
    if object.definition.custom:
        return object.name
    return "".join(word.capitalize() for word in object.name.split("_"))


def field_type() -> Schema:
    """Describe the names of all field types."""
    return {"type": "string", "enum": sorted(registry.TYPES), "description": "The type of a field."}


def filter_tree() -> Schema:
    """Describe a filter."""
    nested = {"$ref": "#/components/schemas/Filter"}
    several = {"type": "array", "items": nested, "maxItems": filters.MOST_TERMS}
    term = {"field": {"type": "string"}, "op": {"type": "string", "enum": sorted(operators.TABLE)}, "value": {}}
    shapes = [_object(term, required=["field"])]
    shapes += [_object({kind: several}, required=[kind]) for kind in ("all", "any")]
    return {"anyOf": [*shapes, _object({"not": nested}, required=["not"]), *_predicates(nested)]}


def _predicates(nested: Schema) -> list[Schema]:
    """Describe what a filter asks that no record holds."""
    op = {"type": "string", "enum": [*predicates.COMPARED, *TIME]}
    measure = {name: {"type": "string"} for name in predicates.MEASURES}
    of = {"anyOf": [{"const": "count"}, {**_object(measure, required=[]), "minProperties": 1, "maxProperties": 1}]}
    related = {"related": {"type": "string"}, "of": of, "op": op, "value": {}, "where": {"anyOf": [nested, NULL]}}
    event = {
        "event": {"type": "string", "enum": [*predicates.EVENTS]},
        "of": {"const": "count"},
        "op": {"type": "string", "enum": [*predicates.COMPARED]},
        "value": {},
        "during": {"type": ["string", "null"]},
        "since": {"type": ["string", "null"]},
        "until": {"type": ["string", "null"]},
        "where": {"type": ["object", "null"], "maxProperties": predicates.MOST_DEMANDS},
    }
    return [
        _object(related, required=["related"]),
        _object(event, required=["event"]),
        _object({"segment": {"type": "string"}}, required=["segment"]),
    ]


def link_end() -> Schema:
    """Describe the other end of a link: what it is and what it is called."""
    name = {"type": ["string", "null"]}
    return _object({"id": ID, "plural": {"type": "string"}, "name": name}, required=["id", "plural", "name"])


def record(object: Object) -> Schema:
    """Describe a record as it is read; a list leaves its long values out."""
    own = {field.name: field for field in object.fields.values() if not (field.system or field.hidden)}
    properties: Schema = {"id": ID, "version": {"type": "integer", "minimum": 1}}
    properties |= {name: _readable(field) for name, field in own.items()}
    properties |= {stamp.name: STAMP if stamp.type == "date_time" else {"type": "string"} for stamp in STAMPS}
    properties["deleted_at"] = STAMP
    if object.features.owned:
        properties["owner"] = _or_null(ID)
    if object.links:
        ends = {"type": "array", "items": {"$ref": "#/components/schemas/LinkEnd"}}
        properties["links"] = {"type": "object", "additionalProperties": ends}
    if object.rules.flags:
        properties["flags"] = {"type": "object", "additionalProperties": {"type": "boolean"}}
    always = ["id", "version"]
    return _object(properties, required=always)


def writable(object: Object, *, create: bool) -> Schema:
    """Describe what a caller sends to create a record, or to change one; null empties a field."""
    properties = {name: _or_null(_schema(field)) for name, field in object.writable.items()}
    required = [field.name for field in object.required if field.default is None and not field.picklist]
    described = _object(properties, required=[name for name in required if create])
    return described if create else {**described, "minProperties": 1}


def page(name: str) -> Schema:
    """Describe a page of a list."""
    items = {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}
    read = {"scanned": {"type": "integer", "minimum": 0}, "complete": {"type": "boolean"}}
    shape = {"items": items, "next_cursor": {"type": ["string", "null"]}, **read}
    return _object(shape, required=["items", "next_cursor"])


def _schema(field: Field) -> Schema:
    return {**registry.of(field).json_schema(field), "title": field.label.en}


def _readable(field: Field) -> Schema:
    schema = _schema(field)
    if field.type in ("choice", "multi_choice"):
        schema = _without_options(schema)
    return schema if field.multiple else _or_null(schema)


def _without_options(schema: Schema) -> Schema:
    """Return the shape of a stored choice: its option may have been taken away since."""
    kept = {name: value for name, value in schema.items() if name != "enum"}
    return {**kept, "items": {"type": "string"}} if "items" in kept else kept


def _or_null(schema: Schema) -> Schema:
    allowed = {**schema, "type": [schema["type"], "null"]}
    return {**allowed, "enum": [*schema["enum"], None]} if "enum" in schema else allowed


def _object(properties: Mapping[str, Any], *, required: list[str]) -> Schema:
    shape: Schema = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    return {**shape, "required": required} if required else shape
