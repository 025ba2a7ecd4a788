"""Who may do what: the one place where a role, a team or a share becomes a yes or a no.

A role says how far each action reaches on an object: to none of its records, to one's own, to those of one's team and
of the teams below it, or to all. A share opens one record beyond that, to be read or changed, never an object of which
the role sees nothing. A record's own people are its owner, or its creator where the object has no owners.

What one may not see is not there: a record answers as one that never was, a field as one that nobody declared.
Nothing is asked of the store for a role that reaches all; for others, a list asks once what is shared with them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from chalicelib.engine import hierarchy
from chalicelib.engine.catalogue import Object
from chalicelib.engine.roles import stored as roles
from chalicelib.engine.roles.declared import ACTIONS, ADMIN, ANY_OBJECT, EVERYTHING, Extent, Rights
from chalicelib.engine.roles.declared import Action as Action
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Forbidden, NotFound
from chalicelib.storage import shares
from chalicelib.storage.records import Row

MOST_SHARED: Final = 500
GIVEN: Final = {"read": frozenset({"read"}), "update": frozenset({"read", "update"})}
"""What each kind of share opens."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose records the caller sees of one object: everybody's, or those of some people and some single ones."""

    everything: bool = True
    owners: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    has_owners: bool = True

    def holds(self, row: Row) -> bool:
        """Return whether the caller sees a record."""
        return self.everything or self.holds_people(row) or row.id in self.shared

    def holds_people(self, row: Row) -> bool:
        """Return whether the caller sees a record because of whose it is."""
        return (row.owner if self.has_owners else row.created_by) in self.owners


ALL: Final = Scope()


def is_admin(ctx: Context) -> bool:
    """Return whether the caller administers the firm's account."""
    return ctx.actor.kind == "system" or ctx.actor.role == ADMIN


def tag(ctx: Context) -> str:
    """Return what tells one set of rights from another: the role, and the version of the firm's roles."""
    return ctx.actor.role if ctx.actor.role == ADMIN else f"{ctx.actor.role}.{roles.load(ctx).version}"


def is_supervisor(ctx: Context) -> bool:
    """Return whether the caller may change whatever anybody works on, and so look after the work of others."""
    return ctx.actor.kind == "system" or roles.acting(ctx).objects[ANY_OBJECT]["update"] == "all"


def permissions(ctx: Context, object: Object) -> Rights:
    """Return how far each action of the caller reaches on an object."""
    return EVERYTHING if ctx.actor.kind == "system" else roles.acting(ctx).rights(object)


def permissions_to(ctx: Context, plural: str) -> Rights:
    """Return what the caller may do to what a firm agrees on together: to ``all`` of it, or to ``none``."""
    if ctx.actor.kind == "system":
        return EVERYTHING
    rights = roles.acting(ctx).rights_to(plural, managed=True)
    return {action: "all" if rights[action] == "all" else "none" for action in ACTIONS}


def require_managed(ctx: Context, plural: str, action: Action) -> None:
    """Let the caller pass who may do it to what a firm agrees on together and is no record, such as its segments.

    :raises Forbidden: when the caller's role does not reach to all of them.
    """
    if permissions_to(ctx, plural)[action] != "all":
        raise Forbidden(f"Your role does not allow you to {action} this.")


def can(ctx: Context, object: Object, action: Action, row: Row | None = None) -> bool:
    """Return whether the caller may do it, to this record if one is given."""
    extent = permissions(ctx, object)[action]
    if row is None or extent in ("none", "all"):
        return extent != "none"
    return people(ctx, object, extent).holds_people(row) or action in opened(ctx, object, [row.id]).get(row.id, ())


def require(ctx: Context, object: Object, action: Action, row: Row | None = None) -> None:
    """Let the caller pass.

    :raises Forbidden: when the caller's role does not reach so far.
    :raises NotFound: when the caller may not even see the record.
    """
    if row is not None:
        require_seen(ctx, object, row)
    if not can(ctx, object, action, row):
        raise Forbidden(f"Your role does not allow you to {action} this.")


