"""Which campaigns had a part in a purchase: worked out when it is made, when it changes, when a late click is heard.

A purchase is a record that its object declares to be one and that counts (a draft or a cancelled order does not). Its
buyers are the people it points to or, where it points to none, those of the company it points to. A campaign touched
it when one of them, not a machine, followed a link of one of its mails within ninety days before; of each mail the
first such click. A campaign that is named in the purchase itself has all of it.

Kept is what happened, not how it is shared out: models and windows are chosen by whoever looks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from chalicelib.engine import facts, filters, firms, overlays
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields.link import edges
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Unavailable
from chalicelib.storage import directory, links, records, timeline, writes
from chalicelib.storage import sales as store
from chalicelib.storage.records import Row

LONGEST: Final = timedelta(days=90)
NAMED_BY: Final = "campaign"
"""The field by which a record of sales names the campaign that it came from."""

CLICKED: Final = "mail_clicked"
MOST_BUYERS: Final = 25
MOST_TOUCHES: Final = 30
MOST_LATE: Final = 50
MOST_EARLIER: Final = 5
"""Purchases looked at, the earliest, to say whether one is somebody's first."""

_PATIENCE: Final = 5


@dataclass(frozen=True, slots=True)
class Touch:
    """A campaign's mail through which a buyer clicked, and when."""

    campaign: str
    at: str


@dataclass(frozen=True, slots=True)
class Sale:
    """A purchase as its campaigns keep it: when it was made (a stamp), its amount, and what touched it, oldest first.

    ``first`` says that whoever bought had not bought before.

    ``amount`` is as a money field stores it: minor units, currency and, in another currency than the firm's, its worth.
    """

    plural: str
    at: str
    amount: Mapping[str, Any]
    touches: tuple[Touch, ...] = ()
    named: str | None = None
    first: bool = False

    @property
    def campaigns(self) -> list[str]:
        """The campaigns that had a part in it."""
        return sorted({touch.campaign for touch in self.touches} | ({self.named} if self.named else set()))

    @classmethod
    def of_item(cls, item: Mapping[str, Any]) -> "Sale":
        """Return the sale that a row keeps."""
        touches = tuple(Touch(campaign, at) for campaign, at in item["touches"])
        return cls(item["plural"], item["at"], item["amount"], touches, item["named"], item.get("first", False))

    def to_item(self) -> dict[str, Any]:
        """Return the sale as a row keeps it."""
        return {
            "plural": self.plural,
            "at": self.at,
            "amount": dict(self.amount),
            "touches": [[touch.campaign, touch.at] for touch in self.touches],
            "named": self.named,
            "first": self.first,
        }


NO_SALE: Final[Mapping[str, Any]] = {}


def note(ctx: Context, *, plural: str, id: str) -> None:
    """Work out what touched a purchase and store it, unless it is stored so already.

    :raises Unavailable: when others kept doing the same; to repeat it is harmless.
    """
    house = firms.acting(ctx, name=ctx.actor.id)
    for _ in range(_PATIENCE):
        before = store.find(house, id)
        sale = _found(house, plural, id)
        item = NO_SALE if sale is None or not sale.campaigns else sale.to_item()
        if item == (NO_SALE if before is None else before["sale"]):
            return
        campaigns = sale.campaigns if sale and item else []
        try:
            writes.execute(house, store.keep(house, id, item, campaigns, before=before))
        except writes.Refused:
            continue
        return
    raise Unavailable("others keep working out the same purchase; repeat")


def note_late(ctx: Context, *, plural: str, id: str, since: str) -> None:
    """Work out anew what somebody bought at or after an instant, because a click of theirs from then was heard late."""
    catalogue = overlays.load(ctx)
    person = records.get(ctx, plural, id)
    if person is None or plural not in catalogue.plurals:
        return
    for other, ids in _bought_by(ctx, catalogue, catalogue.of_plural(plural), person):
        for row in records.get_many(ctx, other, ids, consistent=True).values():
            if row.created_at >= since:
                note(ctx, plural=other, id=row.id)


def is_purchase(ctx: Context, plural: str) -> bool:
    """Return whether the records of an object are purchases."""
    catalogue = overlays.load(ctx)
    return plural in catalogue.plurals and catalogue.of_plural(plural).features.bought is not None


def counts(ctx: Context, object: Object, row: Row) -> bool:
    """Return whether a record is a purchase that counts: there, with an amount, neither draft nor cancelled."""
    bought = object.features.bought
    if bought is None or row.deleted_at is not None or not row.values.get(bought.worth):
        return False
    if bought.counted is None:
        return True
    tree = filters.read(ctx, object, bought.counted)
    return tree.holds(row, facts.gathering(ctx, tree, consistent=True).of([row]))


def moment(ctx: Context, object: Object, row: Row) -> datetime:
    """Return when a purchase was made: when it was written down or, of an earlier day, at the end of that day."""
    bought = object.features.bought
    written = clock.parse(row.created_at)
    day = row.values.get(bought.on) if bought else None
    if not day:
        return written
    end = datetime.combine(date.fromisoformat(str(day)[:10]), time(23, 59, 59))
    return min(written, clock.to_utc(end, ctx.time_zone))


