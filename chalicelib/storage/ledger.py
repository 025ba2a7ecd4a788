"""What the work of an account has used: a row a day, in sub-rows so that many workers can add at once.

An account is a word and an id, such as ``campaign.<id>``. Amounts are kept as whole millionths.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, reads
from chalicelib.storage.plan import Update

SHARDS: Final = 16
A_WHOLE: Final = 1_000_000


def add(ctx: Context, account: str, *, day: str, shard: int, amounts: Mapping[str, float]) -> Update:
    """Plan to add to what an account has used on a day."""
    key = keys.ledger(ctx, account, day=day, shard=shard % SHARDS)
    return Update(names.INDEX, key, add={what: round(amount * A_WHOLE) for what, amount in amounts.items()})


def days(ctx: Context, account: str, *, since: str | None = None) -> Iterator[tuple[str, Mapping[str, float]]]:
    """Yield what an account has used, by day from ``since`` on; a day comes as often as it has sub-rows."""
    pk = keys.ledger(ctx, account, day="", shard=0).pk
    start: keys.Key | None = None
    while True:
        found, start = reads.query(names.INDEX, pk, lower=since, start=start)
        for item in found:
            facts: Mapping[str, Any] = reads.facts(item)
            yield item["sk"].partition("#")[0], {what: int(amount) / A_WHOLE for what, amount in facts.items()}
        if start is None:
            return
