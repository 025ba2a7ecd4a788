"""The rows that are read before a tenant is known, and the indexes over all tenants.

These are exactly ``SUB#`` (a Cognito subject), ``KEY#`` (an API key's digest), ``EMAIL#`` (an address's HMAC) and
``DUE#`` (what falls due). Each function enters ``guard.system()`` itself and signs with the function's own role, so
nothing else has to; a plan that holds such a row is executed here and holds no tenant's row.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from chalicelib import settings
from chalicelib.kernel.ids import Ids, TenantId
from chalicelib.storage import guard, keys, names, permits, plan, reads, timers, writes
from chalicelib.storage.calls import call
from chalicelib.storage.keys import Key
from chalicelib.storage.plan import Condition, Delete, Put, Write
from chalicelib.storage.timers import Timer

SHARDS = names.SHARDS
_HEALTH = "health"


def subject(sub: str) -> dict[str, Any] | None:
    """Return where a Cognito subject belongs (tenant, user, role, not_before), or None."""
    return _get(keys.subject(sub))


def api_key(digest: str) -> dict[str, Any] | None:
    """Return where an API key belongs, or None."""
    return _get(keys.api_key(digest))


def email(digest: str) -> dict[str, Any] | None:
    """Return where an address belongs, or None."""
    return _get(keys.email(digest))


def put_subject(sub: str, item: Mapping[str, Any], *, when: Condition | None = None) -> Put:
    """Plan to say where a Cognito subject belongs."""
    return Put(names.DIRECTORY, keys.subject(sub), item, when=when)


def put_api_key(digest: str, item: Mapping[str, Any], *, when: Condition | None = None) -> Put:
    """Plan to say where an API key belongs."""
    return Put(names.DIRECTORY, keys.api_key(digest), item, when=when)


def put_email(digest: str, item: Mapping[str, Any], *, when: Condition | None = None) -> Put:
    """Plan to say where an address belongs; ``plan.absent()`` keeps it with one tenant."""
    return Put(names.DIRECTORY, keys.email(digest), item, when=when)


def delete_subject(sub: str) -> Delete:
    """Plan to forget a Cognito subject."""
    return Delete(names.DIRECTORY, keys.subject(sub))


def delete_api_key(digest: str) -> Delete:
    """Plan to forget an API key."""
    return Delete(names.DIRECTORY, keys.api_key(digest))


def delete_email(digest: str) -> Delete:
    """Plan to forget an address."""
    return Delete(names.DIRECTORY, keys.email(digest))


def execute(rows: Sequence[Write], *, ids: Ids, token: str | None = None) -> None:
    """Store all of these system rows or none of them, as ``writes.execute`` does for a tenant's.

    :raises Refused: when a condition does not hold.
    """
    with guard.system():
        writes.run(rows, token=token or ids.token(), ids=ids)


def count_failure(digest: str, *, now: datetime, window: timedelta) -> int:
    """Count a failed sign-in of an address and return how many there were in the running window."""
    second = int(now.timestamp())
    key = keys.failures(digest)
    with guard.system():
        item = reads.get(names.DIRECTORY, key)
        if item is None or item["expires"] <= second:
            _restart_failures(key, second, window)
        answer = call(
            "update_item",
            TableName=settings.current().table(names.DIRECTORY),
            Key={"pk": {"S": key.pk}, "sk": {"S": key.sk}},
            UpdateExpression="ADD failures :one",
            ExpressionAttributeValues={":one": {"N": "1"}},
            ReturnValues="UPDATED_NEW",
        )
    return int(answer["Attributes"]["failures"]["N"])


def _restart_failures(key: Key, second: int, window: timedelta) -> None:
    """Begin a new window, unless somebody else has just begun it."""
    from_zero = {"failures": 0, "expires": second + int(window.total_seconds())}
    stale = plan.absent() | plan.at_most("expires", second)
    try:
        writes.run([Put(names.DIRECTORY, key, from_zero, when=stale)], token=Ids().token(), ids=Ids())
    except writes.Refused:
        return


def failures(digest: str, *, now: datetime) -> tuple[int, int]:
    """Return how often an address has failed to sign in in the running window, and the seconds until it ends."""
    item = _get(keys.failures(digest))
    left = 0 if item is None else item["expires"] - int(now.timestamp())
    return (item["failures"], left) if item is not None and left > 0 else (0, 0)


def clear_failures(digest: str) -> None:
    """Forget the failed sign-ins of an address."""
    execute([Delete(names.DIRECTORY, keys.failures(digest))], ids=Ids())


def grant_address(digest: str, *, minute: int, wanted: int) -> int:
    """Grant a network address more requests of a minute, and return how many it has been granted in it so far."""
    with guard.system():
        return permits.grant(keys.permits_of_address(digest, minute), minute, wanted)


def due_timers(shard: int, *, now: str, limit: int) -> list[tuple[TenantId, Timer]]:
    """Return the timers of one shard, of whatever tenant, that are due at the stamp ``now``, earliest first."""
    found = _due(names.TIMERS, "due", shard, now=now, limit=limit)
    return [(keys.tenant_of(item["pk"]), timers.of_item(item)) for item in found]


def due_deliveries(shard: int, *, now: str, limit: int) -> list[tuple[TenantId, str, str]]:
    """Return tenant, run and id of one shard's messages that must be looked at at the stamp ``now``, earliest first."""
    found = _due(names.DELIVERIES, "wake_at", shard, now=now, limit=limit)
    return [(keys.tenant_of(item["pk"]), keys.rest_of(item["pk"]), item["sk"]) for item in found]


def reachable() -> None:
    """Return when the store answers.

    :raises Unavailable: when it does not.
    """
    _get(keys.subject(_HEALTH))


def _due(table: str, attribute: str, shard: int, *, now: str, limit: int) -> list[reads.Item]:
    with guard.system():
        items, _ = reads.query_index(
            table,
            index=names.DUE_INDEX,
            hash_key=("due_shard", keys.due_shard(shard)),
            range_key=attribute,
            upper=now,
            limit=limit,
        )
    return items


def _get(key: Key) -> dict[str, Any] | None:
    with guard.system():
        item = reads.get(names.DIRECTORY, key)
    return None if item is None else reads.facts(item)
