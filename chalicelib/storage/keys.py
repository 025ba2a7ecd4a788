"""Every key of every table but those of segments, built from the context's tenant; nothing else writes one.

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


def checked(id: str) -> str:
    """Return an id that can be part of a key.

    :raises ValueError: when it holds a delimiter, or is too long.
    """
    if not is_id(id):
        raise ValueError(f"{id!r} is not an id")
    return id


def shard_of(id: str, *, of: int = len(names.SHARDS)) -> int:
    """Return which of the eight shards, or of so many, ``id`` belongs to, for ever."""
    return crc32(id.encode()) % of


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
    return Key(f"T#{ctx.tenant}#{object}", checked(id))


def body(ctx: Context, object: str, id: str) -> Key:
    """Return the key of a record's body row."""
    return Key(f"T#{ctx.tenant}#{object}", checked(id) + BODY)


def of_record(ctx: Context, record: str) -> str:
    """Return the partition of whatever hangs on one record: its links, its timeline."""
    return f"T#{ctx.tenant}#{checked(record)}"


def link(ctx: Context, record: str, field: str, other: str) -> Key:
    """Return the key of one direction of a relation."""
    return Key(of_record(ctx, record), f"{field}#{checked(other)}")


def timeline(ctx: Context, record: str, at: str, entry: str) -> Key:
    """Return the key of a timeline entry."""
    return Key(of_record(ctx, record), f"{at}#{checked(entry)}")


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
    return Key(trash(ctx, object), f"{deleted_at}#{checked(record)}")


def tokens(ctx: Context, object: str) -> str:
    """Return the partition of an object's search tokens."""
    return f"T#{ctx.tenant}#token#{object}"


def token(ctx: Context, object: str, token: str, record: str, field: str) -> Key:
    """Return the key of one search token of one record."""
    return Key(tokens(ctx, object), f"{token}#{checked(record)}#{field}")


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
    return f"T#{ctx.tenant}#attention#{checked(record)}"


def attention(ctx: Context, record: str, user: str) -> Key:
    """Return the key of one person's attention to the talk on a record."""
    return Key(attentions(ctx, record), checked(user))


def advice(ctx: Context, record: str) -> Key:
    """Return the key of what was answered to the advice that a record's card gave."""
    return Key(f"T#{ctx.tenant}#advice#{checked(record)}", "-")


def file(ctx: Context, id: str) -> Key:
    """Return the key of a file's own row."""
    return Key(f"T#{ctx.tenant}#file#{checked(id)}", "-")


def attached(ctx: Context, record: str, file: str) -> Key:
    """Return the key under which a record's file is listed."""
    return Key(of_record(ctx, record), f"{ATTACHED}{checked(file)}")


def applied(ctx: Context, object: str, record: str) -> Key:
    """Return the key of what a record has contributed so far."""
    return Key(f"T#{ctx.tenant}#applied", f"{object}#{checked(record)}")


def duplicates(ctx: Context, object: str) -> str:
    """Return the partition of the pairs of an object's records that may be one."""
    return f"T#{ctx.tenant}#duplicate#{object}"


def duplicates_of(record: str) -> str:
    """Return how the keys of a record's pairs begin."""
    return f"pair#{checked(record)}#"


def duplicate(ctx: Context, object: str, record: str, other: str) -> Key:
    """Return the key of a pair, under one of its records."""
    return Key(duplicates(ctx, object), duplicates_of(record) + checked(other))


def listed_duplicate(ctx: Context, object: str, state: str, score: int, low: str, high: str) -> Key:
    """Return the key of a pair in the list of a state, in which the likeliest come first."""
    return Key(duplicates(ctx, object), f"{state}#{100 - score:03d}#{checked(low)}#{checked(high)}")


def all_shared(ctx: Context, who: str) -> str:
    """Return the partition of what is shared with a user or a team."""
    return f"T#{ctx.tenant}#shared#{checked(who)}"


def shared(ctx: Context, who: str, object: str, record: str) -> Key:
    """Return the key under which one record is shared with a user or a team."""
    return Key(all_shared(ctx, who), f"{object}#{checked(record)}")


def all_shares(ctx: Context) -> str:
    """Return the partition of with whom each record is shared."""
    return f"T#{ctx.tenant}#shares"


