"""Tenants that asked for the sample firm, or to be rid of it: the next handful of records."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring  # noqa: F401 - declares the catalogue
from chalicelib.engine import background
from chalicelib.kernel.context import Context
from chalicelib.samples import loading


def handle(event: Mapping[str, Any], lambda_context: Any) -> Mapping[str, Any]:
    """Do one step for every tenant of the batch."""

    def do_step(ctx: Context, _: Mapping[str, Any]) -> None:
        loading.step(ctx)

    return background.consume_queue(
        event, do_step, tenant_of=lambda message: message["tenant"], name="sample_loader", lambda_context=lambda_context
    )
