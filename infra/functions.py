"""Every Lambda function, declared: what starts it, which tables it reaches for a tenant, what else it may do.

A new function is one entry in `FUNCTIONS` and a folder `functions/<name>`: its roles, log, queue, parking queue and
alarms follow from the entry (`infra/stack/functions.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

#: What may be done with the rows of a table.
READ = ("dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:GetItem", "dynamodb:Query")
WRITE = (*READ, "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
QUERY = ("dynamodb:Query",)


@dataclass(frozen=True, slots=True)
class Stream:
    """Records of a table's stream, in order; what cannot be processed is parked."""

    table: str
    parking: str


@dataclass(frozen=True, slots=True)
class Queue:
    """Messages of a queue, with partial batch answers."""

    name: str
    batch: int = 10
    concurrency: int = 10


@dataclass(frozen=True, slots=True)
class Every:
    """A clock."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Happening:
    """Events of a bus, straight to the function; `bus` None is the account's default bus."""

    source: str
    detail_types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Called:
    """Something else calls it: API Gateway and waits for the answer, or Scheduler and does not wait."""

    is_waited_for: bool = True


@dataclass(frozen=True, slots=True)
class Function:
    name: str
    trigger: Stream | Queue | Every | Happening | Called
    tenant: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    files: bool = False
    vault: bool = False
    may: tuple[str, ...] = ()
    handler: str = ""
    memory: int = 512
    timeout: int = 30

    @property
    def entry(self) -> str:
        return self.handler or f"functions.{self.name}.handler.handle"

    @property
    def is_asynchronous(self) -> bool:
        """Nobody waits for it, so Lambda itself retries it and parks what it gives up."""
        return isinstance(self.trigger, Every | Happening) or self.trigger == Called(is_waited_for=False)

    @property
    def physical(self) -> str:
        return self.name.replace("_", "-")


ARM = ("arm schedules", "pass the schedules' role")
IDENTITIES = ("keep mail identities",)
ALL_TABLES = ("records", "links", "index", "timeline", "timers", "directory", "deliveries", "jobs")

