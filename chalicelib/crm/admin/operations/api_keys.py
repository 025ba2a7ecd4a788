"""API keys: shown once, stored as a hash, gone within a minute of being revoked."""

import hashlib
from collections.abc import Sequence

from chalicelib.crm.admin import queries, rules
from chalicelib.crm.admin.objects import ApiKey
from chalicelib.engine import expiry, overlays
from chalicelib.engine import idempotency as answers
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.roles.declared import ADMIN
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context, Role
from chalicelib.kernel.errors import Conflict, FieldError, InvalidInput, NotFound
from chalicelib.storage import directory, plan, system, writes

WIDE_SCOPES = ("read", "write")
OTHER_RESOURCES = frozenset(
    {"assignments", "automations", "domains", "duplicates", "exclusions", "exports", "files", "forms", "imports"}
    | {"jobs", "marketing", "merges", "objects", "purposes", "search", "segments", "senders", "tags", "templates"}
    | {"action_rules", "alarms", "failures", "shared_lists", "views", "webhooks"}
)
"""What a key may be let into beside the objects; a test holds it against the routes."""


def create_api_key(
    ctx: Context,
    *,
    name: str,
    scopes: Sequence[str],
    expires_at: str,
    role: str = Role.MANAGER,
    idempotency: Idempotency | None = None,
) -> tuple[ApiKey, str]:
    """Return a new key and its secret, which nobody can read again; only whoever repeats the request gets it again.

    The secret of a request that may be repeated is worked out from what names the request, so it is stored nowhere.

    :raises InvalidInput: when a scope or the role is unknown, or the key would outlive a year.
    """
    answered = answers.replay(ctx, idempotency) if idempotency else None
    if idempotency and answered is not None:
        return _again(ctx, answered["id"], idempotency)
    _require_known_scopes(ctx, scopes)
    _require_fitting_role(ctx, role)
    expires = expiry.read(ctx, expires_at, refusal="A key ends within a year from now.")
    key_id = ctx.new_id()
    secret = _secret(ctx, key_id, idempotency)
    key = ApiKey(
        id=key_id,
        name=name.strip(),
        scopes=tuple(dict.fromkeys(scopes)),
        role=role,
        digest=hashlib.sha256(secret.encode()).hexdigest(),
        created_by=ctx.actor.id,
        created_at=clock.stamp(ctx.now),
        expires_at=clock.stamp(expires),
    )
    kept = [answers.remember(ctx, idempotency, {"id": key.id})] if idempotency else []
    try:
        writes.execute(ctx, [*kept, directory.put(ctx, directory.api_key(key.id), key.item(), when=plan.absent())])
    except writes.Refused as refused:
        raise Conflict("The same request is under way; repeat it.", code="changed_meanwhile") from refused
    _let_in(ctx, key)
    return key, secret


def _again(ctx: Context, key_id: str, idempotency: Idempotency) -> tuple[ApiKey, str]:
    """Return the key that the same request made before, and let it in should that have been left undone.

    :raises NotFound: when it was revoked since.
    """
    row = directory.get(ctx, directory.api_key(key_id))
    if row is None:
        raise NotFound("The API key that this request made was revoked since.")
    key = ApiKey.of(row)
    _let_in(ctx, key)
    return key, _secret(ctx, key_id, idempotency)


def _secret(ctx: Context, key_id: str, idempotency: Idempotency | None) -> str:
    drawn = rules.secret_of(f"{ctx.tenant}:{key_id}:{idempotency.key}") if idempotency else ctx.ids.secret()
    return f"{queries.API_KEY_PREFIX}{key_id}_{drawn}"


def _let_in(ctx: Context, key: ApiKey) -> None:
    system.execute([system.put_api_key(key.digest, key.system_item(queries.tenant(ctx)))], ids=ctx.ids)


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
    plurals = {found.plural for found in overlays.load(ctx)} | OTHER_RESOURCES
    faults = [
        FieldError(f"scopes.{position}", "unknown_scope", "Use read, write, or <object>:read and <object>:write.")
        for position, scope in enumerate(scopes)
        if scope not in WIDE_SCOPES
        and not (scope.partition(":")[0] in plurals and scope.partition(":")[2] in WIDE_SCOPES)
    ]
    if faults:
        raise InvalidInput("A scope is unknown.", errors=faults)


def _require_fitting_role(ctx: Context, role: str) -> None:
    rules.require_known_role(ctx, role)
    if role == ADMIN:
        raise InvalidInput.of("role", "not_for_programs", "A program administers nothing; choose another role.")
