"""Signing in, staying in and signing out.

A wrong password and an unknown address take the same steps: the attempt is counted, the address looked up, and Cognito
asked, for a user that cannot exist if need be. Counting comes before asking, so that a burst of parallel guesses gets
no more answers than a patient one. Whoever has a second step is asked for it once the password was right, and the
tokens that Cognito gave meanwhile leave this module with the right code only.

Each session is a row of its person's, by which they see and end it. A row outlives what it tells of: a session that was
ended stays ended for as long as its refresh token could still be sent.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

from chalicelib.crm.admin import queries, rules
from chalicelib.crm.admin.objects import Tenant, User
from chalicelib.crm.admin.operations import mfa
from chalicelib.crm.admin.operations.mfa import Demand
from chalicelib.gateways import identity
from chalicelib.gateways.identity import Tokens
from chalicelib.kernel import clock
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.errors import Conflict, NotFound, TooManyRequests, Unauthenticated
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import directory, guard, plan, system, writes

FAILURES_ALLOWED: Final = 10
WINDOW: Final = timedelta(minutes=5)
SIGNED_OUT_REMEMBERED: Final = 50
SESSION_LIVES: Final = timedelta(days=31)
LONGEST_DEVICE: Final = 200
_TRIES: Final = 5

SubjectRow = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody is in: their tokens, and the recovery codes if they have just shown the first code of their app."""

    tokens: Tokens
    recovery_codes: tuple[str, ...] = ()


def sign_in(ctx: Context, *, email: str, password: str, code: str | None = None) -> Entered | Demand:
    """Exchange an address and a password (and the code of the second step) for tokens, or say what is missing.

    :raises SignInRefused: when address and password do not belong together.
    :raises WrongCode: when they do, and the code is not good.
    :raises TooManyRequests: after ten failures within five minutes.
    """
    digest = rules.digest_of(email)
    count_attempt(ctx, digest)
    row = system.email(digest)
    user_id = row["user"] if row is not None and row["state"] == "active" else f"nobody-{digest[:19]}"
    tokens = identity.sign_in(user_id=user_id, password=password)
    tenant = TenantId(row["tenant"] if row else "")
    inside = replace(ctx, tenant=tenant, actor=Actor(kind="user", id=user_id))
    with guard.entered(tenant):
        user, firm = queries.user(inside, user_id=user_id), queries.tenant(inside)
        missing, recovery_codes = mfa.demanded(inside, user=user, firm=firm, code=code)
    if missing is not None:
        return missing
    system.clear_failures(digest)
    return Entered(tokens, tuple(recovery_codes))


def count_attempt(ctx: Context, digest: str) -> None:
    """Count an attempt on an address before it is looked at.

    :raises TooManyRequests: after ten failures within five minutes.
    """
    attempts = system.count_failure(digest, now=ctx.now, window=WINDOW)
    if attempts > FAILURES_ALLOWED:
        _, seconds_left = system.failures(digest, now=ctx.now)
        raise TooManyRequests("Too many attempts. Wait a little and try again.", retry_after=max(seconds_left, 1))


def note_begun(ctx: Context, *, session: str, device: str) -> None:
    """Write down that a session of the acting user has begun."""
    now = clock.stamp(ctx.now)
    row = {"id": session, "began_at": now, "seen_at": now, "device": device[:LONGEST_DEVICE], "expires": _expiry(ctx)}
    writes.execute(ctx, [directory.put(ctx, directory.session(ctx.actor.id, session), row)])


def note_continued(ctx: Context, *, session: str, device: str) -> None:
    """Write down that a session goes on.

    :raises Unauthenticated: when it was ended, or the firm demands a second step that its person does not have.
    """
    me = ctx.actor.id
    asked = [directory.session(me, session), directory.second_step(me), directory.user(me), directory.TENANT]
    rows = {row["name"]: row for row in directory.several(ctx, asked)}
    row, step, user, firm = (rows.get(name) for name in asked)
    if row is not None and not _goes_on(ctx, row, not_before=user.get("not_before") if user else None):
        raise Unauthenticated("This session has ended. Sign in again.")
    if firm is not None and Tenant.of(firm).mfa_required and not (step and step["is_on"]):
        raise Unauthenticated("Your company asks for a second step now. Sign in again.", code="mfa_setup_required")
    if row is None:
        note_begun(ctx, session=session, device=device)
        return
    seen = {"seen_at": clock.stamp(ctx.now), "expires": _expiry(ctx)}
    writes.execute(ctx, [directory.update(ctx, directory.session(ctx.actor.id, session), set=seen)])


