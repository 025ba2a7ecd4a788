"""The OpenAPI 3.1 document, made from the routes as they are declared and the objects as the catalogue has them.

A route for all objects becomes a path for each, with that object's own schemas. Nothing is written by hand, so nothing
can be forgotten; the committed copy in ``docs/reference`` exists to show in a review what a change means to callers.

    python -m chalicelib.api.openapi_document [--check] docs/reference/openapi.json
"""

import importlib
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from chalicelib.api.blueprint import Operation
from chalicelib.api.health import VERSION
from chalicelib.api.responses import PROBLEM_TYPE
from chalicelib.api.shapes import Schema, array, boolean, integer, line, obj, string
from chalicelib.engine import catalogue as catalogues
from chalicelib.engine import openapi as records
from chalicelib.engine import views
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.objects import Overlay
from chalicelib.kernel.ids import ULID_PATTERN

_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_HEADERS: Final[Mapping[str, Schema]] = {
    "Idempotency-Key": string(1, 255, pattern="[!-~]{1,255}"),
    "If-Match": string(pattern='"[0-9]{1,15}"'),
}
_REQUIRED_HEADERS: Final = frozenset({"If-Match"})
_TITLES: Final[Mapping[int, str]] = {
    400: "The request could not be read",
    401: "Not signed in",
    403: "Not allowed",
    404: "Not found",
    409: "The state does not allow it",
    412: "Somebody changed it meanwhile",
    413: "Too large",
    415: "Not JSON",
    422: "Understood and refused",
    428: "If-Match is missing",
    429: "Too many requests",
    503: "A part of ours did not answer",
}

PROBLEM: Final = obj(
    type=string(),
    title=string(),
    status=integer(400, 599),
    code=string(),
    detail=string(),
    request_id=string(),
    optional={"errors": array(obj(field=string(), code=string(), message=string()))},
    more=True,
)
_LABEL: Final = obj(es=line(200), en=line(200))
SUMMARY: Final = obj(
    name=string(),
    plural=string(),
    label=_LABEL,
    label_plural=_LABEL,
    icon=string(),
    custom=boolean(),
    name_field=string(),
    permissions={"type": "object"},
    features={"type": "object"},
)
DOCUMENT: Final = obj(
    **SUMMARY["properties"],
    catalogue_version=integer(0),
    fields=array(obj(name=string(), type={"$ref": "#/components/schemas/FieldType"}, label=_LABEL, more=True)),
    sections=array({"type": "object"}),
    columns=array(string()),
    board={"type": ["object", "null"]},
    related=array({"type": "object"}),
)


def build(operations: Sequence[Operation], catalogue: Catalogue | None = None) -> dict[str, Any]:
    """Return the document of these routes for this catalogue, or for the objects that every firm has."""
    known = catalogue or catalogues.merge(catalogues.standard(), Overlay())
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        for path, described in _described(operation, known):
            paths.setdefault(path, {})[operation.method.lower()] = described
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Tendero",
            "version": VERSION,
            "description": "Records of every object under `/v1/records/{plural}`; what the objects are under "
            "`/v1/objects`. Any field filters a list: `stage=won`, `amount[gte]=1000`. "
            "An administrator who sends `Tendero-See-As: <user id>` with a read sees what that user sees; such an "
            "answer bears `Tendero-Seen-As`.",
        },
        "servers": [{"url": "/"}],
        "tags": [{"name": tag} for tag in dict.fromkeys(operation.tag for operation in operations)],
        "paths": paths,
        "components": {
            "schemas": {
                **records.schemas(known),
                "Problem": PROBLEM,
                "ObjectSummary": SUMMARY,
                "ObjectDocument": DOCUMENT,
            },
            "responses": {f"Problem{status}": _problem(title) for status, title in _TITLES.items()},
            "securitySchemes": {
                "bearer": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "An access token of /v1/session, or an API key.",
                }
            },
        },
    }


def _described(operation: Operation, catalogue: Catalogue) -> Iterator[tuple[str, dict[str, Any]]]:
    if not operation.path.startswith("/v1/records/{plural}"):
        yield operation.path, _operation(operation, operation.name, _path_schemas(operation, catalogue))
        return
    for object in catalogue:
        title = records.title(object)
        schemas = _schemas_for(operation, object)
        if schemas is None:
            continue
        described = _operation(operation, f"{operation.name}_{object.plural}", schemas)
        text = json.dumps(described).replace("{Object}", title)
        yield operation.path.replace("{plural}", object.plural), json.loads(text)


