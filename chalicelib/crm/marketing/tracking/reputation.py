"""The firm's standing with those who carry its mails, and the breaker that keeps it from losing it for everybody.

Counted are the mails of the last seven days that were no service, by the day on which each was sent. When at least 200
went and 5 % of them bounced for good, or one in a thousand was complained about - where SES begins to look at whoever
sends - the firm's marketing pauses: nothing more goes out, whatever is waiting waits, and other firms notice nothing.
An administrator who has found out why lets it go on; what had been counted until then is forgiven.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from chalicelib.crm.marketing.tracking import counting
from chalicelib.crm.marketing.tracking.observations import BOUNCED, COMPLAINED, SENT
from chalicelib.engine import cursors, naming, notices, people
from chalicelib.engine.roles.declared import ADMIN
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput
from chalicelib.observability import logger, metric
from chalicelib.storage import directory, index, outcomes, plan, writes
from chalicelib.storage.plan import Write

DAYS: Final = 7
LEAST: Final = 200
MOST_BOUNCES: Final = 0.05
MOST_COMPLAINTS: Final = 0.001
PAUSED: Final = "paused"
RUNNING: Final = "running"
NOTICE: Final = "marketing_paused"
REASON: Final = "reputation"
"""Why a mail waits while the firm's marketing is paused."""

MOST_TOLD: Final = 90
COUNTED: Final = (SENT, BOUNCED, COMPLAINED)

LOOK_AGAIN: Final = timedelta(minutes=15)
"""When a mail that waits is looked at again."""

Numbers = Mapping[str, int]


class NotPaused(Conflict):
    """Marketing is not paused: there is nothing to let go on."""

    code = "not_paused"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the firm's mails came to: ``sent``, ``bounced`` for good, ``complained`` about, and since when it is so.

    ``reason`` says why marketing is paused: ``bounces`` or ``complaints``.
    """

    state: str
    numbers: Numbers
    since: str | None = None
    reason: str | None = None
    by: str | None = None
    by_day: Mapping[str, Numbers] = field(default_factory=dict)

    def shown(self) -> dict[str, Any]:
        """Return the standing as the API answers it; a rate is of what was sent, null when nothing was."""
        sent = self.numbers[SENT]
        return {
            "state": self.state,
            "since": self.since,
            "reason": self.reason,
            "resumed_by": self.by,
            "days": DAYS,
            "sent": sent,
            "bounced": self.numbers[BOUNCED],
            "complained": self.numbers[COMPLAINED],
            "bounce_rate": self.numbers[BOUNCED] / sent if sent else None,
            "complaint_rate": self.numbers[COMPLAINED] / sent if sent else None,
            "by_day": [
                {"day": day, **{what: numbers.get(what, 0) for what in COUNTED}}
                for day, numbers in sorted(self.by_day.items(), reverse=True)
            ],
            "limits": {"least": LEAST, "bounce_rate": MOST_BOUNCES, "complaint_rate": MOST_COMPLAINTS},
        }


@dataclass(frozen=True, slots=True)
class _Row:
    state: str = RUNNING
    since: str | None = None
    reason: str | None = None
    by: str | None = None
    forgiven: Mapping[str, Numbers] = field(default_factory=dict)


def is_paused(ctx: Context) -> bool:
    """Return whether the firm's marketing is paused; read consistently, for whoever is about to send."""
    row = directory.get(ctx, directory.mail_standing())
    return row is not None and row["state"] == PAUSED


def standing(ctx: Context) -> Standing:
    """Return how the firm stands now."""
    row, by_day = _row(ctx), _by_day(ctx)
    return Standing(row.state, _summed(by_day, row.forgiven), row.since, row.reason, row.by, by_day)


