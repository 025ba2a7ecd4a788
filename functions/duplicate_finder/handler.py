"""Events of the bus, by way of a queue: a record that changed may be somebody who is there already."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring  # noqa: F401 - declares the objects
from chalicelib.engine import background, events
from chalicelib.engine.duplicates import finding
from chalicelib.kernel.context import Context


def handle(event: Mapping[str, Any], lambda_context: Any) -> Mapping[str, Any]:
    """Look for the duplicates of every record of the batch."""

    def look(ctx: Context, entry: Mapping[str, Any]) -> None:
        finding.react(ctx, events.from_entry(entry["detail-type"], entry["detail"]))

    return background.consume_queue(
        event,
        look,
        tenant_of=lambda entry: entry["detail"]["tenant"],
        name="duplicate_finder",
        lambda_context=lambda_context,
    )
