"""The audience of a campaign: the people of its segments but for those left out, each with what speaks against them.

Counting before the launch and choosing at the start go through the same door, a hundred people a step, so what the
launch screen says is what is chosen, unless somebody changes meanwhile.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from chalicelib.crm.marketing.campaigns import hours, lots, windows
from chalicelib.crm.marketing.campaigns.hours import Moment
from chalicelib.crm.marketing.campaigns.plans import Plan
from chalicelib.crm.marketing.consent import verdicts
from chalicelib.crm.marketing.consent.people import Person
from chalicelib.crm.marketing.consent.purposes import MARKETING, SERVICE
from chalicelib.crm.marketing.tracking import habits
from chalicelib.crm.marketing.tracking.habits import Habit
from chalicelib.engine import channels, overlays, reach
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.fields.link import edges
from chalicelib.engine.segments import lookup, segments
from chalicelib.engine.working import TimeLeft
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import records
from chalicelib.storage import segments as members
from chalicelib.storage.records import Row

TOGETHER: Final = 90
"""People looked at in one step: they and where they go fit one transaction."""

WITHDRAWN: Final = "withdrawn"
CHANNEL: Final = channels.EMAIL.name
SPARED: Final = "control"


@dataclass(frozen=True, slots=True)
class Place:
    """How far a walk has come: the number of the segment, and the id after which it goes on in there."""

    segment: int = 0
    after: str | None = None

    def shown(self) -> dict[str, Any]:
        """Return the place as a job keeps it."""
        return {"segment": self.segment, "after": self.after}


@dataclass(frozen=True, slots=True)
class Reader:
    """One person of the audience. ``reason`` says why nothing goes to them; ``due`` is when their mail may go.

    ``moment`` says why it is then, where the plan sends at each person's hour.
    """

    object: Object
    id: str
    reason: str | None
    due: datetime
    lot: lots.Lot
    moment: Moment | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are: ``recipients``, those ``spared``, and those left out, by reason; ``hours`` by ``tally``."""

    recipients: int = 0
    spared: int = 0
    excluded: Mapping[str, int] = field(default_factory=dict)
    first: datetime | None = None
    is_complete: bool = True
    hours: Mapping[str, int] = field(default_factory=dict)


def object_of(ctx: Context, plan: Plan) -> list[Object]:
    """Return of which object the people of each segment are.

    :raises InvalidInput: when a segment is not there, or is of no people.
    """
    catalogue = overlays.load(ctx)
    found = []
    for id in plan.segments:
        head = lookup.find(ctx, id)
        object = catalogue.plurals.get(head.object) if head else None
        if object is None or not object.features.reachable:
            raise InvalidInput.of("segments", "no_people", "Choose segments of people that can be written to.")
        found.append(object)
    return found


def walk(
    ctx: Context, plan: Plan, *, campaign: str, start: Place, at: datetime
) -> Iterator[tuple[Sequence[Reader], Place | None]]:
    """Yield the people of a plan from a place on, some at a time, with the place to go on from; None at the end.

    Somebody in several segments may come once for each. ``at`` is when the first of them could be written to.
    """
    catalogue, objects = overlays.load(ctx), object_of(ctx, plan)
    around = verdicts.circumstances(ctx)
    firm = habits.of_firm(ctx) if plan.personal_hour else habits.NOTHING
    for number in range(start.segment, len(plan.segments)):
        after = start.after if number == start.segment else None
        for page, _ in segments.pages(ctx, plan.segments[number], start=after):
            for first in range(0, len(page), TOGETHER):
                ids = page[first : first + TOGETHER]
                read = _read(ctx, catalogue, objects[number], plan, campaign, ids, around, firm, at)
                yield read, Place(number, ids[-1])
    yield [], None


