"""How parts tell one another: a bus for what happened, queues for what is to be done, schedules for what is due."""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam
from aws_cdk import aws_scheduler as scheduler
from aws_cdk import aws_ses as ses
from aws_cdk import aws_sqs as sqs
from constructs import Construct

#: A message that failed this often is parked.
ATTEMPTS = 5
#: How long a message may wait: work of last week is no longer wanted, and an alarm has rung long before.
AGE_LIMIT = Duration.days(4)
#: How long a parked message waits for a person.
PARKED = Duration.days(14)


class Messaging(Construct):
    def __init__(self, scope: Construct, *, prefix: str, mail_domain: str) -> None:
        super().__init__(scope, "Messaging")
        self.prefix = prefix
        self.queues: dict[str, sqs.Queue] = {}
        self.parked: dict[str, sqs.Queue] = {}
        self.bus = events.EventBus(self, "Bus", event_bus_name=prefix)
        self.schedules = scheduler.ScheduleGroup(
            self, "Schedules", schedule_group_name=prefix, removal_policy=RemovalPolicy.DESTROY
        )
        self.schedule_role = iam.Role(
            self, "ScheduleRole", assumed_by=iam.ServicePrincipal("scheduler.amazonaws.com"), description="Fires timers"
        )
        self._mail(prefix, mail_domain)

    def queue(self, name: str, *, function_timeout: Duration) -> sqs.Queue:
        """A queue with its own parking queue; invisible long enough for six tries of its function."""
        queue = self._queue(
            name,
            retention_period=AGE_LIMIT,
            visibility_timeout=Duration.seconds(6 * int(function_timeout.to_seconds())),
            dead_letter_queue=sqs.DeadLetterQueue(queue=self.parking(name), max_receive_count=ATTEMPTS),
        )
        self.queues[name] = queue
        return queue

    def parking(self, name: str) -> sqs.Queue:
        """Where what could not be processed waits, whole, for a person; an alarm watches it."""
        parked = self._queue(f"{name}-dlq", retention_period=PARKED)
        self.parked[name] = parked
        return parked

    def _queue(self, name: str, **settings: object) -> sqs.Queue:
        return sqs.Queue(
            self,
            name.title().replace("-", ""),
            queue_name=f"{self.prefix}-{name}",
            encryption=sqs.QueueEncryption.SQS_MANAGED,
            enforce_ssl=True,
            removal_policy=RemovalPolicy.DESTROY,
            **settings,
        )

    def _mail(self, prefix: str, mail_domain: str) -> None:
        self.identity = ses.EmailIdentity(self, "Sender", identity=ses.Identity.domain(mail_domain))
        self.configuration_set = ses.ConfigurationSet(
            self,
            "MailEvents",
            configuration_set_name=prefix,
            reputation_metrics=True,
            tls_policy=ses.ConfigurationSetTlsPolicy.REQUIRE,
        )
        # To the account's default bus: SES knows no other. Opens and clicks are counted when there are campaigns.
        self.configuration_set.add_event_destination(
            "Bus",
            destination=ses.EventDestination.event_bus(
                events.EventBus.from_event_bus_name(self, "DefaultBus", "default")
            ),
            events=[
                ses.EmailSendingEvent.SEND,
                ses.EmailSendingEvent.DELIVERY,
                ses.EmailSendingEvent.BOUNCE,
                ses.EmailSendingEvent.COMPLAINT,
                ses.EmailSendingEvent.REJECT,
                ses.EmailSendingEvent.DELIVERY_DELAY,
                ses.EmailSendingEvent.RENDERING_FAILURE,
            ],
        )
