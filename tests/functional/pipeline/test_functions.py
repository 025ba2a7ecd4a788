"""The functions from outside: what the product does through them, over the public API, and what they do with poison."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3
import pytest

from chalicelib.kernel import tenancy
from chalicelib.kernel.errors import Unavailable
from functions.mail_feedback import handler as mail_feedback
from functions.mail_sender import handler as mail_sender
from functions.notifier import handler as notifier
from functions.record_stream import handler as record_stream
from tests.builders import Api, Firm
from tests.client import Caller
from tests.cloud import REGION
from tests.fake_ses import FakeSes
from tests.faults import Fault, FaultInjector
from tests.functional.pipeline.aws_around import AwsAround, LambdaContext, stream_of
from tests.world import World


def heard(world: World) -> list[dict[str, Any]]:
    """Return what was put on the bus so far, as a rule would put it on a queue."""
    return [
        {"detail-type": entry["DetailType"], "source": entry["Source"], "detail": json.loads(entry["Detail"])}
        for call in world.watch.calls
        if call.operation == "PutEvents"
        for entry in call.parameters["Entries"]
    ]


def follow_all(world: World) -> None:
    record_stream.handle({"Records": stream_of(world.settings.prefix)}, LambdaContext())


def created(caller: Caller, plural: str, **values: Any) -> dict[str, Any]:
    answer = caller.post(f"/v1/records/{plural}", values)
    assert answer.status == 201, answer.raw
    record: dict[str, Any] = answer.body
    return record


def test_a_change_is_told_in_the_timeline_found_by_search_counted_and_heard(world: World, firm: Firm) -> None:
    company = created(firm.admin, "companies", name="Bodegas Peñón")

    follow_all(world)
    follow_all(world)

    entries = firm.admin.get(f"/v1/records/companies/{company['id']}/timeline").body["items"]
    found = firm.admin.get("/v1/records/companies?q=penon").body["items"]
    counted = firm.admin.get("/v1/records/companies/count").body
    names = [entry["detail-type"] for entry in heard(world) if entry["detail"]["id"] == company["id"]]
    assert [entry["kind"] for entry in entries] == ["created"]
    assert [one["id"] for one in found] == [company["id"]]
    assert counted["count"] == 1
    assert names == ["CompanyCreated", "CompanyCreated"]
    assert len({entry["detail"]["event_id"] for entry in heard(world) if entry["detail"]["id"] == company["id"]}) == 1


def test_a_deals_new_owner_is_told_once_and_whoever_took_it_is_not(world: World, api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")
    given = created(firm.admin, "deals", name="Tinto para Ana", stage=first_stage(firm), owner=rep.user["id"])
    created(rep, "deals", name="Su propia idea", stage=first_stage(firm))
    follow_all(world)
    messages = [{"messageId": str(n), "body": json.dumps(entry)} for n, entry in enumerate(heard(world))]

    for _ in range(2):
        answer = notifier.handle({"Records": [{**m, "eventSource": "aws:sqs"} for m in messages]}, LambdaContext())

    assert answer == {"batchItemFailures": []}
    told = rep.get("/v1/notifications").body["items"]
    assert [one["data"]["id"] for one in told] == [given["id"]]


def first_stage(firm: Firm) -> str:
    fields = firm.admin.get("/v1/objects/deals").body["fields"]
    stage = next(field for field in fields if field["name"] == "stage")
    return str(stage["options"][0]["value"])


def due(world: World, **ahead: float) -> dict[str, str]:
    at = (world.now + timedelta(**ahead)).replace(second=0, microsecond=0)
    return {"utc": at.strftime("%Y-%m-%dT%H:%M:%SZ"), "time_zone": "Europe/Madrid"}


@pytest.fixture
def agenda(world: World, api: Api, firm: Firm, around: AwsAround) -> AwsAround:
    """Return AWS around the firm, in the world's present."""
    around.clock.now = datetime.now(UTC)  # whoever signed in has a token of the real time
    around.tenant = firm.id  # type: ignore[assignment]
    return around


def test_a_tasks_owner_is_reminded_once_at_the_minute(world: World, firm: Firm, agenda: AwsAround) -> None:
    at = due(world, hours=2)["utc"]
    task = created(firm.admin, "tasks", subject="Llamar a Ana", due=due(world, hours=3), reminder=60)

    agenda.until_quiet()

    (copy,) = agenda.ses.copies[-1:]
    assert [one.to for one in agenda.ses.copies if "Llamar a Ana" in one.subject] == [firm.admin.user["email"]]
    assert task["id"] in copy.text
    assert copy.at.strftime("%Y-%m-%dT%H:%M") == at[:16]


