"""What the work for a campaign or an automation has used, and what AWS charges for that by the price list.

Functions count what they use while they work (``kernel.metering``) and write it down at the end of each batch: one
transaction for each firm whose work was in it, which counts itself too. The request token of that transaction makes its
repetition harmless. A batch that comes again has used again what it used, and is written down again; what a function
used that died before its end is in no ledger, and neither is what requests and streams use, which nobody is named for.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any, Final

from chalicelib.engine import prices
from chalicelib.kernel import metering
from chalicelib.kernel.context import Context
from chalicelib.kernel.metering import Sheet, Usage
from chalicelib.observability import logger
from chalicelib.storage import ledger as rows
from chalicelib.storage import writes

CAMPAIGN, AUTOMATION = "campaign", "automation"
A_ROW: Final = 2.0
"""Write units of one row of the ledger: less than a KB, in a transaction."""


def of_campaign(id: str) -> str:
    """Return the account of a campaign."""
    return f"{CAMPAIGN}.{id}"


def of_automation(id: str) -> str:
    """Return the account of an automation."""
    return f"{AUTOMATION}.{id}"


def bill_mail(about: Mapping[str, str]) -> None:
    """Put the work that follows on the bill of the campaign or automation of which a mail is, if it is of one."""
    if about.get("campaign"):
        metering.bill(of_campaign(about["campaign"]))
    elif about.get("automation"):
        metering.bill(of_automation(about["automation"]))


@contextmanager
def sheet(lambda_context: Any) -> Iterator[Sheet]:
    """Count what an invocation uses; ``memory_limit_in_mb`` of its context says how large its function is."""
    megabytes = getattr(lambda_context, "memory_limit_in_mb", None)
    memory = float(megabytes) / 1024 if megabytes else prices.MEMORY_GB
    with metering.counting(Sheet(memory=memory)) as opened:
        yield opened
    _share_invocation(opened)


def _share_invocation(opened: Sheet) -> None:
    """Let all accounts of an invocation bear its price alike."""
    for usage in opened.bills.values():
        share = 1 / len(opened.bills)
        usage[metering.CALL_OF_A_FUNCTION] = usage.get(metering.CALL_OF_A_FUNCTION, 0) + share


def write_down(ctx: Context, bills: Mapping[str, Usage]) -> None:
    """Add what was used to each account. What cannot be written is told in the log: no work is repeated for it."""
    if not bills:
        return
    day, shard = ctx.now.date().isoformat(), ctx.ids.token()
    wanted = [
        rows.add(ctx, account, day=day, shard=_number(shard), amounts=_with_row(usage))
        for account, usage in sorted(bills.items())
    ]
    try:
        for first in range(0, len(wanted), writes.MOST_WRITES):
            writes.execute(ctx, wanted[first : first + writes.MOST_WRITES])
    except Exception as problem:
        logger.warning("what was used is not in the ledger", error=type(problem).__name__, accounts=len(wanted))


def used(ctx: Context, account: str, *, since: date | None = None) -> Usage:
    """Return all that an account has used, of each thing that has a price, from a day on (UTC)."""
    total: Usage = {}
    for _, amounts in rows.days(ctx, account, since=since.isoformat() if since else None):
        for what, amount in amounts.items():
            total[what] = total.get(what, 0) + amount
    return total


def since(ctx: Context, days: int) -> date:
    """Return the first of so many days, of which today is the last."""
    return ctx.now.date() - timedelta(days=days - 1)


def shown(usage: Mapping[str, float]) -> dict[str, Any]:
    """Return what was used and what it costs as the API answers it; dollars in ten-thousandths."""
    parts = [
        {"what": what, "amount": round(usage[what], 3), "cost": f"{prices.LIST.of(what, usage[what]):.6f}"}
        for what in metering.WHATS
        if usage.get(what)
    ]
    return {
        "amount": f"{prices.LIST.total(usage):.4f}",
        "currency": prices.CURRENCY,
        "mails": round(usage.get(metering.MAIL, 0)),
        "parts": parts,
    }


def _with_row(usage: Usage) -> Usage:
    return {**usage, metering.WRITE_UNIT: usage.get(metering.WRITE_UNIT, 0) + A_ROW}


def _number(token: str) -> int:
    return sum(token.encode())