def count(ctx: Context, plan: Plan, *, campaign: str, at: datetime, time_left: TimeLeft) -> Count:
    """Return how many people the plan reaches now, and how many not and why; as far as time allows."""
    seen: set[str] = set()
    reasons: Counter[str] = Counter()
    recipients = spared = 0
    first: datetime | None = None
    moments: Counter[str] = Counter()
    for readers, place in walk(ctx, plan, campaign=campaign, start=Place(), at=at):
        for reader in readers:
            if reader.id in seen:
                continue
            seen.add(reader.id)
            if reader.reason:
                reasons[reader.reason] += 1
            elif reader.lot.is_spared:
                spared += 1
            else:
                recipients += 1
                first = min(first or reader.due, reader.due)
                moments.update(hours.tally([reader.moment] if reader.moment else []))
        if place is not None and time_left().total_seconds() <= 0:
            return Count(recipients, spared, dict(reasons), first, is_complete=False, hours=moments)
    return Count(recipients, spared, dict(reasons), first, hours=moments)


def _read(
    ctx: Context,
    catalogue: Catalogue,
    object: Object,
    plan: Plan,
    campaign: str,
    ids: Sequence[str],
    around: verdicts.Circumstances,
    firm: Habit,
    at: datetime,
) -> list[Reader]:
    left_out = {record for _, record in members.held(ctx, [(but, id) for but in plan.but for id in ids])}
    rows = records.get_many(ctx, object.plural, ids, consistent=True)
    persons = [_person(catalogue, object, row) for id, row in rows.items() if id not in left_out]
    told = verdicts.several(
        ctx, persons, purpose=plan.purpose, channel=CHANNEL, named=plan.exclusions, around=around, mid=None
    )
    reasons = {
        person.row.id: _lasting(plan, person.row, verdict) for person, verdict in zip(persons, told, strict=True)
    }
    known = (
        habits.of_people(ctx, {id: (id, *row.merged_from) for id, row in rows.items()}) if plan.personal_hour else {}
    )
    readers = []
    for id in ids:
        row = rows.get(id)
        reason = "deleted" if row is None else "left_out" if id in left_out else reasons[id]
        zone = reach.zone(ctx, row) if row else ctx.time_zone
        lot = lots.draw(plan, campaign, id)
        moment = _moment(plan, lot, known[id], firm, around, at, zone) if id in known else None
        due = moment.at if moment else windows.opening(plan.window, now=at, zone=zone)
        readers.append(Reader(object, id, reason, due, lot, moment))
    return readers


def _moment(
    plan: Plan, lot: lots.Lot, habit: Habit, firm: Habit, around: verdicts.Circumstances, at: datetime, zone: str
) -> Moment:
    """Return when a mail goes to somebody at their hour; who waits for a trial to end is not asked for before that."""
    trial = timedelta(hours=plan.trial.hours) if plan.trial and lot.variant is None else timedelta()
    quiet = around.settings.quiet if plan.purpose != SERVICE else None
    return hours.choose(habit, firm, at=at + trial, zone=zone, window=plan.window, quiet=quiet)


def _person(catalogue: Catalogue, object: Object, row: Row) -> Person:
    """Return the person of a record with those of their other records that it names itself."""
    named = [(catalogue.target(field), row.values.get(field.name)) for field in object.links if _is_kin(object, field)]
    kin = [(other.plural, id) for other, held in named for id in edges(held)]
    return Person(catalogue, object, row, (*((object.plural, id) for id in row.merged_from), *kin))


def _is_kin(object: Object, field: Any) -> bool:
    return field.name in object.features.kin and field.link is not None


def _lasting(plan: Plan, row: Row, verdict: verdicts.Verdict) -> str | None:
    """Return the reason that time alone does not take away; what other records of the person say is kept in theirs."""
    if verdict.reason in verdicts.PASSING:
        return None
    if verdict.reason is None and plan.purpose == MARKETING and row.derived.get(reach.CONSENT) == WITHDRAWN:
        return "unsubscribed"
    return verdict.reason
