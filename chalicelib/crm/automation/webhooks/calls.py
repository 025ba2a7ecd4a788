"""Calls to the servers of firms: stored with their cause, made by a sender, again and again for a day, then given up.

A call is made at least once, always with the same id, by which its receiver tells a repetition. Whoever takes it first
says so in its row, so that a message that comes twice makes one call; its timer comes again when the sender died. An
answer of 2xx ends it, 410 ends the webhook, everything else is tried again later.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final

from chalicelib import settings
from chalicelib.crm.automation.webhooks import webhooks
from chalicelib.crm.automation.webhooks.webhooks import WEBHOOK, Endpoint
from chalicelib.engine import access, cursors, definitions, ledger, timers
from chalicelib.engine.failures import failing
from chalicelib.engine.timers import Timer
from chalicelib.gateways import queue
from chalicelib.gateways import webhooks as client
from chalicelib.kernel import clock, metering
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, NotFound
from chalicelib.observability import logger, metric
from chalicelib.storage import plan, writes
from chalicelib.storage import webhook_calls as rows
from chalicelib.storage.plan import Write

PENDING, MADE, FAILED = "pending", "made", "failed"
TIMER: Final = "webhook_call"
AGAIN_AFTER: Final = tuple(
    timedelta(seconds=seconds) for seconds in (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000)
)
"""How long after each attempt the next is made: nine attempts in all, the last two and a half days after the first."""

LEASE: Final = timedelta(seconds=60)
EARLY: Final = timedelta(seconds=2)
GONE: Final = 410


def planned(ctx: Context, *, webhook: str, id: str, kind: str, data: Mapping[str, Any]) -> list[Write]:
    """Return the writes of a call to be made now; refused when it is there. ``data`` is told to the receiver as JSON.

    :raises ValueError: when it is longer than a call may be.
    """
    now = clock.stamp(ctx.now)
    body = json.dumps({"type": kind, "timestamp": now, "data": data}, ensure_ascii=False, separators=(",", ":"))
    if len(body.encode("utf-8", "surrogatepass")) > client.MOST_BODY_BYTES:
        raise ValueError("longer than a call may be")
    first = ctx.now + LEASE
    item = {
        "state": PENDING,
        "kind": kind,
        "body": body,
        "attempts": 0,
        "made_at": now,
        "due": now,
        "timer": clock.stamp(first),
    }
    return [rows.put(ctx, webhook, id, item), _timer(ctx, webhook, id, first)]


def ask(ctx: Context, *, webhook: str, id: str) -> None:
    """Ask a sender to make a call; asking twice is harmless."""
    body = {"tenant": ctx.tenant, "webhook": webhook, "call": id}
    queue.send(settings.current().webhook_queue_url, ctx.tenant, [queue.Message(body)])


def wake(ctx: Context, timer: Timer) -> Sequence[Write]:
    """Ask for a call whose time has come, and look after it again: what its timer causes."""
    webhook, id = timer.data["webhook"], timer.data["call"]
    found = rows.get(ctx, webhook, id)
    if found is None or found["state"] != PENDING or found.get("timer") != clock.stamp(timer.due):
        return ()
    ask(ctx, webhook=webhook, id=id)
    again = ctx.now + LEASE
    same = plan.equals("timer", found["timer"])
    return [
        rows.update(ctx, webhook, id, set={"timer": clock.stamp(again)}, when=same),
        _timer(ctx, webhook, id, again),
    ]


def make(ctx: Context, *, webhook: str, id: str) -> None:
    """Make a call whose time has come, if it is still to be made, and keep what came of it."""
    found = rows.get(ctx, webhook, id)
    if found is None or found["state"] != PENDING or found["due"] > clock.stamp(ctx.now + EARLY):
        return
    _bill(found)
    attempts = int(found["attempts"]) + 1
    try:
        server = webhooks.endpoint(ctx, webhook)
    except NotFound:
        _settle(ctx, webhook, found, attempts, {"state": FAILED, "why": "webhook_deleted"})
        return
    if server.off is not None:
        _settle(ctx, webhook, found, attempts, {"state": FAILED, "why": server.off})
        return
    if not _taken(ctx, webhook, found, attempts):
        return
    _settled(ctx, server, {**found, "attempts": attempts}, _answer(ctx, server, found))


def _bill(found: Mapping[str, Any]) -> None:
    """Put the work on the bill of the automation whose step asked for the call."""
    caller = json.loads(found["body"])["data"].get("automation") if "body" in found else None
    if caller:
        metering.bill(ledger.of_automation(caller["id"]))


def _answer(ctx: Context, server: Endpoint, found: Mapping[str, Any]) -> int | str:
    """Return the status with which a server answered, or the code of why it did not."""
    try:
        return client.post(client.Call(server.url, found["id"], found["body"], server.secrets), now=ctx.now)
    except client.NotReached as unreached:
        return unreached.code


def _taken(ctx: Context, webhook: str, found: Mapping[str, Any], attempts: int) -> bool:
    """Say that the call is being made, and return whether nobody else is at it."""
    until = ctx.now + LEASE
    changes = {"attempts": attempts, "due": clock.stamp(until), "timer": clock.stamp(until)}
    same = plan.equals("attempts", found["attempts"]) & plan.equals("state", PENDING)
    moved = [rows.update(ctx, webhook, found["id"], set=changes, when=same), *_timed(ctx, webhook, found, until)]
    try:
        writes.execute(ctx, moved)
    except writes.Refused:
        return False
    return True


def _settled(ctx: Context, server: Endpoint, taken: Mapping[str, Any], answer: int | str) -> None:
    found = rows.get(ctx, server.id, taken["id"]) or taken
    attempts = int(taken["attempts"])
    last = {"last": answer, "last_at": clock.stamp(ctx.now)}
    if isinstance(answer, int) and 200 <= answer < 300:
        _settle(ctx, server.id, found, attempts, {"state": MADE, **last})
        return
    metric("WebhookFailed")
    logger.info("a server did not take a call", webhook=server.id, call=taken["id"], answer=answer, attempts=attempts)
    if answer == GONE:
        beside = [webhooks.switched_off(ctx, server.id, why="gone")]
        _settle(ctx, server.id, found, attempts, {"state": FAILED, "why": "gone", **last}, beside=beside)
    elif answer == "not_allowed" or attempts > len(AGAIN_AFTER):
        why = "not_allowed" if answer == "not_allowed" else "given_up"
        _settle(ctx, server.id, found, attempts, {"state": FAILED, "why": why, **last})
    else:
        due = ctx.now + _jittered(AGAIN_AFTER[attempts - 1], taken["id"], attempts)
        _settle(ctx, server.id, found, attempts, {"due": clock.stamp(due), **last}, due=due)


def _settle(
    ctx: Context,
    webhook: str,
    found: Mapping[str, Any],
    attempts: int,
    changes: Mapping[str, Any],
    *,
    due: datetime | None = None,
    beside: Sequence[Write] = (),
) -> None:
    """Keep what came of an attempt, unless another sender has begun the next."""
    timer = {"timer": clock.stamp(due)} if due else {}
    is_made = changes.get("state") == MADE
    gone = () if due else ("timer", "due", "body") if is_made else ("timer", "due")
    same = plan.equals("attempts", found["attempts"]) & plan.equals("state", PENDING)
    failed_at = clock.stamp(ctx.now)
    is_failed = changes.get("state") == FAILED
    settled = {"attempts": attempts, **changes, **timer, **({"failed_at": failed_at} if is_failed else {})}
    update = rows.update(ctx, webhook, found["id"], set=settled, remove=gone, when=same)
    listed = _failed(ctx, webhook, found, changes["why"], failed_at) if is_failed else ()
    try:
        writes.execute(ctx, [update, *_timed(ctx, webhook, found, due), *beside, *listed])
    except writes.Refused:
        logger.info("another sender has the call", webhook=webhook, call=found["id"])


def _failed(ctx: Context, webhook: str, call: Mapping[str, Any], why: str, at: str) -> list[Write]:
    source = _source(webhook, call["id"])
    failed = failing.Failure(failing.WEBHOOK, source, at, why, what=call["kind"], of={"webhook": webhook})
    return failing.listed(ctx, failed)


def _source(webhook: str, id: str) -> dict[str, str]:
    return {"webhook": webhook, "call": id}


def recent(ctx: Context, *, webhook: str, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return one page of the calls to a server, newest first.

    :raises NotFound: when there is no such webhook.
    """
    access.require_managed(ctx, WEBHOOK.plural, "update")
    definitions.get(ctx, WEBHOOK, id=webhook)
    query = {"calls": webhook}
    found, last = rows.page(ctx, webhook, limit=limit, start=cursors.opened(ctx, query, cursor))
    return {"items": [told(call) for call in found], "next_cursor": cursors.sealed(ctx, query, last)}


