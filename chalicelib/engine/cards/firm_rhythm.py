"""How the customers of a firm buy on the whole: measured now and then, kept in a row, believed for a week.

The latest purchases are read by their day, a thousand at most, and each customer's days among them are one sample
(``rhythm.fitted``). Who buys often is among the latest more often than who does not; what a firm lends to a customer
who bought twice is therefore the rhythm of those who still buy. Whoever asks first after a week measures; two who ask
at once measure the same.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from chalicelib.engine import periods
from chalicelib.engine.cards import value
from chalicelib.engine.cards.around import Side
from chalicelib.engine.cards.rhythm import NOBODYS, Prior, fitted
from chalicelib.engine.copies import Copies
from chalicelib.engine.fields.link import edges
from chalicelib.kernel.context import Context
from chalicelib.storage import directory, records, writes
from chalicelib.storage.records import Row

MOST: Final = 1_000
A_PAGE: Final = 500
BELIEVED: Final = timedelta(days=7)
UNSURE: Final = timedelta(days=1)
"""How long a firm is believed that had too few customers to measure."""


def prior(ctx: Context, side: Side) -> Prior:
    """Return what a firm lends to a customer of whom little is known."""
    bought = side.child.features.bought
    if bought is None or bought.on not in side.child.slots:
        return NOBODYS
    today = periods.today(ctx)
    kept = _copies.load(ctx).get(_name(side))
    if kept is not None and _is_fresh(kept, today):
        return _prior(kept)
    measured = _measured(ctx, side)
    row = {"shape": str(measured.shape), "span": str(measured.span), "on": today.isoformat()}
    writes.execute(ctx, [directory.put(ctx, _name(side), row)])
    _copies.pop(ctx.tenant, None)
    return measured


def _name(side: Side) -> str:
    return directory.rhythm(side.child.plural, side.field)


def _prior(kept: Mapping[str, Any]) -> Prior:
    return Prior(float(kept["shape"]), float(kept["span"]))


def _is_fresh(kept: Mapping[str, Any], today: date) -> bool:
    lasts = BELIEVED if _prior(kept) != NOBODYS else UNSURE
    return abs(today - date.fromisoformat(kept["on"])) < lasts


def _measured(ctx: Context, side: Side) -> Prior:
    bought = side.child.features.bought
    assert bought is not None
    found: list[Row] = []
    start: str | None = None
    while len(found) < MOST:
        page, start = records.page(
            ctx, side.child.plural, slot=side.child.slots[bought.on], descending=True, limit=A_PAGE, start=start
        )
        found += page
        if start is None:
            break
    latest = Side(side.relation, side.child, side.field, tuple(found), exact=False, whole=True)
    days: dict[str, list[date]] = {}
    for each in value.counted(ctx, latest, bought):
        for customer in edges(each.row.values.get(side.field)):
            days.setdefault(customer, []).append(each.day)
    return fitted(days.values())


def _read(ctx: Context) -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in directory.of_kind(ctx, directory.RHYTHM)}


_copies: Final = Copies(_read)
