"""Telling alarms that the numbers of an automation have moved: a run of it began, or is over."""

from typing import Final

from chalicelib.engine.alarms import moving
from chalicelib.kernel.context import Context

NAME: Final = "automations"


def moved(ctx: Context, automation: str) -> None:
    """Have those alarms looked at that watch an automation; one that is not told of it is looked at as the day ends."""
    moving.poke(ctx, [(NAME, automation)])
