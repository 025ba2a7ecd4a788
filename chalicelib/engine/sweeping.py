"""Finding what was forgotten: timers that nobody fired and mails that nobody moved on.

Streams, queues and schedules only hasten what the rows already say must be done. Every few minutes this reads, over all
tenants, the rows whose time has passed, so that a lost call delays and never loses.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from chalicelib.engine import background, firing, outbox, recovery
from chalicelib.engine.timers import Handler
from chalicelib.gateways import queue
from chalicelib.kernel import clock, errors
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId
from chalicelib.observability import logger, metric
from chalicelib.settings import current
from chalicelib.storage import system

OVERDUE = timedelta(minutes=1)
"""How late a timer may be before the sweeper fires it: its schedule has a minute's precision."""

_PAGE = 200
NAME = "sweeper"


def sweep(*, handlers: Mapping[str, Handler], request_id: str, remaining: Callable[[], timedelta]) -> None:
    """Fire overdue timers and move overdue mails on; a failure for one tenant does not stop the others.

    :raises Unavailable: at the end, when it failed for somebody.
    """
    now = clock.system_now()
    failed = [
        *_for_each(_tenants_with_overdue_timers(now), _fire(handlers, remaining), request_id),
        *_for_each(_overdue_mails(now), _move_on, request_id),
    ]
    if failed:
        raise errors.Unavailable(f"sweeping failed for {len(failed)} tenants")


def _for_each(
    work: Mapping[TenantId, Any], each: Callable[[Context, Any], None], request_id: str
) -> Iterable[TenantId]:
    failed = []
    for tenant, portion in work.items():
        try:
            with background.acting(tenant, name=NAME, request_id=request_id) as ctx:
                each(ctx, portion)
        except Exception:
            logger.exception("sweeping failed", tenant=tenant)
            failed.append(tenant)
    return failed


def _tenants_with_overdue_timers(now: datetime) -> dict[TenantId, int]:
    found: dict[TenantId, int] = {}
    for shard in system.SHARDS:
        for tenant, _ in system.due_timers(shard, now=clock.stamp(now - OVERDUE), limit=_PAGE):
            found[tenant] = found.get(tenant, 0) + 1
    return found


def _fire(handlers: Mapping[str, Handler], remaining: Callable[[], timedelta]) -> Callable[[Context, int], None]:
    def fire(ctx: Context, overdue: int) -> None:
        logger.warning("timers were overdue", overdue=overdue)
        metric("TimersOverdue", overdue)
        firing.fire_due(ctx, handlers=handlers, remaining=remaining)
        firing.arm(ctx, spent=True)

    return fire


def _overdue_mails(now: datetime) -> dict[TenantId, list[tuple[str, str]]]:
    found: dict[TenantId, list[tuple[str, str]]] = {}
    for shard in system.SHARDS:
        for tenant, run, recipient in system.due_deliveries(shard, now=clock.stamp(now), limit=_PAGE):
            found.setdefault(tenant, []).append((run, recipient))
    return found


def _move_on(ctx: Context, mails: list[tuple[str, str]]) -> None:
    waiting = [mail for mail in mails if recovery.look_at(ctx, run=mail[0], recipient=mail[1])]
    calls = [queue.Message(outbox.call_body(ctx, run, recipient)) for run, recipient in waiting]
    queue.send(current().mail_queue_url, ctx.tenant, calls)
