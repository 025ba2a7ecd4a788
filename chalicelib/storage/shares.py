"""What is shared with whom: two rows a share, one under whoever may see the record, one under the record itself.

The first answers a list in one query and a single record in one batch read; the second tells who else sees a record.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, reads
from chalicelib.storage.plan import Delete, Put, Write


@dataclass(frozen=True, slots=True)
class Share:
    """``who`` (``user:<id>`` or ``team:<id>``) may see a record, or change it too. ``access`` is read or update."""

    record: str
    plural: str
    who: str
    access: str
    by: str
    at: str


def put(ctx: Context, share: Share) -> list[Write]:
    """Plan to share a record, in place of an earlier share with the same person or team."""
    item = {"record": share.record, "object": share.plural, "who": share.who} | {
        "access": share.access,
        "by": share.by,
        "at": share.at,
    }
    return [
        Put(names.INDEX, keys.shared(ctx, share.who, share.plural, share.record), item),
        Put(names.INDEX, keys.share(ctx, share.record, share.who), item),
    ]


def delete(ctx: Context, *, plural: str, record: str, who: str) -> list[Write]:
    """Plan to share a record no longer."""
    return [
        Delete(names.INDEX, keys.shared(ctx, who, plural, record)),
        Delete(names.INDEX, keys.share(ctx, record, who)),
    ]


def with_any(ctx: Context, whos: Iterable[str], plural: str, *, limit: int) -> list[Share]:
    """Return up to ``limit`` shares of an object's records with each of ``whos``."""
    found: list[Share] = []
    for who in whos:
        items, _ = reads.query(names.INDEX, keys.all_shared(ctx, who), prefix=f"{plural}#", limit=limit)
        found += map(_share, items)
    return found


def of_records(ctx: Context, whos: Sequence[str], plural: str, records: Sequence[str]) -> list[Share]:
    """Return how the named records are shared with any of ``whos``."""
    wanted = [keys.shared(ctx, who, plural, record) for record in records for who in whos]
    return [_share(item) for item in reads.get_many(names.INDEX, wanted, consistent=True)] if wanted else []


def of_record(ctx: Context, record: str) -> list[Share]:
    """Return with whom a record is shared, in the order of their ids."""
    return [_share(item) for item in reads.query_all(names.INDEX, keys.all_shares(ctx), prefix=f"{record}#")]


def _share(item: dict[str, Any]) -> Share:
    return Share(item["record"], item["object"], item["who"], item["access"], item["by"], item["at"])