def sessions_of(ctx: Context, *, current: str | None) -> list[dict[str, Any]]:
    """Return the acting user's sessions that go on, the present one first, then the latest seen."""
    rows = _lasting(ctx)
    told = [
        {
            "id": row["id"],
            "device": row["device"],
            "began_at": row["began_at"],
            "last_seen_at": row["seen_at"],
            "is_current": row["id"] == current,
        }
        for row in rows
    ]
    latest = sorted(told, key=lambda one: str(one["last_seen_at"]), reverse=True)
    return sorted(latest, key=lambda one: not one["is_current"])


def end_one(ctx: Context, *, session: str) -> None:
    """End one session of the acting user.

    :raises NotFound: when they have none of that id.
    """
    if session not in {row["id"] for row in _lasting(ctx)}:
        raise NotFound("There is no such session.")
    _end(ctx, [session])


def end_others(ctx: Context, *, current: str | None) -> None:
    """End every session of the acting user but the present one."""
    _end(ctx, [row["id"] for row in _lasting(ctx) if row["id"] != current])


def sign_out(ctx: Context, *, subject: str, session: str) -> None:
    """End the session that asks for it: at the door, and in its person's list."""
    end_sessions(ctx, subject=subject, sessions=[session])
    row = system.subject(subject)
    if row is not None:
        inside = replace(ctx, tenant=TenantId(row["tenant"]))
        with guard.entered(inside.tenant):
            writes.execute(inside, [directory.delete(inside, directory.session(row["user"], session))])


def _lasting(ctx: Context) -> list[SubjectRow]:
    """Return the acting user's sessions that go on."""
    not_before = queries.user(ctx, user_id=ctx.actor.id).not_before
    rows = directory.of_kind(ctx, f"session#{ctx.actor.id}")
    return [row for row in rows if _goes_on(ctx, row, not_before=not_before)]


def _goes_on(ctx: Context, row: SubjectRow, *, not_before: str | None) -> bool:
    """Return whether a session lasts: nobody ended it, by itself or with all others, and its token is not too old."""
    is_ended = "ended_at" in row or row["expires"] <= int(ctx.now.timestamp())
    return not is_ended and (not_before is None or row["began_at"] >= not_before)


def _end(ctx: Context, ids: Iterable[str]) -> None:
    ended = list(ids)
    stamp = clock.stamp(ctx.now)
    for id in ended:
        writes.execute(ctx, [directory.update(ctx, directory.session(ctx.actor.id, id), set={"ended_at": stamp})])
    if ended:
        end_sessions(ctx, subject=queries.user(ctx, user_id=ctx.actor.id).subject, sessions=ended)


def _expiry(ctx: Context) -> int:
    return int((ctx.now + SESSION_LIVES).timestamp())


def end_sessions(ctx: Context, *, subject: str, sessions: Iterable[str]) -> None:
    """Make every access token of some sessions worthless, within the minute for which the door remembers."""
    ending = list(sessions)

    def ended(row: SubjectRow) -> SubjectRow:
        others = [other for other in row.get("ended", []) if other not in ending]
        return {**row, "ended": [*others, *ending][-SIGNED_OUT_REMEMBERED:]}

    _change_subject(ctx, subject, ended)


def tell_the_door(ctx: Context, *, tenant: Tenant, user: User) -> None:
    """Make the row from which the door knows ``user`` say what the directory says; ended sessions stay ended."""

    def renewed(row: SubjectRow) -> SubjectRow:
        kept: SubjectRow = {name: row[name] for name in ("ended", "revision") if name in row}
        return {**user.subject_item(tenant), **kept}

    _change_subject(ctx, user.subject, renewed)


def _change_subject(ctx: Context, subject: str, change: Callable[[SubjectRow], SubjectRow]) -> None:
    for _ in range(_TRIES):
        row = system.subject(subject)
        if row is None:
            return
        unchanged = plan.equals("revision", row["revision"])
        renewed = {**change(row), "revision": row["revision"] + 1}
        try:
            system.execute([system.put_subject(subject, renewed, when=unchanged)], ids=ctx.ids)
        except writes.Refused:
            continue
        return
    raise Conflict("Somebody else is changing this user at the moment.")