def again(ctx: Context, *, webhook: str, id: str) -> dict[str, Any]:
    """Make a call again that failed, and return it.

    :raises NotFound: when there is none.
    :raises Conflict: when it has not failed.
    """
    access.require_managed(ctx, WEBHOOK.plural, "update")
    found = rows.get(ctx, webhook, id)
    if found is None:
        raise NotFound("There is no such call.")
    first = ctx.now + LEASE
    changes = {"state": PENDING, "attempts": 0, "due": clock.stamp(ctx.now), "timer": clock.stamp(first)}
    wanted: list[Write] = [
        rows.update(ctx, webhook, id, set=changes, remove=("why", "failed_at"), when=plan.equals("state", FAILED)),
        _timer(ctx, webhook, id, first),
    ]
    if found.get("failed_at"):
        wanted.append(failing.struck(ctx, failing.WEBHOOK, _source(webhook, id), at=found["failed_at"]))
    try:
        writes.execute(ctx, wanted)
    except writes.Refused:
        raise Conflict("Only a call that failed is made again.", code="wrong_state") from None
    ask(ctx, webhook=webhook, id=id)
    return told({**found, **changes, "why": None})


def test(ctx: Context, *, webhook: str) -> dict[str, Any]:
    """Have a server called to see whether it answers, and return the call.

    :raises NotFound: when there is no such webhook.
    """
    access.require_managed(ctx, WEBHOOK.plural, "update")
    definitions.get(ctx, WEBHOOK, id=webhook)
    id = ctx.new_id()
    writes.execute(ctx, planned(ctx, webhook=webhook, id=id, kind="webhook.test", data={"webhook": webhook}))
    ask(ctx, webhook=webhook, id=id)
    found = rows.get(ctx, webhook, id)
    assert found is not None, "it was stored just now"
    return told(found)


