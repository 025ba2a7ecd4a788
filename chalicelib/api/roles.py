"""Roles: what each may do with every object and field, as data that an administrator changes."""

from typing import Any, Final

from chalicelib.api import auth
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.people import ROLE
from chalicelib.api.request import Request
from chalicelib.api.shapes import Schema, anything, array, boolean, choice, integer, line, nullable, obj, string
from chalicelib.crm.admin import queries
from chalicelib.crm.admin.operations import roles
from chalicelib.engine.roles import stored
from chalicelib.engine.roles.declared import ACTIONS, EXTENTS
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Roles")


def _each(value: Schema) -> Schema:
    return {"type": "object", "additionalProperties": value}


EXTENT: Final = choice(*EXTENTS)
FULL: Final[dict[str, Any]] = dict.fromkeys(ACTIONS, EXTENT)
RIGHTS: Final = obj(optional=FULL)
RULE: Final = obj(optional={"read": boolean(), "write": boolean()})
LABEL: Final = obj(es=line(80), en=line(80))
DEFINITION: Final = {"label": LABEL, "objects": _each(nullable(RIGHTS)), "fields": _each(nullable(_each(RULE)))}
NEW_ROLE: Final = obj(key=ROLE, label=LABEL, optional=DEFINITION)
CHANGE_ROLE: Final = obj(optional=DEFINITION)
DEFINED: Final[dict[str, Any]] = {
    "label": LABEL,
    "objects": _each(obj(**FULL)),
    "fields": _each(_each(obj(read=boolean(), write=boolean()))),
}
ROLE_SHOWN: Final = obj(
    key=ROLE, **DEFINED, is_standard=boolean(), is_changed=boolean(), is_fixed=boolean(), users=integer(0)
)
CHANGE: Final = obj(
    id=string(),
    role=ROLE,
    version=integer(1),
    actor=string(),
    at=string(),
    changes=array(obj(field=string(), before=anything(), after=anything())),
    before=nullable(obj(**DEFINED)),
    after=nullable(obj(**DEFINED)),
)
LOOK: Final = obj(kind=string(), actor=string(), at=string(), user=string())


@blueprint.get("/v1/roles", who="admin", answer=obj(items=array(ROLE_SHOWN), next_cursor={"type": "null"}))
def list_roles(ctx: Context, request: Request) -> dict[str, Any]:
    """List the roles of the firm and what each may do."""
    return {"items": queries.roles(ctx), "next_cursor": None}


@blueprint.post("/v1/roles", who="admin", status=201, body=NEW_ROLE, answer=ROLE_SHOWN, problems=(409,))
def create_role(ctx: Context, request: Request) -> dict[str, Any]:
    """Make a role; what it does not say of an object, `*` says."""
    roles.create_role(ctx, key=request.json["key"], definition=request.json)
    return _shown(ctx, request.json["key"])


@blueprint.get("/v1/roles/changes", who="admin", query=PAGING, answer=page_of(CHANGE))
def list_role_changes(ctx: Context, request: Request) -> dict[str, Any]:
    """List what was changed in the roles, newest first; sending a former state again rolls back to it."""
    return queries.role_changes(ctx, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.get("/v1/access-log", who="admin", query=PAGING, answer=page_of(LOOK))
def list_looks(ctx: Context, request: Request) -> dict[str, Any]:
    """List which administrators looked at the firm as which users, newest first, an entry for every hour."""
    return queries.access_log(ctx, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.patch("/v1/roles/{key}", who="admin", body=CHANGE_ROLE, answer=ROLE_SHOWN, problems=(404, 409))
def change_role(ctx: Context, request: Request, key: str) -> dict[str, Any]:
    """Change what a role may do; null takes back what was said of an object."""
    roles.change_role(ctx, key=key, definition=request.json)
    return _shown(ctx, key)


@blueprint.delete("/v1/roles/{key}", who="admin", status=204, query={"into": ROLE}, problems=(404, 409))
def delete_role(ctx: Context, request: Request, key: str) -> None:
    """Delete a role, ``into`` which whoever has it goes; or make a standard one what it was."""
    into = request.one("into")
    for user in roles.hand_on_role(ctx, key=key, into=into) if into else ():
        auth.forget_subject(user.subject)
    roles.delete_role(ctx, key=key)


def _shown(ctx: Context, key: str) -> dict[str, Any]:
    return queries.role(stored.read(ctx), key, queries.users(ctx))
