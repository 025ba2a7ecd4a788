"""What became of a campaign's mails: who came to which state, and the addresses that mails link to.

A row says that the mail to one recipient came to a state, so that a number of a campaign's can be opened into people.
It is written in the transaction that counts it, so the rows of a state are as many as its counter says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, reads
from chalicelib.storage.keys import Key
from chalicelib.storage.plan import Delete, Put


@dataclass(frozen=True, slots=True)
class Outcome:
    """Which record the mail was to (``plural``, ``record``), to which state it came, in which variant, and when."""

    state: str
    recipient: str
    plural: str
    record: str
    at: str
    variant: str = ""


def put(ctx: Context, campaign: str, outcome: Outcome, *, expires: int | None = None) -> Put:
    """Plan to note that a recipient's mail came to a state; ``expires`` is the second of the epoch until when."""
    until = {} if expires is None else {"expires": expires}
    return Put(
        names.INDEX,
        keys.outcome(ctx, campaign, outcome.state, outcome.recipient),
        {"plural": outcome.plural, "record": outcome.record, "at": outcome.at, "variant": outcome.variant, **until},
    )


def delete(ctx: Context, campaign: str, outcome: Outcome) -> Delete:
    """Plan to forget that a recipient's mail came to a state."""
    return Delete(names.INDEX, keys.outcome(ctx, campaign, outcome.state, outcome.recipient))


def page(
    ctx: Context, campaign: str, state: str, *, limit: int, start: str | None = None
) -> tuple[list[Outcome], str | None]:
    """Return one page of those who came to a state, in no order that matters, and where to go on."""
    pk = keys.outcomes(ctx, campaign)
    items, last = reads.page(names.INDEX, pk, prefix=f"{state}#", limit=limit, start=start)
    return [_outcome(item) for item in items], last


def each(ctx: Context, campaign: str, state: str) -> Iterator[Outcome]:
    """Yield everybody who came to a state."""
    for item in reads.query_all(names.INDEX, keys.outcomes(ctx, campaign), prefix=f"{state}#", consistent=True):
        yield _outcome(item)


def put_address(ctx: Context, digest: str, url: str) -> Put:
    """Plan to keep an address that a mail links to, under the digest by which the link names it."""
    return Put(names.INDEX, keys.followed(ctx, digest), {"url": url})


def address(ctx: Context, digest: str) -> str | None:
    """Return the address that was kept under a digest, or None."""
    item = reads.get(names.INDEX, keys.followed(ctx, digest), consistent=False) if keys.is_id(digest) else None
    return None if item is None else str(item["url"])


def addresses(ctx: Context, digests: Sequence[str]) -> dict[str, str]:
    """Return the addresses that were kept, by digest."""
    by_key = {keys.followed(ctx, digest): digest for digest in digests if keys.is_id(digest)}
    items = reads.get_many(names.INDEX, list(by_key))
    return {by_key[Key(item["pk"], item["sk"])]: str(item["url"]) for item in items}


def _outcome(item: dict[str, Any]) -> Outcome:
    state, _, recipient = item["sk"].partition("#")
    return Outcome(state, recipient, item["plural"], item["record"], item["at"], item["variant"])
