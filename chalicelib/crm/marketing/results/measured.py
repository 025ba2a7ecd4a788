"""A campaign's results, and how the firm's mails are received, as numbers that can be watched."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from chalicelib.crm.marketing.results import attribution, figures
from chalicelib.crm.marketing.results.attribution import Way
from chalicelib.crm.marketing.tracking import counting, reputation
from chalicelib.crm.marketing.tracking.observations import (
    BOUNCED,
    CLICKED,
    COMPLAINED,
    DELIVERED,
    OPENED,
    SENT,
    UNSUBSCRIBED,
)
from chalicelib.engine import access, lookup, overlays, periods, query
from chalicelib.engine.alarms.metrics import ALL, COUNT, MONEY, SHARE, Closings, Figure, Source, Subject
from chalicelib.engine.events import Event, Occurrence
from chalicelib.engine.objects import Label
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Forbidden, NotFound
from chalicelib.storage import index, outcomes

RATE: Final = "_rate"
REVENUE, COST, ROI, PURCHASES = "revenue", "cost", "roi", "purchases"
FIRM: Final = "firm"
MOST_READ: Final = 20_000
"""Of so many mails a campaign's past is read; of a larger one only what was kept since it is watched is known."""

_COUNTS: Final[Mapping[str, Label]] = {
    SENT: Label("Enviados", "Sent"),
    DELIVERED: Label("Entregados", "Delivered"),
    OPENED: Label("Abiertos por personas", "Opened by people"),
    CLICKED: Label("Con clic de personas", "Clicked by people"),
    BOUNCED: Label("Rebotados", "Bounced"),
    COMPLAINED: Label("Quejas", "Complaints"),
    UNSUBSCRIBED: Label("Bajas", "Unsubscribed"),
}
_RATES: Final[Mapping[str, Label]] = {
    DELIVERED: Label("Tasa de entrega", "Delivery rate"),
    OPENED: Label("Tasa de apertura", "Open rate"),
    CLICKED: Label("Tasa de clics", "Click rate"),
    BOUNCED: Label("Tasa de rebote", "Bounce rate"),
    COMPLAINED: Label("Tasa de quejas", "Complaint rate"),
    UNSUBSCRIBED: Label("Tasa de bajas", "Unsubscribe rate"),
}
_MAILS: Final = (
    *(Figure(state, label, COUNT, adds_up=True) for state, label in _COUNTS.items()),
    *(Figure(state + RATE, label, SHARE) for state, label in _RATES.items()),
)
_SALES: Final = (
    Figure(REVENUE, Label("Ingresos", "Revenue"), MONEY, adds_up=True),
    Figure(PURCHASES, Label("Compras", "Purchases"), COUNT, adds_up=True),
    Figure(ROI, Label("ROI", "ROI"), SHARE),
)
_COST: Final = Figure(COST, Label("Coste", "Cost"), MONEY, adds_up=True)
_OF_SALES: Final = frozenset(figure.id for figure in _SALES)
_LISTED: Final = 50


def _subjects(ctx: Context, q: str) -> Sequence[Subject]:
    if not access.can(ctx, overlays.load(ctx).of_plural(figures.PLURAL), "read"):
        return []
    found = query.list(ctx, plural=figures.PLURAL, q=q or None, limit=_LISTED, fields=["name"])
    return [Subject(item["id"], item.get("name") or "") for item in found["items"]]


def _called(ctx: Context, id: str) -> str:
    object, row = lookup.seen(ctx, figures.PLURAL, id)
    return str(row.values.get(object.name_field) or "")


def _figures(ctx: Context, id: str) -> Sequence[Figure]:
    object, _ = lookup.seen(ctx, figures.PLURAL, id)
    sold = _SALES if figures.sees_sales(ctx) else ()
    cost = (_COST,) if COST in access.readable(ctx, object) else ()
    return [*_MAILS, *sold, *cost]


def _read(ctx: Context, id: str, asked: Sequence[str]) -> Mapping[str, Decimal | None]:
    _, row = lookup.seen(ctx, figures.PLURAL, id)
    counts = figures.counted(ctx, id)
    told: dict[str, Decimal | None] = {state: Decimal(count) for state, count in counts.items()}
    told |= {state + RATE: _share(counts[state], counts[figures.SHARES[state]]) for state in _RATES}
    cost = figures.cost_of(ctx, row)
    told[COST] = None if cost is None else _major(ctx, cost)
    if not _OF_SALES.isdisjoint(asked):
        way = Way()
        brought = attribution.revenue(ctx, id, [way])[way]
        told[REVENUE], told[PURCHASES] = _major(ctx, brought.rounded), Decimal(brought.purchases)
        roi = attribution.roi(brought.rounded, cost) if cost is not None else None
        told[ROI] = None if roi is None else Decimal(str(roi))
    return {name: told.get(name) for name in asked}


def _past(ctx: Context, id: str, figure: str, since: date) -> Closings:
    """Return what a figure was when days closed, from the rows behind it, each of which says when it came about."""
    lookup.seen(ctx, figures.PLURAL, id)
    if figure in (REVENUE, PURCHASES):
        parts = [*attribution.parts(ctx, id, Way())]
        worth = {part.id: attribution.worth_of(part.sale.amount, ctx.currency) for part in parts}
        one = figure == PURCHASES
        came = [(_day(ctx, part.sale.at), Decimal(1) if one else _major(ctx, round((worth[part.id] or 0) * part.part)))
                for part in parts]  # fmt: skip
        return _added_up(ctx, came, since)
    state = figure.removesuffix(RATE)
    if state not in _COUNTS:
        return {}
    counts = figures.counted(ctx, id)
    base = figures.SHARES[state] if figure.endswith(RATE) else None
    if counts[state] + (counts[base] if base else 0) > MOST_READ:
        return {}
    reached = _reached(ctx, id, state, since)
    if base is None:
        return reached
    of = _reached(ctx, id, base, since)
    return {
        day: share for day, total in of.items() if (share := _share(reached.get(day, Decimal()), total)) is not None
    }


