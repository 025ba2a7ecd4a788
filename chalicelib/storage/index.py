"""What is looked up instead of searched for: unique claims, search tokens, and counters, contributions, kept answers.

A counter belongs to a choice field, an option, an owner and a currency. It lies in eight sub-rows, so that many records
of one option can change at once; a reader adds them up. ``applied`` holds what each record has contributed to tokens
and counters, so that the stream function can replace it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, plan, reads, writes
from chalicelib.storage.keys import Key
from chalicelib.storage.plan import Delete, Put, Update

ANSWERS_A_PAGE = 100
_SUM = "sum_"


def claim(ctx: Context, object: str, field: str, value: str, *, record: str) -> Put:
    """Plan to claim a unique value for ``record``; refused when another record holds it."""
    free = plan.absent() | plan.equals("record", record)
    return Put(names.INDEX, keys.unique(ctx, object, field, value), {"record": record}, when=free)


def release(ctx: Context, object: str, field: str, value: str, *, record: str) -> Delete:
    """Plan to give a unique value back; refused when another record holds it."""
    own = plan.absent() | plan.equals("record", record)
    return Delete(names.INDEX, keys.unique(ctx, object, field, value), when=own)


def holder(ctx: Context, object: str, field: str, value: str) -> str | None:
    """Return the record that holds a unique value, or None."""
    item = reads.get(names.INDEX, keys.unique(ctx, object, field, value))
    return None if item is None else item["record"]


def holders(ctx: Context, object: str, field: str, values: Sequence[str]) -> dict[str, str]:
    """Return the records that hold those of ``values`` that are held, by value."""
    by_key = {keys.unique(ctx, object, field, value): value for value in values}
    items = reads.get_many(names.INDEX, list(by_key), consistent=True)
    return {by_key[Key(item["pk"], item["sk"])]: item["record"] for item in items}


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word under which ``record`` is found, the field it comes from, and the record's whole ``text``."""

    token: str
    record: str
    field: str
    text: str


def put_token(ctx: Context, object: str, token: Token) -> Put:
    """Plan to let a record be found by a word."""
    key = keys.token(ctx, object, token.token, token.record, token.field)
    return Put(names.INDEX, key, {"text": token.text})


def delete_token(ctx: Context, object: str, *, token: str, record: str, field: str) -> Delete:
    """Plan that a record is no longer found by a word."""
    return Delete(names.INDEX, keys.token(ctx, object, token, record, field))


def search(
    ctx: Context, object: str, prefix: str, *, limit: int, start: str | None = None, consistent: bool = False
) -> tuple[list[Token], str | None]:
    """Return one page of the tokens that begin with ``prefix``, in order, and where to go on."""
    pk = keys.tokens(ctx, object)
    items, last = reads.page(names.INDEX, pk, prefix=prefix, limit=limit, start=start, consistent=consistent)
    return [_token(item) for item in items], last


def _token(item: Mapping[str, Any]) -> Token:
    token, record, field = item["sk"].split("#")
    return Token(token, record, field, item["text"])


@dataclass(frozen=True, slots=True)
class Counter:
    """How many records have ``option``, and the sums of their money fields in minor units; or a difference of these."""

    option: str
    owner: str = ""
    currency: str = ""
    count: int = 0
    sums: Mapping[str, int] = field(default_factory=dict)


def add_to_counter(ctx: Context, object: str, field: str, difference: Counter, *, shard: int) -> Update:
    """Plan to add a difference to a counter of a choice field, in the sub-row ``shard``."""
    return Update(
        names.INDEX,
        keys.count(ctx, object, field, difference.option, difference.owner, difference.currency, shard),
        set={"option": difference.option, "owner": difference.owner, "currency": difference.currency},
        add={"count": difference.count, **{_SUM + name: amount for name, amount in difference.sums.items()}},
    )


def counters(ctx: Context, object: str, field: str, *, consistent: bool = False) -> list[Counter]:
    """Return the counters of a choice field, their sub-rows added up, those that came to nothing left out."""
    totals: dict[tuple[str, str, str], dict[str, int]] = {}
    for item in reads.query_all(names.INDEX, keys.counts(ctx, object), prefix=f"{field}#", consistent=consistent):
        total = totals.setdefault((item["option"], item["owner"], item["currency"]), {"count": 0})
        for name, amount in _amounts(item):
            total[name] = total.get(name, 0) + amount
    return [_counter(key, total) for key, total in totals.items() if any(total.values())]


def _amounts(item: Mapping[str, Any]) -> list[tuple[str, int]]:
    return [(name, amount) for name, amount in item.items() if name == "count" or name.startswith(_SUM)]


def _counter(key: tuple[str, str, str], total: Mapping[str, int]) -> Counter:
    option, owner, currency = key
    sums = {name.removeprefix(_SUM): amount for name, amount in total.items() if name.startswith(_SUM)}
    return Counter(option, owner, currency, total["count"], sums)


@dataclass(frozen=True, slots=True)
class Applied:
    """The last version of a record that the stream function has seen, and what it contributed."""

    version: int
    contribution: Mapping[str, Any]


def applied(ctx: Context, object: str, record: str) -> Applied | None:
    """Return what a record has contributed so far, or None."""
    item = reads.get(names.INDEX, keys.applied(ctx, object, record))
    return None if item is None else Applied(item["version"], item["contribution"])


def apply(ctx: Context, object: str, record: str, now: Applied, *, previous: Applied | None) -> Put:
    """Plan to replace what a record contributes; refused unless ``previous`` is what is stored."""
    still = plan.absent() if previous is None else plan.equals("version", previous.version)
    return Put(
        names.INDEX,
        keys.applied(ctx, object, record),
        {"version": now.version, "contribution": now.contribution},
        when=still,
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request was answered, and the hash of the body that it came with."""

    body_hash: str
    status: int
    body: Mapping[str, Any]


def answer(ctx: Context, key: str) -> Answer | None:
    """Return the answer kept under an idempotency key of the context's principal, unless it has expired."""
    item = reads.get(names.INDEX, keys.idempotency(ctx, key))
    if item is None or item["expires"] <= ctx.now.timestamp():
        return None
    return Answer(item["body_hash"], item["status"], item["body"])


def remember(ctx: Context, key: str, kept: Answer, *, expires: datetime) -> Put:
    """Plan to keep an answer; refused when one is kept that has not expired."""
    return Put(
        names.INDEX,
        keys.idempotency(ctx, key),
        {
            "body_hash": kept.body_hash,
            "status": kept.status,
            "body": kept.body,
            "expires": int(expires.timestamp()),
        },
        when=plan.absent() | plan.at_most("expires", int(ctx.now.timestamp())),
    )


def forget_answers(ctx: Context, whose: Callable[[Mapping[str, Any]], bool], *, start: str | None) -> str | None:
    """Drop those kept answers of which ``whose`` is true from one page of all, and return where the next one begins.

    A request that is repeated after that is a new one.
    """
    pk = keys.answers(ctx)
    items, last = reads.page(names.INDEX, pk, limit=ANSWERS_A_PAGE, start=start)
    writes.batch(ctx, [Delete(names.INDEX, Key(pk, item["sk"])) for item in items if whose(item["body"])])
    return last