def told(call: Mapping[str, Any]) -> dict[str, Any]:
    """Return what people are told of a call: not its body, and of the answer the status alone."""
    return {
        "id": call["id"],
        "kind": call["kind"],
        "state": call["state"],
        "attempts": int(call["attempts"]),
        "made_at": call["made_at"],
        "due": call.get("due") if call["state"] == PENDING else None,
        "answer": str(call["last"]) if call.get("last") is not None else None,
        "answered_at": call.get("last_at"),
        "why": call.get("why"),
    }


def _timed(ctx: Context, webhook: str, found: Mapping[str, Any], due: datetime | None) -> list[Write]:
    """Return the writes that move a call's timer to ``due``, or take it away."""
    if due is not None and found.get("timer") == clock.stamp(due):
        return []
    old = found.get("timer")
    gone = timers.clear(ctx, id=_timer_id(found["id"]), due=clock.parse(old)) if old else ()
    return [*gone, *([_timer(ctx, webhook, found["id"], due)] if due else ())]


def _timer(ctx: Context, webhook: str, id: str, due: datetime) -> Write:
    return timers.row(ctx, id=_timer_id(id), kind=TIMER, due=due, data={"webhook": webhook, "call": id})


def _timer_id(id: str) -> str:
    return f"call:{id}"


def _jittered(span: timedelta, id: str, attempts: int) -> timedelta:
    """Return a span made up to a fifth longer, by what the call is, so that not all of an outage return at once."""
    share = sha256(f"{id}{attempts}".encode()).digest()[0] / 255
    return timedelta(seconds=round(span.total_seconds() * (1 + share / 5)))
