"""What a person decides by a link of a mail, without an account: stop this, choose what to receive, confirm.

Reading changes nothing, whoever opens the link: mail scanners open every one. A link that is not good answers the same
whatever is wrong with it, and no answer says whose it is.
"""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.consents import LABEL
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import array, boolean, choice, obj, string
from chalicelib.crm.marketing.consent import doors
from chalicelib.engine.reach import LANGUAGES
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Preferences")

PURPOSE: Final = obj(key=string(), label=LABEL, text=LABEL)
PREFERENCES: Final = obj(
    firm=string(),
    language=choice(*LANGUAGES),
    purpose=string(),
    items=array(obj(key=string(), label=LABEL, text=LABEL, wanted=boolean())),
)
WANTED: Final = obj(
    wanted={"type": "object", "additionalProperties": boolean()}, optional={"locale": choice(*LANGUAGES)}
)
QUESTION: Final = obj(firm=string(), language=choice(*LANGUAGES), purpose=PURPOSE)


@blueprint.get("/v1/public/preferences/{token}", who="public", answer=PREFERENCES, problems=(404,))
def read_preferences(ctx: Context, request: Request, token: str) -> dict[str, Any]:
    """Show what the holder of a mail's link receives and may choose."""
    return doors.read_preferences(ctx, token=token)


@blueprint.post("/v1/public/preferences/{token}", who="public", body=WANTED, answer=PREFERENCES, problems=(404,))
def choose_preferences(ctx: Context, request: Request, token: str) -> dict[str, Any]:
    """Receive what is chosen and nothing else of what is named; chosen again it stays so."""
    return doors.choose_preferences(ctx, token=token, chosen=request.json, ip=request.address)


@blueprint.get("/v1/public/unsubscribe/{token}", who="public", status=302, open_query=True, problems=(404,))
def show_unsubscribe(ctx: Context, request: Request, token: str) -> Response:
    """Lead whoever opens the link of a mail's header to the page on which they can choose; nothing changes."""
    return Response(headers={"Location": doors.page_of(ctx, token=token)})


@blueprint.post("/v1/public/unsubscribe/{token}", who="public", status=204, any_body=True, problems=(404,))
def unsubscribe(ctx: Context, request: Request, token: str) -> None:
    """Stop this kind of mail at once, as RFC 8058 has it; what the form says does not matter."""
    doors.unsubscribe(ctx, token=token, ip=request.address)


@blueprint.get("/v1/public/consent/{token}", who="public", answer=QUESTION, problems=(404,))
def read_question(ctx: Context, request: Request, token: str) -> dict[str, Any]:
    """Show what a mailed link asks its reader to permit; nothing is permitted yet."""
    return doors.read_question(ctx, token=token)


@blueprint.post("/v1/public/consent/{token}", who="public", answer=QUESTION, problems=(404,))
def confirm_consent(ctx: Context, request: Request, token: str) -> dict[str, Any]:
    """Permit what a mailed link asks; the link does so once, and again it stays so."""
    return doors.confirm(ctx, token=token, ip=request.address)
