"""The same request twice is one request: its answer is kept in the very transaction that did the work."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import index
from chalicelib.storage.plan import Put

KEPT = timedelta(hours=48)


class IdempotencyKeyReused(InvalidInput):
    """The key came back with another request."""

    code = "idempotency_key_reused"


@dataclass(frozen=True, slots=True)
class Idempotency:
    """A caller's key and the digest of what it was sent with."""

    key: str
    fingerprint: str

    @classmethod
    def of(cls, key: str, *request: Any) -> "Idempotency":
        """Return the key of a request; ``request`` is all that makes it this request: its route and its body."""
        spelled = json.dumps(request, sort_keys=True, separators=(",", ":"), default=str)
        return cls(key, hashlib.sha256(spelled.encode("utf-8", "surrogatepass")).hexdigest())


def replay(ctx: Context, idempotency: Idempotency) -> dict[str, Any] | None:
    """Return the answer that this request was given before, None when it is new.

    :raises IdempotencyKeyReused: when the key belongs to another request.
    """
    kept = index.answer(ctx, idempotency.key)
    if kept is None:
        return None
    if kept.body_hash != idempotency.fingerprint:
        raise IdempotencyKeyReused("This Idempotency-Key belongs to another request.")
    answer: dict[str, Any] = json.loads(kept.body["json"])
    return answer


def remember(ctx: Context, idempotency: Idempotency, answer: Mapping[str, Any]) -> Put:
    """Return the write that keeps an answer for two days; it is refused when another request was first."""
    kept = index.Answer(idempotency.fingerprint, 200, {"json": json.dumps(answer, ensure_ascii=False)})
    return index.remember(ctx, idempotency.key, kept, expires=ctx.now + KEPT)
