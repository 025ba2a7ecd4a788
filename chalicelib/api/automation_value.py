"""What automations are worth: runs, minutes saved, failures and cost, with what is to be done about each."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.costs import RUNNING_COST
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import Schema, array, boolean, choice, free, integer, nullable, obj, record_id, string
from chalicelib.crm.automation.authoring.kind import AUTOMATION
from chalicelib.crm.automation.value import advice, minutes, report
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Automations")

RATE: Final = nullable({"type": "number"})
MINUTES: Final = obj(
    version=integer(0),
    items=array(obj(action=string(), label=free(), minutes=integer(0), guess=integer(0))),
)
WORTH: Final = obj(
    id=record_id(),
    name=string(),
    version=integer(1),
    enabled=boolean(),
    runs=integer(0),
    inside=integer(),
    ended=integer(0),
    failed=integer(0),
    error_rate=RATE,
    minutes_saved=integer(0),
    actions=array(obj(action=string(), count=integer(0), minutes=integer(0))),
    findings=array(choice(*advice.FINDINGS)),
    unreached=array(string()),
    advice=choice(*advice.ADVICE),
    running_cost=RUNNING_COST,
)
REPORT: Final = obj(
    days=integer(1),
    since=string(),
    minutes=MINUTES,
    items=array(WORTH),
    total=obj(
        runs=integer(0),
        ended=integer(0),
        failed=integer(0),
        minutes_saved=integer(0),
        error_rate=RATE,
        running_cost=RUNNING_COST,
    ),
)
SAID: Final[Schema] = {
    "type": "object",
    "additionalProperties": nullable(integer(0, minutes.MOST)),
    "minProperties": 1,
    "maxProperties": 50,
}


@blueprint.get(
    "/v1/automations/value", scope=AUTOMATION.plural, query={"days": integer(1, report.MOST_DAYS)}, answer=REPORT
)
def read_automation_value(ctx: Context, request: Request) -> dict[str, Any]:
    """Say what each automation saved, cost and failed at in the last days, and what is to be done about it."""
    days = request.one("days")
    return report.report(ctx, days=report.DAYS if days is None else int(days))


@blueprint.patch(
    "/v1/automations/value/minutes", scope=AUTOMATION.plural, body=SAID, answer=MINUTES, headers=("If-Match",),
    problems=(412, 428),
)  # fmt: skip
def change_automation_minutes(ctx: Context, request: Request) -> Response:
    """Say how many minutes of work an action of a kind stands for; null goes back to the guess."""
    said = minutes.change(ctx, changes=request.json, expected_version=request.expected_version)
    return Response(said.shown(), headers={"ETag": f'"{said.version}"'})
