"""Whatever may move a number that somebody watches, and the looks at alarms that follow."""

from collections.abc import Mapping
from typing import Any

from chalicelib import wiring  # noqa: F401 - declares where numbers come from
from chalicelib.engine import background, events
from chalicelib.engine.alarms import keeping


def handle(event: Mapping[str, Any], lambda_context: Any) -> Mapping[str, Any]:
    """Take each message; those that failed for the moment come again."""
    return background.consume_queue(
        event, keeping.hear, tenant_of=events.tenant_of, name="alarm_keeper", lambda_context=lambda_context
    )
