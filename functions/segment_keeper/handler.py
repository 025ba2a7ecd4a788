"""Whatever may move a record into a segment or out of it: changes, happenings, days that begin."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring  # noqa: F401 - declares the objects
from chalicelib.engine import background, events
from chalicelib.engine.segments import hearing


def handle(event: Mapping[str, Any], lambda_context: Any) -> Mapping[str, Any]:
    """Look at what each message concerns; those that failed for the moment come again."""
    return background.consume_queue(
        event, hearing.hear, tenant_of=events.tenant_of, name="segment_keeper", lambda_context=lambda_context
    )
