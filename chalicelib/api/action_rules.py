"""Rules of action: what the firm does for a customer whom somebody has before them, and what was answered to it."""

from typing import Any, Final

from chalicelib.api import definitions
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request
from chalicelib.api.shapes import (
    Schema,
    anything,
    array,
    boolean,
    choice,
    every,
    free,
    integer,
    line,
    nullable,
    obj,
    record_id,
    string,
    timestamp,
)
from chalicelib.engine.cards import answers, figures, rules, trying
from chalicelib.kernel.context import Context
from chalicelib.samples.starters import action_rules

blueprint = TenderoBlueprint(__name__, tag="Cards")

FIGURE: Final = obj(
    figure=choice(*figures.FIGURES), op=choice(*sorted({op for ops in rules.OPERATORS.values() for op in ops})),
    value=anything(),
)  # fmt: skip
WORDS: Final = obj(es=string(1, rules.LONGEST_WORDS * 4), en=string(1, rules.LONGEST_WORDS * 4))
ACTION: Final = obj(
    kind=choice(*rules.ACTIONS),
    optional={
        "object": nullable(string(1, 60)),
        "values": {**free(), "maxProperties": rules.MOST_VALUES},
        "days": nullable(integer(0, rules.MOST_DAYS)),
        "template": nullable(record_id()),
    },
)
REQUIRED: Final[dict[str, Schema]] = {"object": string(1, 60), "words": WORDS, "action": ACTION}
OPTIONAL: Final[dict[str, Schema]] = {
    "filter": {"type": ["object", "null"]},
    "figures": array(FIGURE, max_items=rules.MOST_FIGURES),
    "priority": integer(0, 1_000_000),
    "enabled": boolean(),
    "from": nullable(string(10, 10)),
    "until": nullable(string(10, 10)),
    "rest_days": integer(1, rules.MOST_DAYS),
    "starter": nullable(line(60)),
}
TOLD: Final = obj(es=nullable(string()), en=nullable(string()))

DONE: Final = obj(
    kind=string(), object=nullable(string()), values={"type": ["object", "null"]}, template=nullable(string())
)
SAID: Final[dict[str, Schema]] = {"words": string(), "why": string(), "action": DONE, "rest_days": integer(1)}
TRIAL: Final = every({"applies": boolean(), "keeps_out": nullable(string()), "name": nullable(string()), **SAID})
ANSWER: Final = obj(rule=record_id(), answer=choice(*answers.WORDS), by=string(), at=timestamp(), until=timestamp())
STARTERS: Final = obj(
    items=array(obj(key=string(), object=string(), label=free(), says=free(), rule=free(), is_used=boolean()))
)
FIGURES: Final = obj(items=array(obj(name=string(), kind=string(), label=free(), operators=array(string()))))

definitions.serve(blueprint, rules.RULE, required=REQUIRED, optional=OPTIONAL, answered={"told": TOLD})


@blueprint.get("/v1/action-rule-figures", scope=rules.RULE.plural, answer=FIGURES)
def list_card_figures(ctx: Context, request: Request) -> dict[str, Any]:
    """List the figures of a card that rules may ask for, and how each is compared."""
    return trying.offered(ctx)


@blueprint.get("/v1/action-rule-starters", scope=rules.RULE.plural, answer=STARTERS)
def list_action_rule_starters(ctx: Context, request: Request) -> dict[str, Any]:
    """List the rules to begin with, ready to be made, and which of them are used."""
    return action_rules.offered(ctx)


@blueprint.post(
    "/v1/action-rules/preview", scope=rules.RULE.plural, status=200, answer=TRIAL, problems=(404,),
    body=obj(record=record_id(), rule=obj(optional={**REQUIRED, **OPTIONAL}), optional={"id": record_id()}),
)  # fmt: skip
def preview_action_rule(ctx: Context, request: Request) -> dict[str, Any]:
    """Say what a rule would come to for a customer, and what keeps it from applying, before it is kept."""
    return trying.preview(ctx, **request.json)


@blueprint.post(
    "/v1/records/{plural}/{id}/card/answers", scope="{plural}", status=200, answer=ANSWER, problems=(404, 409),
    body=obj(
        rule=record_id(), answer=choice(*answers.WORDS), optional={"reason": string(0, answers.LONGEST_REASON * 4)}
    ),
)  # fmt: skip
def answer_advice(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Note that the advice of a card was followed, or not now and why; its rule rests for this customer."""
    said = request.json
    return answers.answer(
        ctx, plural=plural, id=id, rule=said["rule"], word=said["answer"], reason=said.get("reason", "")
    )


@blueprint.delete("/v1/records/{plural}/{id}/card/answers/{rule}", scope="{plural}", status=204, problems=(404, 409))
def take_advice_back(ctx: Context, request: Request, plural: str, id: str, rule: str) -> None:
    """Take back what was answered to the advice of a card."""
    answers.take_back(ctx, plural=plural, id=id, rule=rule)
