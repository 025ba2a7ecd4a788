"""A person who is everywhere: first found everywhere, then nowhere, and the firm's books still add up."""

import io
import json
import time
import zipfile
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto.backends import get_backend

from tests.builders import Api, Firm
from tests.cloud import REGION
from tests.contract.test_foreign_ids import RECORDS
from tests.functional.attachments.conftest import upload
from tests.functional.history.following import Follower
from tests.functional.importing.desk import Desk
from tests.functional.pipeline.aws_around import ACCOUNT_OF_MOTO
from tests.functional.work.workshop import Workshop
from tests.world import World

MANY_LOOKS = 60
CANARY = "Xilofante"
PHONE = "+34600123987"
TRACES = ("xilofante", "600123987", "789321006")
"""The name, the number, and the number as search keeps it: backwards."""

Record = dict[str, Any]


class Stage:
    """A firm, the person it knows, and everything that runs behind the API."""

    def __init__(self, world: World, firm: Firm) -> None:
        self.world, self.firm = world, firm
        self.follower, self.workshop = Follower(world), Workshop(world, firm.admin)

    def settle(self) -> None:
        """Let streams and workers do whatever there is, until nothing is left."""
        taken = 1
        while taken:
            self.follower.follow()
            taken = self.workshop.work()

    def create(self, plural: str, **values: Any) -> Record:
        answer = self.firm.admin.post(f"/v1/records/{plural}", values)
        assert answer.status == 201, (plural, answer.raw)
        return dict(answer.body)

    def ask(self, kind: str, person: str, **more: Any) -> Record:
        """Register what a person asks for, let it be done, and return it."""
        body = {"object": "contacts", "id": person, "kind": kind, **more}
        answer = self.firm.admin.post("/v1/privacy/requests", body)
        assert answer.status == 202, answer.raw
        for _ in range(MANY_LOOKS):
            self.settle()
            request = dict(self.firm.admin.get(f"/v1/privacy/requests/{answer.body['id']}").body)
            if request["state"] in ("done", "failed"):
                return request
            time.sleep(0.2)  # the queue holds a message back in real time
        raise AssertionError(f"the request does not come to an end: {request}")

    def archive(self, bucket: str, request: str) -> dict[str, Any]:
        key = f"t/{self.firm.id}/{request}"
        body = boto3.client("s3", region_name=REGION).get_object(Bucket=bucket, Key=key)["Body"].read()
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            return dict(json.loads(packed.read("data.json")))

    def traces(self) -> list[str]:
        """Return every place of the store that still names the person: rows, files in every version, messages."""
        return [place for place, text in self._everything() if any(trace in text.lower() for trace in TRACES)]

    def _everything(self) -> Iterator[tuple[str, str]]:
        for name, table in get_backend("dynamodb")[ACCOUNT_OF_MOTO][REGION].tables.items():
            for many in table.items.values():
                for item in many.values():
                    attributes = item.to_json()["Attributes"]
                    yield (
                        f"{name} {attributes['pk']['S']} {attributes['sk']['S']}",
                        json.dumps(attributes, ensure_ascii=False),
                    )
        s3 = boto3.client("s3", region_name=REGION)
        bucket = self.world.settings.files_bucket
        for version in s3.list_object_versions(Bucket=bucket).get("Versions", []):
            body = s3.get_object(Bucket=bucket, Key=version["Key"], VersionId=version["VersionId"])["Body"].read()
            yield f"{bucket} {version['Key']}", _unpacked(body)
        for queue in get_backend("sqs")[ACCOUNT_OF_MOTO][REGION].queues.values():
            for message in queue.messages:
                yield f"queue {queue.name}", str(message.body)


def _unpacked(body: bytes) -> str:
    if not zipfile.is_zipfile(io.BytesIO(body)):
        return body.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        return " ".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


@pytest.fixture
def stage(world: World, firm: Firm) -> Stage:
    boto3.client("s3", region_name=REGION).put_bucket_versioning(
        Bucket=world.settings.files_bucket, VersioningConfiguration={"Status": "Enabled"}
    )
    return Stage(world, firm)


@pytest.fixture
def person(stage: Stage) -> Record:
    """Return somebody who has left a trace in every object, every field and every store."""
    admin = stage.firm.admin
    values = filled(admin.get("/v1/objects/contacts").body, "")
    answer = admin.post("/v1/records/contacts", values, headers={"Idempotency-Key": "the-first-time"})
    assert answer.status == 201, answer.raw
    person = answer.body["id"]
    path = f"/v1/records/contacts/{person}"
    for plural in sorted(RECORDS):
        described = admin.get(f"/v1/objects/{plural}").body
        link = next(
            (each for each in described["fields"] if each.get("to") == "contacts" and not each["read_only"]), None
        )
        if link is not None:
            ends = [{"id": person}] if link["attributes"] else [person] if link["multiple"] else person
            about = {**RECORDS[plural], **filled(described, f"Para {CANARY}: "), link["name"]: ends}
            stage.create(plural, **about)
    stage.settle()
    assert admin.patch(path, {"job_title": f"Jefa {CANARY}"}, version=1).status == 200
    assert admin.post(f"{path}/comments", {"text": f"{CANARY} prefiere el correo"}).status == 201
    permitted = {"decision": "give", "basis": "consent", "source": f"{CANARY} lo dijo", "proof": f"Ficha de {CANARY}"}
    assert admin.post(f"{path}/consents", permitted).status == 200
    upload(admin, f"{path}/files", "contrato.txt", f"Contrato de {CANARY}".encode())
    desk = Desk(stage.world, admin)
    job = desk.upload(f"Nombre;Apellidos;Correo;Cargo\n{CANARY};Roca;{CANARY.lower()}@bosque.example;Directora\n")
    desk.preview(job)
    assert desk.start(job, on_duplicate="update")["state"] == "done"
    stage.workshop.done(
        "/v1/bulk",
        {"object": "contacts", "action": "update", "target": {"ids": [person]}, "changes": {"job_title": "Presidenta"}},
    )
    twin = stage.create("contacts", first_name=CANARY, last_name="Roca (otra ficha)", phones=[PHONE])
    merged = admin.post("/v1/records/contacts/merge", {"winner_id": person, "loser_ids": [twin["id"]]})
    assert merged.status in (200, 201, 202), merged.raw
    stage.workshop.done("/v1/exports", {"object": "contacts", "format": "csv"})
    stage.settle()
    return dict(admin.get(path).body)


