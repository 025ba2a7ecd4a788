"""What comes to the worker of automations: something that happened, a run to go on, a day or a clock that has come."""

from collections.abc import Mapping
from typing import Any

from chalicelib.crm.automation.runs import enabling, hearing, taking, timing
from chalicelib.crm.automation.runs.taking import TimeLeft
from chalicelib.engine import firms
from chalicelib.kernel.context import Context


def take(ctx: Context, message: Mapping[str, Any], time_left: TimeLeft) -> None:
    """Do what a message asks; it may come twice, late, and before or after those that were sent with it.

    :raises Unavailable: when the store is busy; the message comes again.
    """
    if "detail" in message:
        hearing.hear(ctx, message, time_left)
    elif "run" in message:
        taking.take_on(ctx, automation=message["automation"], run=message["run"], time_left=time_left)
    elif "clock" in message:
        enabling.strike(ctx, automation=message["clock"], due=message["due"])
    else:
        _see_to(ctx, message, time_left)


def _see_to(ctx: Context, message: Mapping[str, Any], time_left: TimeLeft) -> None:
    run = timing.see_to(
        firms.acting(ctx, name=taking.ACTOR),
        automation=message["automation"],
        plural=message["plural"],
        record=message["record"],
        due=message["due"],
    )
    if run is not None:
        taking.take_on(ctx, automation=run.automation, run=run.id, time_left=time_left)
