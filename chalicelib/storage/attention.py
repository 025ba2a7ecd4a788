"""Who follows the talk on a record, and how far each has read it: one row a person and record."""

from dataclasses import dataclass
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, reads
from chalicelib.storage.plan import Update


@dataclass(frozen=True, slots=True)
class Attention:
    """One person's relation to the talk on a record."""

    user: str
    follows: bool = False
    read_up_to: str | None = None


def get(ctx: Context, record: str, user: str) -> Attention:
    """Return how a person attends to a record; somebody who never did does not follow it."""
    item = reads.get(names.INDEX, keys.attention(ctx, record, user))
    return Attention(user) if item is None else _attention(item)


def of_record(ctx: Context, record: str, *, limit: int) -> list[Attention]:
    """Return how people attend to a record, at most ``limit`` of them."""
    items, _ = reads.query(names.INDEX, keys.attentions(ctx, record), limit=limit)
    return [_attention(item) for item in items]


def follow(ctx: Context, record: str, user: str, *, follows: bool = True) -> Update:
    """Plan to let a person follow a record, or no longer."""
    return Update(names.INDEX, keys.attention(ctx, record, user), set={"follows": follows})


def read(ctx: Context, record: str, user: str, *, up_to: str) -> Update:
    """Plan to note that a person has read a record's talk up to an instant."""
    return Update(names.INDEX, keys.attention(ctx, record, user), set={"read_up_to": up_to})


def _attention(item: dict[str, Any]) -> Attention:
    return Attention(item["sk"], bool(item.get("follows")), item.get("read_up_to"))