def filled(described: Record, before: str) -> Record:
    """Return a value that names the person for every field that takes words."""
    words = {
        "text": f"{before}{CANARY}",
        "long_text": f"{before}{CANARY} dijo que sí",
        "rich_text": f"<p>{before}<b>{CANARY}</b></p>",
        "email": [f"{CANARY.lower()}@bosque.example"],
        "phone": [PHONE],
        "url": f"https://{CANARY.lower()}.example/",
        "address": {"street": f"Calle {CANARY} 1", "city": "Toledo", "country": "ES"},
    }
    skipped = {"tax_id", "sku", "currency", "time_zone"}
    return {
        field["name"]: words[field["type"]]
        for field in described["fields"]
        if field["type"] in words and not field["read_only"] and field["name"] not in skipped
    }


def test_whoever_asks_is_given_everything(stage: Stage, person: Record) -> None:
    request = stage.ask("access", person["id"], received_on="2026-01-31")

    data = stage.archive(stage.world.settings.files_bucket, request["id"])

    assert (request["state"], request["due_on"]) == ("done", "2026-02-28")
    assert request["archive"]["url"].startswith("http")
    assert data["person"]["emails"][0]["value"] == f"{CANARY.lower()}@bosque.example"
    linked = {
        plural for plural, records in data["linked"].items() for record in records if CANARY in json.dumps(record)
    }
    assert linked >= {"calls", "deals", "meetings", "notes", "orders", "tasks"}
    assert [entry["source"] for entry in data["consents"][person["id"]]] == [f"{CANARY} lo dijo"]
    told = json.dumps(data["history"], ensure_ascii=False)
    assert f"{CANARY} prefiere el correo" in told
    assert f"Jefa {CANARY}" in told


def test_whoever_is_forgotten_is_found_nowhere(stage: Stage, person: Record) -> None:
    assert len(stage.traces()) > 20

    request = stage.ask("erasure", person["id"], keep_years=3)

    assert request["state"] == "done", request
    assert stage.traces() == []
    assert stage.firm.admin.get(f"/v1/records/contacts/{person['id']}").status == 404
    assert stage.firm.admin.get(f"/v1/records/contacts?q={CANARY}").body["items"] == []
    again = stage.create("contacts", first_name="Nadie", emails=[f"{CANARY.lower()}@bosque.example"])
    [marketing, service] = stage.firm.admin.get(f"/v1/records/contacts/{again['id']}/consents").body["standing"]
    assert (marketing["reason"], service["reason"]) == ("erased", "erased")


def test_the_books_still_add_up_without_the_person(stage: Stage, person: Record) -> None:
    deal = stage.firm.admin.get("/v1/records/deals").body["items"][0]

    stage.ask("erasure", person["id"])

    kept = stage.firm.admin.get(f"/v1/records/deals/{deal['id']}").body
    history = stage.firm.admin.get(f"/v1/records/deals/{deal['id']}/timeline").body["items"]
    assert (kept["stage"], kept["amount"], kept["owner"]) == (deal["stage"], deal["amount"], deal["owner"])
    assert kept["name"] == "Para […]: […]"
    assert {entry["kind"] for entry in history} >= {"created", "changed"}
    assert stage.firm.admin.get("/v1/records/tasks").body["items"] == []
    assert stage.firm.admin.get("/v1/records/contacts/count").body["count"] == 0


def test_what_must_be_kept_lies_in_the_vault_with_its_end(stage: Stage, person: Record) -> None:
    request = stage.ask("erasure", person["id"], keep_years=3)

    vault = stage.world.settings.vault_bucket
    sealed = stage.archive(vault, request["id"])
    tags = boto3.client("s3", region_name=REGION).get_object_tagging(
        Bucket=vault, Key=f"t/{stage.firm.id}/{request['id']}"
    )
    assert CANARY in json.dumps(sealed)
    assert tags["TagSet"] == [{"Key": "destroy-after-years", "Value": "3"}]


def test_what_need_not_be_kept_is_destroyed_at_once(stage: Stage, person: Record) -> None:
    stage.ask("erasure", person["id"])

    listed = boto3.client("s3", region_name=REGION).list_objects_v2(Bucket=stage.world.settings.vault_bucket)
    assert listed["KeyCount"] == 0


def test_only_an_administrator_may_ask_and_only_about_people(api: Api, firm: Firm) -> None:
    rep = api.hire(firm, "rep")
    company = firm.admin.post("/v1/records/companies", {"name": "Bar Pepe"}).body["id"]
    body = {"object": "companies", "id": company, "kind": "access"}

    assert rep.post("/v1/privacy/requests", body).status == 403
    assert firm.admin.post("/v1/privacy/requests", body).faults == {"object": "not_people"}
    nobody = {**body, "object": "contacts", "id": "01ARZ3NDEKTSV4RRFFQ69G5FAV"}
    assert firm.admin.post("/v1/privacy/requests", nobody).status == 404
    future = {**nobody, "received_on": "2999-01-01"}
    assert firm.admin.post("/v1/privacy/requests", future).status in (404, 422)
