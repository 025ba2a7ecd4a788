"""Pictures of mails: uploaded like any file, and then shown to everybody at an address that never shows another."""

import boto3

from tests import specimens
from tests.builders import Api, Firm
from tests.client import Answer, Caller
from tests.functional.attachments.conftest import upload
from tests.world import World


def published(caller: Caller, name: str = "aceite.png", content: bytes = b"") -> Answer:
    done = upload(caller, "/v1/files", name, content or specimens.png(640, 480))
    return caller.post("/v1/pictures", {"file": done.body["id"]})


def test_a_picture_is_shown_at_an_address_of_ours_for_ever(world: World, firm: Firm) -> None:
    first = published(firm.admin)
    same = published(firm.admin, "otra-vez.png")
    other = published(firm.admin, "gif.gif", specimens.gif())

    tenant, url = firm.tenant["id"], first.body["url"]
    assert (first.status, first.body["width"], first.body["height"]) == (201, 640, 480)
    assert url.startswith(f"{world.settings.public_url}/pictures/{tenant}/")
    assert url == same.body["url"] != other.body["url"]
    key = f"t/{tenant}/picture-{url.rpartition('/')[2]}"
    s3, bucket = boto3.client("s3", region_name=world.settings.region), world.settings.files_bucket
    kept = s3.head_object(Bucket=bucket, Key=key)
    assert (kept["ContentType"], kept["CacheControl"]) == ("image/png", "public, max-age=31536000, immutable")


def test_a_template_takes_the_picture_and_its_mail_shows_it(firm: Firm) -> None:
    url = published(firm.admin).body["url"]
    blocks = [{"kind": "image", "src": url, "alt": "Aceite"}]
    template = firm.admin.post(
        "/v1/templates", {"name": "Aceite", "language": "es", "subject": "Aceite nuevo", "blocks": blocks}
    ).body
    ana = firm.admin.post("/v1/records/contacts", {"first_name": "Ana"}).body

    shown = firm.admin.post(f"/v1/templates/{template['id']}/preview", {"object": "contacts", "record": ana["id"]})

    assert f'src="{url}"' in shown.body["html"]


def test_what_is_no_picture_for_mails_is_refused(firm: Firm) -> None:
    refused = {
        "contrato.pdf": published(firm.admin, "contrato.pdf", specimens.pdf()),
        "x.png": published(firm.admin, "x.png", b"<script>alert(1)</script>"),
    }

    assert {name: (answer.status, answer.faults) for name, answer in refused.items()} == {
        "contrato.pdf": (422, {"file": "not_a_picture"}),
        "x.png": (422, {"file": "not_a_picture"}),
    }


def test_a_picture_is_published_by_who_uploaded_it_and_may_write_templates(api: Api, firm: Firm) -> None:
    rep, other = api.hire(firm, "rep"), api.sign_up("Otros").admin
    mine = upload(firm.admin, "/v1/files", "a.png", specimens.png()).body["id"]

    assert published(rep).status == 403
    assert other.post("/v1/pictures", {"file": mine}).faults == {"file": "unknown_file"}
    assert other.post("/v1/pictures", {"file": "01JD0000000000000000000000"}).faults == {"file": "unknown_file"}
