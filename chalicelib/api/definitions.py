"""The five routes of whatever a firm defines for itself: list, create, read, change, take away.

A resource declares its kind and its shapes; the routes, and their words in the OpenAPI document, are the same for all.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import Schema, array, integer, line, obj, record_id, string
from chalicelib.engine import definitions
from chalicelib.engine.definitions import Definition, Kind
from chalicelib.engine.idempotency import Idempotency
from chalicelib.kernel.context import Context

Told = Callable[[Context, Sequence[str]], Mapping[str, Mapping[str, Any]]]
VERSION: Final = obj(version=integer(1), at=string(), by=string())
SYSTEM: Final = ("created_at", "created_by", "updated_at", "updated_by")


def serve(
    blueprint: TenderoBlueprint,
    kind: Kind,
    *,
    required: Mapping[str, Schema],
    optional: Mapping[str, Schema],
    answered: Mapping[str, Schema] | None = None,
    told: Told | None = None,
) -> None:
    """Give a kind of definition its routes under ``/v1/{plural}``, words joined by hyphens.

    A new one needs a name and the ``required`` parts, and may have the ``optional`` ones; a change names any of them.
    ``answered`` are the shapes of further parts that an answer has; ``told`` gives those that no version holds, by id.
    """
    path, scope, parts = f"/v1/{kind.plural.replace('_', '-')}", kind.plural, {**required, **optional}
    system = {"id": record_id(), "name": string(), "version": integer(1), **dict.fromkeys(SYSTEM, string())}
    sure = {name: shape for name, shape in required.items() if name in kind.listed}
    answer = _shape({**system, **sure}, {**parts, **(answered or {})})

    def beside(ctx: Context, ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
        return told(ctx, ids) if told else {}

    def all(ctx: Context, request: Request) -> dict[str, Any]:
        found = definitions.all(ctx, kind)
        more = beside(ctx, [each.id for each in found])
        return {"items": [{**each.shown(), **more.get(each.id, {})} for each in found], "next_cursor": None}

    def create(ctx: Context, request: Request) -> Response:
        content = {name: value for name, value in request.json.items() if name != "name"}
        key = request.idempotency_key
        made = definitions.create(
            ctx,
            kind,
            name=request.json["name"],
            content=content,
            key=Idempotency.of(key, "create", kind.plural, request.json) if key else None,
        )
        return _versioned(made, beside(ctx, [made.id]), headers={"Location": f"{path}/{made.id}"})

    def get(ctx: Context, request: Request, id: str) -> Response:
        return _versioned(definitions.get(ctx, kind, id=id), beside(ctx, [id]))

    def change(ctx: Context, request: Request, id: str) -> Response:
        changed = definitions.change(ctx, kind, id=id, changes=request.json, expected_version=request.expected_version)
        return _versioned(changed, beside(ctx, [id]))

    def delete(ctx: Context, request: Request, id: str) -> None:
        definitions.delete(ctx, kind, id=id, expected_version=request.expected_version)

    one, several = kind.name.replace("_", " "), kind.plural.replace("_", " ")
    blueprint.get(path, scope=scope, answer=obj(items=array(answer), next_cursor={"type": "null"}))(
        _called(all, f"list_{kind.plural}", f"List the {several} of the firm.")
    )
    blueprint.post(
        path, scope=scope, status=201, body=_shape({"name": line(120), **required}, optional), answer=answer,
        headers=("Idempotency-Key",), problems=(409,),
    )(_called(create, f"create_{kind.name}", f"Create one of the {several}."))  # fmt: skip
    blueprint.get(f"{path}/{{id}}", scope=scope, answer=answer, problems=(404,))(
        _called(get, f"read_{kind.name}", f"Read a {one}.")
    )
    blueprint.patch(
        f"{path}/{{id}}", scope=scope, body=obj(optional={"name": line(120), **parts}), answer=answer,
        headers=("If-Match",), problems=(404, 412, 428),
    )(_called(change, f"change_{kind.name}", f"Change a {one}; what it said before stays as a version."))  # fmt: skip
    blueprint.delete(f"{path}/{{id}}", scope=scope, status=204, headers=("If-Match",), problems=(404, 412, 428))(
        _called(delete, f"delete_{kind.name}", f"Take a {one} away.")
    )


def serve_past(blueprint: TenderoBlueprint, kind: Kind, *, content: Mapping[str, Schema]) -> None:
    """Give a kind of definition the routes to its versions: all of them, and what one says."""
    path, scope, one = f"/v1/{kind.plural}/{{id}}/versions", kind.plural, kind.name.replace("_", " ")

    def versions(ctx: Context, request: Request, id: str) -> dict[str, Any]:
        return definitions.past(ctx, kind, id=id, limit=limit_of(request), cursor=request.one("cursor"))

    def version(ctx: Context, request: Request, id: str, version: str) -> dict[str, Any]:
        return definitions.as_of(
            ctx, kind, id=id, version=int(version) if version.isdecimal() and len(version) < 10 else 0
        )

    blueprint.get(path, scope=scope, query=PAGING, answer=page_of(VERSION), problems=(404,))(
        _called(versions, f"list_{kind.name}_versions", f"List the versions of a {one}, the latest first.")
    )
    blueprint.get(f"{path}/{{version}}", scope=scope, answer=_shape({"version": integer(1)}, content), problems=(404,))(
        _called(version, f"read_{kind.name}_version", f"Read what a version of a {one} says.")
    )


def _shape(required: Mapping[str, Schema], optional: Mapping[str, Schema]) -> Schema:
    return {**obj(optional={**required, **optional}), "required": [*required]}


def _called(view: Any, name: str, says: str) -> Any:
    view.__name__, view.__doc__ = name, says
    return view


def _versioned(
    definition: Definition, more: Mapping[str, Mapping[str, Any]], headers: Mapping[str, str] | None = None
) -> Response:
    shown = {**definition.shown(), **more.get(definition.id, {})}
    return Response(shown, headers={**(headers or {}), "ETag": f'"{definition.version}"'})
