"""Campaigns: the plan, whom it reaches, the launch, and the brakes. The record itself is one like any other."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request, Response
from chalicelib.api.results import PERSON, hour_of
from chalicelib.api.shapes import (
    array,
    boolean,
    choice,
    component,
    integer,
    line,
    nullable,
    obj,
    record_id,
    string,
)
from chalicelib.crm.marketing.campaigns import desk, hours, plans, previews, windows
from chalicelib.engine.idempotency import Idempotency
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Campaigns")

PATH: Final = "/v1/campaigns"
SCOPE: Final = "campaigns"
_MOST_LISTS: Final = 20
_WALL_TIME: Final = string(pattern=r"([01][0-9]|2[0-3]):[0-5][0-9]")
_IDS: Final = array(record_id(), max_items=plans.MOST_SEGMENTS)
_TEST: Final = obj(share=integer(1, 100), decide_by=choice(*plans.DECIDED_BY), after_hours=integer(1, plans.MOST_HOURS))
_HOURS: Final[dict[str, Any]] = {"from": _WALL_TIME, "to": _WALL_TIME}
_WINDOW: Final = obj(days=array(choice(*windows.DAYS), min_items=1, max_items=7), **_HOURS)
_PURPOSE: Final = string(1, 40, pattern=r"[a-z][a-z0-9_]{0,39}")
PLAN: Final[dict[str, Any]] = {
    "segments": _IDS,
    "except_segments": _IDS,
    "exclusions": array(record_id(), max_items=_MOST_LISTS),
    "purpose": _PURPOSE,
    "variants": array(obj(name=line(40), template=record_id()), max_items=plans.MOST_VARIANTS),
    "test": nullable(_TEST),
    "control": integer(0, plans.MOST_CONTROL),
    "window": nullable(_WINDOW),
    "per_hour": nullable(integer(1, plans.MOST_AN_HOUR)),
    "personal_hour": boolean(),
    "utm": boolean(),
}
_TOLD_VARIANT: Final = obj(name=string(), template=record_id(), version=nullable(integer(1)))
_TOLD: Final[dict[str, Any]] = {**PLAN, "variants": array(_TOLD_VARIANT), "utm_campaign": nullable(string())}
TOLD_PLAN: Final = obj(**_TOLD)
_BY_REASON: Final[dict[str, Any]] = dict.fromkeys(hours.REASONS, integer(0))
_GOING_AT: Final = array(obj(hour=integer(0, 23), people=integer(0), **_BY_REASON))
_EXCLUDED: Final = array(obj(reason=string(), people=integer(0)))
_RESULT: Final = obj(
    winner=string(),
    decided_by=choice(*plans.DECIDED_BY),
    is_clear=boolean(),
    variants=array(obj(name=string(), sent=integer(0), answered=integer(0))),
)
COURSE: Final = obj(
    state=string(),
    plan=TOLD_PLAN,
    starts_at=string(),
    launched_at=string(),
    launched_by=string(),
    recipients=integer(0),
    control=integer(0),
    excluded=_EXCLUDED,
    called=integer(0),
    hours=_GOING_AT,
    rests_until=nullable(string()),
    test_decided_at=nullable(string()),
    test=nullable(_RESULT),
    problem={"type": ["object", "null"]},
    can_pause=boolean(),
    can_resume=boolean(),
    can_cancel=boolean(),
)
CAMPAIGN: Final = obj(campaign=component("Campaign"), plan=TOLD_PLAN, course=nullable(COURSE))
NEW: Final = obj(campaign=component("CampaignCreate"), optional={"plan": obj(optional=PLAN)})
LAUNCH: Final = obj(optional={"at": nullable(string(1, 40))})
OBJECTION: Final = obj(
    field=string(),
    code=string(),
    message=string(),
    severity=choice("error", "warning"),
    variant=nullable(string()),
    template=nullable(string()),
    at=nullable(string()),
)
AUDIENCE: Final = obj(
    recipients=integer(0),
    control=integer(0),
    excluded=_EXCLUDED,
    first_send=nullable(string()),
    is_complete=boolean(),
    hours=_GOING_AT,
    problems=array(OBJECTION),
    senders=array(obj(variant=string(), name=string(), address=string(), reply_to=nullable(string()))),
)


@blueprint.post(PATH, status=201, scope=SCOPE, body=NEW, answer=CAMPAIGN, headers=("Idempotency-Key",), problems=(409,))
def create_campaign(ctx: Context, request: Request) -> Response:
    """Create a campaign with its mailing plan."""
    key = request.idempotency_key
    made = desk.create(
        ctx,
        values=request.json["campaign"],
        plan=request.json.get("plan", {}),
        key=Idempotency.of(key, "campaign", request.json) if key else None,
    )
    return _versioned(made, headers={"Location": f"{PATH}/{made['campaign']['id']}"})


@blueprint.get(f"{PATH}/{{id}}", scope=SCOPE, answer=CAMPAIGN, problems=(404,))
def read_campaign(ctx: Context, request: Request, id: str) -> Response:
    """Read a campaign: its record, its mailing plan, and how its mails stand."""
    return _versioned(desk.get(ctx, id=id))


@blueprint.patch(
    f"{PATH}/{{id}}/plan", scope=SCOPE, body=obj(optional=PLAN), answer=CAMPAIGN, headers=("If-Match",),
    problems=(404, 409, 412, 428),
)  # fmt: skip
def change_campaign_plan(ctx: Context, request: Request, id: str) -> Response:
    """Change parts of the mailing plan of a campaign that was not launched."""
    return _versioned(desk.change_plan(ctx, id=id, changes=request.json, expected_version=request.expected_version))


@blueprint.get(f"{PATH}/{{id}}/audience", scope=SCOPE, query={"at": string(1, 40)}, answer=AUDIENCE, problems=(404,))
def read_campaign_audience(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Say what a launch would do: who gets a mail, who does not and why, from whom, and when the first goes."""
    return desk.audience(ctx, id=id, at=request.one("at"))


