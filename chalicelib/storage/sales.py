"""Which purchases each campaign had a part in, and of each purchase which campaigns had one.

A purchase keeps one row with what it adds and a number that grows with each change; by that number whoever works it out
anew knows that nobody was faster. The rows of the campaigns are written with it, in one transaction.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, reads
from chalicelib.storage.keys import Key
from chalicelib.storage.plan import Condition, Delete, Put, Write, absent, equals


def find(ctx: Context, purchase: str) -> dict[str, Any] | None:
    """Return what a purchase adds to campaigns: its ``number``, its ``campaigns``, its ``sale``; None when nothing."""
    return reads.get(names.INDEX, keys.sold(ctx, purchase))


def keep(
    ctx: Context, purchase: str, sale: Mapping[str, Any], campaigns: Sequence[str], *, before: Mapping[str, Any] | None
) -> list[Write]:
    """Plan to store what a purchase adds to which campaigns, refused unless ``before`` is what is stored.

    One that adds nothing keeps its row: by its number a late worker sees that it is late.
    """
    number = 1 if before is None else int(before["number"]) + 1
    still: Condition = absent() if before is None else equals("number", int(before["number"]))
    kept = {"number": number, "campaigns": list(campaigns), "sale": dict(sale)}
    gone = [] if before is None else [each for each in before["campaigns"] if each not in campaigns]
    return [
        Put(names.INDEX, keys.sold(ctx, purchase), kept, when=still),
        *(Put(names.INDEX, Key(keys.sales(ctx, each), purchase), {"sale": dict(sale)}) for each in campaigns),
        *(Delete(names.INDEX, Key(keys.sales(ctx, each), purchase)) for each in gone),
    ]


def page(
    ctx: Context, campaign: str, *, limit: int, start: str | None = None
) -> tuple[list[tuple[str, dict[str, Any]]], str | None]:
    """Return one page of the purchases that a campaign had a part in, by id, and where to go on."""
    pk = keys.sales(ctx, campaign)
    items, last = reads.page(names.INDEX, pk, limit=limit, start=start, consistent=True)
    return [(item["sk"], item["sale"]) for item in items], last
