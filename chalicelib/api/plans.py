"""Plans: the automations in which a record is now, step by step, for whoever works with the record."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, boolean, choice, free, nullable, obj, record_id, string, timestamp
from chalicelib.crm.automation.runs import endings, plans, runs
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Automations")

STEP: Final = obj(
    step=string(),
    kind=string(),
    label=nullable(string()),
    given=free(),
    state=choice(*plans.STATES),
    at=nullable(timestamp()),
    reason=nullable(string()),
)
PLAN: Final = obj(
    run=record_id(),
    automation=record_id(),
    name=string(),
    state=choice(*runs.ALIVE, *runs.OVER),
    entered_at=timestamp(),
    ends_on=array(choice(*endings.ENDINGS)),
    ended=nullable(choice(*endings.ENDINGS)),
    steps=array(STEP),
)
PLANS: Final = obj(items=array(PLAN), offered=array(obj(automation=record_id(), name=string())))
PATH: Final = "/v1/records/{plural}/{id}/plans"


@blueprint.get(PATH, scope="{plural}", answer=PLANS, problems=(404,))
def list_record_plans(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """List the plans that a record follows: what was done, what is next and when; and those that may be begun."""
    return plans.of_record(ctx, plural=plural, id=id)


@blueprint.post(PATH, scope="{plural}", status=201, body=obj(automation=record_id()), answer=PLAN, problems=(404, 409))
def begin_record_plan(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Let a record enter an enabled automation now; a record is in one at most once at a time."""
    return plans.begin(ctx, plural=plural, id=id, automation=request.json["automation"])


@blueprint.post(f"{PATH}/{{run}}/stop", scope="{plural}", status=204, problems=(404, 409))
def stop_record_plan(ctx: Context, request: Request, plural: str, id: str, run: str) -> None:
    """End a plan for its record; what was done stays done."""
    plans.stop(ctx, plural=plural, id=id, run=run)


@blueprint.put(
    f"{PATH}/{{run}}/steps/{{step}}", scope="{plural}", body=obj(skipped=boolean()), answer=PLAN, problems=(404, 409)
)
def skip_plan_step(ctx: Context, request: Request, plural: str, id: str, run: str, step: str) -> dict[str, Any]:
    """Leave out a step that is still ahead for this record, or take it in again."""
    return plans.skip(ctx, plural=plural, id=id, run=run, step=step, is_skipped=request.json["skipped"])
