"""Who may be written to, and why not: over the API, and as a sender is told."""

from datetime import timedelta

import pytest

from chalicelib.kernel import clock
from tests.builders import Api, Firm
from tests.functional.marketing import people
from tests.functional.marketing.people import ASKED_ON_FAIR, CUSTOMER
from tests.world import World


@pytest.fixture
def ana(firm: Firm) -> str:
    people.settle(firm, quiet_hours=None)
    return people.person(firm)


def test_nobody_is_written_to_who_has_not_said_so(world: World, firm: Firm, ana: str) -> None:
    said = people.verdict(world, firm, ana)

    assert (said.allowed, said.reason, said.address) == (False, "no_consent", "ana@olmedo.example")
    assert people.told(firm, ana) == "none"
    assert people.verdict(world, firm, ana, purpose="service").allowed


def test_whoever_agreed_is_written_to(world: World, firm: Firm, ana: str) -> None:
    shown = people.decide(firm, ana, "give", **ASKED_ON_FAIR)

    said = people.verdict(world, firm, ana)
    assert (said.allowed, said.reason, said.basis) == (True, None, "consent")
    assert people.told(firm, ana) == "granted"
    entry = shown["items"][0]
    assert (entry["decision"], entry["source"], entry["given_at"]) == (
        "given",
        "Feria del vino",
        "2026-01-15T10:00:00.000Z",
    )
    assert len(entry["text_hash"]) == 64
    assert entry["text_version"] == 1


@pytest.mark.parametrize(
    ("more", "faults"),
    [
        ({}, {"basis": "unknown_basis", "source": "required"}),
        ({"basis": "consent"}, {"source": "required"}),
        ({"basis": "legitimate_interest", "source": "Web"}, {"basis": "not_for_email"}),
        (
            {"basis": "soft_opt_in", "source": "Tienda", "facts": {"customer": True, "similar": True}},
            {"facts.could_refuse": "required"},
        ),
        ({"basis": "consent", "source": "Web", "at": "2999-01-01T00:00:00Z"}, {"at": "in_the_future"}),
        ({"basis": "consent", "source": "Web", "purpose": "nothing"}, {"purpose": "unknown_purpose"}),
        ({"basis": "consent", "source": "Web", "purpose": "service"}, {"purpose": "needs_none"}),
        ({"basis": "consent", "source": "Web", "text": "a\x00b"}, {"text": "invalid_characters"}),
    ],
)
def test_a_permission_says_what_it_rests_on(firm: Firm, ana: str, more: dict[str, object], faults: object) -> None:
    answer = firm.admin.post(f"{ana}/consents", {"decision": "give", **more})

    assert (answer.status, answer.faults) == (422, faults)
    assert firm.admin.get(f"{ana}/consents").body["items"] == []


def test_a_customer_is_written_to_until_they_object(world: World, firm: Firm, ana: str) -> None:
    people.decide(firm, ana, "give", **CUSTOMER)
    assert people.verdict(world, firm, ana).basis == "soft_opt_in"

    people.decide(firm, ana, "withdraw", source="Llamada")

    assert people.verdict(world, firm, ana).reason == "objected"
    assert people.told(firm, ana) == "withdrawn"
    refused = firm.admin.post(f"{ana}/consents", {"decision": "give", **CUSTOMER})
    assert (refused.status, refused.code) == (409, "withdrawn_since")


def test_a_firm_may_ask_its_customers_too(world: World, firm: Firm, ana: str) -> None:
    people.decide(firm, ana, "give", **CUSTOMER)

    people.settle(firm, soft_opt_in=False)

    assert people.verdict(world, firm, ana).reason == "no_consent"
    assert firm.admin.post(f"{ana}/consents", {"decision": "give", **CUSTOMER}).faults == {"basis": "not_taken"}


def test_an_older_permission_does_not_undo_a_refusal(world: World, firm: Firm, ana: str) -> None:
    people.decide(firm, ana, "withdraw", source="Llamada")

    late = firm.admin.post(f"{ana}/consents", {"decision": "give", **ASKED_ON_FAIR})
    world.pass_time(minutes=1)
    people.decide(firm, ana, "give", basis="consent", source="Llamada")

    assert (late.status, late.code) == (409, "withdrawn_since")
    assert people.verdict(world, firm, ana).allowed


