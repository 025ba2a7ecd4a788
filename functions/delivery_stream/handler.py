"""Mails that were just queued: a sender is called for each, fairly between tenants."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine import background, outbox
from chalicelib.gateways import queue
from chalicelib.kernel import tenancy
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId
from chalicelib.settings import current


def handle(event: Mapping[str, Any], lambda_context: Any) -> None:
    """Call senders for the mails of the batch."""
    calls: dict[TenantId, list[queue.Message]] = {}

    def collect(ctx: Context, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> None:
        call = outbox.call_for(ctx, old, new)
        if call is not None:
            calls.setdefault(ctx.tenant, []).append(call)

    background.consume_stream(
        event,
        collect,
        name="delivery_stream",
        request_id=lambda_context.aws_request_id,
        dead_letters=current().delivery_stream_dlq_url,
    )
    for tenant, messages in calls.items():
        with tenancy.entered(tenant):
            queue.send(current().mail_queue_url, tenant, messages)
