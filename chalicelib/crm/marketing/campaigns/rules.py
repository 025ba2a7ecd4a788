"""What campaigns demand: their status is a fact, their cost is what their lines add up to."""

from typing import Final

from chalicelib.engine.rules import Change
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict

SENDING: Final = "campaign"
"""The source of every write that a campaign's own course causes."""

BY_MAIL: Final = "email"
UNDER_WAY: Final = frozenset({"scheduled", "running", "paused"})


def require_dates_in_order(ctx: Context, change: Change) -> Change:
    """Refuse an end before the beginning."""
    start, end = change.values.get("start_date"), change.values.get("end_date")
    if start and end and end < start:
        change.refuse("end_date", "ends_before_start", "Let the campaign end after it begins.")
    return change


def cost_from_lines(ctx: Context, change: Change) -> Change:
    """Add up the cost lines, which are all in one currency."""
    amounts = [line["amount"] for line in change.values.get("costs") or () if "amount" in line]
    currencies = {amount["currency"] for amount in amounts}
    if len(currencies) > 1:
        change.refuse("costs", "mixed_currencies", "Use one currency for all costs of a campaign.")
    total = {"minor": sum(amount["minor"] for amount in amounts), "currency": currencies.pop()} if amounts else None
    return change.holding(cost=total)


def require_launch(ctx: Context, change: Change) -> Change:
    """Keep the status of what is mailed a fact: launching, pausing and ending it change it, and nobody's hand."""
    if ctx.source == SENDING:
        return change
    is_mailed = BY_MAIL in (change.values.get("channel"), change.before.get("channel"))
    if change.kind == "create":
        if is_mailed and change.values.get("status") != "draft":
            change.refuse("status", "use_launch", "Launch the campaign, so that its mails really go.")
        return change
    if is_mailed and "status" in change.changed:
        change.refuse("status", "use_launch", "Launch, pause or cancel the campaign, so that its mails follow.")
    if "channel" in change.changed and change.before.get("status") in UNDER_WAY:
        change.refuse("channel", "under_way", "Cancel the campaign before you change its channel.")
    return change


def require_no_mails_under_way(ctx: Context, change: Change) -> Change:
    """Refuse to delete a campaign whose mails are still going.

    :raises Conflict: when that is so.
    """
    if change.before.get("channel") == BY_MAIL and change.before.get("status") in UNDER_WAY:
        raise Conflict("Cancel the campaign before you delete it.", code="under_way")
    return change
