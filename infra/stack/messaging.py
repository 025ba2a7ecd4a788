"""How parts tell one another: a bus for what happened, queues for what is to be done, schedules for what is due."""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam
from aws_cdk import aws_scheduler as scheduler
from aws_cdk import aws_ses as ses
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from chalicelib.gateways.mail import TRACKED

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
        told = [
            ses.EmailSendingEvent.SEND,
            ses.EmailSendingEvent.DELIVERY,
            ses.EmailSendingEvent.BOUNCE,
            ses.EmailSendingEvent.COMPLAINT,
            ses.EmailSendingEvent.REJECT,
            ses.EmailSendingEvent.DELIVERY_DELAY,
            ses.EmailSendingEvent.RENDERING_FAILURE,
        ]
        fetched = [ses.EmailSendingEvent.OPEN, ses.EmailSendingEvent.CLICK]
        # SES rewrites the links of a mail and adds an image where opens and clicks are told: never in a mail that
        # carries a code, so these have a set of their own.
        self.configuration_set = self._mail_set("MailEvents", prefix, told)
        self._mail_set("TrackedMailEvents", f"{prefix}{TRACKED}", [*told, *fetched])
        self.mail_sets = (prefix, f"{prefix}{TRACKED}")

    def _mail_set(self, id: str, name: str, told: list[ses.EmailSendingEvent]) -> ses.ConfigurationSet:
        """A configuration set that tells of its mails on the account's default bus: SES knows no other."""
        made = ses.ConfigurationSet(
            self,
            id,
            configuration_set_name=name,
            reputation_metrics=True,
            tls_policy=ses.ConfigurationSetTlsPolicy.REQUIRE,
        )
        bus = events.EventBus.from_event_bus_name(made, "DefaultBus", "default")
        made.add_event_destination("Bus", destination=ses.EventDestination.event_bus(bus), events=told)
        return made
