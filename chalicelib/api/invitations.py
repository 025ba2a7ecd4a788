"""Invitations: asking somebody in, and entering."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.people import ACCOUNT, PASSWORD, ROLE
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, choice, email, line, nullable, obj, record_id, string
from chalicelib.crm.admin import queries
from chalicelib.crm.admin.operations import invitations
from chalicelib.engine.idempotency import Idempotency
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Users")

INVITATION: Final = obj(
    id=string(),
    email=string(),
    role=ROLE,
    team=nullable(string()),
    name=string(),
    status=choice("pending"),
    created_at=string(),
    expires_at=string(),
)
INVITATIONS: Final = obj(items=array(INVITATION), next_cursor={"type": "null"})
INVITE: Final = obj(email=email(), role=ROLE, optional={"name": line(120), "team": nullable(record_id())})
ACCEPT: Final = obj(code=string(20, 100, pattern="[A-Za-z0-9_-]+"), email=email(), password=PASSWORD, name=line(120))


@blueprint.post(
    "/v1/invitations", who="admin", status=201, body=INVITE, answer=INVITATION,
    headers=("Idempotency-Key",), problems=(409,),
)  # fmt: skip
def invite(ctx: Context, request: Request) -> dict[str, Any]:
    """Invite somebody with a role; they get a code by mail."""
    wanted, key = request.json, request.idempotency_key
    return invitations.invite(ctx, **wanted, idempotency=Idempotency.of(key, "invite", wanted) if key else None)


@blueprint.get("/v1/invitations", who="admin", answer=INVITATIONS)
def list_invitations(ctx: Context, request: Request) -> dict[str, Any]:
    """List the invitations that are still open."""
    return {"items": [one.presented() for one in queries.invitations(ctx)], "next_cursor": None}


@blueprint.delete("/v1/invitations/{id}", who="admin", status=204, problems=(404,))
def revoke_invitation(ctx: Context, request: Request, id: str) -> None:
    """Take an invitation back."""
    invitations.revoke_invitation(ctx, invitation_id=id)


@blueprint.post("/v1/invitations/accept", who="public", status=201, body=ACCEPT, answer=ACCOUNT, problems=(404, 409))
def accept_invitation(ctx: Context, request: Request) -> dict[str, Any]:
    """Open the account that an invitation promises."""
    tenant, user = invitations.accept_invitation(ctx, **request.json)
    return {"tenant": tenant.presented(), "user": user.presented()}
