"""What came of marketing: a campaign's numbers and who is behind each, what it brought, and how the firm stands."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.costs import RUNNING_COST
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import Schema, array, boolean, choice, integer, line, nullable, obj, record_id, string
from chalicelib.crm.marketing.campaigns import hours
from chalicelib.crm.marketing.results import attribution, behaviour, figures, people, purchases, returns
from chalicelib.crm.marketing.results.attribution import Way
from chalicelib.crm.marketing.tracking import histories, reputation
from chalicelib.engine import access
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Results")

NUMBER: Final[Schema] = {"type": "number"}
STANDING: Final = obj(
    state=choice(reputation.RUNNING, reputation.PAUSED),
    since=nullable(string()),
    reason=nullable(choice("bounces", "complaints")),
    resumed_by=nullable(string()),
    days=integer(1),
    sent=integer(0),
    bounced=integer(0),
    complained=integer(0),
    bounce_rate=nullable(NUMBER),
    complaint_rate=nullable(NUMBER),
    by_day=array(obj(day=string(), sent=integer(0), bounced=integer(0), complained=integer(0))),
    limits=obj(least=integer(1), bounce_rate=NUMBER, complaint_rate=NUMBER),
)
SCOPE: Final = "campaigns"
MONEY: Final = obj(amount=string(), currency=string())
WAY: Final = {"model": choice(*attribution.MODELS), "window": integer(1, attribution.LONGEST_WINDOW)}
STATED: Final = obj(model=choice(*attribution.MODELS), window_days=integer(1))
_NUMBER: Final = obj(count=integer(0), of=nullable(string()), rate=nullable(NUMBER), people=string())
_STATES: Final[dict[str, Any]] = dict.fromkeys(histories.STATES, _NUMBER)
NUMBERS: Final = obj(**_STATES)
_BY_MODEL: Final[dict[str, Any]] = dict.fromkeys(attribution.MODELS, MONEY)
REVENUE: Final = obj(
    **MONEY["properties"],
    purchases=integer(0),
    without_rate=array(obj(currency=string(), purchases=integer(0))),
    is_complete=boolean(),
    by_model=obj(**_BY_MODEL),
    sales=string(),
)
_CHOSEN: Final = obj(count=integer(0), people=string())
GOAL: Final = obj(
    counted=choice("first_purchases", "repeat_purchases"),
    reached=integer(0),
    expected=nullable(integer(0)),
    rate=nullable(NUMBER),
)
RESULTS: Final = obj(
    campaign=record_id(),
    status=nullable(string()),
    audience=obj(
        recipients=_CHOSEN,
        control=_CHOSEN,
        excluded=array(obj(reason=string(), count=integer(0), people=string())),
    ),
    numbers=NUMBERS,
    variants=array(obj(name=string(), numbers=NUMBERS)),
    revenue=nullable(REVENUE),
    cost=nullable(MONEY),
    roi=nullable(NUMBER),
    attribution=STATED,
    goal=nullable(GOAL),
    running_cost=RUNNING_COST,
)
MOMENT: Final = obj(hour=integer(0, 23), by=choice(*hours.REASONS), signs=integer(0), of=integer(0))
PERSON: Final = obj(
    plural=string(),
    id=record_id(),
    name=nullable(string()),
    at=string(),
    variant=nullable(string()),
    reasons=array(string()),
    moment=nullable(MOMENT),
)
SALE: Final = obj(
    plural=string(),
    id=record_id(),
    name=nullable(string()),
    at=string(),
    amount=MONEY,
    worth=nullable(MONEY),
    part=NUMBER,
    touches=array(obj(campaign=string(), at=string())),
    named=boolean(),
)
_GROUP: Final = obj(people=integer(0), buyers_before=integer(0), buyers_after=integer(0), before=MONEY, after=MONEY)
_EFFECT: Final = obj(value=NUMBER, low=NUMBER, high=NUMBER, is_proved=boolean())
BEHAVIOUR: Final = obj(
    days=integer(1),
    since=string(),
    until=string(),
    is_over=boolean(),
    written_to=_GROUP,
    spared=_GROUP,
    effect=nullable(_EFFECT),
    effect_on_buyers=nullable(_EFFECT),
    currency=string(),
)
ACCOUNT: Final = obj(
    id=nullable(string()),
    plural=nullable(string()),
    name=nullable(string()),
    leads=integer(0),
    converted=integer(0),
    revenue=MONEY,
    cost=nullable(MONEY),
    roi=nullable(NUMBER),
)


@blueprint.get("/v1/campaigns/{id}/results", scope=SCOPE, query=WAY, answer=RESULTS, problems=(404,))
def read_campaign_results(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Tell what came of a campaign: how many, which share, what it brought by the stated model, and its ROI."""
    return figures.results(ctx, id=id, **_way(request))