@pytest.mark.parametrize("change", [{"status": "done"}, {"reminder": None}, {"due": None, "reminder": None}])
def test_a_task_that_is_done_or_needs_no_reminder_reminds_nobody(
    world: World, firm: Firm, agenda: AwsAround, change: dict[str, Any]
) -> None:
    task = created(firm.admin, "tasks", subject="Llamar a Ana", due=due(world, hours=3), reminder=60)
    firm.admin.patch(f"/v1/records/tasks/{task['id']}", change, version=task["version"])

    agenda.until_quiet()

    assert reminders(agenda.ses) == []


def test_a_task_that_moves_takes_its_reminder_along(world: World, firm: Firm, agenda: AwsAround) -> None:
    expected = due(world, hours=4)["utc"]
    task = created(firm.admin, "tasks", subject="Llamar a Ana", due=due(world, hours=3), reminder=60)
    firm.admin.patch(f"/v1/records/tasks/{task['id']}", {"due": due(world, hours=5)}, version=task["version"])

    agenda.until_quiet()

    assert [at[:16] for at in reminders(agenda.ses)] == [expected[:16]]


def reminders(ses: FakeSes) -> list[str]:
    return [copy.at.strftime("%Y-%m-%dT%H:%M:%SZ") for copy in ses.copies if copy.mid.startswith("reminders.")]


def parked(world: World) -> list[dict[str, Any]]:
    sqs = boto3.client("sqs", region_name=REGION)
    url = world.settings.record_stream_dlq_url
    return list(sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", []))


def test_a_poison_record_is_parked_whole_and_those_behind_it_go_on(world: World, firm: Firm) -> None:
    first, second = (created(firm.admin, "companies", name=name) for name in ("Rota", "Sana"))
    records = stream_of(world.settings.prefix)
    poison = next(r for r in records if r["dynamodb"]["Keys"]["sk"]["S"] == first["id"])
    del poison["dynamodb"]["NewImage"]["version"]

    record_stream.handle({"Records": records}, LambdaContext())

    (message,) = parked(world)
    assert json.loads(message["Body"])["dynamodb"]["NewImage"] == poison["dynamodb"]["NewImage"]
    assert first["id"] not in {entry["detail"]["id"] for entry in heard(world)}
    assert second["id"] in {entry["detail"]["id"] for entry in heard(world)}


def test_a_failure_that_passes_brings_the_whole_batch_again_and_parks_nothing(
    world: World, firm: Firm, faults: FaultInjector
) -> None:
    company = created(firm.admin, "companies", name="Sana")
    event = {"Records": stream_of(world.settings.prefix)}

    faults.arm(Fault(2, "throttle"))
    with faults.counting(), pytest.raises(Unavailable):
        record_stream.handle(event, LambdaContext())
    faults.arm()
    record_stream.handle(event, LambdaContext())

    assert parked(world) == []
    assert company["id"] in {entry["detail"]["id"] for entry in heard(world)}


def test_of_a_batch_of_messages_only_those_that_failed_come_again(world: World, ses: FakeSes) -> None:
    tenant = world.ids.tenant()
    good = {"tenant": tenant, "run": "reminders", "recipient": "nobody"}
    bodies = [json.dumps(good), "no JSON at all", json.dumps({"tenant": tenant}), json.dumps(good)]
    batch = [{"messageId": str(number), "body": body, "eventSource": "aws:sqs"} for number, body in enumerate(bodies)]

    answer = mail_sender.handle({"Records": batch}, LambdaContext())

    assert answer == {"batchItemFailures": [{"itemIdentifier": "1"}, {"itemIdentifier": "2"}]}


@pytest.mark.parametrize("tenant", ["", "../../etc", "t#1", "abcdefghijklmnop234", "ABCDEFGHIJKLMNOP2345"])
def test_feedback_for_what_is_no_tenant_is_ignored(world: World, tenant: str) -> None:
    tags = {"tenant": [tenant], "mid": ["reminders.x"]}
    mail = {"messageId": "m", "timestamp": "2026-11-21T20:15:00.000Z", "tags": tags}

    with world.watch.during() as calls:
        event = {"source": "aws.ses", "detail-type": "Email Bounced", "detail": {"eventType": "Bounce", "mail": mail}}
        record = {"messageId": "event", "eventSource": "aws:sqs", "body": json.dumps(event)}
        answer = mail_feedback.handle({"Records": [record]}, LambdaContext())

    assert answer == {"batchItemFailures": []}
    assert calls == []
    assert tenancy.current() is None
