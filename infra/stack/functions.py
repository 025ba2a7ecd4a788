"""The declared functions as resources: code, roles, log, and what starts each."""

import sys
from collections.abc import Mapping, Sequence

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_destinations as destinations
from aws_cdk import aws_lambda_event_sources as sources
from aws_cdk import aws_logs as logs
from constructs import Construct

from chalicelib.crm.marketing.tracking.observations import LINKS
from chalicelib.engine.events import SOURCE as RECORDS
from infra.functions import (
    FUNCTIONS,
    MAIL_EVENTS,
    MAIL_NEWS,
    NOTIFIED,
    SYSTEM,
    Every,
    Function,
    Happening,
    Queue,
    Stream,
    parking,
)
from infra.stack import abilities, access
from infra.stack.data import Data
from infra.stack.identity import Identity
from infra.stack.messaging import Messaging
from infra.stack.vault import Vault

#: The runtime is the building interpreter's version, because the zip holds its bytecode.
RUNTIME = lambda_.Runtime(f"python{sys.version_info.major}.{sys.version_info.minor}", lambda_.RuntimeFamily.PYTHON)


class Functions(Construct):
    """The functions of one stage; `made` holds them by name."""

    def __init__(
        self,
        stack: Stack,
        *,
        code: lambda_.Code,
        architecture: lambda_.Architecture,
        environment: Mapping[str, str],
        data: Data,
        identity: Identity,
        messaging: Messaging,
        vault: Vault,
        functions: Sequence[Function] = FUNCTIONS,
    ) -> None:
        super().__init__(stack, "Functions")
        self.parts = abilities.Parts(stack, data, identity, messaging)
        self.data, self.messaging, self.vault = data, messaging, vault
        self.code, self.architecture = code, architecture
        for function in functions:
            if isinstance(function.trigger, Queue):
                messaging.queue(function.trigger.name, function_timeout=Duration.seconds(function.timeout))
            if isinstance(function.trigger, Stream):
                messaging.parking(function.trigger.parking)
            if function.is_asynchronous:
                messaging.parking(function.physical)
        self.environment = {**environment, **self._addresses()}
        self.logs: dict[str, logs.LogGroup] = {}
        self.made = {function.name: self._make(function) for function in functions}
        self._notify()
        self._follow_mails()
        self._compare()
        self._segment()
        self._watch()
        self._automate()
        messaging.schedule_role.add_to_policy(
            iam.PolicyStatement(
                sid="FireTimers",
                actions=["lambda:InvokeFunction"],
                resources=[self.made["timer_firer"].function_arn],
            )
        )
        messaging.parked["timer-firer"].grant_send_messages(messaging.schedule_role)

    def name(self, function: Function) -> str:
        return f"{self.messaging.prefix}-{function.physical}"

    def _addresses(self) -> dict[str, str]:
        """Where functions find the queues, under the names of `chalicelib.settings`."""
        queues, parked = self.messaging.queues, self.messaging.parked
        return {
            "NOTIFICATION_QUEUE_URL": queues["notifications"].queue_url,
            "MAIL_QUEUE_URL": queues["mail"].queue_url,
            "IMPORT_QUEUE_URL": queues["imports"].queue_url,
            "WORK_QUEUE_URL": queues["work"].queue_url,
            "SAMPLE_QUEUE_URL": queues["samples"].queue_url,
            "DERIVE_QUEUE_URL": queues["derivations"].queue_url,
            "SEGMENT_QUEUE_URL": queues["segments"].queue_url,
            "ALARM_QUEUE_URL": queues["alarms"].queue_url,
            "AUTOMATION_QUEUE_URL": queues["automations"].queue_url,
            "WEBHOOK_QUEUE_URL": queues["webhooks"].queue_url,
            "RECORD_STREAM_DLQ_URL": parked["record-stream"].queue_url,
            "TIMER_STREAM_DLQ_URL": parked["timer-stream"].queue_url,
            "DELIVERY_STREAM_DLQ_URL": parked["delivery-stream"].queue_url,
            "PARKING": " ".join(f"{name}:{called}" if called else name for name, called in parking().items()),
            "TIMER_DLQ_ARN": parked["timer-firer"].queue_arn,
            "TIMER_FUNCTION_ARN": access.arn(
                self.parts.stack, "lambda", f"function:{self.messaging.prefix}-timer-firer"
            ),
        }

    def _make(self, function: Function) -> lambda_.Function:
        scope = Construct(self, function.name.title().replace("_", ""))
        log = logs.LogGroup(
            scope,
            "Log",
            log_group_name=f"/aws/lambda/{self.name(function)}",
            retention=logs.RetentionDays.ONE_MONTH,
            removal_policy=RemovalPolicy.DESTROY,
        )
        self.logs[function.name] = log
        role = access.own_role(scope, function.name, log.log_group_arn)
        environment = dict(self.environment)
        if function.tenant:
            assumed = access.tenant_role(
                scope,
                function.name,
                function_role=role,
                slotted=self.data.tables["records"],
                tables={self.data.tables[table]: actions for table, actions in function.tenant.items()},
                files=access.files_arn(self.parts.stack, self.data.files_bucket_name) if function.files else None,
                beside=self.vault.sealing() if function.vault else (),
            )
            environment["TENANT_ROLE_ARN"] = assumed.role_arn
        for reach in SYSTEM.get(function.name, ()):
            table = self.data.tables[reach.table]
            role.add_to_policy(access.system_rows(table, reach))
        for ability in function.may:
            role.add_to_policy(abilities.ABILITIES[ability](self.parts))
        made = lambda_.Function(
            scope,
            "Function",
            function_name=self.name(function),
            code=self.code,
            handler=function.entry,
            runtime=RUNTIME,
            architecture=self.architecture,
            memory_size=function.memory,
            timeout=Duration.seconds(function.timeout),
            role=role,
            environment=environment,
            log_group=log,
        )
        self._start(function, made, scope)
        return made

    def _start(self, function: Function, made: lambda_.Function, scope: Construct) -> None:
        """What starts it, and where what it cannot process is parked."""
        trigger = function.trigger
        if isinstance(trigger, Stream):
            made.add_event_source(
                sources.DynamoEventSource(
                    self.data.tables[trigger.table],
                    starting_position=lambda_.StartingPosition.TRIM_HORIZON,
                    batch_size=100,
                    parallelization_factor=4,
                    bisect_batch_on_error=True,
                    retry_attempts=10,
                    max_record_age=Duration.hours(12),
                    on_failure=sources.SqsDlq(self.messaging.parked[trigger.parking]),
                )
            )
            self.messaging.parked[trigger.parking].grant_send_messages(made)
        elif isinstance(trigger, Queue):
            made.add_event_source(
                sources.SqsEventSource(
                    self.messaging.queues[trigger.name],
                    batch_size=trigger.batch,
                    max_concurrency=trigger.concurrency,
                    report_batch_item_failures=True,
                )
            )
        if not function.is_asynchronous:
            return
        parked = self.messaging.parked[function.physical]
        made.configure_async_invoke(
            max_event_age=Duration.hours(1),
            retry_attempts=2,
            on_failure=destinations.SqsDestination(parked),
        )
        if isinstance(trigger, Every | Happening):
            events.Rule(
                scope,
                "Rule",
                rule_name=self.name(function),
                schedule=events.Schedule.rate(Duration.minutes(trigger.minutes))
                if isinstance(trigger, Every)
                else None,
                event_pattern=events.EventPattern(source=[trigger.source], detail_type=list(trigger.detail_types))
                if isinstance(trigger, Happening)
                else None,
                targets=[
                    targets.LambdaFunction(
                        made, dead_letter_queue=parked, max_event_age=Duration.hours(1), retry_attempts=3
                    )
                ],
            )

    def _compare(self) -> None:
        """Let every change of a record be heard by what looks for duplicates, whatever the object is called.

        Not what comes quietly, in the thousands: an import has looked for its own matches, and the scan of an object
        goes through the rest when somebody asks for it.
        """
        self._hear("Compared", "duplicates", events.EventPattern(source=[RECORDS], detail={"quiet": [False]}))

    def _segment(self) -> None:
        """Let all that befalls records be heard by what keeps segments: it alone knows what a firm's segments ask."""
        self._hear("Segmented", "segments", events.EventPattern(source=[RECORDS]))

    def _watch(self) -> None:
        """Let all that befalls records be heard by what keeps alarms: it alone knows which numbers a firm watches."""
        self._hear("Watched", "alarms", events.EventPattern(source=[RECORDS]))

    def _automate(self) -> None:
        """Let automations hear every change that is not quiet, and everything that befalls a record."""
        is_loud = {"quiet": [False, {"exists": False}]}
        self._hear("Automated", "automations", events.EventPattern(source=[RECORDS], detail=is_loud))

    def _notify(self) -> None:
        self._hear("Notified", "notifications", events.EventPattern(source=[RECORDS], detail_type=list(NOTIFIED)))

    def _hear(self, id: str, queue: str, pattern: events.EventPattern) -> None:
        """Let what the bus carries wait in a queue; what cannot be put there waits with what cannot be processed."""
        events.Rule(
            self,
            id,
            rule_name=f"{self.messaging.prefix}-{queue}",
            event_bus=self.messaging.bus,
            event_pattern=pattern,
            targets=[
                targets.SqsQueue(
                    self.messaging.queues[queue],
                    dead_letter_queue=self.messaging.parked[queue],
                    max_event_age=Duration.hours(12),
                    retry_attempts=10,
                )
            ],
        )

    def _follow_mails(self) -> None:
        """Let what SES tells of mails, and what our own links tell, wait in one queue."""
        parked = self.messaging.parked["feedback"]
        heard = {
            "MailEvents": events.EventPattern(source=["aws.ses"], detail_type=list(MAIL_EVENTS)),
            "MailNews": events.EventPattern(source=[RECORDS, LINKS], detail_type=list(MAIL_NEWS)),
        }
        for name, pattern in heard.items():
            events.Rule(
                self,
                name,
                rule_name=f"{self.messaging.prefix}-{'mail-events' if name == 'MailEvents' else 'mail-news'}",
                event_bus=None if name == "MailEvents" else self.messaging.bus,
                event_pattern=pattern,
                targets=[
                    targets.SqsQueue(
                        self.messaging.queues["feedback"],
                        dead_letter_queue=parked,
                        max_event_age=Duration.hours(12),
                        retry_attempts=10,
                    )
                ],
            )
