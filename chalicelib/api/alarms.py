"""Alarms: which numbers are watched, what is waited for, how each stands and when it was raised."""

from typing import Any, Final

from chalicelib.api import definitions
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, boolean, choice, integer, nullable, obj, string
from chalicelib.engine.alarms import desk, judging, kind, metrics, rules
from chalicelib.engine.alarms.kind import ALARM
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Alarms")

SCOPE: Final = "alarms"
NUMBER: Final = string(1, 24, pattern=rules.DECIMAL)
TOLD_NUMBER: Final = nullable(string())
METRIC: Final = obj(source=string(1, 40), of=string(1, 60), figure=string(1, 200))
RULE: Final = obj(
    kind=choice(*rules.KINDS),
    optional={
        "op": choice(*rules.OPS),
        "value": NUMBER,
        "upper": NUMBER,
        "span": choice(*rules.SPANS),
        "direction": choice(*rules.DIRECTIONS),
        "percent": NUMBER,
        "sensitivity": choice(*rules.SENSITIVITIES),
    },
)
FIGURE: Final = obj(
    id=string(),
    label=string(),
    unit=choice(*metrics.UNITS),
    adds_up=boolean(),
    currency=nullable(string()),
)
VERDICT: Final = obj(
    place=choice(judging.BEYOND, judging.MARGIN, judging.WITHIN, judging.UNKNOWN),
    optional={
        **dict.fromkeys(("measured", "usual", "low", "high"), string()),
        "basis": choice(judging.SAME_WEEKDAY, judging.LATELY),
        "days": integer(1),
        "why": choice(judging.TOO_LITTLE, judging.NOTHING_BEFORE, judging.NO_VALUE, judging.UNDER_WAY),
    },
)
DAY: Final = obj(day=string(), value=TOLD_NUMBER)
STATE: Final = obj(
    is_raised=boolean(),
    since=nullable(string()),
    at=nullable(string()),
    value=TOLD_NUMBER,
    told={**VERDICT, "type": ["object", "null"]},
    recent=array(DAY),
)
WATCHED: Final = obj(source=string(), name=string(), figure=FIGURE)

definitions.serve(
    blueprint,
    ALARM,
    required={"metric": METRIC, "rule": RULE},
    optional={"people": array(string(1, 60), max_items=kind.MOST_TOLD), "mail": boolean()},
    answered={"owner": string(), "watches": nullable(WATCHED), "state": STATE},
    told=desk.beside,
)


@blueprint.get("/v1/alarms/sources", scope=SCOPE, answer=page_of(obj(source=string(), label=string())))
def list_alarm_sources(ctx: Context, request: Request) -> dict[str, Any]:
    """List where numbers come from that can be watched."""
    return desk.sources(ctx)


@blueprint.get(
    "/v1/alarms/subjects", scope=SCOPE, required=("source",), query={"source": string(1, 40), "q": string(0, 100)},
    answer=page_of(obj(of=string(), name=string())), problems=(404,),
)  # fmt: skip
def list_alarm_subjects(ctx: Context, request: Request) -> dict[str, Any]:
    """List of what there are numbers at a source, such as each campaign; at most as many as fit a choice."""
    return desk.subjects(ctx, source=request.query["source"][-1], q=request.one("q") or "")


@blueprint.get(
    "/v1/alarms/figures", scope=SCOPE, required=("source", "of"),
    query={"source": string(1, 40), "of": string(1, 60)}, problems=(404,),
    answer=obj(
        **page_of(obj(**FIGURE["properties"], value=TOLD_NUMBER))["properties"], name=string()
    ),
)  # fmt: skip
def list_alarm_figures(ctx: Context, request: Request) -> dict[str, Any]:
    """List the figures of something, each with what it is now."""
    return desk.figures(ctx, source=request.query["source"][-1], of=request.query["of"][-1])


@blueprint.post(
    "/v1/alarms/preview", scope=SCOPE, reads=True, body=obj(metric=METRIC, rule=RULE),
    answer=obj(
        figure=FIGURE, value=TOLD_NUMBER, now=VERDICT, days=array(DAY), tried=integer(1), judged=integer(0),
        raisings=array(obj(day=string(), value=string(), told=VERDICT)),
    ),
)  # fmt: skip
def preview_alarm(ctx: Context, request: Request) -> dict[str, Any]:
    """Say how a number stands to a rule now, and on which of the last thirty days the rule would have told of it."""
    return desk.preview(ctx, metric=request.json["metric"], rule=request.json["rule"])


@blueprint.get(
    "/v1/alarms/{id}/days", scope=SCOPE, query={"days": integer(1, desk.LONGEST)}, problems=(404,),
    answer=page_of(DAY),
)  # fmt: skip
def list_alarm_days(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """List what the number of an alarm was on each of the last days, as far as it is known, the newest first."""
    return desk.days(ctx, id=id, days=int(request.one("days") or 90))


@blueprint.get(
    "/v1/alarms/{id}/raisings", scope=SCOPE, query=PAGING, problems=(404,),
    answer=page_of(
        obj(at=string(), ended_at=nullable(string()), value=string(), told=VERDICT, people=array(string()))
    ),
)  # fmt: skip
def list_alarm_raisings(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """List when an alarm was raised, the latest first: with which number, until when, and who was told."""
    return desk.raisings(ctx, id=id, limit=limit_of(request), cursor=request.one("cursor"))
