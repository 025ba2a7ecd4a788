"""Records of every object, standard or custom: one set of routes for all."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import CURSOR, DEFAULT, DEFAULT_FOUND, LIMIT, PAGING, limit_of, page_of
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import anything, array, boolean, component, integer, nullable, obj, record_id, string
from chalicelib.engine import history, query, records, totals
from chalicelib.engine.idempotency import Idempotency
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Records")

SCOPE: Final = "{plural}"
LIST_QUERY: Final = {
    **PAGING,
    "sort": string(1, 80),
    "q": string(0, 200),
    "fields": string(1, 2000),
    "view": record_id(),
}
QUERY: Final = obj(
    optional={
        "filter": nullable(component("Filter")),
        "sort": nullable(string(1, 80)),
        "limit": LIMIT,
        "cursor": nullable(CURSOR),
        "fields": nullable(array(string(1, 80), max_items=100)),
        "q": nullable(string(0, 200)),
        "view": nullable(record_id()),
    }
)
ENTRY: Final = obj(
    id=string(),
    kind=string(),
    actor=nullable(string()),
    at=string(),
    changes=array(obj(field=string(), before=anything(), after=anything())),
    data={"type": "object"},
)


@blueprint.get("/v1/records/{plural}", scope=SCOPE, query=LIST_QUERY, open_query=True, answer=component("{Object}List"))
def list_records(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """List records: filter by any field, sort, search."""
    conditions = {name: values for name, values in request.query.items() if name not in LIST_QUERY}
    fields = request.one("fields")
    q = request.one("q")
    return query.list(
        ctx,
        plural=plural,
        filters=query.from_parameters(conditions),
        sort=request.one("sort"),
        limit=limit_of(request, DEFAULT_FOUND if q else DEFAULT),
        cursor=request.one("cursor"),
        fields=fields.split(",") if fields else None,
        q=q,
        view=request.one("view"),
    )


@blueprint.post(
    "/v1/records/{plural}", scope=SCOPE, status=201, body=component("{Object}Create"), answer=component("{Object}"),
    headers=("Idempotency-Key",), problems=(404, 409),
)  # fmt: skip
def create_record(ctx: Context, request: Request, plural: str) -> Response:
    """Create a record."""
    key = request.idempotency_key
    record = records.create(
        ctx,
        plural=plural,
        values=request.json,
        idempotency=Idempotency.of(key, "create", plural, request.json) if key else None,
    )
    return _versioned(record, headers={"Location": f"/v1/records/{plural}/{record['id']}"})


@blueprint.post("/v1/records/{plural}/query", scope=SCOPE, reads=True, body=QUERY, answer=component("{Object}List"))
def query_records(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """List records under a tree of conditions."""
    wanted = request.json
    return query.list(
        ctx,
        plural=plural,
        filters=wanted.get("filter"),
        sort=wanted.get("sort"),
        limit=wanted.get("limit", DEFAULT_FOUND if wanted.get("q") else DEFAULT),
        cursor=wanted.get("cursor"),
        fields=wanted.get("fields"),
        q=wanted.get("q"),
        view=wanted.get("view"),
    )


@blueprint.get(
    "/v1/records/{plural}/totals", scope=SCOPE, query={"by": string(1, 80)}, required=("by",),
    answer=obj(by=string(), items=array({"type": "object"})),
)  # fmt: skip
def read_totals(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """Count and sum an object's records for each option of a choice."""
    return totals.by(ctx, plural=plural, field=request.one("by") or "")


@blueprint.get("/v1/records/{plural}/count", scope=SCOPE, answer=obj(count=integer(0), exact=boolean()))
def count_records(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """Count an object's records."""
    return totals.count(ctx, plural=plural)


@blueprint.get("/v1/records/{plural}/{id}", scope=SCOPE, answer=component("{Object}"), problems=(404,))
def read_record(ctx: Context, request: Request, plural: str, id: str) -> Response:
    """Read a record."""
    return _versioned(records.get(ctx, plural=plural, id=id))


@blueprint.patch(
    "/v1/records/{plural}/{id}", scope=SCOPE, body=component("{Object}Update"), answer=component("{Object}"),
    headers=("If-Match",), problems=(404, 409, 412, 428),
)  # fmt: skip
def update_record(ctx: Context, request: Request, plural: str, id: str) -> Response:
    """Change a record; null empties a field."""
    version = request.expected_version
    return _versioned(records.update(ctx, plural=plural, id=id, changes=request.json, expected_version=version))


@blueprint.delete(
    "/v1/records/{plural}/{id}", scope=SCOPE, status=204, headers=("If-Match",), problems=(404, 409, 412, 428)
)
def delete_record(ctx: Context, request: Request, plural: str, id: str) -> None:
    """Delete a record; it can be restored."""
    records.delete(ctx, plural=plural, id=id, expected_version=request.expected_version)


@blueprint.post("/v1/records/{plural}/{id}/restore", scope=SCOPE, answer=component("{Object}"), problems=(404, 409))
def restore_record(ctx: Context, request: Request, plural: str, id: str) -> Response:
    """Bring a deleted record back."""
    return _versioned(records.restore(ctx, plural=plural, id=id))


@blueprint.get(
    "/v1/records/{plural}/{id}/timeline", scope=SCOPE, query={**PAGING, "kind": string(1, 40)}, answer=page_of(ENTRY),
    problems=(404,),
)  # fmt: skip
def read_timeline(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Read what happened on a record, newest first."""
    return history.page(
        ctx,
        plural=plural,
        id=id,
        kind=request.one("kind"),
        limit=limit_of(request),
        cursor=request.one("cursor"),
    )


@blueprint.get(
    "/v1/records/{plural}/{id}/related/{field}", scope=SCOPE, query=PAGING, answer=page_of({"type": "object"}),
    problems=(404,),
)  # fmt: skip
def list_related(ctx: Context, request: Request, plural: str, id: str, field: str) -> dict[str, Any]:
    """List the records that point to a record."""
    return query.related(ctx, plural=plural, id=id, field=field, limit=limit_of(request), cursor=request.one("cursor"))


def _versioned(record: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    return Response(record, headers={"ETag": f'"{record["version"]}"', **(headers or {})})
