"""Duplicates: the rules that find them, the warning while somebody types, and the list to review."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.jobs import JOB
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import anything, array, boolean, choice, free, integer, nullable, obj, record_id, string
from chalicelib.engine import workload
from chalicelib.engine.duplicates import checking, reviewing, rules, scanning
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Duplicates")

RULE: Final = obj(
    kind=choice("exact", "email", "phone", "name"),
    fields=array(string(1, 80), min_items=1, max_items=5),
    weight=integer(1, 100),
    optional={"threshold": integer(1, 100), "warns": boolean()},
)
RULES: Final = obj(items=array(RULE), is_own=boolean(), enough=integer(1, 100))
REASON: Final = obj(rule=string(), fields=array(string()), share=integer(0, 100))
LIKENESS: Final = obj(
    score=integer(0, 100),
    optional={
        "id": record_id(),
        "name": nullable(string()),
        "reasons": array(REASON),
        "record": anything(),
        "owner": nullable(obj(name=string())),
        "can_ask_access": boolean(),
        "reference": record_id(),
    },
)
PAIR: Final = obj(
    id=string(),
    object=string(),
    state=choice("open", "dismissed"),
    score=integer(0, 100),
    found_at=string(),
    reasons=array(REASON),
    records=array(free()),
)


@blueprint.get("/v1/objects/{plural}/duplicate-rules", scope="objects", answer=RULES, problems=(404,))
def read_duplicate_rules(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """Read the rules that find an object's duplicates."""
    return rules.get(ctx, plural=plural)


@blueprint.put(
    "/v1/objects/{plural}/duplicate-rules", who="admin",
    body=obj(items=nullable(array(RULE, max_items=rules.MOST_RULES))), answer=RULES, problems=(404,),
)  # fmt: skip
def change_duplicate_rules(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """Give an object rules of the firm's own; null brings the product's back."""
    return rules.put(ctx, plural=plural, rules=request.json["items"])


@blueprint.post(
    "/v1/records/{plural}/duplicates", scope="{plural}", reads=True,
    body=obj(values=free(), optional={"id": record_id()}),
    answer=obj(items=array(LIKENESS)), problems=(404,),
)  # fmt: skip
def find_duplicates(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """Find the records that may be the same as one that is being written."""
    return checking.check(ctx, plural=plural, **request.json)


@blueprint.get(
    "/v1/duplicates", scope="duplicates", answer=page_of(PAIR), problems=(404,), required=("object",),
    query={**PAGING, "object": string(1, 80), "state": choice("open", "dismissed")},
)  # fmt: skip
def list_duplicates(ctx: Context, request: Request) -> dict[str, Any]:
    """List pairs of records that may be one, the likeliest first."""
    return reviewing.page(
        ctx,
        object=request.one("object") or "",
        state=request.one("state") or "open",
        limit=limit_of(request),
        cursor=request.one("cursor"),
    )


@blueprint.post("/v1/duplicates/{id}/dismiss", scope="duplicates", answer=PAIR, problems=(404, 409))
def dismiss_duplicate(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Remember that two records are not one."""
    return reviewing.dismiss(ctx, id=id)


@blueprint.post("/v1/duplicates/{id}/reopen", scope="duplicates", answer=PAIR, problems=(404, 409))
def reopen_duplicate(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Suggest two records again that were said not to be one."""
    return reviewing.reopen(ctx, id=id)


@blueprint.post("/v1/objects/{plural}/duplicates/scan", scope="objects", status=202, answer=JOB, problems=(404,))
def scan_for_duplicates(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """Go through an object's records for duplicates, as a job."""
    return workload.told(ctx, scanning.begin(ctx, plural=plural))
