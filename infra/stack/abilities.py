"""What a function may do besides its tables, in words, each as one statement on named resources."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aws_cdk import Stack
from aws_cdk import aws_iam as iam

from infra.functions import parking
from infra.stack import access
from infra.stack.data import Data
from infra.stack.identity import Identity
from infra.stack.messaging import Messaging


@dataclass(frozen=True, slots=True)
class Parts:
    """What abilities are about."""

    stack: Stack
    data: Data
    identity: Identity
    messaging: Messaging

    def function(self, name: str) -> str:
        return access.arn(self.stack, "lambda", f"function:{self.messaging.prefix}-{name}")

    def schedules(self) -> str:
        return access.arn(self.stack, "scheduler", f"schedule/{self.messaging.prefix}/*")

    def mail_identities(self) -> str:
        """The product's own domain and those that firms have verified."""
        return access.arn(self.stack, "ses", "identity/*")

    def mail_events(self) -> list[str]:
        return [access.arn(self.stack, "ses", f"configuration-set/{name}") for name in self.messaging.mail_sets]


def _statement(sid: str, actions: list[str], *resources: str) -> iam.PolicyStatement:
    return iam.PolicyStatement(sid=sid, actions=actions, resources=list(resources))


SIGN_IN_ACTIONS = [
    "cognito-idp:AdminCreateUser",
    "cognito-idp:AdminDeleteUser",
    "cognito-idp:AdminDisableUser",
    "cognito-idp:AdminEnableUser",
    "cognito-idp:AdminGetUser",
    "cognito-idp:AdminInitiateAuth",
    "cognito-idp:AdminSetUserPassword",
    "cognito-idp:AdminUpdateUserAttributes",
    "cognito-idp:AdminUserGlobalSignOut",
]
IDENTITY_ACTIONS = [
    "ses:CreateEmailIdentity",
    "ses:GetEmailIdentity",
    "ses:PutEmailIdentityMailFromAttributes",
]
SCHEDULE_ACTIONS = [
    "scheduler:CreateSchedule",
    "scheduler:DeleteSchedule",
    "scheduler:GetSchedule",
    "scheduler:UpdateSchedule",
]

ABILITIES: Mapping[str, Callable[[Parts], iam.PolicyStatement]] = {
    "sign people in": lambda its: _statement("SignPeopleIn", SIGN_IN_ACTIONS, its.identity.pool.user_pool_arn),
    "read secrets": lambda its: _statement(
        "ReadSecrets", ["secretsmanager:GetSecretValue"], its.data.secrets.secret_arn
    ),
    "put events": lambda its: _statement("PutEvents", ["events:PutEvents"], its.messaging.bus.event_bus_arn),
    "send imports": lambda its: _statement(
        "SendImports", ["sqs:SendMessage"], its.messaging.queues["imports"].queue_arn
    ),
    "send work": lambda its: _statement("SendWork", ["sqs:SendMessage"], its.messaging.queues["work"].queue_arn),
    "send derivations": lambda its: _statement(
        "SendDerivations", ["sqs:SendMessage"], its.messaging.queues["derivations"].queue_arn
    ),
    "send segments": lambda its: _statement(
        "SendSegments", ["sqs:SendMessage"], its.messaging.queues["segments"].queue_arn
    ),
    "send alarms": lambda its: _statement("SendAlarms", ["sqs:SendMessage"], its.messaging.queues["alarms"].queue_arn),
    "send automations": lambda its: _statement(
        "SendAutomations", ["sqs:SendMessage"], its.messaging.queues["automations"].queue_arn
    ),
    "send webhooks": lambda its: _statement(
        "SendWebhooks", ["sqs:SendMessage"], its.messaging.queues["webhooks"].queue_arn
    ),
    "send samples": lambda its: _statement(
        "SendSamples", ["sqs:SendMessage"], its.messaging.queues["samples"].queue_arn
    ),
    "send mail jobs": lambda its: _statement(
        "SendMailJobs", ["sqs:SendMessage"], its.messaging.queues["mail"].queue_arn
    ),
    "park timers": lambda its: _statement(
        "ParkTimers", ["sqs:SendMessage"], its.messaging.parked["timer-stream"].queue_arn
    ),
    "look through what is parked": lambda its: _statement(
        "LookThroughParked",
        ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:ReceiveMessage"],
        *(queue.queue_arn for queue in its.messaging.parked.values()),
    ),
    "send back what was parked": lambda its: _statement(
        "SendBackParked", ["sqs:SendMessage"], *(queue.queue_arn for queue in its.messaging.queues.values())
    ),
    "call what parks": lambda its: _statement(
        "CallWhatParks",
        ["lambda:InvokeFunction"],
        *(its.function(name) for name in sorted(set(parking().values()) - {""})),
    ),
    "send mail": lambda its: _statement("SendMail", ["ses:SendEmail"], its.mail_identities(), *its.mail_events()),
    "read mail quota": lambda _: _statement("ReadMailQuota", ["ses:GetAccount"], "*"),
    "keep mail identities": lambda its: _statement("KeepMailIdentities", IDENTITY_ACTIONS, its.mail_identities()),
    "arm schedules": lambda its: _statement("ArmSchedules", SCHEDULE_ACTIONS, its.schedules()),
    "pass the schedules' role": lambda its: _statement(
        "PassScheduleRole", ["iam:PassRole"], its.messaging.schedule_role.role_arn
    ),
}
