"""Merges: several records made one, seen beforehand, and taken back."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, boolean, free, integer, nullable, obj, record_id, string
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.merging import merges, reading, undoing
from chalicelib.engine.merging.involved import MOST_LOSERS
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Merges")

LOSERS: Final = array(record_id(), min_items=1, max_items=MOST_LOSERS)
WANTED: Final = obj(winner_id=record_id(), loser_ids=LOSERS, optional={"choices": free()})
WANTED_NOW: Final = obj(winner_id=record_id(), loser_ids=LOSERS, optional={"choices": free(), "versions": free()})
MERGED: Final = obj(merge_id=record_id(), state=string(), record=free())
NAMED: Final = obj(id=record_id(), name=nullable(string()))
CONFLICT: Final = obj(plural=string(), id=record_id(), field=nullable(string()), reason=string())
LATER: Final = obj(plural=string(), id=record_id(), field=string())
MERGE: Final = obj(
    id=record_id(),
    object=string(),
    state=string(),
    created_at=string(),
    created_by=string(),
    winner=NAMED,
    losers=array(NAMED),
    moved=integer(0),
    undone_at=nullable(string()),
    undone_by=nullable(string()),
    conflicts=array(CONFLICT),
    later=array(LATER),
)
PREVIEW: Final = obj(
    record=free(),
    sources=free(),
    versions=free(),
    moves=array(obj(plural=string(), field=string(), count=integer(1))),
    exact=boolean(),
)


@blueprint.post(
    "/v1/records/{plural}/merge/preview", scope="{plural}", reads=True, body=WANTED, answer=PREVIEW, problems=(404,)
)
def preview_merge(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """Show what a merge would make of some records, and what would move."""
    return merges.preview(ctx, plural=plural, **{"choices": {}, **request.json})


@blueprint.post(
    "/v1/records/{plural}/merge", scope="{plural}", body=WANTED_NOW, answer=MERGED, headers=("Idempotency-Key",),
    problems=(404, 409, 412),
)  # fmt: skip
def merge_records(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """Make one record of several; it can be undone."""
    key = request.idempotency_key
    return merges.merge(
        ctx,
        plural=plural,
        **{"choices": {}, "versions": {}, **request.json},
        idempotency=Idempotency.of(key, "merge", plural, request.json) if key else None,
    )


@blueprint.get("/v1/merges", query=PAGING, answer=page_of(MERGE), scope="merges")
def list_merges(ctx: Context, request: Request) -> dict[str, Any]:
    """List merges, newest first."""
    return reading.page(ctx, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.get("/v1/merges/{id}", answer=MERGE, scope="merges", problems=(404,))
def read_merge(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Read how far a merge or its undoing has come."""
    return reading.get(ctx, id=id)


@blueprint.post(
    "/v1/merges/{id}/undo", scope="merges",
    answer=obj(
        merge_id=record_id(), state=string(), record=free(), restored=array(free()), conflicts=array(CONFLICT),
        later=array(LATER),
    ),
    problems=(404, 409),
)  # fmt: skip
def undo_merge(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Take a merge back."""
    return undoing.undo(ctx, id=id)