def share(ctx: Context, record: str, who: str) -> Key:
    """Return the key that says with whom a record is shared."""
    return Key(all_shares(ctx), f"{checked(record)}#{checked(who)}")


def consents(ctx: Context, record: str) -> str:
    """Return the partition of what a person has permitted, and of how often the firm has written to them."""
    return f"T#{ctx.tenant}#consent#{checked(record)}"


def consent(ctx: Context, record: str, channel: str, purpose: str) -> Key:
    """Return the key of what stands about one person, channel and purpose."""
    return Key(consents(ctx, record), f"state#{checked(channel)}#{checked(purpose)}")


def consent_entry(ctx: Context, record: str, at: str, entry: str) -> Key:
    """Return the key of an entry of a person's ledger of consent."""
    return Key(consents(ctx, record), f"ledger#{at}#{checked(entry)}")


def written_to(ctx: Context, record: str) -> Key:
    """Return the key of the row that counts what was written to a person lately."""
    return Key(consents(ctx, record), "written")


def suppressed(ctx: Context, digest: str) -> Key:
    """Return the key that says why an address, known by its digest, is not written to."""
    return Key(f"T#{ctx.tenant}#suppressed#{checked(digest)[:2]}", digest)


def all_excluded(ctx: Context, list: str) -> str:
    """Return the partition of an exclusion list."""
    return f"T#{ctx.tenant}#excluded#{checked(list)}"


def excluded(ctx: Context, list: str, digest: str) -> Key:
    """Return the key of an address, known by its digest, on an exclusion list."""
    return Key(all_excluded(ctx, list), checked(digest))


def stale(ctx: Context, *what: str) -> Key:
    """Return the key of the note that derived values are waiting to be computed again."""
    return Key(f"T#{ctx.tenant}#stale", "#".join(map(checked, what)))


def followed(ctx: Context, digest: str) -> Key:
    """Return the key of an address that a mail of the firm's links to."""
    return Key(f"T#{ctx.tenant}#url#{checked(digest)}", "-")


def signs(ctx: Context, record: str) -> Key:
    """Return the key of when a person was heard of last, by which one knows at which hours they are there."""
    return Key(f"T#{ctx.tenant}#signs#{checked(record)}", "-")


def outcomes(ctx: Context, campaign: str) -> str:
    """Return the partition of what became of each mail of a campaign."""
    return f"T#{ctx.tenant}#outcome#{checked(campaign)}"


def outcome(ctx: Context, campaign: str, state: str, recipient: str) -> Key:
    """Return the key that says that the mail to one recipient of a campaign came to ``state``."""
    return Key(outcomes(ctx, campaign), f"{state}#{checked(recipient)}")


def sold(ctx: Context, purchase: str) -> Key:
    """Return the key of what a purchase adds to campaigns."""
    return Key(f"T#{ctx.tenant}#sold", checked(purchase))


def sales(ctx: Context, campaign: str) -> str:
    """Return the partition of the purchases that a campaign had a part in."""
    return f"T#{ctx.tenant}#sale#{checked(campaign)}"


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
    return Key(of_tenant(ctx), f"{due}#{checked(id)}")


def directory(ctx: Context, name: str) -> Key:
    """Return the key of a directory row such as ``tenant`` or ``user#<id>``."""
    return Key(of_tenant(ctx), name)


def deliveries(ctx: Context, run: str) -> str:
    """Return the partition of a run's messages."""
    return f"T#{ctx.tenant}#{checked(run)}"


def delivery(ctx: Context, run: str, id: str) -> Key:
    """Return the key of one message of the outbox."""
    return Key(deliveries(ctx, run), checked(id))


def job(ctx: Context, id: str) -> Key:
    """Return the key of a job."""
    return Key(of_tenant(ctx), checked(id))


def parts(ctx: Context, job: str) -> str:
    """Return the partition of a job's chunks and verdicts."""
    return f"T#{ctx.tenant}#{checked(job)}"


def part(ctx: Context, job: str, kind: str, number: int) -> Key:
    """Return the key of one part of a job; parts sort by their number."""
    return Key(parts(ctx, job), f"{kind}#{number:09d}")


def automation(ctx: Context, id: str) -> str:
    """Return the partition of an automation's runs and counts."""
    return f"T#{ctx.tenant}#automation#{checked(id)}"


