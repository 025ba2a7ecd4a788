"""Automations: what happens by itself, on and off, its runs, and what can be taken up again or taken back."""

from typing import Any, Final

from chalicelib.api import definitions
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.costs import RUNNING_COST
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import (
    Schema,
    array,
    boolean,
    choice,
    every,
    free,
    integer,
    nullable,
    obj,
    record_id,
    string,
    timestamp,
)
from chalicelib.crm.automation.actions import assigning, shares, turns
from chalicelib.crm.automation.authoring import kind, offered, triggers
from chalicelib.crm.automation.runs import desk, endings, live, runs, trying
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Automations")

ID: Final[Schema] = {"id": record_id()}
TRIPPED: Final = obj(why=string(), at=timestamp())
STATE: Final[dict[str, Schema]] = {
    "enabled": boolean(),
    "enabled_at": nullable(timestamp()),
    "enabled_by": nullable(string()),
    "tripped": {"anyOf": [TRIPPED, {"type": "null"}]},
}
TRIGGER: Final[Schema] = {
    "type": "object",
    "properties": {"kind": choice(*triggers.KINDS)},
    "required": ["kind"],
    "additionalProperties": True,
}
STEP: Final[Schema] = {"type": "object", "properties": {"kind": string()}, "additionalProperties": True}
CONDITION: Final[Schema] = {"type": ["object", "null"]}

PARTS: Final[dict[str, Schema]] = {
    "conditions": CONDITION,
    "exit": CONDITION,
    "ends_on": array(choice(*endings.ENDINGS)),
    "steps": array(STEP, max_items=60),
    "reentry": choice(*kind.REENTRIES),
    "cooldown": {"type": ["object", "null"]},
    "most_an_hour": integer(1, 1_000_000),
    "description": string(0, kind.LONGEST_DESCRIPTION),
}
WHOSE: Final[dict[str, Schema]] = {"object": string(1, 60), "trigger": TRIGGER}

AWAY: Final = obj(person=record_id(), optional={"until": nullable(string(10, 10))})

definitions.serve(
    blueprint,
    kind.AUTOMATION,
    required=WHOSE,
    optional=PARTS,
    answered={**STATE, "starter": nullable(string())},
    told=live.states,
)
definitions.serve_past(blueprint, kind.AUTOMATION, content={**WHOSE, **PARTS, "starter": nullable(string())})
definitions.serve(
    blueprint,
    assigning.ASSIGNMENT,
    required={"object": string(1, 60)},
    optional={
        "mode": choice(*turns.MODES),
        "people": array(record_id(), max_items=assigning.MOST_PEOPLE),
        "territories": array(free(), max_items=assigning.MOST_TERRITORIES),
        "away": array(AWAY, max_items=assigning.MOST_AWAY),
    },
)

RUN_IN_SHORT: Final[dict[str, Schema]] = {
    "id": record_id(),
    "automation": record_id(),
    "name": string(),
    "version": integer(1),
    "state": choice(*runs.ALIVE, *runs.OVER),
    "entered_at": timestamp(),
    "ended_at": nullable(timestamp()),
}
RUN: Final = every(
    {
        **RUN_IN_SHORT,
        "plural": string(),
        "record": record_id(),
        "step": nullable(string()),
        "due": nullable(timestamp()),
        "why": nullable(string()),
        "cause": obj(kind=string(), at=string(), data=free()),
        "problem": nullable(free()),
        "undone_at": nullable(timestamp()),
    },
    optional={"record_name": nullable(string())},
)
LINE: Final = obj(
    at=timestamp(),
    step=nullable(string()),
    kind=string(),
    state=string(),
    given=free(),
    told=free(),
    touched=array(free()),
)
RUN_WITH_LOG: Final[Schema] = {
    **RUN,
    "properties": {**RUN["properties"], "log": array(LINE)},
    "required": [*RUN["required"], "log"],
}
COUNTS: Final = every(
    {
        "entered": integer(0),
        "inside": integer(),
        **dict.fromkeys(runs.OVER, integer()),
        "steps": array(obj(step=string(), inside=integer(), passed=integer())),
        "running_cost": RUNNING_COST,
    }
)
AUDIENCE: Final = obj(count=integer(0), exact=boolean(), sample=array(record_id()))
TRIAL: Final = obj(
    enters=boolean(),
    keeps_out=nullable(string()),
    record_name=nullable(string()),
    steps=array(obj(step=string(), kind=string(), state=string(), at=timestamp(), told=free())),
)
VERDICTS: Final = obj(
    items=array(
        obj(
            plural=string(),
            id=record_id(),
            verdict=string(),
            optional={"fields": array(string()), "kept": array(string()), "reason": string()},
        )
    )
)
OFFERED: Final = obj(
    triggers=array(obj(kind=string(), label=free())),
    actions=array(
        obj(
            name=string(),
            label=free(),
            needs_person=boolean(),
            parameters=array(
                obj(
                    name=string(),
                    shape=string(),
                    label=free(),
                    required=boolean(),
                    of=nullable(string()),
                    options=array(free()),
                )
            ),
        )
    ),
)
ENABLED: Final = every({**STATE, "job": nullable(record_id())})
SCOPE: Final = kind.AUTOMATION.plural
SHARES: Final = obj(
    groups=array(
        obj(
            name=string(),
            mode=choice(*turns.MODES),
            next=nullable(record_id()),
            people=array(
                obj(
                    person=record_id(),
                    is_active=boolean(),
                    is_away=boolean(),
                    until=nullable(string()),
                    drawn=integer(0),
                    open=nullable(integer(0)),
                )
            ),
        )
    ),
    drawn=integer(0),
    open_work=nullable(free()),
    latest=array(obj(record=record_id(), name=string(), person=record_id(), at=timestamp())),
)


