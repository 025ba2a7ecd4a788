"""The catalogue as an administrator changes it: objects and fields of the firm's own, and other words for ours."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import (
    anything,
    array,
    boolean,
    choice,
    component,
    free,
    integer,
    line,
    nullable,
    obj,
    string,
    timestamp,
)
from chalicelib.engine import metadata
from chalicelib.engine.derived import trying
from chalicelib.engine.designing import changing, fields, objects, removed
from chalicelib.engine.designing.names import PATTERN
from chalicelib.engine.fields import registry
from chalicelib.engine.formulas.kinds import RESULTS
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Metadata")

OWN: Final = string(3, 40, pattern=PATTERN)
KNOWN: Final = string(1, 80, pattern=r"[a-z][a-z0-9_]{0,79}")
LABEL: Final = obj(es=line(80), en=line(80))
HELP: Final = obj(es=line(500), en=line(500))
OPTION: Final = obj(
    label=LABEL,
    optional={
        "value": string(1, 60, pattern=r"[a-z0-9][a-z0-9_]{0,59}"),
        "color": nullable(string(1, 20, pattern=r"[a-z]{1,20}|#[0-9a-f]{6}")),
        "hidden": boolean(),
    },
)
LINK: Final = obj(optional={"to": KNOWN, "inverse": OWN, "inverse_label": LABEL})


def _rollup(filter: dict[str, Any]) -> dict[str, Any]:
    functions = choice("count", "sum", "min", "max")
    return obj(relation=KNOWN, function=functions, optional={"field": nullable(KNOWN), "filter": nullable(filter)})


ROLLUP: Final = _rollup(component("Filter"))
BOUND: Final = nullable(integer(-(10**15), 10**15))
PROPERTIES: Final = {
    "label": LABEL,
    "help": nullable(HELP),
    "required": boolean(),
    "unique": boolean(),
    "indexed": boolean(),
    "sparse": boolean(),
    "searched": boolean(),
    "counted": boolean(),
    "multiple": boolean(),
    "zoned": boolean(),
    "default": anything(),
    "max_length": nullable(integer(1, 100_000)),
    "min": BOUND,
    "max": BOUND,
    "decimals": nullable(integer(0, 6)),
    "unit": nullable(line(20)),
    "options": array(OPTION, max_items=1_000),
    "parts": array(KNOWN, max_items=6),
    "link": LINK,
    "visible_when": nullable(component("Filter")),
    "formula": string(1, 2_000),
    "rollup": ROLLUP,
    "result": nullable(string(1, 40)),
}
CLEARED: Final = ("label", "required", "unique", "indexed", "sparse", "searched", "counted", "options")
"""What null puts back, beside what may be empty anyway."""
TYPE: Final = choice(*sorted(kind.name for kind in registry.TYPES.values() if kind.designable))
FIELD: Final = obj(
    name=OWN, type=TYPE, label=LABEL, optional={each: PROPERTIES[each] for each in PROPERTIES if each != "label"}
)
FIELD_CHANGES: Final = obj(
    optional={
        "name": string(1, 80),
        "type": string(1, 40),
        **{each: nullable(PROPERTIES[each]) if each in CLEARED else PROPERTIES[each] for each in PROPERTIES},
    }
)
FEATURES: Final = obj(
    optional={
        "importable": boolean(),
        "activities": boolean(),
        "owned": boolean(),
        "tagged": boolean(),
        "board_by": nullable(KNOWN),
        "board_sum": nullable(KNOWN),
    }
)
SECTION: Final = obj(name=KNOWN, label=LABEL, fields=array(KNOWN, max_items=200))
LAYOUT: Final = {
    "sections": nullable(array(SECTION, max_items=40)),
    "columns": nullable(array(KNOWN, min_items=1, max_items=40)),
}
WORDS: Final = {"icon": string(1, 40, pattern="[a-z0-9-]{1,40}"), "name_field": KNOWN, "features": FEATURES}
OBJECT: Final = obj(
    name=OWN,
    plural=OWN,
    label=LABEL,
    label_plural=LABEL,
    optional={"fields": array(FIELD, max_items=50), **WORDS, **LAYOUT},
)
OBJECT_CHANGES: Final = obj(optional={"label": LABEL, "label_plural": LABEL, **WORDS, **LAYOUT})
VERSION: Final = obj(catalogue_version=integer(0))
CHANGE: Final = obj(
    id=string(),
    kind=string(),
    actor=string(),
    at=timestamp(),
    changes=array(obj(field=string(), before=anything(), after=anything())),
    data={"type": "object"},
)
COMPUTED: Final = obj(
    optional={
        "name": OWN,
        "formula": PROPERTIES["formula"],
        "rollup": _rollup(free()),
        "result": nullable(choice(*RESULTS)),
    }
)
"""What is tried may be half made: a filter that is none yet is answered as a problem, not refused."""
TRIED: Final = obj(
    result=nullable(choice(*RESULTS)),
    problem=nullable(obj(code=string(), message=string())),
    examples=array(obj(id=string(), name=nullable(string()), value=anything())),
)
REMOVED: Final = obj(
    catalogue_version=integer(0),
    objects=array(obj(plural=string(), label_plural=LABEL, deleted_at=timestamp())),
    fields=array(obj(plural=string(), name=string(), type=string(), label=LABEL, deleted_at=timestamp())),
)
DOCUMENT: Final = component("ObjectDocument")


@blueprint.get("/v1/objects/changes", who="admin", query=PAGING, answer=page_of(CHANGE))
def list_catalogue_changes(ctx: Context, request: Request) -> dict[str, Any]:
    """List who changed the catalogue, newest first."""
    return changing.page(ctx, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.get("/v1/objects/removed", who="admin", answer=REMOVED)
def list_removed(ctx: Context, request: Request) -> dict[str, Any]:
    """List the objects and fields that were taken away and can be brought back."""
    return removed.all(ctx)


@blueprint.post("/v1/objects", who="admin", status=201, body=OBJECT, answer=DOCUMENT, problems=(409,))
def create_object(ctx: Context, request: Request) -> Response:
    """Declare an object of the firm's own, with its fields."""
    objects.create(ctx, given=request.json)
    return _document(ctx, request.json["plural"])


