"""What other currencies are worth in the firm's own, by day, and what an amount was worth when it was written.

A rate says what one unit of a currency is worth in the firm's. It is dated, and stands from its day until the next one
begins. An amount in another currency is valued once, when it is written, by the rate of that day in the writer's zone;
amount, rate and the rate's day stay with the value. So a rate that is set, corrected or taken away later changes no
record: a deal that was closed keeps its worth. Writing another amount values it anew; writing the same amount again
does not, unless its worth was not known.
"""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from chalicelib.engine import cursors
from chalicelib.engine.fields import money
from chalicelib.engine.rules import Change
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound
from chalicelib.kernel.money import EXPONENTS, Money, exponent
from chalicelib.storage import directory, writes

MOST = 40
LARGEST_RATE = Decimal(10) ** 9


def valued(ctx: Context, change: Change) -> Change:
    """Return the change with each new amount in another currency valued in the firm's own.

    An amount whose currency has no rate yet is kept with a worth that nobody knows.
    """
    found: dict[str, Any] = {}
    rates: dict[str, Mapping[str, Any] | None] = {}
    for field in change.object.sums:
        amount, before = change.values.get(field.name), change.before.get(field.name)
        if not amount or amount == before or amount.get("base") or amount["currency"] == ctx.currency:
            continue
        if before and before.get("base") and money.is_same(amount, before):
            found[field.name] = before
            continue
        code = amount["currency"]
        if code not in rates:
            rates[code] = _rate_of(ctx, code)
        found[field.name] = {**amount, "base": worth(ctx, money.of(amount), rates[code])}
    return change.holding(**found) if found else change


def worth(ctx: Context, amount: Money, rate: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Return what an amount is worth in the firm's currency, rounded half to even; None when there is no rate."""
    if rate is None:
        return None
    exact = amount.decimal * Decimal(rate["rate"])
    minor = exact.scaleb(exponent(ctx.currency)).to_integral_value(rounding=ROUND_HALF_EVEN)
    return {"minor": int(minor), "currency": ctx.currency, "rate": rate["rate"], "date": rate["date"]}


def all(ctx: Context) -> dict[str, Any]:
    """Return the firm's currency, and the others that it has rates for, each with the rate that stands today."""
    known = sorted(row["name"].partition("#")[2] for row in directory.of_kind(ctx, "currency"))
    items = [{"code": code, "decimals": exponent(code), "rate": _told(_rate_of(ctx, code))} for code in known]
    return {"base": {"code": ctx.currency, "decimals": exponent(ctx.currency)}, "items": items}


def rates(ctx: Context, *, code: str, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return one page of the rates of a currency, the latest day first.

    :raises NotFound: when there is no such currency.
    """
    if code not in EXPONENTS:
        raise NotFound("There is no such currency.")
    query = {"rates": code}
    found, place = directory.rates(ctx, code, limit=limit, start=cursors.opened(ctx, query, cursor))
    return {"items": [_told(row) for row in found], "next_cursor": cursors.sealed(ctx, query, place)}


def set_rate(ctx: Context, *, code: str, day: str, rate: str) -> dict[str, Any]:
    """Say what a currency is worth from a day on, in place of what was said for that day.

    :raises InvalidInput: when there is no such currency or day, or the rate is not one.
    """
    _require_other(ctx, code)
    told = {
        "rate": _read_rate(rate),
        "date": _read_day(day),
        "set_by": ctx.actor.id,
        "set_at": clock.stamp(ctx.now),
    }
    known = {row["name"].partition("#")[2] for row in directory.of_kind(ctx, "currency")}
    if code not in known and len(known) >= MOST:
        raise InvalidInput.of("code", "too_many", f"Keep rates of at most {MOST} currencies.")
    writes.execute(
        ctx,
        [
            directory.put(ctx, directory.rate(code, told["date"]), told),
            directory.put(ctx, directory.currency(code), {"set_at": told["set_at"]}),
        ],
    )
    return told


def delete_rate(ctx: Context, *, code: str, day: str) -> None:
    """Take back what was said for a day; the rate before it stands on.

    :raises NotFound: when nothing was said for it.
    """
    if directory.get(ctx, directory.rate(code, _read_day(day))) is None:
        raise NotFound("There is no such rate.")
    writes.execute(ctx, [directory.delete(ctx, directory.rate(code, day))])


def _rate_of(ctx: Context, code: str) -> Mapping[str, Any] | None:
    """Return the rate that stands today where the writer is."""
    today = clock.to_wall(ctx.now, ctx.time_zone).date().isoformat()
    return directory.latest_rate(ctx, code, until=today)


def _told(row: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return {name: row[name] for name in ("rate", "date", "set_by", "set_at")} if row else None


def _require_other(ctx: Context, code: str) -> None:
    try:
        exponent(code)
    except ValueError:
        raise InvalidInput.of("code", "unknown_currency", "Use an ISO 4217 code such as USD.") from None
    if code == ctx.currency:
        raise InvalidInput.of("code", "own_currency", "This is the firm's own currency; it has no rate.")


def _read_rate(text: str) -> str:
    rate = Decimal(text)
    if not 0 < rate < LARGEST_RATE:
        raise InvalidInput.of("rate", "not_a_rate", "Send what one unit is worth, such as 0.92.")
    return f"{rate.normalize():f}"


def _read_day(text: str) -> str:
    try:
        day = date.fromisoformat(text)
        if day.year < 1000 or day.isoformat() != text:
            raise ValueError
        return text
    except ValueError:
        raise InvalidInput.of("date", "not_a_date", "Send a day such as 2026-11-21.") from None
