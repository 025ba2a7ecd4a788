"""Mails to send: each is claimed, checked once more, handed to SES once and settled."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring
from chalicelib.engine import background, sending
from chalicelib.kernel.context import Context


def handle(event: Mapping[str, Any], lambda_context: Any) -> Mapping[str, Any]:
    """Deliver every mail of the batch; those that must wait come again."""

    def deliver(ctx: Context, call: Mapping[str, Any]) -> None:
        outcome = sending.deliver(
            ctx,
            kinds=wiring.MAIL_KINDS,
            run=call["run"],
            recipient=call["recipient"],
            remaining=background.time_left(lambda_context),
        )
        if outcome is sending.Outcome.AGAIN:
            raise background.NotYet

    return background.consume_queue(
        event, deliver, tenant_of=lambda call: call["tenant"], name="mail_sender", lambda_context=lambda_context
    )
