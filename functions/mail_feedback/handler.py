"""What SES says became of a mail: the evidence that settles it."""

from collections.abc import Mapping
from typing import Any

from chalicelib.engine import background, recovery


def handle(event: Mapping[str, Any], lambda_context: Any) -> None:
    """Believe one event of SES, if it is about a mail of ours."""
    evidence = recovery.read_event(event["detail"])
    if evidence is not None:
        with background.acting(evidence.tenant, name="mail_feedback", request_id=lambda_context.aws_request_id) as ctx:
            recovery.believe(ctx, evidence)