def run(ctx: Context, automation_id: str, id: str, *, list: str = "run") -> Key:
    """Return the key of a run of an automation, or of its mention in another list of its runs."""
    return Key(automation(ctx, automation_id), f"{list}#{checked(id)}")


def ledger(ctx: Context, account: str, *, day: str, shard: int) -> Key:
    """Return the key of what the work of an account has used on a day."""
    return Key(f"T#{ctx.tenant}#ledger#{checked(account)}", f"{day}#{shard:02d}")


def inside(ctx: Context, record: str) -> str:
    """Return the partition of what automations have done with a record."""
    return f"T#{ctx.tenant}#inside#{checked(record)}"


def place(ctx: Context, record: str, automation_id: str) -> Key:
    """Return the key of where a record stands in an automation."""
    return Key(inside(ctx, record), f"at#{checked(automation_id)}")


def mentioned(ctx: Context, record: str, automation_id: str, run_id: str) -> Key:
    """Return the key under which a run is listed for its record."""
    return Key(inside(ctx, record), f"run#{checked(run_id)}#{checked(automation_id)}")


def webhook_calls(ctx: Context, webhook: str) -> str:
    """Return the partition of the calls to a firm's server."""
    return f"T#{ctx.tenant}#webhook#{checked(webhook)}"


def webhook_call(ctx: Context, webhook: str, id: str) -> Key:
    """Return the key of one call to a firm's server."""
    return Key(webhook_calls(ctx, webhook), f"call#{checked(id)}")


def failures_of_tenant(ctx: Context) -> str:
    """Return the partition of what failed for good."""
    return f"T#{ctx.tenant}#failure"


def failure(ctx: Context, list: str, id: str) -> Key:
    """Return the key of something that failed, in a list of such."""
    return Key(failures_of_tenant(ctx), f"{list}#{checked(id)}")


def alarm_states(ctx: Context) -> str:
    """Return the partition of how each alarm stands."""
    return f"T#{ctx.tenant}#alarm"


def alarm_state(ctx: Context, alarm: str) -> Key:
    """Return the key of how an alarm stands."""
    return Key(alarm_states(ctx), checked(alarm))


def alarm_days(ctx: Context, metric: str) -> str:
    """Return the partition of what a watched number was, day by day; ``metric`` is a digest of which number it is."""
    return f"T#{ctx.tenant}#alarmday#{checked(metric)}"


def alarm_day(ctx: Context, metric: str, day: str) -> Key:
    """Return the key of what a watched number was on a day."""
    return Key(alarm_days(ctx, metric), day)


def alarm_raisings(ctx: Context, alarm: str) -> str:
    """Return the partition of when an alarm was raised."""
    return f"T#{ctx.tenant}#alarmed#{checked(alarm)}"


def alarm_raising(ctx: Context, alarm: str, at: str) -> Key:
    """Return the key of one time that an alarm was raised."""
    return Key(alarm_raisings(ctx, alarm), at)


def subject(sub: str) -> Key:
    """Return the system key that leads from a Cognito subject to its tenant."""
    return Key(f"SUB#{checked(sub)}", "-")


def api_key(digest: str) -> Key:
    """Return the system key that leads from an API key's digest to its tenant."""
    return Key(f"KEY#{checked(digest)}", "-")


def email(digest: str) -> Key:
    """Return the system key that leads from an address's HMAC to its tenant."""
    return Key(f"EMAIL#{checked(digest)}", "-")


def failures(digest: str) -> Key:
    """Return the system key under which failed sign-ins of an address are counted."""
    return Key(f"EMAIL#{checked(digest)}", "fail")


def permits(ctx: Context, slot: int, *of: str) -> Key:
    """Return the key under which is counted what was asked in a minute or an hour: of the tenant, or ``of`` a thing."""
    return Key(of_tenant(ctx), "#".join(["permits", *map(checked, of), str(slot)]))


def mails_of_tenant(ctx: Context, minute: int) -> Key:
    """Return the key under which the mails of a tenant's campaigns in a minute are counted."""
    return Key(of_tenant(ctx), f"mails#{minute}")


def permits_of_address(digest: str, minute: int) -> Key:
    """Return the system key under which the requests of a network address in a minute are counted."""
    return Key(f"EMAIL#{checked(digest)}", f"permits#{minute}")
