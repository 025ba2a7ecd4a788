"""Following a mail: what was seen of it goes onto its row, the person's timeline, the campaign's numbers, and the bus.

One transaction holds all that is stored, on the condition that nobody has noted anything else meanwhile: the row's
history, the entries of the timeline that differ, the rows behind the campaign's numbers, the numbers, and at which hour
the reader was there. What differs is found by working out states and entries from the history before and after, so an
event that comes again, late or out of order differs in nothing, or corrects what was told too early. The bus hears of
it last, and hears it again when an event is repeated, under the same id.
"""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from chalicelib.crm.marketing.tracking import counting, habits, histories, urls
from chalicelib.crm.marketing.tracking.histories import Happening, History
from chalicelib.crm.marketing.tracking.observations import Observation, fits
from chalicelib.engine import events, ledger, outbox
from chalicelib.engine.events import Occurrence
from chalicelib.engine.outbox import Delivery
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Unavailable
from chalicelib.observability import logger, metric
from chalicelib.storage import deliveries, outcomes, timeline, writes
from chalicelib.storage.plan import Put, Write

_PATIENCE: Final = 8
_TOLD: Final = ("campaign", "variant", "automation", "purpose")


@dataclass(frozen=True, slots=True)
class Course:
    """A mail with its history before and after something was seen."""

    delivery: Delivery
    before: History
    after: History

    @property
    def is_news(self) -> bool:
        return self.before != self.after


def follow(ctx: Context, seen: Observation, *, row: Mapping[str, Any] | None = None) -> Course | None:
    """Note what was seen of a mail, tell it, and return its course; None when it is of nobody whom the firm knows.

    ``row`` is the mail as it was read just now, if it was.

    :raises Unavailable: when others kept noting things about the same mail; to repeat it is harmless.
    """
    for _ in range(_PATIENCE):
        row = row or deliveries.get(ctx, seen.run, seen.recipient)
        if row is None or not fits(seen, outbox.of_row(row)):
            logger.warning("event about no mail of ours", run=seen.run, recipient=seen.recipient, what=seen.what)
            metric("MailEventRefused", what=seen.what)
            return None
        delivery = outbox.of_row(row)
        ledger.bill_mail(delivery.about)
        if not delivery.about.get("id") or urls.is_of_nobody(ctx, delivery):
            return None
        course = _course(delivery, row, seen)
        if not course.is_news or _noted(ctx, course, row):
            events.tell(_occurrences(ctx, course))
            return course
        row = None  # somebody has noted something meanwhile: read again
    raise Unavailable("others keep noting what became of the same mail; repeat")


def lived(ctx: Context, mail: Put, seen: Sequence[Observation]) -> Sequence[Write]:
    """Return the writes by which a mail of the past is stored with all that was seen of it; the bus is told nothing.

    ``mail`` is the write that stores its row.
    """
    after = functools.reduce(histories.with_seen, seen, histories.NOTHING)
    delivery = outbox.of_row(deliveries.of_item({"pk": mail.key.pk, "sk": mail.key.sk, **mail.item}))
    stored = replace(mail, item={**mail.item, "became": after.to_item(), "followed": 1})
    course = Course(delivery, histories.NOTHING, after)
    counted = counting.steps(ctx, delivery, histories.NOTHING, after)
    return [stored, *_entries(ctx, course), *counted, *_signs(ctx, course)]


def history_of(row: Mapping[str, Any]) -> History:
    """Return what a row of the outbox keeps of its mail's course."""
    return History.of_item(row["became"]) if "became" in row else histories.NOTHING


def _course(delivery: Delivery, row: Mapping[str, Any], seen: Observation) -> Course:
    before = history_of(row)
    return Course(delivery, before, histories.with_seen(before, seen))


def _noted(ctx: Context, course: Course, row: Mapping[str, Any]) -> bool:
    """Store everything that differs, and return whether nobody else was faster."""
    before = row.get("followed")
    number = 1 if before is None else int(before) + 1
    delivery = course.delivery
    became = deliveries.follow(
        ctx, delivery.run, delivery.recipient, became=course.after.to_item(), number=number, before=before
    )
    counted = counting.steps(ctx, delivery, course.before, course.after)
    try:
        writes.execute(ctx, [became, *_entries(ctx, course), *counted, *_signs(ctx, course)])
    except writes.Refused:
        return False
    return True


def _signs(ctx: Context, course: Course) -> Sequence[Write]:
    """Return what brings the signs of the reader from the history before to the one after."""
    delivery = course.delivery
    return habits.steps(ctx, delivery.about, course.before, course.after, mid=delivery.mid)


def _entries(ctx: Context, course: Course) -> Iterator[Write]:
    """Yield what brings the person's timeline from the history before to the one after."""
    record = course.delivery.about["id"]
    old = {(entry.at, entry.id): entry for entry in _told(ctx, course.delivery, course.before)}
    new = {(entry.at, entry.id): entry for entry in _told(ctx, course.delivery, course.after)}
    for at, id in old.keys() - new.keys():
        yield timeline.take_back(ctx, record, at=at, id=id)
    differing = [entry for key, entry in new.items() if old.get(key) != entry]
    urls = outcomes.addresses(ctx, [entry.data["link"] for entry in differing if "link" in entry.data])
    for entry in differing:
        url = urls.get(entry.data.get("link", ""))
        yield timeline.append(ctx, record, replace(entry, data={**entry.data, **({"url": url} if url else {})}))


def _told(ctx: Context, delivery: Delivery, history: History) -> list[timeline.Entry]:
    return [
        timeline.Entry(
            id=events.identity(delivery.mid, each.what, each.subject),
            kind=f"mail_{each.what}",
            actor=ctx.actor.id,
            at=each.at,
            data=_data(delivery, each),
        )
        for each in histories.happenings(history)
    ]


def _occurrences(ctx: Context, course: Course) -> list[Occurrence]:
    """Return what the bus is told: whatever differs, or all there is when an event comes again."""
    known = frozenset(_spoken(ctx, course.delivery, course.before)) if course.is_news else frozenset()
    return [each for id, each in _spoken(ctx, course.delivery, course.after).items() if id not in known]


def _spoken(ctx: Context, delivery: Delivery, history: History) -> dict[str, Occurrence]:
    """Return what a history tells the bus, by id: a verdict that was taken back is another occurrence."""
    about = delivery.about
    told = [
        Occurrence(
            id=events.identity(delivery.mid, each.what, each.subject, "human" if each.is_human else "machine"),
            name=f"Mail{each.what.title()}",
            tenant=ctx.tenant,
            object=about["object"],
            plural=about["plural"],
            record=about["id"],
            at=each.at,
            data=_data(delivery, each),
        )
        for each in histories.happenings(history)
    ]
    return {occurrence.id: occurrence for occurrence in told}


def _data(delivery: Delivery, happening: Happening) -> dict[str, Any]:
    named = {name: delivery.about[name] for name in _TOLD if delivery.about.get(name)}
    return {**named, "mid": delivery.mid, **happening.data}
