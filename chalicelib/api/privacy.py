"""What people ask of a firm about their own data: the register, a copy of everything, erasure."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import choice, integer, nullable, obj, record_id, string, timestamp
from chalicelib.engine.privacy import requests
from chalicelib.gateways.vault import KEPT_YEARS
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Privacy")

DAY: Final = string(pattern=r"\d{4}-\d{2}-\d{2}")
YEARS: Final = nullable(integer(KEPT_YEARS[0], KEPT_YEARS[-1]))
ASK: Final = obj(
    object=string(1, 60),
    id=record_id(),
    kind=choice("access", "erasure"),
    optional={"received_on": DAY, "keep_years": YEARS},
)
REQUEST: Final = obj(
    id=record_id(),
    kind=choice("access", "erasure"),
    object=string(),
    record=record_id(),
    state=string(),
    received_on=string(),
    due_on=string(),
    keep_years=nullable(integer()),
    created_at=timestamp(),
    created_by=string(),
    updated_at=timestamp(),
    problem=nullable(obj(code=string(), detail=string())),
    result=nullable({"type": "object"}),
    archive=nullable(obj(url=string(), expires_at=timestamp())),
)


@blueprint.post("/v1/privacy/requests", who="admin", status=202, body=ASK, answer=REQUEST, problems=(404,))
def ask_about_person(ctx: Context, request: Request) -> dict[str, Any]:
    """Register what a person asks for about their own data, and begin to do it."""
    return requests.begin(ctx, **request.json)


@blueprint.get("/v1/privacy/requests", who="admin", query=PAGING, answer=page_of(REQUEST))
def list_privacy_requests(ctx: Context, request: Request) -> dict[str, Any]:
    """List the register of privacy requests, newest first."""
    return requests.recent(ctx, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.get("/v1/privacy/requests/{id}", who="admin", answer=REQUEST, problems=(404,))
def read_privacy_request(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Read a privacy request, with the address of the archive once it is made."""
    return requests.get(ctx, id=id)
