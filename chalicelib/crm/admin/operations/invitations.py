"""Invitations: a place in a tenant, kept for one address, entered with a code that only that address receives."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlencode

from chalicelib import settings
from chalicelib.crm.admin import mails, queries, rules
from chalicelib.crm.admin.objects import Invitation, Tenant, User, UserStatus
from chalicelib.crm.admin.operations import accounts
from chalicelib.engine import hierarchy, outbox
from chalicelib.engine import idempotency as answers
from chalicelib.engine.idempotency import Idempotency
from chalicelib.gateways import identity
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, NotFound
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import directory, guard, plan, system, writes

LIVES: Final = timedelta(days=7)
RUN: Final = "invitations"


class InvitationNotGood(NotFound):
    """The code is unknown, used, revoked or expired, or was sent to another address: the caller is not told which."""

    code = "invitation_not_good"


def invite(
    ctx: Context,
    *,
    email: str,
    role: str,
    name: str = "",
    team: str | None = None,
    idempotency: Idempotency | None = None,
) -> dict[str, Any]:
    """Invite ``email`` to the tenant, mail the code, and return the invitation as it is shown.

    :raises Conflict: when somebody here has that address already.
    :raises InvalidInput: when there is no such role or team.
    """
    answered = answers.replay(ctx, idempotency) if idempotency else None
    if answered is not None:
        return answered
    rules.require_known_role(ctx, role)
    rules.require_known_team(ctx, team)
    if any(user.email.lower() == email.lower() for user in queries.users(ctx)):
        raise Conflict("Somebody here has that address already.", code="already_a_user")
    firm, inviter = queries.tenant(ctx), queries.user(ctx, user_id=ctx.actor.id)
    code = ctx.ids.secret()
    invitation = Invitation(
        id=ctx.new_id(),
        email=email,
        role=role,
        team=team,
        name=name.strip(),
        code_hash=_hash_of(code),
        invited_by=ctx.actor.id,
        created_at=clock.stamp(ctx.now),
        expires_at=clock.stamp(ctx.now + LIVES),
    )
    system.execute([_lead_to(ctx, invitation)], ids=ctx.ids)
    writes.execute(
        ctx,
        [
            directory.put(ctx, directory.invite(invitation.id), invitation.item(), when=plan.absent()),
            _mail(ctx, firm=firm, inviter=inviter, invitation=invitation, code=code),
            *([answers.remember(ctx, idempotency, invitation.presented())] if idempotency else []),
        ],
    )
    return invitation.presented()


def _mail(ctx: Context, *, firm: Tenant, inviter: User, invitation: Invitation, code: str) -> plan.Write:
    """Return the write that has the code mailed: the only place where it can be read."""
    link = urlencode({"code": code, "email": invitation.email})
    return outbox.plan(
        ctx,
        kind=mails.INVITATION,
        run=RUN,
        recipient=invitation.id,
        to=invitation.email,
        locale=firm.locale,
        data={
            "inviter": inviter.name,
            "company": firm.name,
            "code": code,
            "link": f"{settings.current().public_url}/invitation?{link}",
            "until": clock.to_wall(ctx.now + LIVES, firm.time_zone).strftime("%d/%m/%Y"),
        },
    )


def revoke_invitation(ctx: Context, *, invitation_id: str) -> None:
    """Take an invitation back.

    :raises NotFound: when there is no open one of that id.
    """
    row = directory.get(ctx, directory.invite(invitation_id))
    if row is None or not Invitation.of(row).is_open(ctx.now):
        raise NotFound("There is no such invitation.")
    system.execute([system.delete_api_key(row["code_hash"])], ids=ctx.ids)
    writes.execute(ctx, [directory.delete(ctx, directory.invite(invitation_id))])


def accept_invitation(ctx: Context, *, code: str, email: str, password: str, name: str) -> tuple[Tenant, User]:
    """Open the account that an invitation promises, and return it with its tenant.

    :raises InvitationNotGood: when the code does not open anything for this address.
    :raises EmailTaken: when the address has an account.
    """
    lead = system.api_key(_hash_of(code))
    if lead is None or lead["kind"] != "invitation":
        raise InvitationNotGood("This invitation is not good any more.")
    inside = replace(ctx, tenant=TenantId(lead["tenant"]))
    with guard.entered(inside.tenant):
        row = directory.get(inside, directory.invite(lead["id"]))
        invitation = Invitation.of(row) if row else None
        if invitation is None or not invitation.is_open(ctx.now) or invitation.email.lower() != email.lower():
            raise InvitationNotGood("This invitation is not good any more.")
        firm, teams = queries.tenant(inside), hierarchy.read(inside).teams
    claim = accounts.claim(ctx, email=email, purpose=f"invitation:{invitation.id}", tenant=inside.tenant)
    with accounts.attempting(ctx, claim):
        user = User(
            id=claim.user,
            email=invitation.email,
            name=name.strip(),
            role=invitation.role,
            team=invitation.team if invitation.team in teams else None,
            status=UserStatus.ACTIVE,
            locale=firm.locale,
            time_zone=firm.time_zone,
            subject=identity.create_user(user_id=claim.user, password=password),
            created_at=clock.stamp(ctx.now),
        )
        with guard.entered(inside.tenant):
            writes.execute(inside, [directory.put(inside, directory.user(user.id), user.item())])
        accounts.let_in(ctx, claim, tenant=firm, user=user)
    with guard.entered(inside.tenant):
        writes.execute(inside, [directory.delete(inside, directory.invite(invitation.id))])
    system.execute([system.delete_api_key(invitation.code_hash)], ids=ctx.ids)
    return firm, user


def _hash_of(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def _lead_to(ctx: Context, invitation: Invitation) -> plan.Write:
    """Return the write of the row that leads from a code to its invitation; DynamoDB drops it once it has expired."""
    row = {
        "kind": "invitation",
        "tenant": ctx.tenant,
        "id": invitation.id,
        "expires": int((ctx.now + LIVES).timestamp()),
    }
    return system.put_api_key(invitation.code_hash, row, when=plan.absent())
