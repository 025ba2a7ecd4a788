"""Who may do what: role, object and action to none, own, team or all."""

from collections.abc import Mapping
from typing import Literal

from chalicelib.engine.catalogue import Object
from chalicelib.kernel.context import Context, Role
from chalicelib.kernel.errors import Forbidden, NotFound
from chalicelib.storage.records import Row

Action = Literal["read", "create", "update", "delete", "export"]
Extent = Literal["none", "own", "team", "all"]

EVERYTHING: Mapping[Action, Extent] = {
    "read": "all",
    "create": "all",
    "update": "all",
    "delete": "all",
    "export": "all",
}
READING: Mapping[Action, Extent] = {
    "read": "all",
    "create": "none",
    "update": "none",
    "delete": "none",
    "export": "none",
}
OWN_WORK: Mapping[Action, Extent] = {
    "read": "all",
    "create": "all",
    "update": "own",
    "delete": "own",
    "export": "none",
}

ROLES: Mapping[Role, Mapping[Action, Extent]] = {
    Role.ADMIN: EVERYTHING,
    Role.MANAGER: EVERYTHING,
    Role.REP: OWN_WORK,
    Role.VIEWER: READING,
}


def permissions(ctx: Context, object: Object) -> Mapping[Action, Extent]:
    """Return how far each action of the caller reaches on an object."""
    if ctx.actor.kind == "system":
        return EVERYTHING
    if object.features.managed and ctx.actor.role == Role.REP:
        return READING
    return ROLES[ctx.actor.role]


def can(ctx: Context, object: Object, action: Action, row: Row | None = None) -> bool:
    """Return whether the caller may do it, to this record if one is given."""
    extent = permissions(ctx, object)[action]
    if extent == "own" and row is not None:
        return ctx.actor.id in (row.owner, None if row.owner else row.created_by)
    return extent != "none"


def require(ctx: Context, object: Object, action: Action, row: Row | None = None) -> None:
    """Let the caller pass.

    :raises Forbidden: when the caller's role does not reach so far.
    """
    if not can(ctx, object, action, row):
        raise Forbidden(f"Your role does not allow you to {action} this.")


def require_seen(ctx: Context, object: Object, row: Row) -> None:
    """Let the caller pass who may read this very record; for anybody else it is not there.

    :raises NotFound: when the caller may not read it.
    """
    if not can(ctx, object, "read", row):
        raise NotFound("There is no such record.")


def readable(ctx: Context, object: Object) -> frozenset[str]:
    """Return the names of the fields that the caller may read; the others do not exist for them."""
    return object.visible if permissions(ctx, object)["read"] != "none" else frozenset()
