"""Starters: the automations that most firms want, with their mails, made with one click."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import array, boolean, choice, free, nullable, obj, record_id, string
from chalicelib.crm.automation.authoring.kind import AUTOMATION
from chalicelib.kernel.context import Context
from chalicelib.samples.starters import automations

blueprint = TenderoBlueprint(__name__, tag="Automations")

OFFERED: Final = obj(
    items=array(obj(key=string(), label=free(), says=free(), needs_segment=boolean(), is_used=boolean()))
)
WANTED: Final = obj(
    language=choice(*automations.LANGUAGES),
    optional={"segment": record_id(), "sender": record_id(), "enable": boolean()},
)
MADE: Final = obj(
    automation=record_id(),
    template=record_id(),
    templates=array(record_id()),
    segment=nullable(record_id()),
    enabled=boolean(),
)


@blueprint.get("/v1/automation-starters", scope=AUTOMATION.plural, answer=OFFERED)
def list_automation_starters(ctx: Context, request: Request) -> dict[str, Any]:
    """List the automations to begin with, in both languages, and which of them are used."""
    return automations.offered(ctx)


@blueprint.post(
    "/v1/automation-starters/{key}", scope=AUTOMATION.plural, status=201, body=WANTED, answer=MADE,
    headers=("Idempotency-Key",), problems=(404, 409),
)  # fmt: skip
def begin_automation_starter(ctx: Context, request: Request, key: str) -> Response:
    """Make an automation and its mails of a starter, and enable it if that is asked."""
    asked = request.json
    made = automations.begin(
        ctx,
        key=key,
        language=asked["language"],
        segment=asked.get("segment"),
        sender=asked.get("sender"),
        enable=asked.get("enable", False),
        once=request.idempotency_key,
    )
    return Response(made, headers={"Location": f"/v1/automations/{made['automation']}"})
