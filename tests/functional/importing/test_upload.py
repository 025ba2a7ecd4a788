"""What the form of an upload lets through, asked of an S3 that enforces it."""

import urllib.error
import urllib.request
import uuid

import pytest

from chalicelib.gateways import files
from chalicelib.gateways.files import Form
from chalicelib.kernel.context import Context
from chalicelib.kernel.tenancy import TenancyViolation
from chalicelib.storage import guard
from tests.builders import Api
from tests.functional.importing.desk import Desk
from tests.world import World

FILE = b"First Name,Email\nAna,ana@ruiz.example\n"


def post(form: Form, content: bytes, **changed: str) -> int:
    """Post a file as a browser does and return the status."""
    boundary = uuid.uuid4().hex
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in {**form.fields, **changed}.items()
    ]
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n'.encode()
    body = b"".join([*parts, head, content, f"\r\n--{boundary}--\r\n".encode()])
    request = urllib.request.Request(form.url, body, {"Content-Type": f"multipart/form-data; boundary={boundary}"})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


@pytest.fixture
def ctx(cloud_world: World) -> Context:
    return cloud_world.ctx()


@pytest.mark.cloud
def test_the_form_of_an_import_takes_its_file(cloud_world: World, cloud_api: Api) -> None:
    firm = cloud_api.sign_up()
    desk = Desk(cloud_world, firm.admin)
    ticket = firm.admin.post("/v1/imports", {"object": "contacts", "filename": "gente.csv"}).body

    status = post(Form(**ticket["upload"]), FILE)

    assert status == 204
    assert ticket["upload"]["fields"]["key"].startswith(f"t/{firm.id}/")
    assert desk.preview(ticket["id"])["state"] == "ready"
    assert desk.start(ticket["id"])["verdicts"]["created"] == 1
    assert [row["veredicto"] for row in desk.verdicts(ticket["id"])] == ["creado"]


@pytest.mark.cloud
def test_the_form_fits_one_key_one_type_and_one_size(ctx: Context) -> None:
    with guard.entered(ctx.tenant):
        key = files.new_key(ctx)
        form = files.upload_form(key, content_type=files.CSV, most_bytes=64)

        assert post(form, FILE) == 204
        assert post(form, b"x" * 65) == 400
        assert post(form, b"") == 400
        assert post(form, FILE, key=f"{key}x") == 403
        assert post(form, FILE, **{"Content-Type": "text/html"}) == 403
        assert files.find(f"{key}x") is None


@pytest.mark.cloud
def test_a_file_is_read_by_ranges_of_one_version(ctx: Context) -> None:
    with guard.entered(ctx.tenant):
        key = files.new_key(ctx)
        files.put(key, bytes(range(256)) * 40, content_type=files.CSV)
        stored = files.find(key)
        assert stored is not None

        assert b"".join(files.blocks(key, etag=stored.etag, size=1_000)) == bytes(range(256)) * 40
        assert b"".join(files.blocks(key, etag=stored.etag, start=10_200, size=1_024)) == bytes(range(216, 256))
        files.put(key, b"another", content_type=files.CSV)
        with pytest.raises(files.FileChanged):
            next(files.blocks(key, etag=stored.etag))
        with pytest.raises(files.FileGone):
            next(files.blocks(files.new_key(ctx), etag=stored.etag))


@pytest.mark.cloud
def test_a_long_report_is_stored_in_parts(ctx: Context) -> None:
    with guard.entered(ctx.tenant):
        key = files.new_key(ctx)

        files.put_stream(key, (bytes([n]) * 1_000_000 for n in range(20)), content_type=files.CSV)

        stored = files.find(key)
        assert stored is not None
        assert stored.size == 20_000_000


def test_no_form_and_no_address_is_signed_for_another_tenants_key(world: World) -> None:
    mine, theirs = world.ctx(), world.ctx()

    with guard.entered(mine.tenant):
        for key in (files.new_key(theirs), f"t/{mine.tenant}/../{theirs.tenant}/x", "secrets"):
            with pytest.raises(TenancyViolation):
                files.upload_form(key, content_type=files.CSV, most_bytes=10)
            with pytest.raises(TenancyViolation):
                files.download_url(key, filename="x.csv", content_type=files.CSV)


def test_a_download_is_an_attachment_with_a_safe_name(world: World) -> None:
    ctx = world.ctx()

    with guard.entered(ctx.tenant):
        url = files.download_url(files.new_key(ctx), filename='año "2026"\r\nX: y.csv', content_type=files.CSV)

    assert "response-content-disposition=attachment%3B" in url
    assert "\n" not in url
    assert "%250D%250A" in url
