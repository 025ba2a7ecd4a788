"""The links of mails: each leads to the address that was kept for it when the mail was made, and to no other."""

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request, Response
from chalicelib.crm.marketing.tracking import visits
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Links")


@blueprint.get("/v1/public/links/{token}", who="public", status=302, open_query=True, problems=(404,))
def follow_link(ctx: Context, request: Request, token: str) -> Response:
    """Lead to where a link of a mail leads. Nothing that the caller sends has a say in where that is."""
    return _led(ctx, request, token)


@blueprint.head("/v1/public/links/{token}", who="public", status=302, open_query=True, problems=(404,))
def probe_link(ctx: Context, request: Request, token: str) -> Response:
    """Say where a link of a mail leads, as scanners ask before anybody reads."""
    return _led(ctx, request, token)


def _led(ctx: Context, request: Request, token: str) -> Response:
    address = visits.lead(ctx, token, method=request.method, headers=request.headers, address=request.address)
    return Response(headers={"Location": address})