def test_the_same_decision_twice_is_one_entry(firm: Firm, ana: str) -> None:
    for _ in range(2):
        people.decide(firm, ana, "give", **ASKED_ON_FAIR)
    for _ in range(2):
        people.decide(firm, ana, "withdraw", source="Llamada")

    ledger = firm.admin.get(f"{ana}/consents").body["items"]
    assert [entry["decision"] for entry in ledger] == ["withdrawn", "given"]
    timeline = firm.admin.get(f"{ana}/timeline").body["items"]
    assert [entry["kind"] for entry in timeline if entry["kind"].startswith("consent")] == [
        "consent_withdrawn",
        "consent_given",
    ]


def test_the_ledger_comes_page_by_page(world: World, firm: Firm, ana: str) -> None:
    for _ in range(3):
        world.pass_time(minutes=1)
        people.decide(firm, ana, "give", basis="consent", source="Llamada")
        world.pass_time(minutes=1)
        people.decide(firm, ana, "withdraw", source="Llamada")

    read, cursor = [], ""
    while cursor is not None:
        page = firm.admin.get(f"{ana}/consents?limit=4{f'&cursor={cursor}' if cursor else ''}").body
        read += [entry["decision"] for entry in page["items"]]
        cursor = page["next_cursor"]

    assert read == ["withdrawn", "given"] * 3


def test_each_purpose_needs_a_permission_of_its_own(world: World, firm: Firm, ana: str) -> None:
    words = {"label": {"es": "Novedades", "en": "News"}, "text": {"es": "Quiero novedades.", "en": "I want news."}}
    made = firm.admin.post("/v1/purposes", {"name": "Novedades", "key": "news", **words})
    assert made.status == 201, made.raw

    people.decide(firm, ana, "give", purpose="news", **ASKED_ON_FAIR)

    assert people.verdict(world, firm, ana, purpose="news").allowed
    assert people.verdict(world, firm, ana).reason == "no_consent"
    assert firm.admin.post("/v1/purposes", {"name": "Otra", "key": "news", **words}).status == 409
    assert firm.admin.post("/v1/purposes", {"name": "Otra", "key": "service", **words}).faults == {"key": "reserved"}


def test_whoever_has_no_address_is_not_reached(world: World, firm: Firm) -> None:
    nobody = people.person(firm, email=None)

    asked = firm.admin.post(f"{nobody}/consents", {"decision": "ask"})
    people.decide(firm, nobody, "give", **ASKED_ON_FAIR)

    assert people.verdict(world, firm, nobody).reason == "no_address"
    assert asked.faults == {"channel": "no_address"}


def test_whoever_is_deleted_is_not_written_to(world: World, firm: Firm, ana: str) -> None:
    people.decide(firm, ana, "give", **ASKED_ON_FAIR)
    firm.admin.delete(ana, version=firm.admin.get(ana).body["version"])

    assert people.verdict(world, firm, ana).reason == "deleted"
    assert people.verdict(world, firm, ana, purpose="service").reason == "deleted"
    assert people.verdict(world, firm, "/v1/records/contacts/01ARZ3NDEKTSV4RRFFQ69G5FAV").reason == "erased"


def test_a_refusal_holds_for_whoever_has_the_address(world: World, firm: Firm, ana: str) -> None:
    twin = people.person(firm, plural="leads", email="ana@olmedo.example")
    for path in (ana, twin):
        people.decide(firm, path, "give", **ASKED_ON_FAIR)

    people.decide(firm, ana, "withdraw", source="Llamada", reason="unsubscribed")

    assert people.verdict(world, firm, twin).reason == "unsubscribed"
    world.pass_time(minutes=1)
    people.decide(firm, twin, "give", basis="consent", source="Llamada")
    assert people.verdict(world, firm, twin).allowed


def test_what_a_lead_permitted_follows_them(world: World, firm: Firm) -> None:
    people.settle(firm, quiet_hours=None)
    lead = people.person(firm, plural="leads", email="luis@rios.example")
    people.decide(firm, lead, "give", **ASKED_ON_FAIR)

    became = firm.admin.post(f"{lead}/convert", {}).body
    contact = f"/v1/records/contacts/{became['contact']['id']}"

    assert people.verdict(world, firm, contact).allowed
    people.decide(firm, contact, "withdraw", source="Llamada")
    assert people.verdict(world, firm, lead).reason == "objected"
    assert people.told(firm, lead) == "withdrawn"


