"""Groups of customers by how recently, how often and for how much they bought: made by measuring, kept as segments.

A job measures every customer once and cuts the firm's own recency, frequency and money into fifths. What it makes are
segments like any other, whose rules can be read and changed: "last bought within 45 days, at least 4 times, for 900 or
more". They follow every purchase and every day; only the borders stay, until somebody asks for them again.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

from chalicelib.engine import (
    access,
    definitions,
    facts,
    filters,
    idempotency,
    jobs,
    overlays,
    periods,
    working,
    workload,
)
from chalicelib.engine.catalogue import Catalogue
from chalicelib.engine.filters import Depth
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.jobs import Job
from chalicelib.engine.objects import Label
from chalicelib.engine.segments.definition import SEGMENT
from chalicelib.engine.segments.groups import GROUPS, Asked, Borders, Rules, rule
from chalicelib.engine.segments.lookup import LIVE
from chalicelib.engine.terms import Related
from chalicelib.engine.working import OutOfTime, Step, TimeLeft, Work
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, Forbidden, InvalidInput
from chalicelib.storage import jobs as parts
from chalicelib.storage import records as rows
from chalicelib.storage import writes as store

A_PAGE: Final = 100
MEASURES: Final = "measured"
Value = TypeVar("Value")
MOST_DAYS: Final = 9_999
FEWEST: Final = 5


class TooFewCustomers(Conflict):
    """There are not enough customers to be cut into fifths."""

    code = "too_few_customers"


@dataclass(frozen=True, slots=True)
class Measure:
    """One customer: days since the last purchase, how many there were, and what they came to."""

    days: int
    count: int
    spent: Decimal


def start(
    ctx: Context, *, object: str, related: str, date: str, amount: str, key: Idempotency | None = None
) -> dict[str, Any]:
    """Begin to group the customers of an object, and return the job; the same ``key`` brings the same job.

    :raises InvalidInput: when the names make no sense for the object.
    :raises Forbidden: when the caller may not make segments, or does not see all customers and purchases.
    """
    answered = idempotency.replay(ctx, key) if key else None
    if answered is not None:
        return workload.get(ctx, id=answered["id"])
    asked = Asked(object, related, date, amount)
    access.require_managed(ctx, SEGMENT.plural, "create")
    access.require_managed(ctx, SEGMENT.plural, "update")

    def understood(catalogue: Catalogue) -> None:
        customer = catalogue.of_plural(object)
        child = _read(ctx, catalogue, asked)[0].child
        if not access.sees_all(ctx, customer) or not access.sees_all(ctx, child):
            raise Forbidden("Only whoever sees all customers and all they bought can group them.")

    overlays.understood(ctx, understood)
    id = ctx.new_id()
    beside = [idempotency.remember(ctx, key, {"id": id})] if key else []
    data = {"object": object, "title": f"RFM groups of {object}", "asked": asdict(asked)}
    try:
        job = working.begin(ctx, WORK, step="measure", data=data, beside=beside, id=id)
    except store.Refused:
        answered = idempotency.replay(ctx, key) if key else None
        if answered is None:
            raise
        return workload.get(ctx, id=answered["id"])
    return workload.told(ctx, job)


def _read(ctx: Context, catalogue: Catalogue, asked: Asked) -> tuple[Related, Related]:
    """Return how the amounts and the days of purchases are read.

    :raises InvalidInput: when they cannot be.
    """
    object = catalogue.of_plural(asked.object)
    where = {"where": _counted(catalogue, asked)}
    spent = {"related": asked.related, "of": {"sum": asked.amount}, "op": "gte", "value": "0", **where}
    last = {"related": asked.related, "of": {"max": asked.date}, "op": "older_than", "value": "1_days", **where}
    read = [filters.read(ctx, object, node, depth=Depth.ALL) for node in (spent, last)]
    if not (isinstance(read[0], Related) and isinstance(read[1], Related)):
        raise InvalidInput.of("related", "unknown_field", "Nothing is related to these records by this name.")
    return read[0], read[1]


def _counted(catalogue: Catalogue, asked: Asked) -> Any:
    """Return the filter of those purchases that count, such as none that was cancelled; None where all do."""
    inbound = catalogue.of_plural(asked.object).inbound.get(asked.related)
    bought = catalogue.of_plural(inbound.plural).features.bought if inbound else None
    return bought.counted if bought else None


def measure(ctx: Context, job: Job, time_left: TimeLeft) -> None:
    """Measure the customers that are left.

    :raises OutOfTime: when the rest is for the next worker.
    """
    asked = Asked(**job.data["asked"])
    spent, last = _read(ctx, overlays.load(ctx), asked)
    today = periods.today(ctx)
    while True:
        number = job.data.get("pages", 0)
        found, place = rows.in_key_order(ctx, asked.object, limit=A_PAGE, start=job.data.get("place"))
        bought = facts.related(ctx, spent, found)
        measured = [each for theirs in bought.values() if (each := _measured(ctx, spent, last, theirs, today))]
        spelled = [[each.days, each.count, str(each.spent)] for each in measured]
        store.execute(ctx, [parts.put_part(ctx, job.id, MEASURES, number, {"measures": spelled})])
        done = job.data.get("progress", {"done": 0})["done"] + len(found)
        told = {"place": place, "pages": number + 1, "progress": {"done": done, "total": None}}
        job = jobs.move(ctx, job, to="measuring" if place else "making", data=told)
        if place is None:
            working.ask(ctx, job, step="make")
            return
        if time_left() < working.RESERVE:
            raise OutOfTime


def _measured(ctx: Context, spent: Related, last: Related, all_: Sequence[rows.Row], today: date) -> Measure | None:
    bought = [row for row in all_ if spent.where.holds(row)]
    days = [date.fromisoformat(key[: len("2026-11-21")]) for row in bought for key in last.keys_of(row)]
    if not days:
        return None
    amounts = [amount for row in bought if (amount := facts.amount_of(ctx, spent, row)) is not None]
    age = min(max((today - max(days)).days, 0), MOST_DAYS)
    return Measure(age, len(bought), sum(amounts, Decimal(0)))


def make(ctx: Context, job: Job, _time_left: TimeLeft) -> None:
    """Cut what was measured into fifths, and let the segments ask for what they come to.

    :raises TooFewCustomers: when there is nothing to cut.
    """
    borders, catalogue = bordered(_all_measures(ctx, job.id)), overlays.load(ctx)
    asked = Asked(**job.data["asked"])
    standing = {
        found.content.get("group"): found
        for found in definitions.all(ctx, SEGMENT)
        if found.content.get("object") == asked.object
    }
    made: dict[str, str] = {}
    for name, label in GROUPS.items():
        group = f"rfm:{asked.related}:{name}"
        content = {
            "object": asked.object,
            "mode": LIVE,
            "filter": rule(Rules(asked, _counted(catalogue, asked), borders, ctx.currency), name),
            "description": _described(ctx, borders),
            "group": group,
        }
        known = standing.get(group)
        if known is None:
            key = Idempotency.of(f"{job.id}-{name}", "rfm", content)
            made[name] = definitions.create(ctx, SEGMENT, name=label.text(ctx.locale), content=content, key=key).id
        else:
            changes = {part: content[part] for part in ("filter", "description")}
            definitions.change(ctx, SEGMENT, id=known.id, changes=changes, expected_version=known.version)
            made[name] = known.id
    jobs.move(ctx, job, to="done", data={"result": {"segments": made}})


def bordered(measures: Sequence[Measure]) -> Borders:
    """Return where the fifths of some customers meet.

    :raises TooFewCustomers: when there are fewer than five.
    """
    if len(measures) < FEWEST:
        raise TooFewCustomers(f"Group at least {FEWEST} customers with a purchase.")
    days = sorted(each.days for each in measures)
    recent = max(_fifth(days, 2), 1)
    return Borders(
        recent=recent,
        distant=max(_fifth(days, 4), recent + 1),
        often=max(_from_fifth(sorted(each.count for each in measures), 3), 2),
        much=_from_fifth(sorted(each.spent for each in measures), 3),
    )


def _fifth(ordered: Sequence[Value], fifths: int) -> Value:
    """Return the value up to which so many fifths of the values lie."""
    return ordered[-(-len(ordered) * fifths // 5) - 1]


def _from_fifth(ordered: Sequence[Value], fifths: int) -> Value:
    """Return the value from which on the values behind so many fifths lie."""
    return ordered[min(len(ordered) * fifths // 5, len(ordered) - 1)]


def _described(ctx: Context, borders: Borders) -> str:
    day, much = periods.today(ctx).isoformat(), f"{borders.much:f} {ctx.currency}"
    return Label(
        f"Quintos medidos el {day}: reciente, hasta {borders.recent} días; lejano, más de {borders.distant} días; "
        f"a menudo, desde {borders.often} compras; mucho, desde {much}.",
        f"Fifths measured on {day}: recent, within {borders.recent} days; distant, over {borders.distant} days; "
        f"often, from {borders.often} purchases; much, from {much}.",
    ).text(ctx.locale)


def _all_measures(ctx: Context, job: str) -> list[Measure]:
    found: list[Measure] = []
    start: int | None = None
    while True:
        page, start = parts.parts(ctx, job, MEASURES, start=start)
        found += [
            Measure(int(days), int(count), Decimal(spent)) for part in page for days, count, spent in part["measures"]
        ]
        if start is None:
            return found


WORK: Final = Work(
    kind="segment_rfm",
    steps={"measure": Step("measuring", measure), "make": Step("making", make)},
    reason=lambda job: str(job.data["title"]),
)
