"""Forms on a firm's own pages: written by the firm, opened and sent by anybody who has their address."""

from typing import Any, Final

from chalicelib.api import definitions
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import Schema, anything, array, boolean, choice, nullable, obj, record_id, string, timestamp
from chalicelib.crm.automation.forms import door as form_door
from chalicelib.crm.automation.forms import forms, sendings
from chalicelib.crm.automation.forms.door import Sent
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Forms")

CONSENT: Final = obj(text=string(1, forms.LONGEST_TEXT), optional={"purpose": string(1, 40), "required": boolean()})
ASKED: Final = obj(field=string(1, 60), optional={"label": string(0, forms.LONGEST_LABEL), "required": boolean()})
VALUES: Final[Schema] = {"type": "object", "additionalProperties": anything()}
SHOWN_CONSENT: Final = obj(text=string(), purpose=string(), required=boolean())

definitions.serve(
    blueprint,
    forms.FORM,
    required={"object": string(1, 60), "fields": array(ASKED, min_items=1, max_items=forms.MOST_FIELDS)},
    optional={
        "language": choice(*forms.LANGUAGES),
        "title": string(0, 200),
        "values": VALUES,
        "consent": {"anyOf": [CONSENT, {"type": "null"}], "type": ["object", "null"]},
        "thanks": string(0, forms.LONGEST_TEXT),
        "redirect": nullable(string(0, 1000)),
        "assignment": nullable(record_id()),
        "is_open": boolean(),
    },
    answered={"token": string(), "url": string(), "endpoint": string()},
    told=forms.addresses,
)

FORM: Final = obj(
    firm=string(),
    accent=nullable(string()),
    title=string(),
    language=choice(*forms.LANGUAGES),
    fields=array(
        obj(
            name=string(),
            label=string(),
            type=string(),
            required=boolean(),
            options=array(obj(value=string(), label=string())),
        )
    ),
    consent={"anyOf": [SHOWN_CONSENT, {"type": "null"}]},
    trap=string(),
    ticket=string(),
)
SENT: Final = obj(
    ticket=string(1, 1000),
    values=VALUES,
    optional={
        "agreed": boolean(),
        form_door.TRAP: string(0, 1000),
        **dict.fromkeys((*form_door.UTM, "page"), string(0, 500)),
    },
)
THANKS: Final = obj(thanks=string(), redirect=nullable(string()))


SENDING: Final = obj(
    plural=string(),
    id=record_id(),
    name=nullable(string()),
    at=timestamp(),
    agreed=nullable(boolean()),
    page=nullable(string()),
    utm_source=nullable(string()),
    utm_medium=nullable(string()),
    utm_campaign=nullable(string()),
)


@blueprint.get(
    "/v1/forms/{id}/sendings", scope=forms.FORM.plural, query=PAGING, answer=page_of(SENDING), problems=(404,)
)
def list_form_sendings(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """List who sent a form, the latest first, and where each came from; those whose records the caller may see."""
    return sendings.page(ctx, form=id, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.options("/v1/public/forms/{token}", who="public", status=204, is_for_any_origin=True)
def allow_form(ctx: Context, request: Request, token: str) -> None:
    """Tell a browser that a firm's own page may read and send its form."""


@blueprint.get("/v1/public/forms/{token}", who="public", answer=FORM, problems=(404,), is_for_any_origin=True)
def show_form(ctx: Context, request: Request, token: str) -> dict[str, Any]:
    """Show what a form asks, with a ticket that is good for one sending."""
    return form_door.show(ctx, token=token)


@blueprint.post(
    "/v1/public/forms/{token}", who="public", body=SENT, answer=THANKS, problems=(404,), is_for_any_origin=True
)
def send_form(ctx: Context, request: Request, token: str) -> dict[str, Any]:
    """Send a form; sent again with the same ticket it is taken once."""
    sent = request.json
    told = {name: sent[name] for name in (*form_door.UTM, "page") if name in sent}
    return form_door.send(
        ctx,
        token=token,
        sent=Sent(
            ticket=sent["ticket"],
            values=sent["values"],
            agreed=sent.get("agreed", False),
            address=request.address,
            trap=sent.get(form_door.TRAP, ""),
            told=told,
        ),
    )
