"""Uploads and races, on a store and an S3 that enforce what they are told."""

import urllib.request
from typing import Any

import pytest

from chalicelib.gateways.files import Form
from tests import specimens
from tests.builders import Api, Firm
from tests.functional.importing.test_upload import post as post_form
from tests.threads import at_once

pytestmark = pytest.mark.cloud

PHOTO = specimens.jpeg()
AT_ONCE = 8


@pytest.fixture
def firm(cloud_api: Api) -> Firm:
    return cloud_api.sign_up()


@pytest.fixture
def bar(firm: Firm) -> str:
    return f"/v1/records/companies/{firm.admin.post('/v1/records/companies', {'name': 'Bar Pepe'}).body['id']}"


def begin(firm: Firm, address: str, name: str = "foto.jpg", content: bytes = PHOTO) -> dict[str, Any]:
    ticket: dict[str, Any] = firm.admin.post(address, {"name": name, "size": len(content)}).body
    return ticket


def test_a_browser_uploads_and_downloads_a_file(firm: Firm, bar: str) -> None:
    ticket = begin(firm, f"{bar}/files")
    address = f"{bar}/files/{ticket['file']['id']}"

    status = post_form(Form(**ticket["upload"]), PHOTO)
    done = firm.admin.post(f"{address}/complete").body
    with urllib.request.urlopen(firm.admin.get(f"{address}/download").body["url"], timeout=20) as answer:
        kept, attached = answer.read(), dict(answer.headers)
    with urllib.request.urlopen(firm.admin.get(f"{address}/preview").body["url"], timeout=20) as answer:
        shown = dict(answer.headers)

    assert (status, done["state"]) == (204, "ready")
    assert specimens.SECRET not in kept
    assert attached["Content-Type"] == "application/octet-stream"
    assert attached["Content-Disposition"] == "attachment; filename*=UTF-8''foto.jpg"
    assert shown["Content-Type"] == "image/jpeg"
    assert shown["Content-Disposition"].startswith("inline;")


@pytest.mark.parametrize(
    ("content", "changed", "status"),
    [
        (PHOTO + b"x", {}, 400),
        (PHOTO[:-1], {}, 400),
        (PHOTO, {"Content-Type": "image/svg+xml"}, 403),
        (PHOTO, {"Content-Type": "text/html"}, 403),
        (PHOTO, {"key": "t/aaaaaaaaaaaaaaaaaaaa/01ARZ3NDEKTSV4RRFFQ69G5FAV"}, 403),
    ],
    ids=["larger", "smaller", "drawing", "page", "another firm"],
)
def test_the_form_takes_exactly_what_was_said(
    firm: Firm, bar: str, content: bytes, changed: dict[str, str], status: int
) -> None:
    ticket = begin(firm, f"{bar}/files")

    posted = post_form(Form(**ticket["upload"]), content, **changed)

    assert posted == status
    assert firm.admin.post(f"{bar}/files/{ticket['file']['id']}/complete").code == "not_uploaded"


def test_many_who_complete_at_once_give_the_record_one_file(firm: Firm, bar: str) -> None:
    ticket = begin(firm, f"{bar}/files")
    post_form(Form(**ticket["upload"]), PHOTO)
    complete = f"{bar}/files/{ticket['file']['id']}/complete"

    at_once(*[lambda: firm.admin.post(complete)] * AT_ONCE)

    listed = firm.admin.get(f"{bar}/files").body["items"]
    told = firm.admin.get(f"{bar}/timeline?kind=file").body["items"]
    assert [(one["state"], len(one["versions"])) for one in listed] == [("ready", 1)]
    assert len(told) == 1


def test_of_many_records_that_want_a_file_one_gets_it(firm: Firm) -> None:
    field = {"name": "c_photo", "type": "file", "label": {"es": "Foto", "en": "Photo"}}
    assert firm.admin.post("/v1/objects/companies/fields", field).status == 201
    ticket = begin(firm, "/v1/files")
    post_form(Form(**ticket["upload"]), PHOTO)
    photo = firm.admin.post(f"/v1/files/{ticket['file']['id']}/complete").body["id"]

    answers = at_once(
        *[lambda: firm.admin.post("/v1/records/companies", {"name": "Bar Lola", "c_photo": photo})] * AT_ONCE
    )

    won = [answer for answer in answers if answer.status == 201]
    assert len(won) == 1
    assert {answer.status for answer in answers} <= {201, 409, 422}
    assert len(firm.admin.get("/v1/records/companies").body["items"]) == 1


def test_of_many_edits_of_a_comment_one_is_kept(firm: Firm, bar: str) -> None:
    said = firm.admin.post(f"{bar}/comments", {"text": "Cero"}).body
    address = f"{bar}/comments/{said['id']}"

    answers = at_once(
        *[lambda n=n: firm.admin.patch(address, {"text": f"Edición {n}"}, version=1) for n in range(AT_ONCE)]
    )

    [kept] = [answer.body for answer in answers if answer.status == 200]
    [stored] = firm.admin.get(f"{bar}/comments").body["items"]
    assert stored == kept
    assert sorted(answer.status for answer in answers) == [200] + [412] * (AT_ONCE - 1)


def test_two_windows_lose_no_favourite_of_each_other(firm: Firm) -> None:
    ids = [firm.admin.post("/v1/records/companies", {"name": f"Bar {n}"}).body["id"] for n in range(4)]

    at_once(*[lambda id=id: firm.admin.call("PUT", f"/v1/favourites/companies/{id}") for id in ids])

    assert {one["id"] for one in firm.admin.get("/v1/favourites").body["items"]} == set(ids)
