"""Passwords: forgotten, and set anew with a code that only the mailbox of the address receives; or changed.

Whoever asks for a code learns nothing about the address: an unknown one takes the same steps, in a firm that does not
exist, and gets the same answer. A code opens once and for half an hour; whoever sets a password with it ends every
session there was, and is told so by mail.
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from chalicelib import settings
from chalicelib.crm.admin import mails, queries, rules
from chalicelib.crm.admin.objects import LOCALES, Tenant, User, UserStatus
from chalicelib.crm.admin.operations import sessions, users
from chalicelib.engine import mail_layout, outbox
from chalicelib.gateways import identity
from chalicelib.gateways.identity import SignInRefused, Tokens
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.errors import InvalidInput, NotFound, Problem, TooManyRequests
from chalicelib.kernel.ids import TenantId
from chalicelib.observability import logger
from chalicelib.storage import directory, guard, plan, system, writes

LIVES: Final = timedelta(minutes=30)
ASKED_AT_MOST: Final = 5
ASKED_WITHIN: Final = timedelta(minutes=15)
KIND: Final = "password_reset"
RUN: Final = "passwords"


class ResetNotGood(NotFound):
    """The code is unknown, used or expired: the caller is not told which."""

    code = "reset_not_good"


def ask_reset(ctx: Context, *, email: str, locale: str) -> None:
    """Mail a code with which the password of an address can be set anew, if the address is anybody's.

    :raises TooManyRequests: when it was asked for five times within a quarter of an hour.
    """
    digest = rules.digest_of(email)
    counter = rules.digest_of(f"reset:{email.strip().lower()}")
    if system.count_failure(counter, now=ctx.now, window=ASKED_WITHIN) > ASKED_AT_MOST:
        _, seconds = system.failures(counter, now=ctx.now)
        raise TooManyRequests("Look into your mailbox, or wait a little.", retry_after=max(seconds, 1))
    row = system.email(digest)
    known = row if row is not None and row["state"] == "active" else None
    code = ctx.ids.secret()
    tenant = TenantId(known["tenant"]) if known else _nowhere(digest)
    user_id = known["user"] if known else ctx.new_id()
    lead = {"kind": KIND, "tenant": tenant, "id": user_id, "expires": int((ctx.now + LIVES).timestamp())}
    system.execute([system.put_api_key(_hash_of(code), lead, when=plan.absent())], ids=ctx.ids)
    inside = _inside(ctx, tenant, user_id)
    with guard.entered(tenant):
        found = directory.get(inside, directory.user(user_id))
        user = User.of(found) if found else None
        if user is not None and user.status is UserStatus.ACTIVE:
            writes.execute(inside, [_code_mail(inside, user, code)])
        else:
            passing = {"locale": locale if locale in LOCALES else LOCALES[0], "expires": lead["expires"]}
            writes.execute(inside, [directory.put(inside, f"nobody#{ctx.new_id()}", passing)])


def reset(ctx: Context, *, code: str, password: str) -> None:
    """Set a password with a mailed code, end every session of the person, and tell them by mail.

    :raises ResetNotGood: when the code opens nothing.
    :raises InvalidInput: when the password does not satisfy the pool's policy; the code stays good.
    """
    digest = _hash_of(code)
    lead = system.api_key(digest)
    if lead is None or lead["kind"] != KIND or lead["expires"] <= int(ctx.now.timestamp()):
        raise ResetNotGood("This code is not good any more. Ask for a new one.")
    inside = _inside(ctx, TenantId(lead["tenant"]), lead["id"])
    with guard.entered(inside.tenant):
        found = directory.get(inside, directory.user(lead["id"]))
        user = User.of(found) if found else None
        if user is None or user.status is not UserStatus.ACTIVE:
            raise ResetNotGood("This code is not good any more. Ask for a new one.")
        _use_up(ctx, digest)
        try:
            _set(inside, queries.tenant(inside), user, password)
        except Problem:
            system.execute([system.put_api_key(digest, lead)], ids=ctx.ids)
            raise
    system.clear_failures(rules.digest_of(user.email))


def change(ctx: Context, *, current: str, password: str) -> tuple[User, Tokens]:
    """Change one's own password, end every session, and return the tokens of a new one.

    :raises InvalidInput: when the current password is wrong, or the new one does not satisfy the pool's policy.
    :raises TooManyRequests: after ten failures within five minutes.
    """
    user = queries.user(ctx, user_id=ctx.actor.id)
    require_password(ctx, user, current, named="current")
    _set(ctx, queries.tenant(ctx), user, password)
    return user, identity.sign_in(user_id=user.id, password=password)


def require_password(ctx: Context, user: User, password: str, *, named: str = "password") -> None:
    """Return when this is the person's password: whoever found an open screen does not know it.

    :raises InvalidInput: when it is not.
    :raises TooManyRequests: after ten failures within five minutes.
    """
    digest = rules.digest_of(user.email)
    sessions.count_attempt(ctx, digest)
    try:
        tokens = identity.sign_in(user_id=user.id, password=password)
    except SignInRefused:
        raise InvalidInput.of(named, "wrong_password", "This is not your password.") from None
    system.clear_failures(digest)
    if tokens.refresh_token:
        identity.sign_out(tokens.refresh_token)


def _set(ctx: Context, firm: Tenant, user: User, password: str) -> None:
    identity.set_password(user_id=user.id, password=password)
    users.end_sessions(ctx, firm=firm, user=user)
    identity.sign_out_everywhere(user_id=user.id)
    writes.execute(ctx, [_changed_mail(ctx, firm, user)])
    logger.info("password changed", user=user.id)


def _use_up(ctx: Context, digest: str) -> None:
    """Take the code away, so that of two who hold it one gets in."""
    try:
        system.execute([replace(system.delete_api_key(digest), when=plan.present())], ids=ctx.ids)
    except writes.Refused as refused:
        raise ResetNotGood("This code is not good any more. Ask for a new one.") from refused


def _code_mail(ctx: Context, user: User, code: str) -> plan.Write:
    address = f"{settings.current().public_url}/reset#code={code}"
    minutes = int(LIVES.total_seconds() // 60)
    return _mail(
        ctx, mails.PASSWORD_RESET, user, {"name": user.name, "code": code, "link": address, "minutes": minutes}
    )


def _changed_mail(ctx: Context, firm: Tenant, user: User) -> plan.Write:
    told = {
        "name": user.name,
        "company": firm.name,
        "at": mail_layout.spoken_time(user.locale, ctx.now, user.time_zone),
        "link": f"{settings.current().public_url}/forgot",
    }
    return _mail(ctx, mails.PASSWORD_CHANGED, user, told)


def _mail(ctx: Context, kind: outbox.MailKind, user: User, data: Mapping[str, Any]) -> plan.Write:
    return outbox.plan(
        ctx, kind=kind, run=RUN, recipient=ctx.new_id(), to=user.email, locale=user.locale, data=data,
        not_after=ctx.now + LIVES if kind is mails.PASSWORD_RESET else None,
    )  # fmt: skip


def _inside(ctx: Context, tenant: TenantId, user_id: str) -> Context:
    return replace(ctx, tenant=tenant, actor=Actor(kind="user", id=user_id))


def _nowhere(digest: str) -> TenantId:
    """Return a firm that there is not, the same for an address each time; what is written there goes by itself."""
    return TenantId(base64.b32encode(hashlib.sha256(f"nowhere:{digest}".encode()).digest()).decode().lower()[:20])


def _hash_of(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
