"""A record's files, over the API."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from chalicelib import wiring
from chalicelib.engine import firing
from chalicelib.engine.attachments import keeping, uploading
from chalicelib.settings import current, use
from chalicelib.storage import guard
from functions.scan_feedback import handler as scan_feedback
from tests import specimens
from tests.builders import Api, Firm
from tests.contract.routes import NOBODYS_ID
from tests.functional.attachments.conftest import begin, post, stored, upload
from tests.functional.pipeline.aws_around import LambdaContext
from tests.unit.attachments.test_looking import ACTIVE, SVG
from tests.world import World

PHOTO = specimens.jpeg()


def ready(caller: Any, bar: str, name: str = "foto.jpg", content: bytes = PHOTO) -> dict[str, Any]:
    answer = upload(caller, f"{bar}/files", name, content)
    assert (answer.status, answer.body["state"]) == (200, "ready"), answer.raw
    file: dict[str, Any] = answer.body
    return file


def scanned(firm: Firm, file: dict[str, Any], status: str, *, bucket: str | None = None) -> dict[str, Any]:
    """Return the event by which GuardDuty says what it found in a file."""
    key = f"t/{firm.id}/{file['id']}.{file['version']}"
    return {
        "source": "aws.guardduty",
        "detail-type": "GuardDuty Malware Protection Object Scan Result",
        "detail": {
            "scanStatus": "COMPLETED",
            "s3ObjectDetails": {"bucketName": bucket or current().files_bucket, "objectKey": key},
            "scanResultDetails": {"scanResultStatus": status},
        },
    }


def pass_and_fire(world: World, firm: Firm, **span: float) -> None:
    """Let time go by and the firm's timers fire, twice: a file is doomed before it is erased."""
    for more in (span, {"minutes": 5}):
        world.pass_time(**more)
        ctx = world.ctx(firm.tenant["id"], now=world.now)
        with guard.entered(ctx.tenant):
            firing.fire_due(ctx, handlers=wiring.TIMER_KINDS, remaining=lambda: timedelta(minutes=5))


def test_a_record_points_to_a_file_only_once_it_was_looked_at(firm: Firm, bar: str) -> None:
    ticket = begin(firm.admin, f"{bar}/files", "foto.jpg", PHOTO)
    before = firm["rep"].get(f"{bar}/files").body["items"]
    early = firm.admin.post(f"{bar}/files/{ticket['file']['id']}/complete")
    post(ticket, PHOTO)

    done = firm.admin.post(f"{bar}/files/{ticket['file']['id']}/complete").body

    after = firm["rep"].get(f"{bar}/files").body["items"]
    assert (ticket["file"]["state"], before) == ("quarantined", [])
    assert (early.status, early.code) == (409, "not_uploaded")
    assert (done["state"], done["type"], done["width"], done["height"]) == ("ready", "image/jpeg", 16, 16)
    assert after == [done]


def test_the_form_is_for_one_key_of_the_firm_one_type_and_five_minutes(firm: Firm, bar: str) -> None:
    ticket = begin(firm.admin, f"{bar}/files", "foto.jpg", PHOTO)

    fields = ticket["upload"]["fields"]

    assert fields["key"].startswith(f"t/{firm.id}/")
    assert fields["Content-Type"] == "image/jpeg"
    assert ticket["expires_at"] > ticket["file"]["created_at"]


def test_what_is_kept_says_nothing_of_where_a_photograph_was_taken(firm: Firm, bar: str) -> None:
    file = ready(firm.admin, bar)

    url = firm.admin.get(f"{bar}/files/{file['id']}/download").body["url"]

    kept = stored(firm, urlsplit(url).path.partition(f"{current().files_bucket}/")[2] or urlsplit(url).path[1:])
    assert kept is not None
    assert specimens.SECRET not in kept


def test_nothing_can_take_a_files_place_after_it_was_looked_at(firm: Firm, bar: str) -> None:
    ticket = begin(firm.admin, f"{bar}/files", "foto.jpg", PHOTO)
    post(ticket, PHOTO)
    file = firm.admin.post(f"{bar}/files/{ticket['file']['id']}/complete").body
    post(ticket, SVG)

    again = firm.admin.post(f"{bar}/files/{file['id']}/complete").body
    url = firm.admin.get(f"{bar}/files/{file['id']}/download").body["url"]

    assert again == file
    assert ticket["upload"]["fields"]["key"] not in url


def test_a_download_is_an_attachment_without_a_type(firm: Firm, bar: str) -> None:
    file = ready(firm.admin, bar, "año <nuevo>.pdf", specimens.pdf())

    answer = firm["viewer"].get(f"{bar}/files/{file['id']}/download").body

    said = {name: values[0] for name, values in parse_qs(urlsplit(answer["url"]).query).items()}
    assert file["name"] == "año _nuevo_.pdf"
    assert said["response-content-type"] == "application/octet-stream"
    assert said["response-content-disposition"] == "attachment; filename*=UTF-8''a%C3%B1o%20_nuevo_.pdf"
    assert int(said["X-Amz-Expires"]) == 300