def behind(ctx: Context, *, day: str, what: str, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return one page of the people behind a number of a day, those that the caller may see, in no order that matters.

    :raises InvalidInput: when it is no day.
    """
    try:
        date.fromisoformat(day)
    except ValueError:
        raise InvalidInput.of("day", "invalid", "Send a day such as 2026-11-21.") from None
    query = {"standing": day, "of": what}
    start = cursors.opened(ctx, query, cursor)
    found, place = outcomes.page(ctx, counting.list_of(day), what, limit=limit, start=start)
    names = naming.names(ctx, [(each.plural, each.record) for each in found])
    items = [
        {"plural": each.plural, "id": each.record, "name": names[each.plural, each.record]}
        for each in found
        if (each.plural, each.record) in names
    ]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, place)}


def look(ctx: Context) -> bool:
    """Pause the firm's marketing if too much bounced or was complained about, and return whether that paused it.

    Who administers the firm is told, once. To look again is harmless.
    """
    row = _row(ctx)
    numbers = _summed(_by_day(ctx), row.forgiven)
    reason = _fault(numbers)
    if row.state == PAUSED or reason is None:
        return False
    since = clock.stamp(ctx.now)
    paused = {"state": PAUSED, "since": since, "reason": reason, "by": None, "forgiven": dict(row.forgiven)}
    told = _told(ctx, since, {"reason": reason, **numbers})
    as_read = plan.absent() if row.since is None else plan.equals("since", row.since)
    try:
        writes.execute(ctx, [directory.put(ctx, directory.mail_standing(), paused, when=as_read), *told])
    except writes.Refused:
        return False
    logger.warning("marketing paused", reason=reason, **numbers)
    metric("MarketingPaused", reason=reason)
    return True


def resume(ctx: Context) -> Standing:
    """Let marketing go on, forgive what was counted until now, and return how the firm stands then.

    :raises NotPaused: when it is not paused.
    """
    row = _row(ctx)
    if row.state != PAUSED:
        raise NotPaused("Marketing is not paused.")
    by_day = {day: dict(numbers) for day, numbers in _by_day(ctx).items()}
    going = {"state": RUNNING, "since": clock.stamp(ctx.now), "reason": None, "by": ctx.actor.id, "forgiven": by_day}
    try:
        again = plan.equals("since", row.since) & plan.equals("state", PAUSED)
        writes.execute(ctx, [directory.put(ctx, directory.mail_standing(), going, when=again)])
    except writes.Refused as refused:
        raise NotPaused("Somebody else has let marketing go on.") from refused
    logger.info("marketing resumed", by=ctx.actor.id)
    return standing(ctx)


def _fault(numbers: Numbers) -> str | None:
    sent = numbers[SENT]
    if sent < LEAST:
        return None
    if numbers[COMPLAINED] >= MOST_COMPLAINTS * sent:
        return "complaints"
    return "bounces" if numbers[BOUNCED] >= MOST_BOUNCES * sent else None


def _row(ctx: Context) -> _Row:
    row = directory.get(ctx, directory.mail_standing())
    if row is None:
        return _Row()
    return _Row(row["state"], row["since"], row["reason"], row["by"], row["forgiven"])


def _by_day(ctx: Context) -> dict[str, Numbers]:
    """Return what was counted on each of the last days, today included."""
    days = [clock.stamp(ctx.now - timedelta(days=back))[:10] for back in range(DAYS)]
    counted = {day: index.counters(ctx, counting.STANDING, day, consistent=True) for day in days}
    return {day: {counter.option: counter.count for counter in found} for day, found in counted.items() if found}


def _summed(by_day: Mapping[str, Numbers], forgiven: Mapping[str, Numbers]) -> dict[str, int]:
    return {
        what: max(
            sum(numbers.get(what, 0) - int(forgiven.get(day, {}).get(what, 0)) for day, numbers in by_day.items()), 0
        )
        for what in COUNTED
    }


def _told(ctx: Context, since: str, data: Mapping[str, Any]) -> list[Write]:
    """Return the writes that tell who administers the firm, in the transaction that pauses it."""
    admins = [person.id for person in people.all(ctx) if person.is_active and person.role == ADMIN]
    told = [notices.tell(ctx, user=id, kind=NOTICE, data=data, cause=f"standing-{since}", at=since) for id in admins]
    return told[:MOST_TOLD]
