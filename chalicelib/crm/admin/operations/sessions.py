"""Signing in, staying in and signing out.

A wrong password and an unknown address take the same steps: the attempt is counted, the address looked up, and Cognito
asked, for a user that cannot exist if need be. Counting comes before asking, so that a burst of parallel guesses gets
no more answers than a patient one.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from chalicelib.crm.admin import rules
from chalicelib.crm.admin.objects import Tenant, User
from chalicelib.gateways import identity
from chalicelib.gateways.identity import Tokens
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, TooManyRequests
from chalicelib.storage import plan, system, writes

FAILURES_ALLOWED: Final = 10
WINDOW: Final = timedelta(minutes=5)
SIGNED_OUT_REMEMBERED: Final = 20
_TRIES: Final = 5

SubjectRow = dict[str, Any]


def sign_in(ctx: Context, *, email: str, password: str) -> Tokens:
    """Exchange an address and a password for tokens.

    :raises SignInRefused: when they do not belong together.
    :raises TooManyRequests: after ten failures within five minutes.
    """
    digest = rules.digest_of(email)
    attempts = system.count_failure(digest, now=ctx.now, window=WINDOW)
    if attempts > FAILURES_ALLOWED:
        _, seconds_left = system.failures(digest, now=ctx.now)
        raise TooManyRequests("Too many attempts. Wait a little and try again.", retry_after=max(seconds_left, 1))
    row = system.email(digest)
    user_id = row["user"] if row is not None and row["state"] == "active" else f"nobody-{digest[:19]}"
    tokens = identity.sign_in(user_id=user_id, password=password)
    system.clear_failures(digest)
    return tokens


def end_session(ctx: Context, *, subject: str, session: str) -> None:
    """Make every access token of one session worthless, within the minute for which the door remembers."""

    def ended(row: SubjectRow) -> SubjectRow:
        others = [other for other in row.get("ended", []) if other != session]
        return {**row, "ended": [*others, session][-SIGNED_OUT_REMEMBERED:]}

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
