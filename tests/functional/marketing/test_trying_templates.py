"""A template before it goes out: as somebody would read it, as a mail to colleagues, and what is wrong with it."""

from typing import Any

import pytest

from chalicelib import wiring
from infra.local.names import Zone
from tests.builders import Api, Firm, items_put, mailed
from tests.client import Answer, Caller
from tests.fake_identities import FakeIdentities
from tests.functional.marketing.post import a_template, an_address, contact
from tests.watch import Watch

HELLO = [{"kind": "text", "html": '<p>Hola {{ person.first_name | default: "amigo" }}</p>'}]


def preview(caller: Caller, template: dict[str, Any], person: dict[str, Any], **more: Any) -> Answer:
    asked = {"object": "contacts", "record": person["id"], **more}
    return caller.post(f"/v1/templates/{template['id']}/preview", asked)


def tried(caller: Caller, template: dict[str, Any], person: dict[str, Any], **more: Any) -> Answer:
    return caller.post(f"/v1/templates/{template['id']}/test", {"object": "contacts", "record": person["id"], **more})


def found(firm: Firm, template: dict[str, Any], **content: Any) -> dict[str, str]:
    """Return the codes of what is found, each with where."""
    asked = {"content": content, "follow": False}
    answer = firm.admin.post(f"/v1/templates/{template['id']}/checks", asked)
    assert answer.status == 200, answer.raw
    return {finding["code"]: finding["at"] for finding in answer.body["items"]}


def test_a_preview_shows_the_mail_of_one_person(firm: Firm, sender: str) -> None:
    template = a_template(firm, subject="Para {{ person.first_name }}", preheader="Ya", blocks=HELLO, sender=sender)

    shown = preview(firm.admin, template, contact(firm, first_name="Ana")).body

    assert (shown["subject"], shown["preheader"]) == ("Para Ana", "Ya")
    assert "Hola Ana" in shown["text"]
    assert "<p>Hola Ana</p>" in shown["html"]
    assert shown["from"] == "Bodegas Ríos <hola@bodegasrios.example>"
    assert shown["bytes"] == len(shown["html"].encode())


def test_a_preview_shows_what_is_not_saved_yet(firm: Firm) -> None:
    template, ana = a_template(firm, blocks=HELLO), contact(firm)

    shown = preview(firm.admin, template, ana, content={"subject": "Otra", "blocks": [{"kind": "spacer"}]})
    kept = preview(firm.admin, template, ana)

    assert (shown.body["subject"], kept.body["subject"]) == ("Otra", "Novedades")
    assert "Hola" not in shown.body["text"]


def test_a_block_of_a_segment_is_shown_to_its_members_alone(firm: Firm) -> None:
    vips = {"id": "01JD0000000000000000000000"}
    template = a_template(
        firm,
        blocks=[
            {"kind": "text", "html": "<p>Para todos</p>"},
            {"kind": "text", "html": "<p>Para vips</p>", "segment": vips["id"]},
            {"kind": "columns", "columns": [
                {"blocks": [{"kind": "heading", "text": "Izquierda", "segment": vips["id"]}]},
                {"blocks": [{"kind": "heading", "text": "Derecha"}]},
            ]},
        ],
    )  # fmt: skip
    ana = contact(firm)

    outside = preview(firm.admin, template, ana, segments=[]).body
    inside = preview(firm.admin, template, ana, segments=[vips["id"]]).body
    as_she_is = preview(firm.admin, template, ana).body

    for part in ("text", "html"):
        assert "Para vips" in inside[part]
        assert "Izquierda" in inside[part]
        assert "Para vips" not in outside[part]
        assert "Izquierda" not in outside[part]
        assert "Derecha" in outside[part]
    assert as_she_is["text"] == outside["text"]


def test_whoever_is_on_a_list_reads_what_is_for_the_list(firm: Firm) -> None:
    ana, luis = contact(firm, first_name="Ana"), contact(firm, first_name="Luis")
    vips = firm.admin.post("/v1/segments", {"name": "Vips", "object": "contacts", "mode": "static"})
    assert vips.status == 201, vips.raw
    listed = firm.admin.post(f"/v1/segments/{vips.body['id']}/members", {"add": [ana["id"]]})
    assert listed.status < 300, listed.raw
    block = {"kind": "heading", "text": "Para vips", "segment": vips.body["id"]}
    template = a_template(firm, blocks=[block])

    assert "Para vips" in preview(firm.admin, template, ana).body["text"]
    assert "Para vips" not in preview(firm.admin, template, luis).body["text"]
    assert "unknown_segment" not in found(firm, template)


