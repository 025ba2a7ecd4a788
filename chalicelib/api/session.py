"""Sessions: an access token in the answer, the refresh token in a cookie that no script can read."""

from typing import Any, Final

from chalicelib import settings
from chalicelib.api import auth
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.people import PASSWORD
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import array, choice, email, integer, obj, string
from chalicelib.crm.admin.objects import LOCALES
from chalicelib.crm.admin.operations import passwords, sessions
from chalicelib.crm.admin.operations.mfa import Demand
from chalicelib.gateways import identity
from chalicelib.gateways.identity import Tokens
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Unauthenticated

blueprint = TenderoBlueprint(__name__, tag="Accounts")

COOKIE: Final = "tendero_refresh"
COOKIE_SECONDS: Final = 30 * 24 * 3600
CODE: Final = string(6, 20)
CREDENTIALS: Final = obj(email=email(), password=string(1, 256), optional={"code": CODE})
TOKEN: Final = obj(access_token=string(), token_type=choice("Bearer"), expires_in=integer(1))
SETUP: Final = obj(secret=string(), uri=string())
RECOVERY_CODES: Final = array(string())
SIGNED_IN: Final = obj(
    optional={
        **TOKEN["properties"],
        "recovery_codes": RECOVERY_CODES,
        "missing": choice("code", "setup"),
        "setup": SETUP,
    }
)
"""Tokens, with the recovery codes if a first code was just shown; or what is still missing to get them."""

FORGOTTEN: Final = obj(email=email(), optional={"locale": choice(*LOCALES)})
RENEWED: Final = obj(code=string(20, 100), password=PASSWORD)


@blueprint.post("/v1/session", who="public", body=CREDENTIALS, answer=SIGNED_IN, problems=(401,))
def sign_in(ctx: Context, request: Request) -> Response:
    """Sign in with an address and a password, and with a code where a second step is on."""
    entered = sessions.sign_in(ctx, **request.json)
    if isinstance(entered, Demand):
        setup = {"setup": entered.setup.presented()} if entered.setup else {}
        return Response({"missing": entered.step, **setup})
    codes = {"recovery_codes": list(entered.recovery_codes)} if entered.recovery_codes else {}
    return begun(ctx, request, entered.tokens, **codes)


@blueprint.post("/v1/session/refresh", who="public", answer=TOKEN, problems=(401,))
def refresh_session(ctx: Context, request: Request) -> dict[str, Any]:
    """Exchange the refresh cookie for a new access token."""
    cookie = request.cookie(COOKIE)
    if not cookie:
        raise Unauthenticated("There is no session to continue. Sign in.")
    tokens = identity.refresh(cookie)
    session, inside = auth.entered(ctx, tokens.access_token)
    with inside as mine:
        sessions.note_continued(mine, session=session, device=device_of(request))
    return _presented(tokens)


@blueprint.delete("/v1/session", who="public", status=204)
def sign_out(ctx: Context, request: Request) -> Response:
    """End the session of the refresh cookie and of the access token, whichever is there."""
    cookie = request.cookie(COOKIE)
    if cookie:
        identity.sign_out(cookie)
    session = auth.session_in(request.headers.get("authorization"), now=ctx.now)
    if session is not None:
        sessions.sign_out(ctx, subject=session.subject, session=session.id)
        auth.forget_subject(session.subject)
    return Response(headers={"Set-Cookie": _cookie("", 0)})


@blueprint.post("/v1/session/reset", who="public", status=202, body=FORGOTTEN)
def ask_password_reset(ctx: Context, request: Request) -> None:
    """Have a code mailed with which a forgotten password is set anew; the answer is the same for every address."""
    passwords.ask_reset(ctx, email=request.json["email"], locale=request.json.get("locale", "es"))


@blueprint.post("/v1/session/reset/confirm", who="public", status=204, body=RENEWED, problems=(404,))
def reset_password(ctx: Context, request: Request) -> None:
    """Set a password with a mailed code, and end every session that there was."""
    passwords.reset(ctx, **request.json)


def begun(ctx: Context, request: Request, tokens: Tokens, **more: Any) -> Response:
    """Return the answer that lets somebody in: their tokens, the refresh token as a cookie; and note the session."""
    session, inside = auth.entered(ctx, tokens.access_token)
    with inside as mine:
        sessions.note_begun(mine, session=session, device=device_of(request))
    cookie = _cookie(tokens.refresh_token or "", COOKIE_SECONDS)
    return Response({**_presented(tokens), **more}, headers={"Set-Cookie": cookie})


def device_of(request: Request) -> str:
    """Return what the caller's browser says of itself."""
    said = request.headers.get("user-agent", "")
    return "".join(character for character in said if character.isprintable())[: sessions.LONGEST_DEVICE]


def _presented(tokens: Tokens) -> dict[str, Any]:
    return {"access_token": tokens.access_token, "token_type": "Bearer", "expires_in": tokens.expires_in}


def _cookie(value: str, seconds: int) -> str:
    secure = "; Secure" if settings.current().cookie_secure else ""
    return f"{COOKIE}={value}; Max-Age={seconds}; Path=/v1/session; HttpOnly; SameSite=Strict{secure}"
