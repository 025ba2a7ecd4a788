"""Who is who: what the door and the administration's screens ask of the directory."""

import hmac
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any, Final

from chalicelib.crm.admin.objects import BEGINNING, ApiKey, Identity, Invitation, Tenant, User, UserStatus
from chalicelib.engine import cursors, hierarchy
from chalicelib.engine.hierarchy import Team
from chalicelib.engine.roles import stored
from chalicelib.engine.roles.declared import ADMIN, STANDARD
from chalicelib.engine.roles.stored import Book
from chalicelib.kernel import clock
from chalicelib.kernel.context import Actor, Context, Role
from chalicelib.kernel.errors import NotFound
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import directory, plan, system, timeline, writes
from chalicelib.storage.timeline import Entry

API_KEY_PREFIX: Final = "crm_"
ROLES_LOG: Final = "roles"
ACCESS_LOG: Final = "access-log"
KEY_USE_NOTED_EVERY: Final = timedelta(hours=1)


def identity_of_subject(subject: str) -> Identity | None:
    """Return whom Cognito's ``subject`` is, or None."""
    row = system.subject(subject)
    if row is None:
        return None
    return Identity(
        tenant=TenantId(row["tenant"]),
        actor=Actor(kind="user", id=row["user"], role=row["role"], team=row.get("team")),
        locale=row["locale"],
        time_zone=row["time_zone"],
        currency=row["currency"],
        is_active=row["status"] == UserStatus.ACTIVE,
        not_before=clock.parse(row["not_before"]) if "not_before" in row else BEGINNING,
        ended_sessions=frozenset(row.get("ended", ())),
    )


def identity_of_api_key(credential: str, digest: str) -> Identity | None:
    """Return whom ``crm_<id>_<secret>`` stands for, or None when its hash or its id is not ours."""
    row = system.api_key(digest)
    key_id = credential.removeprefix(API_KEY_PREFIX).partition("_")[0]
    if row is None or row.get("kind") != "api_key" or not hmac.compare_digest(row["id"], key_id):
        return None
    return Identity(
        tenant=TenantId(row["tenant"]),
        actor=Actor(kind="api_key", id=row["id"], role=row.get("role", Role.MANAGER), scopes=frozenset(row["scopes"])),
        locale=row["locale"],
        time_zone=row["time_zone"],
        currency=row["currency"],
        ends_at=clock.parse(row["expires_at"]),
    )


def note_api_key_use(ctx: Context) -> None:
    """Write down that the acting key is used, unless it was written within the hour or the key is gone."""
    unseen = plan.missing("last_used_at") | plan.at_most("last_used_at", clock.stamp(ctx.now - KEY_USE_NOTED_EVERY))
    noted = directory.update(
        ctx, directory.api_key(ctx.actor.id), set={"last_used_at": clock.stamp(ctx.now)}, when=plan.present() & unseen
    )
    with suppress(writes.Refused):
        writes.execute(ctx, [noted])


def note_seen_as(ctx: Context, *, user_id: str) -> None:
    """Write down that an administrator looks as a user, once for every hour in which they do."""
    hour = clock.stamp(ctx.now.replace(minute=0, second=0, microsecond=0))
    entry = Entry(f"{ctx.actor.id}-{user_id}", "seen_as", ctx.actor.id, hour, data={"user": user_id})
    writes.execute(ctx, [timeline.append(ctx, ACCESS_LOG, entry)])


def access_log(ctx: Context, *, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return one page of who looked as whom, newest first."""
    query = {"list": "access_log"}
    found, place = timeline.page(ctx, ACCESS_LOG, limit=limit, start=cursors.opened(ctx, query, cursor))
    items = [{"kind": entry.kind, "actor": entry.actor, "at": entry.at, **entry.data} for entry in found]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, place)}


def tenant(ctx: Context) -> Tenant:
    """Return the firm that acts."""
    row = directory.get(ctx, directory.TENANT)
    if row is None:
        raise NotFound("This account does not exist.")
    return Tenant.of(row)


def user(ctx: Context, *, user_id: str) -> User:
    """Return a user of the tenant.

    :raises NotFound: when the tenant has none of that id.
    """
    row = directory.get(ctx, directory.user(user_id))
    if row is None:
        raise NotFound("There is no such user.")
    return User.of(row)


def users(ctx: Context) -> list[User]:
    """Return every user of the tenant, oldest first."""
    return sorted((User.of(row) for row in directory.of_kind(ctx, "user")), key=lambda user: user.id)


def invitations(ctx: Context) -> list[Invitation]:
    """Return the invitations that nobody has accepted yet, newest first."""
    found = (Invitation.of(row) for row in directory.of_kind(ctx, "invite"))
    return sorted((one for one in found if one.is_open(ctx.now)), key=lambda one: one.id, reverse=True)


def api_keys(ctx: Context) -> list[ApiKey]:
    """Return the API keys that have not been revoked, newest first."""
    return sorted((ApiKey.of(row) for row in directory.of_kind(ctx, "apikey")), key=lambda key: key.id, reverse=True)


def roles(ctx: Context) -> list[dict[str, Any]]:
    """Return every role as it is now, the standard ones first, with how many people have it."""
    book, people = stored.read(ctx), users(ctx)
    return [role(book, key, people) for key in book.roles]


def role(book: Book, key: str, people: Sequence[User]) -> dict[str, Any]:
    """Return a role as an administrator sees it."""
    return {
        "key": key,
        **stored.to_item(book.roles[key]),
        "is_standard": key in STANDARD,
        "is_changed": key in STANDARD and key in book.own,
        "is_fixed": key == ADMIN,
        "users": sum(1 for user in people if user.role == key),
    }


def role_changes(ctx: Context, *, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return one page of what was changed in the roles, newest first, each with the states before and after."""
    query = {"list": "role_changes"}
    found, place = timeline.page(ctx, ROLES_LOG, limit=limit, start=cursors.opened(ctx, query, cursor))
    items = [
        {"id": entry.id, "actor": entry.actor, "at": entry.at, "changes": list(entry.changes), **entry.data}
        for entry in found
    ]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, place)}


def teams(ctx: Context) -> list[dict[str, Any]]:
    """Return every team with its own members, by name."""
    known = hierarchy.read(ctx)
    found = (team(each, known.members.get(each.id, ())) for each in known.teams.values())
    return sorted(found, key=lambda one: (str(one["name"]).casefold(), one["id"]))


def team(team: Team, members: Iterable[str]) -> dict[str, Any]:
    """Return a team as everybody sees it."""
    return {"id": team.id, "name": team.name, "parent": team.parent, "members": sorted(members)}
