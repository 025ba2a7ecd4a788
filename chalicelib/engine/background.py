"""How a function behind a stream or a queue works through what it was given.

Whatever arrives may arrive again. A failure of the moment is raised, so that the same comes again; a stream's poison -
a record that no repetition can make readable - is parked whole on a queue of its own, so that those behind it go on.
Every record enters the one tenant that it belongs to.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from chalicelib.engine import ledger, prices
from chalicelib.gateways import queue
from chalicelib.kernel import clock, errors, metering, tenancy
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.ids import Ids, TenantId
from chalicelib.kernel.metering import Sheet
from chalicelib.observability import logger, metric
from chalicelib.storage import streams

POISON = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError, tenancy.TenancyViolation)
"""What only a defect, of the record or of ours, can raise. All other failures count as passing: nothing is parked that
a repetition might still process."""


class NotYet(errors.Unavailable):
    """A message whose time has not come; it returns after its visibility timeout."""


@contextmanager
def acting(tenant: TenantId, *, name: str, request_id: str) -> Iterator[Context]:
    """Enter ``tenant`` and yield the context in which the function ``name`` works for it."""
    with tenancy.entered(tenant), logger.append_context_keys(tenant=tenant, request_id=request_id):
        yield as_system(tenant, name=name, request_id=request_id)


def as_system(tenant: TenantId, *, name: str, request_id: str) -> Context:
    """Return the context of a function of ours that works for ``tenant`` now."""
    return Context(tenant=tenant, actor=Actor("system", name), request_id=request_id, now=clock.system_now(), ids=Ids())


def consume_stream(
    event: Mapping[str, Any],
    each: Callable[[Context, Mapping[str, Any] | None, Mapping[str, Any] | None], None],
    *,
    name: str,
    request_id: str,
    dead_letters: str,
) -> None:
    """Give every record of a stream's batch to ``each`` with its old and new image, in order.

    Poison goes to the queue ``dead_letters``. Any other failure ends the batch, which then comes again whole.
    """
    for record in event["Records"]:
        change = record["dynamodb"]
        with acting(streams.tenant_of(streams.image(change["Keys"]) or {}), name=name, request_id=request_id) as ctx:
            try:
                each(ctx, streams.image(change.get("OldImage")), streams.image(change.get("NewImage")))
            except (*POISON, errors.Problem) as problem:
                if isinstance(problem, errors.Unavailable | errors.TooManyRequests):
                    raise
                park(ctx, record, problem, queue_url=dead_letters)


def park(ctx: Context, record: Any, problem: BaseException, *, queue_url: str) -> None:
    """Put what cannot be processed aside, whole, where an alarm counts it and a person can send it back."""
    logger.error("record parked", function=ctx.actor.id, error=type(problem).__name__, exc_info=True)
    metric("RecordParked", function=ctx.actor.id)
    queue.park(queue_url, ctx.tenant, record=json.dumps(record, default=str), reason=type(problem).__name__)


def consume_queue(
    event: Mapping[str, Any],
    each: Callable[[Context, Mapping[str, Any]], None],
    *,
    tenant_of: Callable[[Mapping[str, Any]], str],
    name: str,
    lambda_context: Any,
) -> Mapping[str, Any]:
    """Give every message of a queue's batch to ``each`` and return which of them must come again."""

    owners: dict[str, TenantId] = {}

    def process(message: Mapping[str, Any], sheet: Sheet) -> None:
        body = json.loads(message["body"])
        tenant = TenantId(tenant_of(body))
        metering.begin()
        metering.add(metering.MESSAGE, prices.REQUESTS_A_MESSAGE)
        with acting(tenant, name=name, request_id=lambda_context.aws_request_id) as ctx:
            try:
                each(ctx, body)
            finally:
                owners.update((account, tenant) for account in sheet.bills if account not in owners)

    again: list[Mapping[str, str]] = []
    with ledger.sheet(lambda_context) as sheet:
        for message in event["Records"]:
            try:
                process(message, sheet)
            except Exception as problem:  # whatever it is, the messages beside this one are done for good
                _tell(message["messageId"], problem)
                again.append({"itemIdentifier": message["messageId"]})
    for tenant in dict.fromkeys(owners[account] for account in sheet.bills):
        with acting(tenant, name=name, request_id=lambda_context.aws_request_id) as ctx:
            ledger.write_down(ctx, {one: usage for one, usage in sheet.bills.items() if owners[one] == tenant})
    return {"batchItemFailures": again}


def tenants_of(event: Mapping[str, Any]) -> list[TenantId]:
    """Return the tenants whose rows a stream's batch tells of, each once, in order."""
    found = (streams.tenant_of(streams.image(record["dynamodb"]["Keys"]) or {}) for record in event["Records"])
    return list(dict.fromkeys(found))


def time_left(lambda_context: Any) -> timedelta:
    """Return how long the function may still run."""
    return timedelta(milliseconds=lambda_context.get_remaining_time_in_millis())


def _tell(message_id: str, problem: Exception) -> None:
    """Say in the log which message returns to its queue and why."""
    if isinstance(problem, NotYet):
        logger.info("message returns", message_id=message_id)
    else:
        logger.error("message failed", message_id=message_id, exc_info=problem)
