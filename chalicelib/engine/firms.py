"""The firm itself: its currency, its zone and its language, for what is nobody's in particular."""

from dataclasses import replace

from chalicelib.kernel.context import Actor, Context
from chalicelib.storage import directory


def acting(ctx: Context, *, name: str) -> Context:
    """Return the context of a function of ours that works with the firm's own currency, time zone and language."""
    system = replace(ctx, actor=Actor("system", name))
    row = directory.get(ctx, directory.TENANT)
    if row is None:
        return system
    return replace(system, currency=row["currency"], time_zone=row["time_zone"], locale=row["locale"])
