"""API keys: shown once, stored as a hash, gone within a minute of being revoked."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from chalicelib.crm.admin import queries, rules
from chalicelib.crm.admin.objects import ApiKey
from chalicelib.engine import overlays
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput, NotFound
from chalicelib.storage import directory, plan, system, writes

WIDE_SCOPES = ("read", "write")
OTHER_RESOURCES = ("imports", "jobs")


def create_api_key(ctx: Context, *, name: str, scopes: Sequence[str], expires_at: str) -> tuple[ApiKey, str]:
    """Return a new key and its secret, which nobody can read again.

    :raises InvalidInput: when a scope is unknown, or the key would outlive a year.
    """
    _require_known_scopes(ctx, scopes)
    expires = _instant(expires_at)
    rules.require_near_future(expires, now=ctx.now)
    key_id = ctx.new_id()
    secret = f"{queries.API_KEY_PREFIX}{key_id}_{ctx.ids.secret()}"
    key = ApiKey(
        id=key_id,
        name=name.strip(),
        scopes=tuple(dict.fromkeys(scopes)),
        digest=hashlib.sha256(secret.encode()).hexdigest(),
        created_by=ctx.actor.id,
        created_at=clock.stamp(ctx.now),
        expires_at=clock.stamp(expires),
    )
    writes.execute(ctx, [directory.put(ctx, directory.api_key(key.id), key.item(), when=plan.absent())])
    system.execute([system.put_api_key(key.digest, key.system_item(queries.tenant(ctx)))], ids=ctx.ids)
    return key, secret


def revoke_api_key(ctx: Context, *, key_id: str) -> None:
    """Revoke a key; the door forgets it within a minute.

    :raises NotFound: when the tenant has none of that id.
    """
    row = directory.get(ctx, directory.api_key(key_id))
    if row is None:
        raise NotFound("There is no such API key.")
    system.execute([system.delete_api_key(row["digest"])], ids=ctx.ids)
    writes.execute(ctx, [directory.delete(ctx, directory.api_key(key_id))])


def _require_known_scopes(ctx: Context, scopes: Sequence[str]) -> None:
    plurals = {found.plural for found in overlays.load(ctx)} | set(OTHER_RESOURCES)
    faults = [
        FieldError(f"scopes.{position}", "unknown_scope", "Use read, write, or <object>:read and <object>:write.")
        for position, scope in enumerate(scopes)
        if scope not in WIDE_SCOPES
        and not (scope.partition(":")[0] in plurals and scope.partition(":")[2] in WIDE_SCOPES)
    ]
    if faults:
        raise InvalidInput("A scope is unknown.", errors=faults)


def _instant(text: str) -> datetime:
    try:
        return clock.parse(text)
    except ValueError as unreadable:
        raise InvalidInput.of("expires_at", "invalid", "Use a time such as 2027-11-21T20:15:00Z.") from unreadable
