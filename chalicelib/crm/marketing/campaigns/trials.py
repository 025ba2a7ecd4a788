"""Which wording of a campaign wins: the one after which more people clicked, or bought.

What machines fetched, and mails that were merely opened, say nothing about people and count for nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from chalicelib.crm.marketing.campaigns.course import Course
from chalicelib.crm.marketing.campaigns.plans import ORDERS
from chalicelib.crm.marketing.tracking import histories
from chalicelib.crm.marketing.tracking.following import history_of
from chalicelib.engine import outbox, overlays
from chalicelib.engine.outbox import WENT, Delivery
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import deliveries, links, records

A_PAGE: Final = 100
MOST_ORDERS: Final = 50
BOUGHT: Final = "orders"


@dataclass(frozen=True, slots=True)
class Result:
    """What the trial told: of each variant how many it was sent to and how many answered, and which goes on."""

    winner: str
    sent: Mapping[str, int]
    answered: Mapping[str, int]
    decided_by: str

    def shown(self) -> dict[str, Any]:
        """Return the result as the API answers it. ``is_clear`` is false when nothing told the variants apart."""
        rates = sorted((self._rate(name) for name in self.sent), reverse=True)
        return {
            "winner": self.winner,
            "decided_by": self.decided_by,
            "is_clear": len(rates) < 2 or rates[0] > rates[1],
            "variants": [
                {"name": name, "sent": self.sent[name], "answered": self.answered.get(name, 0)} for name in self.sent
            ],
        }

    def _rate(self, name: str) -> float:
        return self.answered.get(name, 0) / self.sent[name] if self.sent[name] else 0.0


def decide(ctx: Context, course: Course) -> Result:
    """Return which variant more of its readers answered to; of equals, the first in the plan."""
    plan = course.plan
    how = plan.trial.decide_by if plan.trial else ""
    sent: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    for mail, row in _rows(ctx, course.campaign):
        name = mail.about.get("variant")
        if name is None or mail.state not in WENT:
            continue
        sent[name] += 1
        answered[name] += _has_bought(ctx, mail, row) if how == ORDERS else _has_clicked(row)
    names = [variant.name for variant in plan.variants]
    told = Result(names[0], {name: sent[name] for name in names}, dict(answered), how)
    best = max(names, key=lambda name: (told._rate(name), -names.index(name)))
    return Result(best, told.sent, told.answered, how)


def _rows(ctx: Context, run: str) -> Iterator[tuple[Delivery, Mapping[str, Any]]]:
    start = None
    while True:
        found, start = deliveries.page(ctx, run, limit=A_PAGE, start=start)
        yield from ((outbox.of_row(row), row) for row in found)
        if start is None:
            return


def _has_clicked(row: Mapping[str, Any]) -> bool:
    return "clicked" in histories.states(history_of(row))


def _has_bought(ctx: Context, mail: Delivery, row: Mapping[str, Any]) -> bool:
    """Return whether the reader has ordered something since the mail went."""
    sent_at = row.get("sent_at")
    catalogue = overlays.load(ctx)
    object = catalogue.plurals.get(mail.about["plural"])
    inbound = object.inbound.get(BOUGHT) if object else None
    if sent_at is None or inbound is None:
        return False
    ends, _ = links.related(ctx, mail.about["id"], BOUGHT, limit=MOST_ORDERS, newest_first=True)
    found = records.get_many(ctx, inbound.plural, [end.id for end in ends if end.object == inbound.plural])
    return any(clock.parse(order.created_at) >= clock.parse(sent_at) for order in found.values())
