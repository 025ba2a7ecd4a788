"""Roles of one's own: made, changed, taken back, each change with its difference in a log that only grows.

The log keeps what a role was before and after, so rolling back is sending the former state again. The administrator's
role cannot be changed, so nobody locks everybody out.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final

from chalicelib.crm.admin import queries, rules
from chalicelib.crm.admin.objects import Tenant, User
from chalicelib.crm.admin.operations import users
from chalicelib.engine import overlays
from chalicelib.engine.objects import Label
from chalicelib.engine.roles import agreed, stored
from chalicelib.engine.roles.declared import (
    ACTIONS,
    ADMIN,
    ANY_OBJECT,
    MANAGED_OBJECT,
    NOTHING,
    READING,
    STANDARD,
    FieldRule,
    Rights,
    Role,
)
from chalicelib.engine.roles.stored import Book, Own
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput, NotFound
from chalicelib.storage import directory, plan, timeline, writes
from chalicelib.storage.timeline import Entry

MOST_ROLES: Final = 50


def create_role(ctx: Context, *, key: str, definition: Mapping[str, Any]) -> Role:
    """Add a role of the firm's own and return it; what it does not say of an object, ``*`` says.

    It reads what the firm agrees on together unless it says otherwise: a deal cannot be made without a pipeline.

    :raises Conflict: when there is one of that key.
    :raises InvalidInput: naming every object or field that there is not.
    """
    book = stored.read(ctx)
    if key in book.roles:
        raise Conflict("There is a role of that key already.", code="already_exists")
    if len(book.own) >= MOST_ROLES:
        raise Conflict(f"Keep at most {MOST_ROLES} roles of your own.", code="too_many_roles")
    blank = Role(key, Label(key, key), {ANY_OBJECT: NOTHING, MANAGED_OBJECT: READING})
    return _keep(ctx, book, key, before=None, after=_changed(ctx, blank, definition))


def change_role(ctx: Context, *, key: str, definition: Mapping[str, Any]) -> Role:
    """Change what a role may do and return it; a null takes back what was said of an object.

    :raises NotFound: when there is none of that key.
    :raises Conflict: when it is the administrator's.
    """
    book = stored.read(ctx)
    before = _found(book, key)
    return _keep(ctx, book, key, before=before, after=_changed(ctx, before, definition))


def hand_on_role(ctx: Context, *, key: str, into: str) -> list[User]:
    """Give everybody who has a role, or is invited to have it, another one, and return those users as they are now.

    Repeating it goes on with the rest.

    :raises InvalidInput: when the other role is not there, or is the same.
    """
    _found(stored.read(ctx), key)
    if into == key:
        raise InvalidInput.of("into", "same_role", "Choose another role.")
    rules.require_known_role(ctx, into, named="into")
    for invitation in queries.invitations(ctx):
        if invitation.role == key:
            still = plan.equals("role", key)
            row = directory.put(ctx, directory.invite(invitation.id), replace(invitation, role=into).item(), when=still)
            with suppress(writes.Refused):
                writes.execute(ctx, [row])
    holders = [user for user in queries.users(ctx) if user.role == key]
    return [users.change_user(ctx, user_id=user.id, changes={"role": into}) for user in holders]


def delete_role(ctx: Context, *, key: str) -> None:
    """Delete a role of the firm's own, or make a standard one again what every firm has.

    :raises Conflict: when somebody has it, or there is nothing to take back.
    """
    book, firm = stored.read(ctx), queries.tenant(ctx)
    before = _found(book, key)
    if key not in book.own:
        raise Conflict("This role is as every firm has it.", code="standard_role")
    if key not in STANDARD and rules.holders_of_role(key, queries.users(ctx), queries.invitations(ctx)):
        raise Conflict("Give those who have this role another one first.", code="role_in_use")
    _keep(ctx, book, key, before=before, after=STANDARD.get(key), firm=firm)


def _found(book: Book, key: str) -> Role:
    if key == ADMIN:
        raise Conflict("The administrator's role stays as it is.", code="fixed_role")
    if key not in book.roles:
        raise NotFound("There is no such role.")
    return book.roles[key]


def _changed(ctx: Context, role: Role, definition: Mapping[str, Any]) -> Role:
    given = definition.get("objects", {})
    default: Rights = {**role.objects[ANY_OBJECT], **(given.get(ANY_OBJECT) or {})}
    objects = {ANY_OBJECT: default}
    for plural in (role.objects.keys() | given.keys()) - {ANY_OBJECT}:
        if plural not in given or given[plural] is not None:
            common = _common(role, given, default) if plural in agreed.all() else default
            objects[plural] = {**role.objects.get(plural, common), **(given.get(plural) or {})}
    fields = {**role.fields, **{plural: _denied(said or {}) for plural, said in definition.get("fields", {}).items()}}
    label = Label(**definition["label"]) if "label" in definition else role.label
    after = Role(role.key, label, objects, {plural: denied for plural, denied in fields.items() if denied})
    rules.require_sensible_role(after, overlays.refreshed(ctx), asked=definition)
    return after


def _common(role: Role, given: Mapping[str, Any], default: Rights) -> Rights:
    """Return what a role will say of all that a firm agrees on together, reaching to all of it or to none."""
    said = {**role.objects.get(MANAGED_OBJECT, default), **(given.get(MANAGED_OBJECT) or {})}
    return {action: "all" if said[action] == "all" else "none" for action in ACTIONS}


def _denied(said: Mapping[str, Mapping[str, bool]]) -> dict[str, FieldRule]:
    """Return the rules that deny anything; a field that is not read is not written either."""
    found = {name: (rule.get("read", True), rule.get("write", True)) for name, rule in said.items()}
    return {name: FieldRule(read, read and write) for name, (read, write) in found.items() if not (read and write)}


def _keep(
    ctx: Context, book: Book, key: str, *, before: Role | None, after: Role | None, firm: Tenant | None = None
) -> Role:
    """Store the roles with one more change in their log, unless somebody changed them since ``book`` was read."""

    def with_it(own: Own) -> Own:
        others = {other: role for other, role in own.items() if other != key}
        return others if after is None or after == STANDARD.get(key) else {**others, key: after}

    changed = stored.change(ctx, book, with_it)
    rules.require_storable_roles(changed)
    same_people = [_nobody_joins(ctx, firm)] if firm else []
    try:
        writes.execute(ctx, [changed, _entry(ctx, book, key, before, after), *same_people])
    except writes.Refused as refused:
        raise Conflict(
            "Somebody else is changing roles at the moment. Try again.", code="changed_meanwhile"
        ) from refused
    stored.outdate(ctx)
    return after or Role(key, Label(key, key), {ANY_OBJECT: NOTHING})


def _nobody_joins(ctx: Context, firm: Tenant) -> plan.Write:
    same = plan.equals("people_version", firm.people_version)
    return directory.update(ctx, directory.TENANT, add={"people_version": 1}, when=same)


def _entry(ctx: Context, book: Book, key: str, before: Role | None, after: Role | None) -> plan.Write:
    was, becomes = (stored.to_item(role) if role else None for role in (before, after))
    entry = Entry(
        id=f"v{book.version + 1}",
        kind="role_changed",
        actor=ctx.actor.id,
        at=clock.stamp(ctx.now),
        changes=list(_difference(was or {}, becomes or {})),
        data={"role": key, "version": book.version + 1, "before": was, "after": becomes},
    )
    return timeline.append(ctx, queries.ROLES_LOG, entry)


def _difference(before: Mapping[str, Any], after: Mapping[str, Any], path: str = "") -> Iterator[dict[str, Any]]:
    """Yield what differs between two states of a role, each place by its path such as ``objects.*.read``."""
    for name in sorted({*before, *after}):
        was, becomes = before.get(name), after.get(name)
        if isinstance(was, Mapping) or isinstance(becomes, Mapping):
            yield from _difference(was or {}, becomes or {}, f"{path}{name}.")
        elif was != becomes:
            yield {"field": f"{path}{name}", "before": was, "after": becomes}