def require_seen(ctx: Context, object: Object, row: Row) -> None:
    """Let the caller pass who may read this very record; for anybody else it is not there.

    :raises NotFound: when the caller may not read it.
    """
    if not can(ctx, object, "read", row):
        raise NotFound("There is no such record.")


def require_owner(ctx: Context, object: Object, owner: str | None) -> None:
    """Let the caller pass who may create a record that will be this person's.

    :raises Forbidden: when the caller's role creates records only for others.
    """
    extent = permissions(ctx, object)["create"]
    if extent not in ("none", "all") and object.features.owned and owner not in people(ctx, object, extent).owners:
        raise Forbidden("Your role does not allow you to create this for somebody else.")


def readable(ctx: Context, object: Object) -> frozenset[str]:
    """Return the names of the fields that the caller may read; the others do not exist for them."""
    if ctx.actor.kind == "system":
        return object.visible
    role = roles.acting(ctx)
    return role.readable(object) if role.rights(object)["read"] != "none" else frozenset()


def writable(ctx: Context, object: Object) -> frozenset[str]:
    """Return the names of the fields that the caller may set when creating or changing a record."""
    return frozenset(object.writable) if ctx.actor.kind == "system" else roles.acting(ctx).writable(object)


def scope(ctx: Context, object: Object) -> Scope:
    """Return whose records of an object the caller sees, for reads of many."""
    extent = permissions(ctx, object)["read"]
    if extent == "all":
        return ALL
    if extent == "none":
        return Scope(everything=False)
    theirs = people(ctx, object, extent)
    found = shares.with_any(ctx, principals(ctx), object.plural, limit=MOST_SHARED)
    return Scope(False, theirs.owners, frozenset(share.record for share in found), theirs.has_owners)


def sees_all(ctx: Context, object: Object) -> bool:
    """Return whether the caller sees every record of an object."""
    return permissions(ctx, object)["read"] == "all"


def reads_all(ctx: Context, object: Object) -> bool:
    """Return whether the caller may read every field of an object."""
    return readable(ctx, object) == object.visible


def visible(ctx: Context, object: Object, rows: Iterable[Row]) -> list[Row]:
    """Return those of some records that the caller sees, in their order, by one batch read at most."""
    found = list(rows)
    extent = permissions(ctx, object)["read"]
    if extent in ("none", "all"):
        return found if extent == "all" else []
    theirs = people(ctx, object, extent)
    given = opened(ctx, object, [row.id for row in found if not theirs.holds_people(row)])
    return [row for row in found if theirs.holds_people(row) or row.id in given]


def people(ctx: Context, object: Object, extent: Extent) -> Scope:
    """Return whose records an extent reaches, but for what is shared."""
    owners = {ctx.actor.id}
    if extent == "team" and ctx.actor.team is not None:
        owners |= hierarchy.load(ctx).people(ctx.actor.team)
    return Scope(False, frozenset(owners), frozenset(), object.features.owned)


def opened(ctx: Context, object: Object, ids: Sequence[str]) -> dict[str, frozenset[str]]:
    """Return what shares let the caller do to each of some records."""
    given: dict[str, frozenset[str]] = {}
    for share in shares.of_records(ctx, principals(ctx), object.plural, ids) if ids else ():
        given[share.record] = given.get(share.record, frozenset()) | GIVEN[share.access]
    return given


def principals(ctx: Context) -> list[str]:
    """Return under which names something may be shared with the caller: their own, their team's, those above it."""
    if ctx.actor.kind != "user":
        return []
    above = hierarchy.load(ctx).above(ctx.actor.team) if ctx.actor.team is not None else ()
    return [f"user:{ctx.actor.id}", *(f"team:{team}" for team in above)]
