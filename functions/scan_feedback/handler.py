"""What a scanner says of an attachment that waits for it."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring  # noqa: F401  declares the objects
from chalicelib.engine import background
from chalicelib.engine.attachments import scanning


def handle(event: Mapping[str, Any], lambda_context: Any) -> None:
    """Believe one event of the scanner, if it is about an attachment of ours."""
    verdict = scanning.read_event(event["detail"])
    if verdict is not None:
        with background.acting(verdict.tenant, name="scan_feedback", request_id=lambda_context.aws_request_id) as ctx:
            scanning.believe(ctx, verdict)
