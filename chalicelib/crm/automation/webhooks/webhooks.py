"""The servers that a firm wants to be called: where, signed with which secret, and whether they still want it.

The secret lies sealed in a row of its own, which no list, version or export shows. A new one is added beside the old
for a day, during which both sign, so that nobody's server refuses a call while its owner changes the configuration. A
server that answers 410 is called no more until somebody switches it on again.
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from chalicelib.engine import access, definitions, sealing
from chalicelib.engine.definitions import Content, Definition, Kind
from chalicelib.gateways import webhooks as client
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput
from chalicelib.storage import directory, plan, writes
from chalicelib.storage.plan import Write

SECRET_BYTES: Final = 32
PREFIX: Final = "whsec_"
PURPOSE: Final = "webhook"
BOTH_SIGN_FOR: Final = timedelta(hours=24)
LONGEST_DESCRIPTION: Final = 500


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server as it is called now: ``secrets`` sign each call; ``off`` says why it is not to be called."""

    id: str
    name: str
    url: str
    secrets: tuple[str, ...]
    off: str | None = None


def checked(_: Context, content: Content) -> Content:
    """Return a webhook as it is to be stored.

    :raises InvalidInput: when it is an address that nobody may be called at.
    """
    url = content.get("url")
    if not isinstance(url, str) or not client.may_call(url):
        raise InvalidInput.of("url", "not_allowed", "Send an address such as https://example.com/hooks, on port 443.")
    return {"url": url, "description": content.get("description", "")}


def _beside(ctx: Context, before: Definition | None, after: Definition | None) -> Sequence[Write]:
    """Give a new webhook its secret, take it from one that goes, and call a changed address again."""
    if after is None and before is not None:
        return [directory.delete(ctx, _row_of(before.id))]
    if after is not None and before is None:
        return [directory.put(ctx, _row_of(after.id), {"current": _sealed(ctx, after.id)}, when=plan.absent())]
    if after is not None and before is not None and after.content["url"] != before.content["url"]:
        return [directory.update(ctx, _row_of(after.id), remove=("off",), when=plan.present())]
    return ()


WEBHOOK: Final = Kind("webhook", "webhooks", listed=("url", "description"), most=50, checked=checked, beside=_beside)


def endpoint(ctx: Context, id: str) -> Endpoint:
    """Return a server as it is called now.

    :raises NotFound: when there is none.
    """
    found = definitions.get(ctx, WEBHOOK, id=id)
    row = directory.get(ctx, _row_of(id)) or {}
    sealed = [row["current"]] if "current" in row else []
    if "previous" in row and str(row["previous_until"]) > clock.stamp(ctx.now):
        sealed.append(row["previous"])
    secrets = tuple(sealing.unseal(ctx, PURPOSE, id, one).decode() for one in sealed)
    return Endpoint(id, found.name, str(found.content["url"]), secrets, row.get("off"))


def reveal(ctx: Context, *, id: str) -> dict[str, Any]:
    """Return the secret with which the calls to a server are signed.

    :raises NotFound: when there is no such webhook.
    """
    access.require_managed(ctx, WEBHOOK.plural, "update")
    return {"secret": endpoint(ctx, id).secrets[0]}


def renew(ctx: Context, *, id: str) -> dict[str, Any]:
    """Give a webhook a new secret and return it; the old one signs beside it for a day.

    :raises NotFound: when there is no such webhook.
    :raises Conflict: when somebody else did so at the same moment.
    """
    access.require_managed(ctx, WEBHOOK.plural, "update")
    definitions.get(ctx, WEBHOOK, id=id)
    row = directory.get(ctx, _row_of(id)) or {}
    sealed = _sealed(ctx, id)
    until = clock.stamp(ctx.now + BOTH_SIGN_FOR)
    old = {"previous": row["current"], "previous_until": until} if "current" in row else {}
    still = plan.equals("current", row["current"]) if "current" in row else plan.absent()
    try:
        writes.execute(ctx, [directory.update(ctx, _row_of(id), set={"current": sealed, **old}, when=still)])
    except writes.Refused:
        raise Conflict("Somebody else changed the secret just now.", code="changed_meanwhile") from None
    return {"secret": sealing.unseal(ctx, PURPOSE, id, sealed).decode()}


def switch_on(ctx: Context, *, id: str) -> dict[str, Any]:
    """Call a server again that had said that it is gone, and return its state.

    :raises NotFound: when there is no such webhook.
    """
    access.require_managed(ctx, WEBHOOK.plural, "update")
    definitions.get(ctx, WEBHOOK, id=id)
    writes.execute(ctx, [directory.update(ctx, _row_of(id), remove=("off", "off_at"), when=plan.present())])
    return state(ctx, [id])[id]


def switched_off(ctx: Context, id: str, *, why: str) -> Write:
    """Return the write that keeps a server from being called."""
    off = {"off": why, "off_at": clock.stamp(ctx.now)}
    return directory.update(ctx, _row_of(id), set=off, when=plan.present())


def state(ctx: Context, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return whether servers are called, and why not, by id."""
    rows = {row["name"]: row for row in directory.several(ctx, [_row_of(id) for id in ids])}
    return {
        id: {"is_on": "off" not in row, "off": row.get("off"), "off_at": row.get("off_at")}
        for id in ids
        for row in [rows.get(_row_of(id), {})]
    }


def _sealed(ctx: Context, id: str) -> str:
    secret = PREFIX + base64.b64encode(ctx.ids.random_bytes(SECRET_BYTES)).decode()
    return sealing.seal(ctx, PURPOSE, id, secret.encode())


def _row_of(id: str) -> str:
    return directory.automation("webhook", id)
