"""Timers that were set or moved: each tenant's schedule is armed for its earliest."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine import background, firing


def handle(event: Mapping[str, Any], lambda_context: Any) -> None:
    """Arm the schedule of every tenant of the batch."""
    for tenant in background.tenants_of(event):
        with background.acting(tenant, name="timer_keeper", request_id=lambda_context.aws_request_id) as ctx:
            firing.arm(ctx)
