"""Opening an account: claim the address, tell Cognito, write the tenant's rows, and only then let the person in.

There is no transaction across these steps, so their order carries the safety. The claim on the address comes first and
remembers the ids; every step after it can be done again with the same ids; the last one, which lets the person in,
needs the claim to be still theirs. Whoever is killed on the way leaves an address that can be claimed again after a
minute, and the next attempt goes on where that one stopped: one address never opens two accounts.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from chalicelib.crm.admin import rules
from chalicelib.crm.admin.objects import Tenant, User
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, Problem
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import plan, system, writes

ATTEMPT_LIVES: Final = timedelta(seconds=60)


class EmailTaken(Conflict):
    """An account exists already for this address; whose, is nobody's business."""

    code = "email_taken"


@dataclass(frozen=True, slots=True)
class Claim:
    """The right of one attempt to open the account of an address, with the ids that it and its successors use."""

    digest: str
    purpose: str
    tenant: TenantId
    user: str
    pipeline: str
    token: str

    def item(self, ctx: Context, *, state: str) -> dict[str, Any]:
        return {
            "state": state,
            "purpose": self.purpose,
            "tenant": self.tenant,
            "user": self.user,
            "pipeline": self.pipeline,
            "attempt": self.token,
            "claimed_at": clock.stamp(ctx.now),
        }


def claim(ctx: Context, *, email: str, purpose: str, tenant: TenantId | None = None) -> Claim:
    """Return the claim on ``email`` for a new tenant, or for ``tenant``; an abandoned one is taken over with its ids.

    :raises EmailTaken: when the address has an account, or another attempt is under way.
    """
    digest = rules.digest_of(email)
    row = system.email(digest)
    if row is not None and not _is_abandoned(ctx, row):
        raise EmailTaken("This address cannot be used for a new account.")
    same = row if row is not None and row["purpose"] == purpose else None
    mine = Claim(
        digest=digest,
        purpose=purpose,
        tenant=tenant or TenantId(same["tenant"] if same else ctx.ids.tenant()),
        user=row["user"] if row else ctx.new_id(),
        pipeline=same["pipeline"] if same else ctx.new_id(),
        token=ctx.ids.token(),
    )
    unchanged = plan.equals("attempt", row["attempt"]) if row else plan.absent()
    try:
        system.execute([system.put_email(digest, mine.item(ctx, state="pending"), when=unchanged)], ids=ctx.ids)
    except writes.Refused as refused:
        raise EmailTaken("This address cannot be used for a new account.") from refused
    return mine


@contextmanager
def attempting(ctx: Context, claim: Claim) -> Iterator[None]:
    """Give the address back at once when the attempt fails, instead of leaving it to the minute that a death takes."""
    try:
        yield
    except Exception:
        given_back = {**claim.item(ctx, state="pending"), "claimed_at": clock.stamp(ctx.now - 2 * ATTEMPT_LIVES)}
        mine = plan.equals("attempt", claim.token) & plan.equals("state", "pending")
        with suppress(Problem):
            system.execute([system.put_email(claim.digest, given_back, when=mine)], ids=ctx.ids)
        raise


def let_in(ctx: Context, claim: Claim, *, tenant: Tenant, user: User) -> None:
    """Let the person enter from now on.

    :raises EmailTaken: when another attempt has taken over meanwhile.
    """
    mine = plan.equals("attempt", claim.token)
    try:
        system.execute(
            [
                system.put_email(claim.digest, claim.item(ctx, state="active"), when=mine),
                system.put_subject(user.subject, {**user.subject_item(tenant), "revision": 1}),
            ],
            ids=ctx.ids,
        )
    except writes.Refused as refused:
        raise EmailTaken("This address cannot be used for a new account.") from refused


def _is_abandoned(ctx: Context, row: Mapping[str, Any]) -> bool:
    return row["state"] == "pending" and ctx.now - clock.parse(row["claimed_at"]) > ATTEMPT_LIVES