@blueprint.patch(
    "/v1/objects/{plural}", who="admin", body=OBJECT_CHANGES, answer=DOCUMENT, headers=("If-Match",),
    problems=(404, 409, 412, 428),
)  # fmt: skip
def change_object(ctx: Context, request: Request, plural: str) -> Response:
    """Change an object's words, features, sections or columns; If-Match names the catalogue's version."""
    objects.change(ctx, plural=plural, given=request.json, expected_version=request.expected_version)
    return _document(ctx, plural)


@blueprint.delete(
    "/v1/objects/{plural}", who="admin", answer=VERSION, headers=("If-Match",), problems=(404, 409, 412, 428)
)
def remove_object(ctx: Context, request: Request, plural: str) -> Response:
    """Take an object of the firm's own away; its records stay, and it can be brought back."""
    objects.remove(ctx, plural=plural, expected_version=request.expected_version)
    return _version(ctx)


@blueprint.post(
    "/v1/objects/{plural}/restore", who="admin", answer=DOCUMENT, headers=("If-Match",), problems=(404, 409, 412, 428)
)
def restore_object(ctx: Context, request: Request, plural: str) -> Response:
    """Bring an object back, with its records."""
    objects.restore(ctx, plural=plural, expected_version=request.expected_version)
    return _document(ctx, plural)


@blueprint.post(
    "/v1/objects/{plural}/fields", who="admin", status=201, body=FIELD, answer=DOCUMENT, problems=(404, 409)
)
def create_field(ctx: Context, request: Request, plural: str) -> Response:
    """Add a field of the firm's own to an object."""
    fields.add(ctx, plural=plural, given=request.json)
    return _document(ctx, plural)


@blueprint.post("/v1/objects/{plural}/computed", who="admin", reads=True, body=COMPUTED, answer=TRIED, problems=(404,))
def try_computed_field(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """Say what a formula or a rollup would give, with examples, or what is wrong with it; nothing is kept."""
    return trying.tried(ctx, plural=plural, given=request.json)


@blueprint.patch(
    "/v1/objects/{plural}/fields/{field}", who="admin", body=FIELD_CHANGES, answer=DOCUMENT, headers=("If-Match",),
    problems=(404, 409, 412, 428),
)  # fmt: skip
def change_field(ctx: Context, request: Request, plural: str, field: str) -> Response:
    """Change a field; null puts a property back. If-Match names the catalogue's version."""
    fields.change(ctx, plural=plural, name=field, given=request.json, expected_version=request.expected_version)
    return _document(ctx, plural)


@blueprint.delete(
    "/v1/objects/{plural}/fields/{field}", who="admin", answer=DOCUMENT, headers=("If-Match",),
    problems=(404, 409, 412, 428),
)  # fmt: skip
def remove_field(ctx: Context, request: Request, plural: str, field: str) -> Response:
    """Take a field of the firm's own away; its values stay, and it can be brought back."""
    fields.remove(ctx, plural=plural, name=field, expected_version=request.expected_version)
    return _document(ctx, plural)


@blueprint.post(
    "/v1/objects/{plural}/fields/{field}/restore", who="admin", answer=DOCUMENT, headers=("If-Match",),
    problems=(404, 409, 412, 428),
)  # fmt: skip
def restore_field(ctx: Context, request: Request, plural: str, field: str) -> Response:
    """Bring a field back, with its values."""
    fields.restore(ctx, plural=plural, name=field, expected_version=request.expected_version)
    return _document(ctx, plural)


def _document(ctx: Context, plural: str) -> Response:
    described = metadata.describe(ctx, plural=plural)
    return Response(described, headers={"ETag": f'"{described["catalogue_version"]}"'})


def _version(ctx: Context) -> Response:
    version = metadata.all(ctx)["catalogue_version"]
    return Response({"catalogue_version": version}, headers={"ETag": f'"{version}"'})
