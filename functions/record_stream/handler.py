"""Every change of a record: its audit entry, search and totals, and then the event on the bus.

A batch that fails comes again whole, harmlessly; so events are put last, and may be put twice under the same id.
"""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring  # noqa: F401  declares the objects
from chalicelib.engine import background, events, projection
from chalicelib.gateways import bus
from chalicelib.kernel.context import Context
from chalicelib.settings import current


def handle(event: Mapping[str, Any], lambda_context: Any) -> None:
    """Follow every change of the batch and tell the bus."""
    heard: list[bus.Entry] = []

    def follow(ctx: Context, old: projection.Image, new: projection.Image) -> None:
        change = projection.follow(ctx, old, new)
        if change is not None:
            heard.append(events.to_entry(change))

    background.consume_stream(
        event,
        follow,
        name="record_stream",
        request_id=lambda_context.aws_request_id,
        dead_letters=current().record_stream_dlq_url,
    )
    bus.put(heard)
