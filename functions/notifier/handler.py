"""Events of the bus, by way of a queue: who must be told is told once."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring
from chalicelib.engine import background, events
from chalicelib.kernel.context import Context


def handle(event: Mapping[str, Any], lambda_context: Any) -> Mapping[str, Any]:
    """Tell every event of the batch to the notifier's reactions."""

    def tell(ctx: Context, entry: Mapping[str, Any]) -> None:
        events.react(ctx, events.from_entry(entry["detail-type"], entry["detail"]), wiring.REACTIONS["notifier"])

    return background.consume_queue(
        event, tell, tenant_of=lambda entry: entry["detail"]["tenant"], name="notifier", lambda_context=lambda_context
    )