@blueprint.get(
    f"{PATH}/{{id}}/audience/people", scope=SCOPE, required=("state",), answer=page_of(PERSON), problems=(404,),
    query={"state": choice(*previews.STATES), "reason": string(1, 60), "hour": integer(0, 23), **PAGING},
)  # fmt: skip
def list_campaign_audience(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """List the people behind a number of the audience: whom a launch would reach, spare or leave out."""
    asked = {name: request.one(name) for name in ("reason", "cursor")}
    hour = hour_of(request)
    return previews.page(ctx, id=id, state=request.query["state"][-1], hour=hour, limit=limit_of(request), **asked)


@blueprint.get(f"{PATH}/{{id}}/checks", scope=SCOPE, answer=obj(items=array(OBJECTION)), problems=(404,))
def check_campaign(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Say what speaks against a launch: errors, which keep it from going, and warnings. Links are asked for."""
    return {"items": desk.check(ctx, id=id)}


@blueprint.post(
    f"{PATH}/{{id}}/launch", scope=SCOPE, body=LAUNCH, answer=CAMPAIGN, headers=("If-Match", "Idempotency-Key"),
    problems=(404, 409, 412, 428),
)  # fmt: skip
def launch_campaign(ctx: Context, request: Request, id: str) -> Response:
    """Launch a campaign, now or at an instant. In the first minute nothing happens and it can be taken back."""
    key = request.idempotency_key
    return _versioned(
        desk.launch(
            ctx,
            id=id,
            at=request.json.get("at"),
            expected_version=request.expected_version,
            key=Idempotency.of(key, "launch", id, request.json) if key else None,
        )
    )


@blueprint.post(f"{PATH}/{{id}}/pause", scope=SCOPE, answer=CAMPAIGN, problems=(404, 409))
def pause_campaign(ctx: Context, request: Request, id: str) -> Response:
    """Keep every mail of a campaign from going that has not gone yet."""
    return _versioned(desk.pause(ctx, id=id))


@blueprint.post(f"{PATH}/{{id}}/resume", scope=SCOPE, answer=CAMPAIGN, problems=(404, 409))
def resume_campaign(ctx: Context, request: Request, id: str) -> Response:
    """Let a paused campaign go on."""
    return _versioned(desk.resume(ctx, id=id))


@blueprint.post(f"{PATH}/{{id}}/cancel", scope=SCOPE, answer=CAMPAIGN, problems=(404, 409))
def cancel_campaign(ctx: Context, request: Request, id: str) -> Response:
    """End a campaign for good; one that has not begun is a draft again."""
    return _versioned(desk.cancel(ctx, id=id))


def _versioned(told: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    return Response(told, headers={**(headers or {}), "ETag": f'"{told["campaign"]["version"]}"'})