@blueprint.get(
    "/v1/campaigns/{id}/people", scope=SCOPE, required=("state",), answer=page_of(PERSON), problems=(404,),
    query={"state": choice(*people.STATES), "variant": line(40), "reason": line(60), "hour": integer(0, 23), **PAGING},
)  # fmt: skip
def list_campaign_people(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """List the people behind a number of a campaign, those that the caller may see."""
    asked = {name: request.one(name) for name in ("variant", "reason", "cursor")}
    return people.page(
        ctx, id=id, state=request.query["state"][-1], hour=hour_of(request), limit=limit_of(request), **asked
    )


@blueprint.get(
    "/v1/campaigns/{id}/sales", scope=SCOPE, query={**WAY, **PAGING}, problems=(404,),
    answer=obj(**page_of(SALE)["properties"], attribution=STATED),
)  # fmt: skip
def list_campaign_sales(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """List the purchases behind a campaign's revenue, each with the part that is the campaign's."""
    return purchases.page(ctx, id=id, limit=limit_of(request), cursor=request.one("cursor"), **_way(request))


@blueprint.get(
    "/v1/campaigns/{id}/behaviour", scope=SCOPE, query={"days": integer(1, behaviour.MOST_DAYS)}, answer=BEHAVIOUR,
    problems=(404, 409),
)  # fmt: skip
def read_campaign_behaviour(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Compare what people bought before and after a campaign with those who were spared, with the interval."""
    days = request.one("days")
    return behaviour.compare(ctx, id=id, days=behaviour.DAYS if days is None else int(days))


@blueprint.get(
    "/v1/marketing/returns", scope=SCOPE, required=("of",), query={"of": choice(*returns.OF), **WAY, **PAGING},
    answer=obj(
        **page_of(ACCOUNT)["properties"], complete=boolean(), of=choice(*returns.OF), attribution=nullable(STATED)
    ),
)  # fmt: skip
def list_returns(ctx: Context, request: Request) -> dict[str, Any]:
    """List what was earned for what was spent, by campaign, by lead, or by where leads came from."""
    return returns.table(
        ctx,
        of=request.query["of"][-1],
        way=Way(**_way(request)),
        limit=limit_of(request, returns.A_PAGE),
        cursor=request.one("cursor"),
    )


def hour_of(request: Request) -> int | None:
    """Return the hour of the day that people are asked for by whom mails reach then."""
    hour = request.one("hour")
    return None if hour is None else int(hour)


def _way(request: Request) -> dict[str, Any]:
    """Return how revenue is shared out, as far as the caller says."""
    window = request.one("window")
    return {
        "model": request.one("model") or attribution.LAST,
        "window": attribution.WINDOW if window is None else int(window),
    }


@blueprint.get("/v1/marketing/reputation", scope=SCOPE, answer=STANDING)
def read_reputation(ctx: Context, request: Request) -> dict[str, Any]:
    """Say how the firm's mails of the last days were received, and whether its marketing is paused for that."""
    access.require_managed(ctx, "campaigns", "read")
    return reputation.standing(ctx).shown()


@blueprint.get(
    "/v1/marketing/reputation/people", scope=SCOPE, required=("day", "of"),
    query={"day": string(10, 10), "of": choice(*reputation.COUNTED), **PAGING},
    answer=page_of(obj(plural=string(), id=record_id(), name=nullable(string()))),
)  # fmt: skip
def list_reputation_people(ctx: Context, request: Request) -> dict[str, Any]:
    """List the people behind a number of a day, those that the caller may see: one for each mail."""
    access.require_managed(ctx, "campaigns", "read")
    asked = {"day": request.query["day"][-1], "what": request.query["of"][-1]}
    return reputation.behind(ctx, **asked, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.post("/v1/marketing/reputation/resume", who="admin", answer=STANDING, problems=(409,))
def resume_marketing(ctx: Context, request: Request) -> dict[str, Any]:
    """Let marketing go on that was paused because too much bounced or was complained about."""
    return reputation.resume(ctx).shown()
