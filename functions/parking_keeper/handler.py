"""Whatever is parked, over all tenants: listed for the firm that it belongs to, and sent back where a firm wants it."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring  # noqa: F401 - declares what is parked
from chalicelib.engine import background
from chalicelib.engine.failures import parked


def handle(_: Mapping[str, Any], lambda_context: Any) -> None:
    """Look once."""
    parked.look(
        request_id=lambda_context.aws_request_id,
        remaining=lambda: background.time_left(lambda_context),
    )
