"""The firm itself: its currency, its zone and its language, for work that nobody in particular asked for."""

from dataclasses import replace

from chalicelib.kernel.context import Context
from chalicelib.storage import directory


def settled(ctx: Context) -> Context:
    """Return the context with the firm's own currency, time zone and language."""
    row = directory.get(ctx, directory.TENANT)
    if row is None:
        return ctx
    return replace(ctx, currency=row["currency"], time_zone=row["time_zone"], locale=row["locale"])