def test_the_field_of_consent_finds_people_and_is_written_by_nobody(firm: Firm, ana: str) -> None:
    people.person(firm, email="eva@rios.example")
    people.decide(firm, ana, "give", **ASKED_ON_FAIR)

    found = firm.admin.post(
        "/v1/records/contacts/query", {"filter": {"field": "email_consent", "op": "eq", "value": "granted"}}
    ).body["items"]
    others = firm.admin.post(
        "/v1/records/contacts/query", {"filter": {"field": "email_consent", "op": "eq", "value": "none"}}
    ).body["items"]

    assert [each["id"] for each in found] == [ana.rsplit("/", 1)[1]]
    assert len(others) == 1
    version = firm.admin.get(ana).body["version"]
    assert firm.admin.patch(ana, {"email_consent": "none"}, version=version).faults == {"email_consent": "read_only"}


def test_a_decision_leaves_the_version_of_the_record_alone(firm: Firm, ana: str) -> None:
    before = firm.admin.get(ana).body["version"]

    people.decide(firm, ana, "give", **ASKED_ON_FAIR)

    assert firm.admin.get(ana).body["version"] == before


def test_only_whoever_may_change_a_record_decides(api: Api, firm: Firm, ana: str) -> None:
    viewer = api.hire(firm, "viewer")

    assert viewer.get(f"{ana}/consents").status == 200
    assert viewer.post(f"{ana}/consents", {"decision": "withdraw"}).status == 403
    assert firm.admin.get("/v1/records/companies/01ARZ3NDEKTSV4RRFFQ69G5FAV/consents").status == 404
    assert viewer.patch("/v1/marketing/settings", {"quiet_hours": None}, version=1).status == 403


def test_it_is_quiet_by_the_clocks_of_whoever_is_written_to(world: World, firm: Firm) -> None:
    there = people.person(firm, time_zone="America/Mexico_City")
    here = people.person(firm, email="eva@rios.example")
    for path in (there, here):
        people.decide(firm, path, "give", **ASKED_ON_FAIR)
    noon_in_madrid = world.now.replace(hour=11, minute=0, second=0, microsecond=0) + timedelta(days=1)
    world.ahead += noon_in_madrid - world.now

    said = people.verdict(world, firm, there)

    assert people.verdict(world, firm, here).allowed
    assert (said.allowed, said.reason) == (False, "quiet_hours")
    assert said.not_before is not None
    assert clock.to_wall(said.not_before, "America/Mexico_City").strftime("%H:%M") == "09:00"
    assert people.verdict(world, firm, there, purpose="service").allowed


def test_an_unknown_zone_is_refused(firm: Firm, ana: str) -> None:
    version = firm.admin.get(ana).body["version"]

    answer = firm.admin.patch(ana, {"time_zone": "Europe/Toledo"}, version=version)

    assert answer.faults == {"time_zone": "unknown_time_zone"}


def test_an_exclusion_list_is_uploaded_as_hashes(world: World, firm: Firm, ana: str) -> None:
    people.decide(firm, ana, "give", **CUSTOMER)
    listed = firm.admin.post("/v1/exclusions", {"name": "Lista Robinson", "always": True, "unless_consented": True})
    assert listed.status == 201, listed.raw
    entries = f"/v1/exclusions/{listed.body['id']}/entries"

    sent = firm.admin.post(entries, {"hashes": [people.sha256("ana@olmedo.example"), people.sha256("x@y.example")]})
    again = firm.admin.post(entries, {"emails": ["Ana@Olmedo.example"]})

    assert (sent.body, again.body) == ({"changed": 2, "size": 2}, {"changed": 0, "size": 2})
    assert people.verdict(world, firm, ana).reason == "excluded"
    assert people.verdict(world, firm, ana, purpose="service").allowed
    people.decide(firm, ana, "give", **ASKED_ON_FAIR)
    assert people.verdict(world, firm, ana).allowed
    assert firm.admin.post(f"{entries}/remove", {"emails": ["ana@olmedo.example"]}).body == {"changed": 1, "size": 1}


def test_a_list_that_a_campaign_names_holds_for_it_alone(world: World, firm: Firm, ana: str) -> None:
    people.decide(firm, ana, "give", **ASKED_ON_FAIR)
    listed = firm.admin.post("/v1/exclusions", {"name": "Competencia"}).body
    firm.admin.post(f"/v1/exclusions/{listed['id']}/entries", {"emails": ["ana@olmedo.example"]})

    assert people.verdict(world, firm, ana).allowed
    assert people.verdict(world, firm, ana, exclusions=[listed["id"]]).reason == "excluded"