def _path_schemas(operation: Operation, catalogue: Catalogue) -> dict[str, Schema]:
    plurals = {"type": "string", "enum": [object.plural for object in catalogue]}
    ids: dict[str, Schema] = {
        "plural": plurals,
        "field": string(1, 80, pattern="[a-z][a-z0-9_]{0,79}"),
        "token": string(1, 800, pattern="[A-Za-z0-9_-]{1,800}"),
    }
    return {name: ids.get(name, _ID) for name in _PLACEHOLDER.findall(operation.path)}


def _schemas_for(operation: Operation, object: Object) -> dict[str, Schema] | None:
    """Return the schemas of the parameters that depend on the object, or None where the object has no such route."""
    relations = sorted(object.inbound)
    counted = [field.name for field in object.counted]
    seen = {name: object.fields[name] for name in sorted(object.visible)}
    if (operation.name == "list_related" and not relations) or (operation.name == "read_totals" and not counted):
        return None
    names = [name for name in _PLACEHOLDER.findall(operation.path) if name != "plural"]
    schemas = {name: {"type": "string", "enum": relations} if name == "field" else _ID for name in names}
    if operation.name == "read_totals":
        schemas["by"] = {"type": "string", "enum": counted}
    if operation.name == "read_groups":
        schemas["by"] = {"type": "string", "enum": [name for name, field in seen.items() if views.is_groupable(field)]}
    if operation.name == "read_calendar":
        times = {"type": "string", "enum": [name for name, field in seen.items() if views.is_time(field)]}
        schemas |= {"by": times, "end": times}
    if "sort" in operation.query:
        sortable = [name for name in object.slots if name in object.fields]
        schemas["sort"] = {"type": "string", "enum": [f"{sign}{name}" for name in sortable for sign in ("", "-")]}
    if "fields" in operation.query:
        schemas["fields"] = {"type": "string", "enum": ["id", *sorted(object.visible)]}
    return schemas


_ID: Final[Schema] = string(pattern=ULID_PATTERN)
_SECURITY: Final[Mapping[str, Sequence[Mapping[str, Any]]]] = {"public": [], "anyone": [{}, {"bearer": []}]}


def _operation(operation: Operation, name: str, schemas: Mapping[str, Schema]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": name,
        "summary": (operation.view.__doc__ or name).strip().partition("\n")[0],
        "tags": [operation.tag],
        "security": _SECURITY.get(operation.who, [{"bearer": []}]),
        "responses": _responses(operation),
    }
    parameters = _parameters(operation, schemas)
    if parameters:
        described["parameters"] = parameters
    if operation.body is not None:
        described["requestBody"] = {
            "required": bool(operation.body.get("required")) or "$ref" in operation.body,
            "content": {"application/json": {"schema": operation.body}},
        }
    return described


def _parameters(operation: Operation, schemas: Mapping[str, Schema]) -> list[dict[str, Any]]:
    path = [
        {"name": name, "in": "path", "required": True, "schema": schemas[name]}
        for name in _PLACEHOLDER.findall(operation.path)
        if name in schemas
    ]
    query = [
        {"name": name, "in": "query", "required": name in operation.required, "schema": schemas.get(name, schema)}
        for name, schema in operation.query.items()
    ]
    headers = [
        {"name": name, "in": "header", "required": name in _REQUIRED_HEADERS, "schema": _HEADERS[name]}
        for name in operation.headers
    ]
    return [*path, *query, *headers]


def _responses(operation: Operation) -> dict[str, Any]:
    success: dict[str, Any] = {"description": "Done"}
    if operation.answer is not None:
        success["content"] = {"application/json": {"schema": operation.answer}}
    own = {400, 422, 429, 503, *operation.problems}
    own |= set() if operation.who == "public" else {401, 403}
    own |= set() if operation.body is None else {413, 415}
    return {str(operation.status): success, **{str(status): _reference(status) for status in sorted(own)}}


def _reference(status: int) -> dict[str, str]:
    return {"$ref": f"#/components/responses/Problem{status}"}


def _problem(title: str) -> dict[str, Any]:
    content = {PROBLEM_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": title, "content": content}


def main(arguments: Sequence[str]) -> int:
    """Write the document to the file that ``arguments`` name, or with ``--check`` say whether the file is current."""
    file = Path(next(argument for argument in arguments if not argument.startswith("--")))
    operations = importlib.import_module("app").app.operations
    text = json.dumps(build(operations), indent=1, ensure_ascii=False) + "\n"
    if "--check" not in arguments:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return 0
    if file.exists() and file.read_text() == text:
        return 0
    sys.stderr.write(
        f"{file} is not what the routes and the catalogue say: run {Path(__file__).stem} without --check\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
