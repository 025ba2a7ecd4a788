"""Steps of long work: bulk edits, transfers, exports, merges."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring  # noqa: F401 - declares objects and kinds of work
from chalicelib.engine import background, working
from chalicelib.kernel.context import Context


def handle(event: Mapping[str, Any], lambda_context: Any) -> Mapping[str, Any]:
    """Take the step that each message names; those that failed for the moment come again."""

    def take(ctx: Context, message: Mapping[str, Any]) -> None:
        working.take_step(
            ctx, job=message["job"], step=message["step"], time_left=lambda: background.time_left(lambda_context)
        )

    return background.consume_queue(
        event, take, tenant_of=lambda message: message["tenant"], name="job_worker", lambda_context=lambda_context
    )