def _reached(ctx: Context, id: str, state: str, since: date) -> Closings:
    return _added_up(ctx, [(_day(ctx, each.at), Decimal(1)) for each in outcomes.each(ctx, id, state)], since)


def _added_up(ctx: Context, came: Sequence[tuple[date, Decimal]], since: date) -> dict[date, Decimal]:
    """Return the sum up to each day before today, from the day before the first of what came."""
    if not came:
        return {}
    by_day: dict[date, Decimal] = {}
    for day, amount in came:
        by_day[day] = by_day.get(day, Decimal()) + amount
    first, today = min(by_day) - timedelta(days=1), periods.today(ctx)
    total, found = Decimal(), dict[date, Decimal]()
    for ahead in range((today - first).days):
        day = first + timedelta(days=ahead)
        total += by_day.get(day, Decimal())
        if day >= since:
            found[day] = total
    return found


def _moves(ctx: Context, heard: Event | Occurrence) -> Iterable[str]:
    if isinstance(heard, Occurrence):
        return [str(heard.data["campaign"])] if heard.data.get("campaign") else []
    if heard.plural == figures.PLURAL:
        return [heard.record]
    object = overlays.load(ctx).plurals.get(heard.plural)
    return [ALL] if object is not None and object.features.bought is not None else []


def _day(ctx: Context, stamp: str) -> date:
    return clock.to_wall(clock.parse(stamp), ctx.time_zone).date()


def _share(part: int | Decimal, whole: int | Decimal) -> Decimal | None:
    return round(Decimal(part) / Decimal(whole), 4) if whole else None


def _major(ctx: Context, minor: int) -> Decimal:
    return Decimal(attribution.money(minor, ctx.currency)["amount"])


CAMPAIGNS: Final = Source(
    "campaigns",
    Label("Campañas", "Campaigns"),
    subjects=_subjects,
    called=_called,
    figures=_figures,
    read=_read,
    moves=_moves,
    past=_past,
    plural=figures.PLURAL,
)

_WORDS: Final = Label("Correos de los últimos 7 días", "Mails of the last 7 days")
_STANDING_RATES: Final[Mapping[str, str]] = {"bounce_rate": BOUNCED, "complaint_rate": COMPLAINED}
_STANDING: Final = (
    *(Figure(rate, _RATES[state], SHARE) for rate, state in _STANDING_RATES.items()),
    *(Figure(state, _COUNTS[state]) for state in reputation.COUNTED),
)


def _standing_subjects(ctx: Context, _: str) -> Sequence[Subject]:
    return [Subject(FIRM, _WORDS.text(ctx.locale))] if _may_know(ctx) else []


def _standing_called(ctx: Context, of: str) -> str:
    _require_firm(ctx, of)
    return _WORDS.text(ctx.locale)


def _standing_figures(ctx: Context, of: str) -> Sequence[Figure]:
    _require_firm(ctx, of)
    return _STANDING


def _standing_read(ctx: Context, of: str, _: Sequence[str]) -> Mapping[str, Decimal | None]:
    _require_firm(ctx, of)
    shown = reputation.standing(ctx).shown()
    return _rates({what: shown[what] for what in reputation.COUNTED})


def _standing_past(ctx: Context, of: str, figure: str, since: date) -> Closings:
    _require_firm(ctx, of)
    today = periods.today(ctx)
    first = max(since, today - timedelta(days=2 * reputation.DAYS + 30)) - timedelta(days=reputation.DAYS)
    counted: dict[date, Mapping[str, int]] = {}
    for ahead in range((today - first).days):
        day = first + timedelta(days=ahead)
        counted[day] = {each.option: each.count for each in index.counters(ctx, counting.STANDING, day.isoformat())}
    if not any(counted.values()):
        return {}
    found: dict[date, Decimal] = {}
    for day in [*counted][reputation.DAYS - 1 :]:
        week = [counted[day - timedelta(days=back)] for back in range(reputation.DAYS)]
        number = _rates({what: sum(each.get(what, 0) for each in week) for what in reputation.COUNTED})[figure]
        if number is not None:
            found[day] = number
    return found


def _rates(numbers: Mapping[str, Any]) -> dict[str, Decimal | None]:
    return {
        **{what: Decimal(numbers[what]) for what in reputation.COUNTED},
        **{rate: _share(numbers[state], numbers[SENT]) for rate, state in _STANDING_RATES.items()},
    }


def _standing_moves(_: Context, heard: Event | Occurrence) -> Iterable[str]:
    return [FIRM] if isinstance(heard, Occurrence) and heard.name.startswith("Mail") else []


def _may_know(ctx: Context) -> bool:
    try:
        access.require_managed(ctx, figures.PLURAL, "read")
    except Forbidden:
        return False
    return True


def _require_firm(ctx: Context, of: str) -> None:
    if of != FIRM or not _may_know(ctx):
        raise NotFound("There is no such thing.")


STANDING: Final = Source(
    "reputation",
    Label("Reputación de envío", "Sending reputation"),
    subjects=_standing_subjects,
    called=_standing_called,
    figures=_standing_figures,
    read=_standing_read,
    moves=_standing_moves,
    past=_standing_past,
)
