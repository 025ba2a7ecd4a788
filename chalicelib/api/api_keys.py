"""API keys for programs."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.people import ROLE
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, line, nullable, obj, string, timestamp
from chalicelib.crm.admin import queries
from chalicelib.crm.admin.operations import api_keys
from chalicelib.engine.idempotency import Idempotency
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="API keys")

SCOPES: Final = array(string(1, 60, pattern="(?:[a-z][a-z0-9_]*:)?(?:read|write)"), min_items=1, max_items=50)
NEW_KEY: Final = obj(name=line(120), scopes=SCOPES, expires_at=timestamp(), optional={"role": ROLE})
KEY: Final = obj(
    id=string(),
    name=string(),
    role=ROLE,
    scopes=SCOPES,
    created_at=string(),
    expires_at=string(),
    last_used_at=nullable(string()),
)
KEY_WITH_SECRET: Final = obj(**KEY["properties"], secret=string())
KEYS: Final = obj(items=array(KEY), next_cursor={"type": "null"})


@blueprint.post(
    "/v1/api-keys", who="admin", status=201, body=NEW_KEY, answer=KEY_WITH_SECRET, headers=("Idempotency-Key",),
    problems=(404, 409),
)  # fmt: skip
def create_api_key(ctx: Context, request: Request) -> dict[str, Any]:
    """Make a key; its secret is shown now and never again, except to the same request repeated."""
    given = request.idempotency_key
    once = Idempotency.of(given, "create_api_key", "", request.json) if given else None
    key, secret = api_keys.create_api_key(ctx, **request.json, idempotency=once)
    return {**key.presented(), "secret": secret}


@blueprint.get("/v1/api-keys", who="admin", answer=KEYS)
def list_api_keys(ctx: Context, request: Request) -> dict[str, Any]:
    """List the keys that are not revoked."""
    return {"items": [key.presented() for key in queries.api_keys(ctx)], "next_cursor": None}


@blueprint.delete("/v1/api-keys/{id}", who="admin", status=204, problems=(404,))
def revoke_api_key(ctx: Context, request: Request, id: str) -> None:
    """Revoke a key."""
    api_keys.revoke_api_key(ctx, key_id=id)