@blueprint.get("/v1/automation-parts", scope=SCOPE, answer=OFFERED)
def read_automation_parts(ctx: Context, request: Request) -> dict[str, Any]:
    """List what an automation can begin with and what it can do, with the parameters of each action."""
    return offered.parts(ctx)


@blueprint.get("/v1/automations/{id}/audience", scope=SCOPE, answer=AUDIENCE, problems=(404,))
def read_automation_audience(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Say how many records meet the conditions now and may enter."""
    return desk.audience(ctx, id=id)


@blueprint.post(
    "/v1/automations/{id}/enable", scope=SCOPE, answer=ENABLED, problems=(404, 409),
    body=obj(optional={"who": choice(*desk.WHO), "version": integer(1)}),
)  # fmt: skip
def enable_automation(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Enable an automation: for those who come from now on, or for those who match now as well."""
    asked = request.json
    return desk.enable(ctx, id=id, who=asked.get("who", desk.NEW), expected_version=asked.get("version"))


@blueprint.post(
    "/v1/automations/{id}/disable", scope=SCOPE, answer=every(STATE), problems=(404, 409),
    body=obj(optional={"stop_runs": boolean()}),
)  # fmt: skip
def disable_automation(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Let nobody enter any more; whoever is inside goes on, or stops at the next step."""
    return desk.disable(ctx, id=id, stop_runs=request.json.get("stop_runs", False))


@blueprint.get("/v1/automations/{id}/counts", scope=SCOPE, answer=COUNTS, problems=(404,))
def read_automation_counts(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Count who entered, how they came out, and how many stand at each step and have passed it."""
    return desk.counts(ctx, id=id)


@blueprint.post(
    "/v1/automations/{id}/try", reads=True, scope=SCOPE, body=obj(record=record_id()), answer=TRIAL, problems=(404,)
)
def try_automation(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Say what an automation would do with a record, step by step; nothing is written or sent."""
    return trying.try_out(ctx, id=id, record=request.json["record"])


@blueprint.get(
    "/v1/automations/{id}/runs", scope=SCOPE, answer=page_of(RUN), problems=(404,),
    query={
        **PAGING, "state": choice(*runs.ALIVE, *runs.OVER), "standing_at": string(1, 40), "passed": string(1, 40),
        "since": string(10, 10, pattern=r"\d{4}-\d{2}-\d{2}"),
    },
)  # fmt: skip
def list_automation_runs(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """List the runs of an automation, newest first; a page that asks for a state or a step may be short of others."""
    return desk.page(
        ctx,
        id=id,
        state=request.one("state"),
        limit=limit_of(request),
        cursor=request.one("cursor"),
        standing_at=request.one("standing_at"),
        passed=request.one("passed"),
        since=request.one("since"),
    )


@blueprint.get("/v1/automations/{id}/runs/{run}", scope=SCOPE, answer=RUN_WITH_LOG, problems=(404,))
def read_automation_run(ctx: Context, request: Request, id: str, run: str) -> dict[str, Any]:
    """Read a run with its log: what each step was given and what it came to."""
    return desk.run_of(ctx, id=id, run=run)


@blueprint.post("/v1/automations/{id}/runs/{run}/retry", scope=SCOPE, answer=RUN, problems=(404, 409))
def retry_automation_run(ctx: Context, request: Request, id: str, run: str) -> dict[str, Any]:
    """Take up a run that failed, at the step where it did."""
    return desk.again(ctx, id=id, run=run)


@blueprint.post(
    "/v1/automations/{id}/retry", scope=SCOPE, answer=obj(taken_up=integer(0), has_more=boolean()), problems=(404,)
)
def retry_automation(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Take up the runs that failed, up to a hundred of them."""
    return desk.all_again(ctx, id=id)


@blueprint.post("/v1/automations/{id}/runs/{run}/stop", scope=SCOPE, answer=RUN, problems=(404, 409))
def stop_automation_run(ctx: Context, request: Request, id: str, run: str) -> dict[str, Any]:
    """End a run where it stands."""
    return desk.stop(ctx, id=id, run=run)


@blueprint.post("/v1/automations/{id}/runs/{run}/undo", scope=SCOPE, answer=VERDICTS, problems=(404, 409))
def undo_automation_run(ctx: Context, request: Request, id: str, run: str) -> dict[str, Any]:
    """Take back what a run did to records, but for what somebody has changed since."""
    return desk.undo(ctx, id=id, run=run)


@blueprint.get(
    "/v1/records/{plural}/{id}/automations", scope="{plural}", answer=obj(items=array(every(RUN_IN_SHORT))),
    problems=(404,),
)  # fmt: skip
def list_record_automations(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """List the automations that a record is or was in, by its latest runs."""
    return desk.of_record(ctx, plural=plural, id=id)


@blueprint.get("/v1/assignments/{id}/shares", scope=assigning.ASSIGNMENT.plural, answer=SHARES, problems=(404,))
def read_assignment_shares(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Say whose turn it is by a rule, how much each person has had of it and has open, and what it gave out last."""
    return shares.told(ctx, id=id)
