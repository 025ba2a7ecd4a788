"""The purchases behind a campaign's revenue, each with the part that is the campaign's."""

from typing import Any

from chalicelib.crm.marketing.results import attribution, figures
from chalicelib.crm.marketing.results.attribution import Way
from chalicelib.crm.marketing.results.sales import Sale
from chalicelib.engine import cursors, lookup, naming
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Forbidden
from chalicelib.storage import sales as store


def page(
    ctx: Context, *, id: str, model: str, window: int, limit: int = 50, cursor: str | None = None
) -> dict[str, Any]:
    """Return one page of the purchases that a campaign has a part of; it may be short before the end.

    :raises NotFound: when there is no such campaign for the caller.
    :raises Forbidden: when the caller does not see every purchase.
    """
    lookup.seen(ctx, figures.PLURAL, id)
    if not figures.sees_sales(ctx):
        raise Forbidden("Only whoever sees every purchase may see what a campaign brought.")
    way = Way(model, window)
    query = {"sales": id, **way.shown()}
    found, place = store.page(ctx, id, limit=limit, start=cursors.opened(ctx, query, cursor))
    sold = [(purchase, Sale.of_item(item)) for purchase, item in found]
    names = naming.names(ctx, [(sale.plural, purchase) for purchase, sale in sold])
    items = [
        _shown(ctx, purchase, sale, names.get((sale.plural, purchase)), float(part))
        for purchase, sale in sold
        if (part := attribution.part_of(sale, id, way))
    ]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, place), "attribution": way.shown()}


def _shown(ctx: Context, id: str, sale: Sale, name: str | None, part: float) -> dict[str, Any]:
    worth = attribution.worth_of(sale.amount, ctx.currency)
    return {
        "plural": sale.plural,
        "id": id,
        "name": name,
        "at": sale.at,
        "amount": attribution.money(int(sale.amount["minor"]), sale.amount["currency"]),
        "worth": None if worth is None else attribution.money(worth, ctx.currency),
        "part": round(part, 6),
        "touches": [{"campaign": touch.campaign, "at": touch.at} for touch in sale.touches],
        "named": sale.named is not None,
    }
