"""Calls to the servers of firms, one a message."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring  # noqa: F401 - declares the objects
from chalicelib.crm.automation.webhooks import calls
from chalicelib.engine import background
from chalicelib.kernel.context import Context


def handle(event: Mapping[str, Any], lambda_context: Any) -> Mapping[str, Any]:
    """Make the call that each message names."""

    def send(ctx: Context, message: Mapping[str, Any]) -> None:
        calls.make(ctx, webhook=message["webhook"], id=message["call"])

    return background.consume_queue(
        event, send, tenant_of=lambda message: message["tenant"], name="webhook_sender", lambda_context=lambda_context
    )
