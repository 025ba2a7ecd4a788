"""Segments: which records belong together, kept as they change and as time passes, or listed by hand."""

from typing import Any, Final

from chalicelib.api import definitions
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.jobs import JOB
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import (
    array,
    boolean,
    choice,
    component,
    integer,
    nullable,
    obj,
    record_id,
    string,
    timestamp,
)
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.segments import listing, rfm, scoring, viewing
from chalicelib.engine.segments.definition import MODES, SEGMENT
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Segments")

FILTER: Final = component("Filter")
RECORDS: Final = array({"type": "object"})
IDS: Final = array(record_id(), max_items=listing.MOST)
SIZE: Final[dict[str, Any]] = {"size": integer(0), "exact": boolean(), "ready": boolean()}
DAYS: Final = integer(1, viewing.LONGEST_HISTORY)
PREVIEW: Final = obj(
    count=integer(0), exact=boolean(), expected=integer(0), scanned=integer(0), sample=RECORDS
)  # fmt: skip
PART: Final = obj(segment=record_id(), name=string(), points=integer(), since=timestamp())
NAME: Final = string(1, 80)
IMPORT: Final = {**obj(optional={"import": record_id()}), "required": ["import"]}

definitions.serve(
    blueprint,
    SEGMENT,
    required={"object": string(1, 60)},
    optional={
        "mode": choice(*MODES),
        "filter": nullable(FILTER),
        "description": nullable(string(0, 2000)),
        "sentence": nullable(string(0, 2000)),
        "points": nullable(integer(-scoring.MOST_POINTS, scoring.MOST_POINTS)),
    },
    answered={"group": nullable(string())},
)


@blueprint.get("/v1/segments/sizes", scope="segments", answer=page_of(obj(id=record_id(), **SIZE)))
def list_sizes(ctx: Context, request: Request) -> dict[str, Any]:
    """Say how many records each segment holds."""
    return viewing.sizes(ctx)


@blueprint.post(
    "/v1/segments/preview", scope="segments", reads=True, problems=(404,), answer=PREVIEW,
    body=obj(object=string(1, 60), filter=FILTER),
)  # fmt: skip
def preview_segment(ctx: Context, request: Request) -> dict[str, Any]:
    """Say how many records a filter finds within a budget, how many that lets expect, and show the first five."""
    return viewing.preview(ctx, object=request.json["object"], filter=request.json["filter"])


@blueprint.post(
    "/v1/segments/rfm", scope="segments", status=202, answer=JOB, problems=(404, 409), headers=("Idempotency-Key",),
    body=obj(object=string(1, 60), related=NAME, date=NAME, amount=NAME),
)  # fmt: skip
def group_customers(ctx: Context, request: Request) -> dict[str, Any]:
    """Make segments of customers by how recently, how often and for how much they bought, in fifths of this firm."""
    key = request.idempotency_key
    return rfm.start(ctx, **request.json, key=Idempotency.of(key, "rfm", request.json) if key else None)


@blueprint.get(
    "/v1/segments/{id}/members", scope="segments", query=PAGING, problems=(404,),
    answer=obj(items=RECORDS, next_cursor=nullable(string())),
)  # fmt: skip
def list_members(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """List the records of a segment that the caller may read, each with since when it belongs there."""
    return viewing.members(ctx, id=id, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.post(
    "/v1/segments/{id}/members", scope="segments", problems=(404, 409),
    answer=obj(**SIZE, added=array(record_id()), removed=array(record_id())),
    body=obj(optional={"add": IDS, "remove": IDS}),
)  # fmt: skip
def change_members(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Put records on a list and take others off it, and say which came and went by this."""
    return listing.change(ctx, id=id, add=request.json.get("add", ()), remove=request.json.get("remove", ()))


@blueprint.post(
    "/v1/segments/{id}/members/by-filter", scope="segments", status=202, problems=(404, 409), answer=JOB,
    headers=("Idempotency-Key",), body=obj(filter=FILTER),
)  # fmt: skip
def add_members_by_filter(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Put all records of a filter on a list, as a job."""
    key = request.idempotency_key
    kept = Idempotency.of(key, "list", id, request.json) if key else None
    return listing.change_by_filter(ctx, id=id, filter=request.json["filter"], key=kept)


@blueprint.post(
    "/v1/segments/{id}/members/by-import", scope="segments", status=202, problems=(404, 409), answer=JOB,
    headers=("Idempotency-Key",), body=IMPORT,
)  # fmt: skip
def add_members_by_import(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Put all records that an import created or updated on a list, as a job."""
    key = request.idempotency_key
    kept = Idempotency.of(key, "list", id, request.json) if key else None
    return listing.change_by_import(ctx, id=id, job=request.json["import"], key=kept)


@blueprint.get("/v1/segments/{id}/size", scope="segments", problems=(404,), answer=obj(**SIZE))
def read_size(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Say how many records a segment holds, and whether all have been looked at since it asks what it asks."""
    return viewing.size(ctx, id=id)


@blueprint.get(
    "/v1/segments/{id}/history", scope="segments", query={"days": DAYS}, problems=(404,),
    answer=page_of(obj(day=string(), entered=integer(0), left=integer(0), size=integer(0))),
)  # fmt: skip
def read_history(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Tell day by day who came into a segment, who left it, and how many it held in the end."""
    return viewing.history(ctx, id=id, days=int(request.one("days") or 90))


@blueprint.get(
    "/v1/records/{plural}/{id}/score", scope="{plural}", problems=(404,),
    answer=obj(score=nullable(integer()), parts=array(PART), others=integer()),
)  # fmt: skip
def read_score(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Say how a record scores, and which segments it has its points from."""
    return viewing.score(ctx, plural=plural, id=id)
