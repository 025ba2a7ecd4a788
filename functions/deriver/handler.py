"""Values that other records have a say in: computed anew, for one record or for all that point to one."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring  # noqa: F401 - declares the objects
from chalicelib.engine import background
from chalicelib.engine.derived import following, recomputing
from chalicelib.kernel.context import Context


def handle(event: Mapping[str, Any], lambda_context: Any) -> Mapping[str, Any]:
    """Compute what each message asks for; those that failed for the moment come again."""

    def work(ctx: Context, message: Mapping[str, Any]) -> None:
        recomputing.work_on(ctx, following.of_body(message), start=message.get("start"))

    return background.consume_queue(
        event, work, tenant_of=lambda message: message["tenant"], name="deriver", lambda_context=lambda_context
    )
