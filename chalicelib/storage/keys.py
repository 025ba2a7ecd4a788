"""Every key of every table, built from the context's tenant; nothing else in the code base writes one.

No function here takes a raw key, so a foreign key cannot be passed in: what comes from outside is an id, and an id has
no delimiter. When a tenant outgrows one item collection, its shards are added here and nowhere else.
"""

import re
from hashlib import sha256
from typing import NamedTuple
from zlib import crc32

from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import names

_ID = re.compile(r"[A-Za-z0-9_.:@-]{1,128}")
_LONGEST_VALUE = 400
BODY = "#body"
ATTACHED = "@files#"


class Key(NamedTuple):
    """Where an item lies. Made by this module only."""

    pk: str
    sk: str


def is_id(text: str) -> bool:
    """Return whether ``text`` can be an id at all: short, and without a delimiter."""
    return _ID.fullmatch(text) is not None


def _checked(id: str) -> str:
    if not is_id(id):
        raise ValueError(f"{id!r} is not an id")
    return id


def shard_of(id: str) -> int:
    """Return which of the eight shards ``id`` belongs to, for ever."""
    return crc32(id.encode()) % len(names.SHARDS)


def due_shard(number: int) -> str:
    """Return the index partition that the sweeper reads for shard ``number``."""
    return f"DUE#{number}"


def tenant_of(pk: str) -> TenantId:
    """Return the tenant to whom the item under ``pk`` belongs.

    :raises ValueError: when it belongs to none.
    """
    kind, _, rest = pk.partition("#")
    if kind != "T":
        raise ValueError(f"{kind!r} rows belong to no tenant")
    return TenantId(rest.partition("#")[0])


def rest_of(pk: str) -> str:
    """Return what follows the tenant in ``pk``: the object of a record, the record of a link, the run of a delivery."""
    return pk.split("#", 2)[2]


def records(ctx: Context, object: str) -> str:
    """Return the partition of all records of ``object``."""
    return f"T#{ctx.tenant}#{object}"


def record(ctx: Context, object: str, id: str) -> Key:
    """Return the key of a record."""
    return Key(f"T#{ctx.tenant}#{object}", _checked(id))


def body(ctx: Context, object: str, id: str) -> Key:
    """Return the key of a record's body row."""
    return Key(f"T#{ctx.tenant}#{object}", _checked(id) + BODY)


def of_record(ctx: Context, record: str) -> str:
    """Return the partition of whatever hangs on one record: its links, its timeline."""
    return f"T#{ctx.tenant}#{_checked(record)}"


def link(ctx: Context, record: str, field: str, other: str) -> Key:
    """Return the key of one direction of a relation."""
    return Key(of_record(ctx, record), f"{field}#{_checked(other)}")


def timeline(ctx: Context, record: str, at: str, entry: str) -> Key:
    """Return the key of a timeline entry."""
    return Key(of_record(ctx, record), f"{at}#{_checked(entry)}")


def unique(ctx: Context, object: str, field: str, value: str) -> Key:
    """Return the key of the claim on a unique value; a long value is known by its digest."""
    if len(value.encode()) > _LONGEST_VALUE:
        value = "sha256:" + sha256(value.encode()).hexdigest()
    return Key(f"T#{ctx.tenant}#unique#{object}", f"{field}#{value}")


def trash(ctx: Context, object: str) -> str:
    """Return the partition of an object's deleted records."""
    return f"T#{ctx.tenant}#trash#{object}"


def trashed(ctx: Context, object: str, deleted_at: str, record: str) -> Key:
    """Return the key under which a deletion is listed."""
    return Key(trash(ctx, object), f"{deleted_at}#{_checked(record)}")


def tokens(ctx: Context, object: str) -> str:
    """Return the partition of an object's search tokens."""
    return f"T#{ctx.tenant}#token#{object}"


def token(ctx: Context, object: str, token: str, record: str, field: str) -> Key:
    """Return the key of one search token of one record."""
    return Key(tokens(ctx, object), f"{token}#{_checked(record)}#{field}")


def words(ctx: Context) -> str:
    """Return the partition of the tenant's vocabulary."""
    return f"T#{ctx.tenant}#word"


def word(ctx: Context, direction: str, word: str, object: str, field: str) -> Key:
    """Return the key of a word of the vocabulary in one place."""
    return Key(words(ctx), f"{direction}#{word}#{object}#{field}")


def counts(ctx: Context, object: str) -> str:
    """Return the partition of an object's counters."""
    return f"T#{ctx.tenant}#count#{object}"


def count(ctx: Context, object: str, field: str, option: str, owner: str, currency: str, shard: int) -> Key:
    """Return the key of one of the eight sub-rows of a counter."""
    return Key(counts(ctx, object), f"{field}#{option}#{owner}#{currency}#{shard}")


def attentions(ctx: Context, record: str) -> str:
    """Return the partition of those who attend to the talk on a record."""
    return f"T#{ctx.tenant}#attention#{_checked(record)}"


