"""Sessions: an access token in the answer, the refresh token in a cookie that no script can read."""

from typing import Any, Final

from chalicelib import settings
from chalicelib.api import auth
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import choice, email, integer, obj, string
from chalicelib.crm.admin.operations import sessions
from chalicelib.gateways import identity
from chalicelib.gateways.identity import Tokens
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Unauthenticated

blueprint = TenderoBlueprint(__name__, tag="Accounts")

COOKIE: Final = "tendero_refresh"
COOKIE_SECONDS: Final = 30 * 24 * 3600
CREDENTIALS: Final = obj(email=email(), password=string(1, 256))
TOKEN: Final = obj(access_token=string(), token_type=choice("Bearer"), expires_in=integer(1))


@blueprint.post("/v1/session", who="public", body=CREDENTIALS, answer=TOKEN, problems=(401, 429))
def sign_in(ctx: Context, request: Request) -> Response:
    """Sign in with an address and a password."""
    tokens = sessions.sign_in(ctx, email=request.json["email"], password=request.json["password"])
    return Response(_presented(tokens), headers={"Set-Cookie": _cookie(tokens.refresh_token or "", COOKIE_SECONDS)})


@blueprint.post("/v1/session/refresh", who="public", answer=TOKEN, problems=(401,))
def refresh_session(ctx: Context, request: Request) -> dict[str, Any]:
    """Exchange the refresh cookie for a new access token."""
    cookie = request.cookie(COOKIE)
    if not cookie:
        raise Unauthenticated("There is no session to continue. Sign in.")
    tokens = identity.refresh(cookie)
    auth.authenticate(f"Bearer {tokens.access_token}", now=ctx.now, afresh=True)
    return _presented(tokens)


@blueprint.delete("/v1/session", who="public", status=204)
def sign_out(ctx: Context, request: Request) -> Response:
    """End the session of the refresh cookie and of the access token, whichever is there."""
    cookie = request.cookie(COOKIE)
    if cookie:
        identity.sign_out(cookie)
    session = auth.session_in(request.headers.get("authorization"), now=ctx.now)
    if session is not None:
        sessions.end_session(ctx, subject=session.subject, session=session.id)
        auth.forget_subject(session.subject)
    return Response(headers={"Set-Cookie": _cookie("", 0)})


def _presented(tokens: Tokens) -> dict[str, Any]:
    return {"access_token": tokens.access_token, "token_type": "Bearer", "expires_in": tokens.expires_in}


def _cookie(value: str, seconds: int) -> str:
    secure = "; Secure" if settings.current().cookie_secure else ""
    return f"{COOKIE}={value}; Max-Age={seconds}; Path=/v1/session; HttpOnly; SameSite=Strict{secure}"