def test_a_preview_says_only_what_its_reader_may_read(api: Api, firm: Firm) -> None:
    hidden = {"contacts": {"job_title": {"read": False, "write": False}}}
    reading = {"read": "all", "create": "none", "update": "none", "delete": "none", "export": "none"}
    label = {"es": "Becaria", "en": "Intern"}
    role = firm.admin.post("/v1/roles", {"key": "intern", "label": label, "objects": {"*": reading}, "fields": hidden})
    assert role.status == 201, role.raw
    intern = api.hire(firm, role.body["key"])
    template = a_template(firm, blocks=[{"kind": "text", "html": "<p>Cargo: {{ person.job_title }}.</p>"}])
    ana = contact(firm, job_title="Gerente")

    assert "Cargo: Gerente." in preview(firm.admin, template, ana).body["text"]
    assert "Cargo: ." in preview(intern, template, ana).body["text"]


def test_somebody_who_is_not_there_has_no_preview(api: Api, firm: Firm) -> None:
    stranger = api.sign_up("Otros")
    template, theirs = a_template(firm, blocks=HELLO), contact(stranger)

    assert preview(firm.admin, template, theirs).status == 404
    assert preview(stranger.admin, template, theirs).status == 404
    assert preview(firm.admin, template, {"id": "0" * 26}).status == 404


def test_nobody_writes_to_a_product(firm: Firm) -> None:
    template = a_template(firm, blocks=HELLO)
    answer = firm.admin.post(f"/v1/templates/{template['id']}/preview", {"object": "products", "record": "0" * 26})

    assert (answer.status, answer.faults) == (422, {"object": "not_people"})


def test_a_test_goes_to_who_asks_from_an_address_of_ours_until_the_domain_is_verified(
    firm: Firm, zone: Zone, identities: FakeIdentities
) -> None:
    assert firm.admin.post("/v1/domains", {"name": "bodegasrios.example"}).status == 201
    template = a_template(firm, blocks=HELLO, sender=an_address(firm)["id"])

    answer = tried(firm.admin, template, contact(firm, first_name="Ana"))

    mail = mailed(firm.admin.watch, "template_test")
    assert answer.body == {"to": [firm.admin.user["email"]]}
    assert mail["to"] == firm.admin.user["email"]
    assert mail["subject"] == "[Prueba] Novedades"
    assert mail["sender"] == "Bodegas Ríos <hola@tendero.example>"
    assert mail["reply_to"] == "hola@bodegasrios.example"
    assert "Hola Ana" in mail["text"]


def test_a_test_of_a_verified_sender_comes_from_the_sender(firm: Firm, sender: str) -> None:
    template = a_template(firm, blocks=HELLO, sender=sender)

    tried(firm.admin, template, contact(firm))

    assert mailed(firm.admin.watch, "template_test")["sender"] == "Bodegas Ríos <hola@bodegasrios.example>"


def test_a_test_reaches_colleagues_and_nobody_else(api: Api, firm: Firm) -> None:
    template, ana = a_template(firm, blocks=HELLO), contact(firm)
    luz, stranger = api.hire(firm, "rep"), api.sign_up("Otros").admin

    sent = tried(firm.admin, template, ana, to=[luz.user["id"], firm.admin.user["id"]])
    refused = tried(firm.admin, template, ana, to=[stranger.user["id"]])

    assert sent.body == {"to": sorted([luz.user["email"], firm.admin.user["email"]])}
    assert (refused.status, refused.faults) == (422, {"to": "unknown_user"})
    assert tried(luz, template, ana).status == 403


def test_the_same_request_sends_one_test(firm: Firm, sender: str) -> None:
    template, ana = a_template(firm, blocks=HELLO, sender=sender), contact(firm)
    asked = {"object": "contacts", "record": ana["id"]}
    address, once = f"/v1/templates/{template['id']}/test", {"Idempotency-Key": "una-vez"}

    first = firm.admin.post(address, asked, headers=once)
    again = firm.admin.post(address, asked, headers=once)
    otherwise = firm.admin.post(address, {**asked, "content": {"subject": "Otra"}}, headers=once)

    assert first.body == again.body == {"to": [firm.admin.user["email"]]}
    assert otherwise.code == "idempotency_key_reused"
    planned = [item for call in firm.admin.watch.calls for item in items_put(call.parameters)]
    assert len({item["sk"]["S"] for item in planned if item.get("kind", {}).get("S") == "template_test"}) == 1


def test_the_test_mail_is_a_kind_that_the_sender_knows() -> None:
    kind = wiring.MAIL_KINDS["template_test"]
    assert kind.render is not None

    mail = kind.render("es", {"subject": "a", "text": "b", "html": "c", "sender": "S <s@s.example>"})

    assert (mail.subject, mail.text, mail.html, mail.sender) == ("a", "b", "c", "S <s@s.example>")