def buying_themselves(ctx: Context, *, plural: str, id: str) -> list[tuple[str, str]]:
    """Return the people who made a purchase as it was written down; nobody, where a colleague wrote down theirs.

    What a shop tells by a key was bought at that moment; what somebody types in, or imports, was bought at some other.
    """
    catalogue = overlays.load(ctx)
    object, row = catalogue.of_plural(plural), records.get(ctx, plural, id)
    if row is None or not counts(ctx, object, row) or directory.get(ctx, directory.user(row.created_by)):
        return []
    if moment(ctx, object, row) != clock.parse(row.created_at):
        return []
    return _pointed(catalogue, object, row)[0]


def _found(ctx: Context, plural: str, id: str) -> Sale | None:
    catalogue = overlays.load(ctx)
    object = catalogue.of_plural(plural)
    row = records.get(ctx, plural, id)
    bought = object.features.bought
    if row is None or bought is None or not counts(ctx, object, row):
        return None
    at = moment(ctx, object, row)
    named = next(iter(edges(row.values.get(NAMED_BY))), None) if NAMED_BY in object.fields else None
    touches = sorted(
        (touch for buyer in _buyers(ctx, catalogue, object, row) for touch in _touches(ctx, buyer, at)),
        key=lambda touch: (touch.at, touch.campaign),
    )
    told = tuple(touches[-MOST_TOUCHES:])
    is_first = bool(named or told) and _is_first(ctx, catalogue, object, row)
    return Sale(plural, clock.stamp(at), row.values[bought.worth], told, named, is_first)


def _is_first(ctx: Context, catalogue: Catalogue, object: Object, row: Row) -> bool:
    """Return whether nobody to whom a purchase points has made one before, of the earliest that there are."""
    people, others = _pointed(catalogue, object, row)
    ends = [*((catalogue.of_plural(plural), id) for plural, id in people), *others]
    inverses = {(catalogue.target(field).plural, field.link.inverse) for field in object.links if field.link}
    for end, id in ends:
        for name in (inverse for plural, inverse in inverses if plural == end.plural and inverse):
            found, _ = links.related(ctx, id, name, limit=MOST_EARLIER)
            earlier = records.get_many(ctx, object.plural, [each.id for each in found if each.id != row.id])
            if any(each.created_at < row.created_at and counts(ctx, object, each) for each in earlier.values()):
                return False
    return True


def _touches(ctx: Context, person: str, at: datetime) -> Iterator[Touch]:
    """Yield the first click of a person through each mail of a campaign, within the longest window before ``at``."""
    until, mails = clock.stamp(at), set[str]()
    for entry in timeline.after(ctx, person, clock.stamp(at - LONGEST), consistent=True):
        if entry.at > until:
            return
        mail = entry.data.get("mid")
        if entry.kind == CLICKED and entry.data.get("human") and entry.data.get("campaign") and mail not in mails:
            mails.add(str(mail))
            yield Touch(entry.data["campaign"], entry.at)


def _buyers(ctx: Context, catalogue: Catalogue, object: Object, row: Row) -> list[str]:
    """Return the people who bought, under every id that their timelines lie under."""
    people, others = _pointed(catalogue, object, row)
    if not people:
        people = [end for target, id in others for end in _people_of(ctx, catalogue, target, id)]
    rows = records.get_mixed(ctx, people[:MOST_BUYERS])
    return [id for found in rows.values() for id in (found.id, *found.merged_from)]


def _pointed(catalogue: Catalogue, object: Object, row: Row) -> tuple[list[tuple[str, str]], list[tuple[Object, str]]]:
    """Return the people whom a purchase points to, and what else it points to."""
    people: list[tuple[str, str]] = []
    others: list[tuple[Object, str]] = []
    for field in object.links:
        target = catalogue.target(field)
        for id in edges(row.values.get(field.name)):
            if target.features.reachable:
                people.append((target.plural, id))
            else:
                others.append((target, id))
    return people, others


def _people_of(ctx: Context, catalogue: Catalogue, object: Object, id: str) -> Iterator[tuple[str, str]]:
    for name, inbound in sorted(object.inbound.items()):
        if catalogue.of_plural(inbound.plural).features.reachable:
            ends, _ = links.related(ctx, id, name, limit=MOST_BUYERS, newest_first=True)
            yield from ((end.object, end.id) for end in ends if end.object == inbound.plural)


def _bought_by(ctx: Context, catalogue: Catalogue, object: Object, person: Row) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the latest purchases that point to a person, or to what the person points to."""
    ends = [(object, person.id)]
    for field in object.links:
        ends += [(catalogue.target(field), id) for id in edges(person.values.get(field.name))]
    for target, id in ends:
        for name, inbound in sorted(target.inbound.items()):
            if catalogue.of_plural(inbound.plural).features.bought is not None:
                found, _ = links.related(ctx, id, name, limit=MOST_LATE, newest_first=True, consistent=True)
                yield inbound.plural, [end.id for end in found if end.object == inbound.plural]