FUNCTIONS = (
    Function(
        "api",
        Called(),
        handler="app.app",
        memory=1024,
        timeout=29,
        tenant=dict.fromkeys(ALL_TABLES, WRITE),
        files=True,
        may=(
            "sign people in",
            "read secrets",
            "put events",
            "send imports",
            "send work",
            "send samples",
            "send automations",
            "send webhooks",
            "send alarms",
            *IDENTITIES,
        ),
    ),
    Function(
        "record_stream",
        Stream("records", parking="record-stream"),
        tenant={"records": READ, "links": READ, "directory": READ}
        | dict.fromkeys(("timeline", "index", "timers"), WRITE),
        timeout=60,
        may=("put events", "send derivations", "send segments"),
    ),
    Function(
        "duplicate_finder",
        Queue("duplicates"),
        tenant={"records": READ, "directory": READ, "index": WRITE},
        timeout=60,
    ),
    Function(
        "segment_keeper",
        Queue("segments"),
        tenant=dict.fromkeys(("records", "links", "timeline", "directory"), READ)
        | dict.fromkeys(("index", "timers"), WRITE),
        timeout=60,
        may=("put events", "send segments"),
    ),
    Function(
        "alarm_keeper",
        Queue("alarms", concurrency=5),
        tenant=dict.fromkeys(("records", "links", "jobs"), READ)
        | dict.fromkeys(("directory", "index", "timers", "timeline", "deliveries"), WRITE),
        timeout=60,
    ),
    Function(
        "automation_runner",
        Queue("automations"),
        memory=1024,
        timeout=60,
        tenant=dict.fromkeys(ALL_TABLES, WRITE),
        may=("put events", "send automations", "send webhooks", "send work", "read secrets"),
    ),
    Function(
        "webhook_sender",
        Queue("webhooks", batch=1, concurrency=5),
        timeout=30,
        tenant={"directory": WRITE} | dict.fromkeys(("jobs", "timers", "index"), WRITE),
        may=("read secrets",),
    ),
    Function(
        "deriver",
        Queue("derivations", batch=5),
        tenant={"records": WRITE, "links": READ, "directory": READ, "index": WRITE},
        timeout=120,
        may=("send derivations", "read secrets"),
    ),
    Function(
        "notifier",
        Queue("notifications"),
        tenant={"records": READ, "links": READ, "directory": READ, "timeline": WRITE, "deliveries": WRITE},
    ),
    Function(
        "timer_keeper",
        Stream("timers", parking="timer-stream"),
        tenant={"timers": READ, "directory": WRITE},
        may=ARM,
    ),
    Function(
        "timer_firer",
        Called(is_waited_for=False),
        tenant={"index": WRITE, "timeline": WRITE}
        | dict.fromkeys(("records", "links", "timers", "directory", "deliveries", "jobs"), WRITE),
        files=True,
        may=(
            *ARM,
            *IDENTITIES,
            "put events",
            "park timers",
            "send imports",
            "send work",
            "send segments",
            "send automations",
            "send webhooks",
            "send alarms",
        ),
    ),
    Function(
        "sweeper",
        Every(minutes=5),
        timeout=120,
        tenant={"index": WRITE, "timeline": WRITE}
        | dict.fromkeys(("records", "links", "timers", "directory", "deliveries", "jobs"), WRITE),
        files=True,
        may=(
            *ARM,
            *IDENTITIES,
            "put events",
            "park timers",
            "send mail jobs",
            "send imports",
            "send work",
            "send segments",
            "send automations",
            "send webhooks",
            "send alarms",
        ),
    ),
    Function(
        "parking_keeper",
        Every(minutes=5),
        timeout=120,
        tenant={"index": WRITE, "timers": WRITE},
        may=("look through what is parked", "send back what was parked", "call what parks", "read secrets"),
    ),
    Function("delivery_stream", Stream("deliveries", parking="delivery-stream"), may=("send mail jobs",)),
    Function(
        "mail_sender",
        Queue("mail", batch=5, concurrency=5),
        timeout=60,
        tenant={
            "records": READ,
            "links": READ,
            "directory": READ,
            "index": WRITE,
            "timeline": WRITE,
            "timers": WRITE,
            "deliveries": WRITE,
            "jobs": READ,
        },
        may=("send mail", "read secrets"),
    ),
    Function(
        "mail_feedback",
        Queue("feedback"),
        timeout=60,
        tenant={"records": READ, "links": READ}
        | dict.fromkeys(("directory", "index", "timeline", "timers", "deliveries"), WRITE),
        may=("put events", "read secrets"),
    ),
    Function(
        "scan_feedback",
        Happening("aws.guardduty", ("GuardDuty Malware Protection Object Scan Result",)),
        tenant={"records": READ, "directory": READ} | dict.fromkeys(("links", "timeline"), WRITE),
    ),
    Function(
        "import_worker",
        Queue("imports", batch=1, concurrency=10),
        memory=1024,
        timeout=60,
        tenant=dict.fromkeys(ALL_TABLES, WRITE),
        files=True,
        may=("send imports", "read secrets"),
    ),
    Function(
        "job_worker",
        Queue("work", batch=1, concurrency=10),
        memory=1024,
        timeout=60,
        tenant=dict.fromkeys(ALL_TABLES, WRITE),
        files=True,
        vault=True,
        may=(
            "put events",
            "send work",
            "send imports",
            "send automations",
            "send webhooks",
            "read secrets",
            "read mail quota",
        ),
    ),
    Function(
        "sample_loader",
        Queue("samples", batch=1),
        memory=1024,
        timeout=60,
        tenant=dict.fromkeys(ALL_TABLES, WRITE),
        files=True,
        may=("send samples", "send imports", "send work", "read secrets"),
    ),
)


def parking() -> dict[str, str]:
    """Return every dead-letter queue by its name, with the function to call with what it holds, if it has no queue."""
    found: dict[str, str] = {}
    for function in FUNCTIONS:
        if isinstance(function.trigger, Queue):
            found[function.trigger.name] = ""
        if isinstance(function.trigger, Stream):
            found[function.trigger.parking] = function.physical
        if function.is_asynchronous:
            found[function.physical] = function.physical
    return found


@dataclass(frozen=True, slots=True)
class SystemAccess:
    """Rows of a pooled table that come before a tenant is known, by the start of their partition key."""

    table: str
    keys: tuple[str, ...]
    actions: tuple[str, ...]
    index: str | None = None


#: The functions that reach a pooled table without a tenant, by name, and how little of it.
SYSTEM: Mapping[str, tuple[SystemAccess, ...]] = {
    "api": (SystemAccess("directory", ("SUB", "KEY", "EMAIL"), WRITE),),
    "sweeper": (
        SystemAccess("timers", ("DUE",), QUERY, index="due"),
        SystemAccess("deliveries", ("DUE",), QUERY, index="due"),
    ),
}

#: The stage of API Gateway; a constant, so that the distribution need not wait for the deployment.
GATEWAY_STAGE = "live"

#: What SES puts on the account's default bus, its only one, about mails of a configuration set.
MAIL_EVENTS = (
    "Email Sent",
    "Email Delivered",
    "Email Opened",
    "Email Clicked",
    "Email Bounced",
    "Email Complaint Received",
    "Email Rejected",
    "Email Delivery Delayed",
    "Email Rendering Failed",
)

#: Entries of the product's bus, of records and of links, that wait in the same queue as SES's events.
MAIL_NEWS = ("LinkFetched", "ConsentWithdrawn", "FormSent", "OrderCreated", "OrderModified", "OrderDeleted")

#: Events of the product's bus that wait in the queue of notifications.
NOTIFIED = ("DealCreated", "DealModified")