def test_only_images_and_plain_pdfs_are_shown_in_place(firm: Firm, bar: str) -> None:
    photo = ready(firm.admin, bar)
    script = ready(firm.admin, bar, "formulario.pdf", specimens.pdf(b"/OpenAction << /S /JavaScript /JS (x) >>"))
    letter = ready(firm.admin, bar, "carta.txt", b"Hola")

    answers = [firm.admin.get(f"{bar}/files/{file['id']}/preview") for file in (photo, script, letter)]

    said = {name: values[0] for name, values in parse_qs(urlsplit(answers[0].body["url"]).query).items()}
    assert [file["may_be_shown"] for file in (photo, script, letter)] == [True, False, False]
    assert [answer.status for answer in answers] == [200, 409, 409]
    assert said["response-content-type"] == "image/jpeg"
    assert said["response-content-disposition"].startswith("inline;")


def test_an_active_file_is_refused_and_gone(firm: Firm, bar: str) -> None:
    ending_of = {kind.type: kind.endings[0] for kind in uploading.kinds.KINDS}
    for what, (type, content, reason) in ACTIVE.items():
        ticket = begin(firm.admin, f"{bar}/files", f"x.{ending_of[type]}", content)
        post(ticket, content)

        done = firm.admin.post(f"{bar}/files/{ticket['file']['id']}/complete")

        assert (done.status, done.body["state"], done.body["reason"]) == (200, "refused", reason), what
        assert firm.admin.get(f"{bar}/files/{ticket['file']['id']}/download").status == 404, what
        assert stored(firm, ticket["upload"]["fields"]["key"]) is None, what
    assert firm.admin.get(f"{bar}/files").body["items"] == []


@pytest.mark.parametrize(
    ("asked", "faults"),
    [
        ({"name": "dibujo.svg", "size": 10}, {"name": "type_not_taken"}),
        ({"name": "foto.png", "size": 10, "type": "image/svg+xml"}, {"type": "type_mismatch"}),
        ({"name": "foto.png", "size": 26 * 1024 * 1024}, {"size": "too_large"}),
        ({"name": "foto.png", "size": 0}, {"size": "too_small"}),
        ({"name": "fo\u0000to.png", "size": 10}, {"name": "invalid_characters"}),
        ({"name": "foto.png", "size": 10, "key": "t/x/y"}, {"key": "unknown_field"}),
    ],
)
def test_what_is_not_taken_is_said_before_it_is_uploaded(
    firm: Firm, bar: str, asked: dict[str, Any], faults: dict[str, str]
) -> None:
    assert firm.admin.post(f"{bar}/files", asked).faults == faults


def test_a_file_of_another_size_than_was_said_is_refused(firm: Firm, bar: str) -> None:
    ticket = begin(firm.admin, f"{bar}/files", "foto.jpg", PHOTO)
    post(ticket, PHOTO + b"x")

    assert firm.admin.post(f"{bar}/files/{ticket['file']['id']}/complete").body["reason"] == "size_mismatch"


def test_a_new_version_takes_the_place_of_the_old_one_which_is_kept(firm: Firm, bar: str) -> None:
    file = ready(firm.admin, bar, "oferta.txt", b"Uno")
    address = f"{bar}/files/{file['id']}"

    second = upload(firm.admin, f"{address}/versions", "oferta final.txt", b"Dos!").body

    old = firm.admin.get(f"{address}/download?version=1").body
    new = firm.admin.get(f"{address}/download").body
    listed = firm.admin.get(f"{bar}/files").body["items"]
    assert (second["name"], second["version"], [one["version"] for one in second["versions"]]) == (
        "oferta final.txt",
        2,
        [1, 2],
    )
    assert [one["id"] for one in listed] == [file["id"]]
    assert old["url"] != new["url"]
    assert firm.admin.get(f"{address}/download?version=3").status == 404


def test_a_version_that_is_refused_leaves_the_one_before_it(firm: Firm, bar: str) -> None:
    file = ready(firm.admin, bar, "oferta.txt", b"Uno")

    after = upload(firm.admin, f"{bar}/files/{file['id']}/versions", "oferta.txt", SVG).body

    assert (after["version"], after["state"], after["versions"][1]["state"]) == (1, "ready", "refused")


def test_a_deleted_file_can_be_brought_back(firm: Firm, bar: str) -> None:
    file = ready(firm.admin, bar)
    address = f"{bar}/files/{file['id']}"

    deleted = [firm.admin.delete(address).status for _ in range(2)]
    while_deleted = (firm.admin.get(f"{bar}/files").body["items"], firm.admin.get(f"{address}/download").status)
    bin = [one["id"] for one in firm.admin.get(f"{bar}/files?deleted=true").body["items"]]
    restored = firm.admin.post(f"{address}/restore").body

    assert deleted == [204, 204]
    assert while_deleted == ([], 404)
    assert bin == [file["id"]]
    assert restored["deleted_at"] is None
    assert firm.admin.get(f"{address}/download").status == 200


