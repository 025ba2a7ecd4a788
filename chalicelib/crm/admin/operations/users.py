"""Who works here: roles, names, leaving and coming back.

The directory decides, by a transaction in which two administrators cannot cross; then the door is told, then Cognito.
Should we be killed on the way, repeating the request completes the rest.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chalicelib.crm.admin import queries, rules
from chalicelib.crm.admin.objects import Tenant, User, UserStatus
from chalicelib.crm.admin.operations import sessions
from chalicelib.engine import hierarchy, ownership
from chalicelib.engine.jobs import Job
from chalicelib.engine.roles.declared import ADMIN
from chalicelib.gateways import identity
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput
from chalicelib.storage import directory, plan, writes


class HeirRequired(Conflict):
    """Somebody must inherit the open work; the problem says how much there is."""

    code = "heir_required"


def change_me(ctx: Context, *, changes: Mapping[str, str]) -> User:
    """Change one's own name, language or time zone, and return oneself."""
    firm = queries.tenant(ctx)
    me = queries.user(ctx, user_id=ctx.actor.id)
    if "timezone" in changes:
        rules.require_known_time_zone(changes["timezone"])
    return _save(
        ctx,
        firm,
        me,
        replace(
            me,
            name=changes.get("name", me.name).strip(),
            locale=changes.get("locale", me.locale),
            time_zone=changes.get("timezone", me.time_zone),
        ),
    )


def change_user(ctx: Context, *, user_id: str, changes: Mapping[str, Any]) -> User:
    """Change a user's role, team or name and return them.

    :raises LastAdministrator: when nobody else would administer the account.
    :raises InvalidInput: when there is no such role or team.
    """
    firm = queries.tenant(ctx)
    user = queries.user(ctx, user_id=user_id)
    role, team = changes.get("role", user.role), changes.get("team", user.team)
    if "role" in changes:
        rules.require_known_role(ctx, role)
    if "team" in changes:
        rules.require_known_team(ctx, team)
    if role != ADMIN:
        rules.require_other_administrator(user, queries.users(ctx))
    renamed = changes.get("name", user.name).strip()
    changed = _save(ctx, firm, user, replace(user, role=role, team=team, name=renamed))
    hierarchy.outdate(ctx)
    return changed


def deactivate_user(ctx: Context, *, user_id: str, heir_id: str | None) -> tuple[User, Job | None]:
    """End a user's sessions and return them with the job that hands their open work to the heir, if there is any.

    Repeating it goes on with the rest.

    :raises HeirRequired: when there is open work and nobody to inherit it.
    :raises LastAdministrator: when nobody else would administer the account.
    """
    firm = queries.tenant(ctx)
    user = queries.user(ctx, user_id=user_id)
    if user.id == ctx.actor.id:
        raise Conflict("Ask another administrator to deactivate you.", code="own_account")
    rules.require_other_administrator(user, queries.users(ctx))
    heir = _heir(ctx, user, heir_id)
    work = ownership.open_work(ctx, owner=user.id)
    if heir is None and any(work.values()):
        raise HeirRequired("Say who inherits the open work.", extra={"open_work": work})
    leaving = replace(
        user, status=UserStatus.INACTIVE, not_before=clock.stamp(ctx.now), heir=heir.id if heir else user.heir
    )
    gone = _save(ctx, firm, user, leaving)
    identity.disable(user_id=user.id)
    if heir is None or not any(work.values()):
        return gone, None
    return gone, ownership.transfer(ctx, owner=user.id, heir=heir.id)


def transfer_work(ctx: Context, *, user_id: str, heir_id: str, everything: bool) -> Job:
    """Begin to give a user's open work, or everything they are responsible for, to another, and return the job."""
    user = queries.user(ctx, user_id=user_id)
    heir = _heir(ctx, user, heir_id, named="to")
    assert heir is not None, "an heir is named"
    return ownership.transfer(ctx, owner=user.id, heir=heir.id, everything=everything)


def activate_user(ctx: Context, *, user_id: str) -> User:
    """Let a deactivated user in again and return them; sessions from before stay ended."""
    firm = queries.tenant(ctx)
    user = queries.user(ctx, user_id=user_id)
    identity.enable(user_id=user.id)
    return _save(ctx, firm, user, replace(user, status=UserStatus.ACTIVE, heir=None))


def end_sessions(ctx: Context, *, firm: Tenant, user: User) -> User:
    """Make every session of a user that began before now worthless at the door, and return the user."""
    return _save(ctx, firm, user, replace(user, not_before=clock.stamp(ctx.now)))


def _heir(ctx: Context, user: User, heir_id: str | None, *, named: str = "heir_id") -> User | None:
    if heir_id is None:
        return None
    heir = next((other for other in queries.users(ctx) if other.id == heir_id), None)
    if heir is None or heir.id == user.id or heir.status is not UserStatus.ACTIVE:
        raise InvalidInput.of(named, "not_an_active_user", "Choose another active user.")
    return heir


def _save(ctx: Context, firm: Tenant, before: User, after: User) -> User:
    """Store a user where door and directory know them, unless the firm's people changed since ``firm`` was read."""
    after = replace(after, version=before.version + 1)
    same_people = plan.equals("people_version", firm.people_version)
    try:
        writes.execute(
            ctx,
            [
                directory.put(ctx, directory.user(after.id), after.item(), when=plan.equals("version", before.version)),
                directory.update(ctx, directory.TENANT, add={"people_version": 1}, when=same_people),
            ],
        )
    except writes.Refused as refused:
        raise Conflict("Somebody else is changing users at the moment. Try again.") from refused
    sessions.tell_the_door(ctx, tenant=firm, user=after)
    return after