def attention(ctx: Context, record: str, user: str) -> Key:
    """Return the key of one person's attention to the talk on a record."""
    return Key(attentions(ctx, record), _checked(user))


def file(ctx: Context, id: str) -> Key:
    """Return the key of a file's own row."""
    return Key(f"T#{ctx.tenant}#file#{_checked(id)}", "-")


def attached(ctx: Context, record: str, file: str) -> Key:
    """Return the key under which a record's file is listed."""
    return Key(of_record(ctx, record), f"{ATTACHED}{_checked(file)}")


def applied(ctx: Context, object: str, record: str) -> Key:
    """Return the key of what a record has contributed so far."""
    return Key(f"T#{ctx.tenant}#applied", f"{object}#{_checked(record)}")


def duplicates(ctx: Context, object: str) -> str:
    """Return the partition of the pairs of an object's records that may be one."""
    return f"T#{ctx.tenant}#duplicate#{object}"


def duplicates_of(record: str) -> str:
    """Return how the keys of a record's pairs begin."""
    return f"pair#{_checked(record)}#"


def duplicate(ctx: Context, object: str, record: str, other: str) -> Key:
    """Return the key of a pair, under one of its records."""
    return Key(duplicates(ctx, object), duplicates_of(record) + _checked(other))


def listed_duplicate(ctx: Context, object: str, state: str, score: int, low: str, high: str) -> Key:
    """Return the key of a pair in the list of a state, in which the likeliest come first."""
    return Key(duplicates(ctx, object), f"{state}#{100 - score:03d}#{_checked(low)}#{_checked(high)}")


def all_shared(ctx: Context, who: str) -> str:
    """Return the partition of what is shared with a user or a team."""
    return f"T#{ctx.tenant}#shared#{_checked(who)}"


def shared(ctx: Context, who: str, object: str, record: str) -> Key:
    """Return the key under which one record is shared with a user or a team."""
    return Key(all_shared(ctx, who), f"{object}#{_checked(record)}")


def all_shares(ctx: Context) -> str:
    """Return the partition of with whom each record is shared."""
    return f"T#{ctx.tenant}#shares"


def share(ctx: Context, record: str, who: str) -> Key:
    """Return the key that says with whom a record is shared."""
    return Key(all_shares(ctx), f"{_checked(record)}#{_checked(who)}")


def stale(ctx: Context, *what: str) -> Key:
    """Return the key of the note that derived values are waiting to be computed again."""
    return Key(f"T#{ctx.tenant}#stale", "#".join(map(_checked, what)))


def idempotency(ctx: Context, key: str) -> Key:
    """Return the key of the answer to a principal's idempotent request."""
    return Key(answers(ctx), f"{ctx.actor.principal}#{key}")


def answers(ctx: Context) -> str:
    """Return the partition of all answers to idempotent requests."""
    return f"T#{ctx.tenant}#idem"


def of_tenant(ctx: Context) -> str:
    """Return the partition of what hangs on the tenant itself: directory, timers, jobs."""
    return f"T#{ctx.tenant}"


def timer(ctx: Context, due: str, id: str) -> Key:
    """Return the key of a timer."""
    return Key(of_tenant(ctx), f"{due}#{_checked(id)}")


def directory(ctx: Context, name: str) -> Key:
    """Return the key of a directory row such as ``tenant`` or ``user#<id>``."""
    return Key(of_tenant(ctx), name)


def deliveries(ctx: Context, run: str) -> str:
    """Return the partition of a run's messages."""
    return f"T#{ctx.tenant}#{_checked(run)}"


def delivery(ctx: Context, run: str, id: str) -> Key:
    """Return the key of one message of the outbox."""
    return Key(deliveries(ctx, run), _checked(id))


def job(ctx: Context, id: str) -> Key:
    """Return the key of a job."""
    return Key(of_tenant(ctx), _checked(id))


def parts(ctx: Context, job: str) -> str:
    """Return the partition of a job's chunks and verdicts."""
    return f"T#{ctx.tenant}#{_checked(job)}"


def part(ctx: Context, job: str, kind: str, number: int) -> Key:
    """Return the key of one part of a job; parts sort by their number."""
    return Key(parts(ctx, job), f"{kind}#{number:09d}")


def subject(sub: str) -> Key:
    """Return the system key that leads from a Cognito subject to its tenant."""
    return Key(f"SUB#{_checked(sub)}", "-")


def api_key(digest: str) -> Key:
    """Return the system key that leads from an API key's digest to its tenant."""
    return Key(f"KEY#{_checked(digest)}", "-")


def email(digest: str) -> Key:
    """Return the system key that leads from an address's HMAC to its tenant."""
    return Key(f"EMAIL#{_checked(digest)}", "-")


def failures(digest: str) -> Key:
    """Return the system key under which failed sign-ins of an address are counted."""
    return Key(f"EMAIL#{_checked(digest)}", "fail")