def test_the_timeline_tells_what_happened_to_files(world: World, firm: Firm, bar: str) -> None:
    file = ready(firm.admin, bar, "oferta.txt", b"Uno")
    for step in (
        lambda: upload(firm.admin, f"{bar}/files/{file['id']}/versions", "oferta.txt", b"Dos!"),
        lambda: firm.admin.delete(f"{bar}/files/{file['id']}"),
        lambda: firm.admin.post(f"{bar}/files/{file['id']}/restore"),
    ):
        world.pass_time(seconds=1)
        step()

    entries = firm.admin.get(f"{bar}/timeline?kind=file").body["items"]

    assert [entry["data"]["what"] for entry in entries] == ["restored", "deleted", "version", "added"]


def test_who_may_not_change_a_record_may_not_change_its_files(firm: Firm, bar: str) -> None:
    file = ready(firm.admin, bar)
    address = f"{bar}/files/{file['id']}"

    for who in (firm["rep"], firm["viewer"]):
        assert who.get(f"{bar}/files").status == 200
        assert who.get(f"{address}/download").status == 200
        assert who.post(f"{bar}/files", {"name": "a.txt", "size": 3}).status == 403
        assert who.post(f"{address}/versions", {"name": "a.txt", "size": 3}).status == 403
        assert who.post(f"{address}/complete").status == 403
        assert who.delete(address).status == 403
        assert who.post(f"{address}/restore").status == 403


def test_a_file_of_another_record_or_firm_is_not_there(api: Api, firm: Firm, bar: str) -> None:
    file = ready(firm.admin, bar)["id"]
    lola = firm.admin.post("/v1/records/companies", {"name": "Bar Lola"}).body["id"]
    other = api.sign_up("Aceites Lucena")
    theirs = other.admin.post("/v1/records/companies", {"name": "Bar Paco"}).body["id"]

    for who, record in ((firm.admin, lola), (other.admin, theirs)):
        for way in ("", "/download", "/preview"):
            address = f"/v1/records/companies/{record}/files/{{}}{way}"
            foreign, never = who.get(address.format(file)), who.get(address.format(NOBODYS_ID))
            assert (foreign.status, foreign.without_request_id()) == (404, never.without_request_id())
    assert other.admin.get(f"/v1/files/{file}").status == 404


def test_an_upload_that_nobody_completes_goes_within_two_hours(world: World, firm: Firm, bar: str) -> None:
    ticket = begin(firm.admin, f"{bar}/files", "foto.jpg", PHOTO)
    post(ticket, PHOTO)

    pass_and_fire(world, firm, hours=2)

    assert stored(firm, ticket["upload"]["fields"]["key"]) is None
    ctx = world.ctx(firm.tenant["id"])
    with guard.entered(ctx.tenant):
        assert uploading.files.get(ctx, ticket["file"]["id"]) is None


def test_a_deleted_file_is_erased_after_thirty_days(world: World, firm: Firm, bar: str) -> None:
    kept, gone = ready(firm.admin, bar, "a.txt", b"Uno"), ready(firm.admin, bar, "b.txt", b"Dos")
    firm.admin.delete(f"{bar}/files/{gone['id']}")

    pass_and_fire(world, firm, days=31)

    ctx = world.ctx(firm.tenant["id"])
    with guard.entered(ctx.tenant):
        left = keeping.of_record(ctx, "companies", bar.rpartition("/")[2])
        assert uploading.files.get(ctx, gone["id"]) is None
    assert [file.id for file in left] == [kept["id"]]
    assert stored(firm, f"t/{firm.id}/{kept['id']}.1") == b"Uno"
    assert stored(firm, f"t/{firm.id}/{gone['id']}.1") is None


def test_where_a_scanner_looks_a_file_waits_for_its_verdict(world: World, firm: Firm, bar: str) -> None:
    use(replace(current(), file_scanning=True))
    clean, infected = (upload(firm.admin, f"{bar}/files", f"{name}.txt", b"Hola").body for name in "ab")
    waiting = firm.admin.get(f"{bar}/files").body["items"]

    for file, status in ((clean, "NO_THREATS_FOUND"), (infected, "FAILED"), (infected, "THREATS_FOUND")):
        for _ in range(2):
            scan_feedback.handle(scanned(firm, file, status), LambdaContext())

    assert (clean["state"], infected["state"], waiting) == ("scanning", "scanning", [])
    assert [one["id"] for one in firm.admin.get(f"{bar}/files").body["items"]] == [clean["id"]]
    assert firm.admin.get(f"{bar}/files/{infected['id']}").body["reason"] == "infected"


def test_a_scan_of_another_bucket_or_file_says_nothing(firm: Firm, bar: str) -> None:
    use(replace(current(), file_scanning=True))
    waiting = upload(firm.admin, f"{bar}/files", "a.txt", b"Hola").body

    scan_feedback.handle(scanned(firm, waiting, "NO_THREATS_FOUND", bucket="elsewhere"), LambdaContext())
    scan_feedback.handle(scanned(firm, {**waiting, "id": "import.csv"}, "NO_THREATS_FOUND"), LambdaContext())

    assert firm.admin.get(f"{bar}/files/{waiting['id']}").body["state"] == "scanning"
