"""One's own account: the password, the second step of signing in, and the sessions that go on."""

from typing import Any, Final

from chalicelib.api import auth
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.people import PASSWORD
from chalicelib.api.request import Request, Response
from chalicelib.api.session import CODE, RECOVERY_CODES, SETUP, TOKEN, begun
from chalicelib.api.shapes import array, boolean, integer, nullable, obj, string
from chalicelib.crm.admin import queries
from chalicelib.crm.admin.objects import User
from chalicelib.crm.admin.operations import mfa, passwords, sessions
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Accounts")

CHANGE_PASSWORD: Final = obj(current=string(1, 256), password=PASSWORD)
PROOF: Final = obj(password=string(1, 256))
MFA: Final = obj(
    is_on=boolean(), is_required=boolean(), since=nullable(string()), recovery_codes_left=integer(0)
)  # fmt: skip
CODES: Final = obj(recovery_codes=RECOVERY_CODES)
SESSION: Final = obj(
    id=string(), device=string(), began_at=string(), last_seen_at=string(), is_current=boolean()
)  # fmt: skip
SESSIONS: Final = obj(items=array(SESSION), next_cursor={"type": "null"})


@blueprint.post("/v1/me/password", body=CHANGE_PASSWORD, answer=TOKEN)
def change_password(ctx: Context, request: Request) -> Response:
    """Change one's own password, and go on in a new session; every other one ends."""
    user, tokens = passwords.change(ctx, **request.json)
    auth.forget_subject(user.subject)
    return begun(ctx, request, tokens)


@blueprint.get("/v1/me/mfa", answer=MFA)
def read_mfa(ctx: Context, request: Request) -> dict[str, Any]:
    """Say how one's own second step of signing in stands."""
    return mfa.state(ctx, user_id=ctx.actor.id)


@blueprint.post("/v1/me/mfa", body=PROOF, answer=SETUP, problems=(409,))
def begin_mfa(ctx: Context, request: Request) -> dict[str, Any]:
    """Get a new secret for an authenticator app; it counts once a first code was confirmed."""
    return mfa.begin(ctx, user=_proven(ctx, request)).presented()


@blueprint.post("/v1/me/mfa/confirm", body=obj(code=CODE), answer=CODES, problems=(409,))
def confirm_mfa(ctx: Context, request: Request) -> dict[str, Any]:
    """Turn the second step on with a first code; the recovery codes are shown now and never again."""
    me = queries.user(ctx, user_id=ctx.actor.id)
    return {"recovery_codes": mfa.confirm(ctx, user=me, code=request.json["code"])}


@blueprint.post("/v1/me/mfa/recovery-codes", body=PROOF, answer=CODES, problems=(409,))
def renew_recovery_codes(ctx: Context, request: Request) -> dict[str, Any]:
    """Get new recovery codes in place of those that are left."""
    return {"recovery_codes": mfa.renew_recovery_codes(ctx, user=_proven(ctx, request))}


@blueprint.post("/v1/me/mfa/off", status=204, body=PROOF, problems=(409,))
def turn_mfa_off(ctx: Context, request: Request) -> None:
    """Turn one's own second step off."""
    mfa.turn_off(ctx, user=_proven(ctx, request))


@blueprint.delete("/v1/users/{id}/mfa", who="admin", status=204, problems=(404,))
def reset_mfa(ctx: Context, request: Request, id: str) -> None:
    """Forget the app of somebody who lost their phone, so that they can begin with another."""
    mfa.reset(ctx, user_id=queries.user(ctx, user_id=id).id)


@blueprint.get("/v1/me/sessions", answer=SESSIONS)
def list_sessions(ctx: Context, request: Request) -> dict[str, Any]:
    """List where one is signed in, the present session first."""
    return {"items": sessions.sessions_of(ctx, current=_current(ctx, request)), "next_cursor": None}


@blueprint.delete("/v1/me/sessions", status=204)
def end_other_sessions(ctx: Context, request: Request) -> None:
    """End every session of one's own but the present one."""
    sessions.end_others(ctx, current=_current(ctx, request))
    auth.forget_user(ctx)


@blueprint.delete("/v1/me/sessions/{id}", status=204, problems=(404,))
def end_session(ctx: Context, request: Request, id: str) -> None:
    """End one session of one's own."""
    sessions.end_one(ctx, session=id)
    auth.forget_user(ctx)


def _proven(ctx: Context, request: Request) -> User:
    """Return the person who acts, once they have shown their password again."""
    me = queries.user(ctx, user_id=ctx.actor.id)
    passwords.require_password(ctx, me, request.json["password"])
    return me


def _current(ctx: Context, request: Request) -> str | None:
    session = auth.session_in(request.headers.get("authorization"), now=ctx.now)
    return session.id if session else None
