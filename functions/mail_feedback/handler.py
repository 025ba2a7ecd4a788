"""What becomes of a mail after it was sent: told by SES and by our own links, settled, followed and told in turn."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring  # noqa: F401  declares the objects
from chalicelib.crm.marketing.tracking import feedback
from chalicelib.engine import background


def handle(event: Mapping[str, Any], lambda_context: Any) -> Mapping[str, Any]:
    """Hear every event of the batch; those that could not be stored come again."""
    return background.consume_queue(
        event, feedback.hear, tenant_of=feedback.tenant_of, name="mail_feedback", lambda_context=lambda_context
    )
