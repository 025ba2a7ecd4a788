"""Users: oneself, the others, their roles, and what becomes of their work when they leave."""

from typing import Any, Final

from chalicelib.api import auth
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.jobs import JOB
from chalicelib.api.people import ROLE, TENANT, USER, USERS
from chalicelib.api.request import Request
from chalicelib.api.shapes import boolean, choice, line, nullable, obj, record_id, string
from chalicelib.crm.admin import queries
from chalicelib.crm.admin.objects import LOCALES
from chalicelib.crm.admin.operations import users
from chalicelib.engine import access, overlays, workload
from chalicelib.engine.roles.declared import ACTIONS, EXTENTS
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Users")

RIGHTS: Final[dict[str, Any]] = dict.fromkeys(ACTIONS, choice(*EXTENTS))
ME: Final = obj(
    user=USER,
    tenant=TENANT,
    permissions={
        "type": "object",
        "additionalProperties": obj(**RIGHTS),
    },
)
CHANGE_ME: Final = obj(optional={"name": line(120), "locale": choice(*LOCALES), "timezone": string(1, 64)})
CHANGE_USER: Final = obj(optional={"role": ROLE, "team": nullable(record_id()), "name": line(120)})
DEACTIVATE: Final = obj(optional={"heir_id": record_id()})
LEFT: Final = {**USER, "properties": {**USER["properties"], "transfer_job": nullable(record_id())}}
TRANSFER: Final = obj(to=record_id(), optional={"everything": boolean()})


@blueprint.get("/v1/me", answer=ME)
def read_me(ctx: Context, request: Request) -> dict[str, Any]:
    """Say who is signed in, for which firm, and what they may do."""
    return _me(ctx)


@blueprint.patch("/v1/me", body=CHANGE_ME, answer=ME)
def change_me(ctx: Context, request: Request) -> dict[str, Any]:
    """Change one's own name, language or time zone."""
    users.change_me(ctx, changes=request.json)
    return _me(ctx)


@blueprint.get("/v1/users", answer=USERS)
def list_users(ctx: Context, request: Request) -> dict[str, Any]:
    """List the users of the firm."""
    return {"items": [user.presented() for user in queries.users(ctx)], "next_cursor": None}


@blueprint.patch("/v1/users/{id}", who="admin", body=CHANGE_USER, answer=USER, problems=(404, 409))
def change_user(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Change a user's role, team or name."""
    changed = users.change_user(ctx, user_id=id, changes=request.json)
    auth.forget_subject(changed.subject)
    return changed.presented()


@blueprint.post("/v1/users/{id}/deactivate", who="admin", body=DEACTIVATE, answer=LEFT, problems=(404, 409))
def deactivate_user(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """End a user's sessions, and begin the job that hands their open work to an heir."""
    user, job = users.deactivate_user(ctx, user_id=id, heir_id=request.json.get("heir_id"))
    return {**user.presented(), "transfer_job": job.id if job else None}


@blueprint.post("/v1/users/{id}/transfer", who="admin", status=202, body=TRANSFER, answer=JOB, problems=(404,))
def transfer_work(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Begin the job that gives a user's open work, or all their records, to another; it can be undone."""
    asked = request.json
    job = users.transfer_work(ctx, user_id=id, heir_id=asked["to"], everything=asked.get("everything", False))
    return workload.told(ctx, job)


@blueprint.post("/v1/users/{id}/activate", who="admin", answer=USER, problems=(404, 409))
def activate_user(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Let a deactivated user in again."""
    return users.activate_user(ctx, user_id=id).presented()


def _me(ctx: Context) -> dict[str, Any]:
    return {
        "user": queries.user(ctx, user_id=ctx.actor.id).presented(),
        "tenant": queries.tenant(ctx).presented(),
        "permissions": {found.plural: dict(access.permissions(ctx, found)) for found in overlays.load(ctx)},
    }
