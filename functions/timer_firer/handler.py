"""A tenant's schedule has fired: what is due happens, and the schedule is armed for what comes next."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring
from chalicelib.engine import background, firing, ledger
from chalicelib.kernel.ids import TenantId


def handle(event: Mapping[str, Any], lambda_context: Any) -> None:
    """Fire the due timers of one tenant."""
    tenant = TenantId(event["tenant"])
    with background.acting(tenant, name="timer_firer", request_id=lambda_context.aws_request_id) as ctx:
        with ledger.sheet(lambda_context) as sheet:
            firing.fire_due(ctx, handlers=wiring.TIMER_KINDS, remaining=lambda: background.time_left(lambda_context))
        ledger.write_down(ctx, sheet.bills)
        firing.arm(ctx, spent=True)
