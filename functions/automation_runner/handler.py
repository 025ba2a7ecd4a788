"""What automations hear and what their runs wait for: events of the bus, days that have come, runs that go on."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring  # noqa: F401 - declares objects, actions and kinds of work
from chalicelib.crm.automation.runs import working
from chalicelib.engine import background, events
from chalicelib.kernel.context import Context


def handle(event: Mapping[str, Any], lambda_context: Any) -> Mapping[str, Any]:
    """Do what each message of the batch asks of the automations of its firm."""

    def work(ctx: Context, message: Mapping[str, Any]) -> None:
        working.take(ctx, message, lambda: background.time_left(lambda_context))

    return background.consume_queue(
        event, work, tenant_of=events.tenant_of, name="automation_runner", lambda_context=lambda_context
    )
