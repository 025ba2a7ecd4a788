"""Calling a firm's own server: the call is stored with the step, and made by the sender of webhooks."""

import json
from typing import Any, Final

from chalicelib.crm.automation.webhooks import calls, webhooks
from chalicelib.engine import definitions, records
from chalicelib.engine.actions import Action, Moment, Outcome, Parameter, Parameters
from chalicelib.engine.catalogue import Object
from chalicelib.engine.objects import Label
from chalicelib.kernel.context import Context

KIND: Final = "automation.step"
MOST_RECORD_BYTES: Final = 16_000


def _check(ctx: Context, _: Object, parameters: Parameters) -> Parameters:
    definitions.get(ctx, webhooks.WEBHOOK, id=parameters["webhook"])
    return {"webhook": parameters["webhook"]}


def _perform(ctx: Context, moment: Moment, parameters: Parameters) -> Outcome:
    webhook, id = parameters["webhook"], moment.id_for("call")
    server = webhooks.endpoint(ctx, webhook)
    if server.off is not None:
        return Outcome(skipped="webhook_off")
    data = {
        "automation": {"id": moment.automation, "name": moment.name, "version": moment.version},
        "run": moment.run,
        "step": moment.step,
        "cause": {"kind": moment.cause.get("kind"), "at": moment.cause.get("at")},
        **_told(ctx, moment),
    }
    planned = calls.planned(ctx, webhook=webhook, id=id, kind=KIND, data=data)
    told = {"webhook": webhook, "name": server.name, "call": id}
    return Outcome(planned, told, then=lambda: calls.ask(ctx, webhook=webhook, id=id))


def _told(ctx: Context, moment: Moment) -> dict[str, Any]:
    """Return the record as a call tells it; one that is too large is named, and can be read through the API."""
    named = {"object": moment.object.plural, "id": moment.row.id, "version": moment.row.version}
    shown = records.present(ctx, moment.object, moment.row)
    spelled = json.dumps(shown, ensure_ascii=False, default=str)
    if len(spelled.encode("utf-8", "surrogatepass")) > MOST_RECORD_BYTES:
        return {**named, "record": None}
    return {**named, "record": json.loads(spelled)}


WEBHOOK: Final = Action(
    name="call_webhook",
    label=Label("Llamar a un webhook", "Call a webhook"),
    parameters=(Parameter("webhook", "id", Label("Webhook", "Webhook"), required=True, of="webhook"),),
    check=_check,
    perform=_perform,
)
