"""Counting what became of mails: a campaign's numbers, each with the rows behind it, and the firm's standing.

A mail adds to a campaign's number of a state when it comes to it and takes away when a verdict is taken back, in the
transaction that writes or deletes the row behind it. So the numbers equal a recount of the rows, and those a recount
of the mails' histories.

The firm's standing counts mails that people get without having asked for just them, by the day on which they were
sent: how many, how many bounced for good, how many were complained about, each with the row behind it.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from hashlib import sha256
from typing import Final

from chalicelib.crm.marketing.tracking import histories
from chalicelib.crm.marketing.tracking.histories import History
from chalicelib.crm.marketing.tracking.observations import BOUNCED, COMPLAINED, SENT
from chalicelib.engine.outbox import Delivery
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import index, keys, outcomes
from chalicelib.storage.index import Counter
from chalicelib.storage.outcomes import Outcome
from chalicelib.storage.plan import Write

FIELD: Final = "state"
KEPT: Final = timedelta(days=60)
"""How long it can be looked up who is behind a day of the firm's standing."""

STANDING: Final = "mail-standing"
SERVICE: Final = "service"
"""The purpose of mails that belong to an order, a ticket or an account: they are no marketing."""


def counters_of(campaign: str) -> str:
    """Return under which name the numbers of a campaign are counted."""
    return f"campaign.{campaign}"


def numbers(ctx: Context, campaign: str) -> dict[str, dict[str, int]]:
    """Return a campaign's numbers, by variant (empty where there is one only) and state."""
    found: dict[str, dict[str, int]] = {}
    for counter in index.counters(ctx, counters_of(campaign), FIELD):
        found.setdefault(counter.owner, {})[counter.option] = counter.count
    return found


def steps(ctx: Context, delivery: Delivery, before: History, after: History) -> Iterator[Write]:
    """Yield what brings rows and numbers from one history of a mail to another."""
    old, new = histories.states(before), histories.states(after)
    if delivery.about.get("campaign"):
        yield from _of_campaign(ctx, delivery, old, new)
    if delivery.about.get("purpose") != SERVICE:
        yield from _of_standing(ctx, delivery, _standing(before, old), _standing(after, new))


def _of_campaign(ctx: Context, delivery: Delivery, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Write]:
    campaign, shard = delivery.about["campaign"], keys.shard_of(delivery.recipient)
    variant = delivery.about.get("variant", "")
    for state in histories.STATES:
        if old.get(state) == new.get(state):
            continue
        row = _outcome(delivery, state, new.get(state, ""))
        yield outcomes.put(ctx, campaign, row) if state in new else outcomes.delete(ctx, campaign, row)
        if difference := (state in new) - (state in old):
            counter = Counter(option=state, owner=variant, count=difference)
            yield index.add_to_counter(ctx, counters_of(campaign), FIELD, counter, shard=shard)


def _outcome(delivery: Delivery, state: str, at: str) -> Outcome:
    about = delivery.about
    return Outcome(state, delivery.recipient, about["plural"], about["id"], at, about.get("variant", ""))


def _of_standing(ctx: Context, delivery: Delivery, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Write]:
    shard = keys.shard_of(delivery.recipient)
    for what in (SENT, BOUNCED, COMPLAINED):
        was, now = old.get(what), new.get(what)
        if was == now:
            continue
        for day, difference in ((was, -1), (now, 1)):
            if day is not None:
                yield index.add_to_counter(ctx, STANDING, day, Counter(option=what, count=difference), shard=shard)
        if was is not None:
            yield outcomes.delete(ctx, list_of(was), _mailed(delivery, what, was))
        if now is not None:
            until = clock.parse(f"{now}T00:00:00Z") + KEPT
            yield outcomes.put(ctx, list_of(now), _mailed(delivery, what, now), expires=int(until.timestamp()))


def list_of(day: str) -> str:
    """Return under which name the mails of a day are listed that the firm's standing counts."""
    return f"{STANDING}-{day}"


def _mailed(delivery: Delivery, what: str, at: str) -> Outcome:
    """Return the row behind one mail of the firm's standing; its name tells apart the mails of all runs."""
    about = delivery.about
    name = sha256(delivery.mid.encode()).hexdigest()[:40]
    return Outcome(what, name, about["plural"], about["id"], at, about.get("variant", ""))


def _standing(history: History, states: Mapping[str, str]) -> dict[str, str]:
    """Return what a mail adds to the firm's standing, each with the day of the mail."""
    if SENT not in states:
        return {}
    day = states[SENT][:10]
    counted = {SENT: True, BOUNCED: histories.is_hard(history), COMPLAINED: COMPLAINED in states}
    return {what: day for what, holds in counted.items() if holds}