def test_a_sound_template_has_no_findings(firm: Firm, sender: str) -> None:
    template = a_template(firm, blocks=HELLO, sender=sender, preheader="Novedades de otoño")

    assert found(firm, template) == {}


FINDINGS: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({"subject": " "}, "subject_missing", "subject"),
    ({"preheader": ""}, "preheader_missing", "preheader"),
    ({"sender": None}, "sender_missing", "sender"),
    ({"purpose": "gossip"}, "unknown_purpose", "purpose"),
    ({"blocks": []}, "empty", "blocks"),
    ({"subject": ""}, "subject_missing", "subject"),
    ({"blocks": [{"kind": "heading", "text": ""}]}, "empty_block", "blocks.0.text"),
    ({"blocks": [{"kind": "products", "items": []}]}, "empty_block", "blocks.0.items"),
    ({"subject": "Hola {{ person.nickname }}"}, "unknown_field", "subject"),
    ({"subject": "Hola {{ person.last_name }}"}, "missing_fallback", "subject"),
    ({"blocks": [{"kind": "text", "html": "<p>{{ company.name }}</p>"}]}, "missing_fallback", "blocks.0.html"),
    ({"blocks": [{"kind": "button", "label": "Ya"}]}, "link_missing", "blocks.0.url"),
    ({"blocks": [{"kind": "text", "html": '<a href="javascript:x()">a</a>'}]}, "link_missing", "blocks.0.html"),
    ({"blocks": [{"kind": "image"}]}, "image_missing", "blocks.0.src"),
    ({"blocks": [{"kind": "image", "src": "https://a.example/a.png"}]}, "image_without_alt", "blocks.0.alt"),
    ({"blocks": [{"kind": "spacer", "segment": "gone"}]}, "unknown_segment", "blocks.0.segment"),
    ({"blocks": [{"kind": "products", "items": [{"product": "0" * 26}]}]}, "unknown_product",
     "blocks.0.items.0.product"),
    ({"blocks": [{"kind": "text", "html": f"<p>{'x' * 19_000}</p>"}] * 5}, "too_large", "blocks"),
    ({"blocks": [{"kind": "columns", "columns": [{"blocks": [{"kind": "button", "label": "a"}]}, {"blocks": []}]}]},
     "link_missing", "blocks.0.columns.0.blocks.0.url"),
)  # fmt: skip


def test_what_a_reader_would_stumble_over_is_found(firm: Firm) -> None:
    template = a_template(firm, blocks=HELLO, preheader="Ya")

    missed = [(content, code) for content, code, at in FINDINGS if found(firm, template, **content).get(code) != at]

    assert missed == []


def test_the_domain_of_the_sender_is_asked_for(firm: Firm, zone: Zone, identities: FakeIdentities) -> None:
    assert firm.admin.post("/v1/domains", {"name": "bodegasrios.example"}).status == 201
    template = a_template(firm, blocks=HELLO, preheader="Ya", sender=an_address(firm)["id"])

    assert found(firm, template) == {"domain_not_verified": "sender"}


def test_links_are_asked_for_through_the_walls_that_keep_inside_addresses_away(firm: Firm) -> None:
    """Nobody answers at these: they lead inside, and are never dialled."""
    inside = ("http://127.0.0.1:9/a", "http://2130706433/", "http://localhost/")
    template = a_template(
        firm,
        blocks=[{"kind": "button", "label": "x", "url": url} for url in inside],
    )

    answer = firm.admin.post(f"/v1/templates/{template['id']}/checks", {})

    codes = [finding["code"] for finding in answer.body["items"]]
    assert codes.count("link_unreachable") == 3


def test_the_merge_fields_of_people_are_listed(firm: Firm) -> None:
    fields = {field["path"]: field for field in firm.admin.get("/v1/merge-fields/contacts").body["items"]}

    assert fields["person.first_name"] == {
        "path": "person.first_name",
        "label": {"es": "Nombre", "en": "First name"},
        "type": "text",
        "required": True,
    }
    assert {"person.address.city", "company.name", "owner.email", "firm.name", "sender.postal_address"} <= fields.keys()
    assert firm.admin.get("/v1/merge-fields/products").status == 404
    assert firm.admin.get("/v1/merge-fields/nothings").status == 404


def test_nothing_is_sent_by_looking(firm: Firm, watch_of_mails: Watch) -> None:
    template, ana = a_template(firm, blocks=HELLO), contact(firm)
    preview(firm.admin, template, ana)
    found(firm, template)

    with pytest.raises(AssertionError):
        mailed(watch_of_mails, "template_test")


@pytest.fixture
def watch_of_mails(firm: Firm) -> Watch:
    return firm.admin.watch
