"""Whatever a lost call has left behind, over all tenants: overdue timers and mails."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring
from chalicelib.engine import background, sweeping


def handle(_: Mapping[str, Any], lambda_context: Any) -> None:
    """Sweep once."""
    sweeping.sweep(
        handlers=wiring.TIMER_KINDS,
        request_id=lambda_context.aws_request_id,
        remaining=lambda: background.time_left(lambda_context),
    )
