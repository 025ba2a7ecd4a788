"""A firm's own roles: one row with a version, believed for a minute, and a log that holds every state it ever had.

The row holds what differs from the declared roles. A change writes the row and a log entry in one transaction, so there
is no state of the permissions that cannot be named, compared and applied again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from chalicelib.engine.copies import Copies
from chalicelib.engine.objects import Label
from chalicelib.engine.roles.declared import ADMIN, NOBODY, STANDARD, FieldRule, Role
from chalicelib.kernel.context import Context
from chalicelib.storage import directory, plan
from chalicelib.storage.plan import Put

ROW: Final = "roles"

Own = Mapping[str, Role]


@dataclass(frozen=True, slots=True)
class Book:
    """The roles of a firm at one version: the declared ones, overridden and added to."""

    version: int
    roles: Mapping[str, Role]
    own: Own


def acting(ctx: Context) -> Role:
    """Return the role of the caller; one that the firm does not know may do nothing."""
    if ctx.actor.role == ADMIN:
        return STANDARD[ADMIN]
    known = load(ctx).roles.get(ctx.actor.role)
    return known or _copies.renewed(ctx).roles.get(ctx.actor.role, NOBODY)


def load(ctx: Context) -> Book:
    """Return the firm's roles, at most a minute old."""
    return _copies.load(ctx)


def read(ctx: Context) -> Book:
    """Return the firm's roles as they are now."""
    item = directory.get(ctx, ROW) or {"version": 0, "roles": {}}
    own = {key: of_item(key, role) for key, role in item["roles"].items()}
    return Book(int(item["version"]), {**STANDARD, **own}, own)


def change(ctx: Context, book: Book, transform: Callable[[Own], Own]) -> Put:
    """Return the write that gives the roles their next version; it refuses when another got there first."""
    item = {
        "version": book.version + 1,
        "roles": {key: to_item(role) for key, role in transform(book.own).items()},
    }
    still = plan.equals("version", book.version) if book.version else plan.absent()
    return directory.put(ctx, ROW, item, when=still)


def outdate(ctx: Context) -> None:
    """Forget this container's copy, because the roles were changed in it."""
    _copies.outdate(ctx)


def forget() -> None:
    """Forget every copy, as a new container does."""
    _copies.clear()


def to_item(role: Role) -> dict[str, Any]:
    """Return a role as it is stored, logged and shown, but for its key."""
    return {
        "label": role.label.both(),
        "objects": {plural: dict(rights) for plural, rights in role.objects.items()},
        "fields": {
            plural: {name: {"read": rule.read, "write": rule.write} for name, rule in rules.items()}
            for plural, rules in role.fields.items()
        },
    }


def of_item(key: str, item: Mapping[str, Any]) -> Role:
    """Return the role that was stored."""
    fields = {
        plural: {name: FieldRule(**rule) for name, rule in rules.items()} for plural, rules in item["fields"].items()
    }
    return Role(key, Label(**item["label"]), item["objects"], fields)


_copies: Final = Copies(read)
