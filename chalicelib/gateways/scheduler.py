"""EventBridge Scheduler: wakes a tenant's timers once, at an instant.

A schedule is named after tenant and instant, so creating it again changes nothing and a conflict means that it is
there. It deletes itself when it has fired. A schedule that outlives its reason wakes a function that finds nothing due.
"""

import json
from datetime import UTC, datetime

from botocore.exceptions import ClientError

from chalicelib.kernel.ids import TenantId
from chalicelib.settings import current
from chalicelib.storage import connection

_RETRY_SECONDS = 3_600


def wake_at(tenant: TenantId, instant: datetime) -> None:
    """Have the tenant's timers woken at ``instant``, which lies in the future."""
    settings = current()
    target = {
        "Arn": settings.timer_function_arn,
        "RoleArn": settings.scheduler_role_arn,
        "Input": json.dumps({"tenant": tenant}),
        "RetryPolicy": {"MaximumEventAgeInSeconds": _RETRY_SECONDS, "MaximumRetryAttempts": 30},
    }
    if settings.timer_dlq_arn:
        target["DeadLetterConfig"] = {"Arn": settings.timer_dlq_arn}
    when = instant.astimezone(UTC)
    try:
        connection.client("scheduler").create_schedule(
            Name=f"{tenant}-{when:%Y%m%dT%H%M%S}",
            GroupName=settings.schedule_group,
            ScheduleExpression=f"at({when:%Y-%m-%dT%H:%M:%S})",
            ScheduleExpressionTimezone="UTC",
            FlexibleTimeWindow={"Mode": "OFF"},
            ActionAfterCompletion="DELETE",
            Target=target,
        )
    except ClientError as error:
        if error.response["Error"]["Code"] != "ConflictException":
            raise
