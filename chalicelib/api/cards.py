"""The customer's card: who they are to the firm, and what to do with them next."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request
from chalicelib.api.shapes import (
    Schema,
    array,
    boolean,
    choice,
    free,
    integer,
    nullable,
    obj,
    record_id,
    string,
    timestamp,
)
from chalicelib.engine.cards import card, choosing
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Cards")


def _or_null(shape: Schema) -> Schema:
    return {"anyOf": [shape, {"type": "null"}]}


MONEY: Final = _or_null(obj(amount=string(), currency=string()))
DAY: Final = nullable(string(10, 10))
VALUE: Final = obj(
    plural=string(),
    relation=string(),
    field=string(),
    purchases=integer(0),
    purchases_12_months=integer(0),
    first=DAY,
    last=DAY,
    spent=MONEY,
    spent_12_months=MONEY,
    average=MONEY,
    unvalued=integer(0),
    exact=boolean(),
    whole=boolean(),
    buys_most=array(obj(name=string(), id=nullable(string()), times=integer(1))),
    group=_or_null(obj(segment=record_id(), name=string(), key=string())),
)
CHURN: Final = obj(
    level=choice("unknown", "low", "medium", "high"),
    chance=nullable({"type": "number", "minimum": 0, "maximum": 1}),
    usual_days=nullable(integer(1)),
    silent_days=nullable(integer(0)),
    expected=DAY,
    sentence=string(),
)
CONTACT: Final = obj(
    kind=string(),
    plural=nullable(string()),
    id=nullable(string()),
    name=nullable(string()),
    at=timestamp(),
    by=nullable(string()),
    outcome=nullable(string()),
    ended=nullable(string()),
)
MATTER: Final = obj(
    kind=string(),
    plural=string(),
    id=record_id(),
    name=nullable(string()),
    due=nullable(string()),
    late=boolean(),
    amount=_or_null(free()),
    flags=array(string()),
)
WRITING: Final = obj(
    allowed=boolean(), reason=nullable(string()), basis=nullable(string()), not_before=nullable(timestamp())
)
CARD: Final = obj(
    plural=string(),
    id=record_id(),
    name=nullable(string()),
    owner=nullable(string()),
    value=_or_null(VALUE),
    churn=_or_null(CHURN),
    touches=obj(last=array(CONTACT), next=_or_null(CONTACT), unanswered=_or_null(CONTACT)),
    matters=obj(count=integer(0), late=integer(0), items=array(MATTER)),
    writing=_or_null(WRITING),
    next=_or_null(
        obj(
            rule=record_id(),
            name=string(),
            words=string(),
            why=string(),
            action=obj(
                kind=string(),
                object=nullable(string()),
                values={"type": ["object", "null"]},
                template=nullable(string()),
            ),
            rest_days=integer(1),
            may_answer=boolean(),
        )
    ),
)


@blueprint.get("/v1/records/{plural}/{id}/card", scope="{plural}", answer=CARD, problems=(404,))
def read_card(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Tell a customer at a glance: value, risk of losing them, last contacts, open matters, what to do next."""
    return choosing.told_whole(ctx, card.laid(ctx, plural=plural, id=id))
