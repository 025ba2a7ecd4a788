"""The campaigns to begin with: one click in either language, whole, with what each is expected to bring."""

from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.samples.starters.campaign_mails import MAILS
from chalicelib.samples.starters.campaigns import STARTERS
from tests.builders import Firm
from tests.functional.marketing.people import CUSTOMER, decide

KEYS = ["acquisition", "loyalty"]


def begin(firm: Firm, key: str, language: str = "es", **headers: str) -> dict[str, Any]:
    answer = firm.admin.post(f"/v1/campaign-starters/{key}", {"language": language}, headers=headers)
    assert answer.status == 201, answer.raw
    return dict(answer.body)


def contact(firm: Firm, name: str) -> str:
    values = {"first_name": name, "emails": [{"value": f"{name.lower()}@correo.example"}]}
    created = firm.admin.post("/v1/records/contacts", values)
    assert created.status == 201, created.raw
    decide(firm, f"/v1/records/contacts/{created.body['id']}", "give", **CUSTOMER)
    return str(created.body["id"])


def order(firm: Firm, contact: str, total: str) -> None:
    values = {"date": datetime.now(UTC).date().isoformat(), "status": "delivered", "contact": contact}
    made = firm.admin.post("/v1/records/orders", {**values, "total": {"amount": total, "currency": "EUR"}})
    assert made.status == 201, made.raw


def test_there_is_one_to_win_customers_and_one_to_keep_them_in_both_languages() -> None:
    assert [starter.key for starter in STARTERS] == KEYS
    assert {key: set(words) for key, words in MAILS.items()} == {key: {"es", "en"} for key in KEYS}


@pytest.mark.usefixtures("sender")
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_each_is_a_campaign_that_could_be_launched(firm: Firm, key: str, language: str) -> None:
    made = begin(firm, key, language)

    told = firm.admin.get(f"/v1/campaigns/{made['campaign']}").body
    problems = firm.admin.get(f"/v1/campaigns/{made['campaign']}/checks").body["items"]
    template = firm.admin.get(f"/v1/templates/{made['template']}").body
    assert (told["campaign"]["goal"], told["campaign"]["status"]) == (key, "draft")
    assert told["plan"]["segments"] == made["segments"]
    assert told["plan"]["control"] == 10
    assert template["language"] == language
    assert [one for one in problems if one["severity"] == "error"] == []


@pytest.mark.usefixtures("sender")
def test_customers_and_those_who_never_bought_are_told_apart_and_what_is_expected_follows(firm: Firm) -> None:
    never = [contact(firm, f"Nueva{number}") for number in range(30)]
    for customer in [contact(firm, f"Clienta{number}") for number in range(14)]:
        order(firm, customer, "120.00")

    won, kept = (begin(firm, key) for key in KEYS)

    records = [firm.admin.get(f"/v1/campaigns/{made['campaign']}").body["campaign"] for made in (won, kept)]
    assert [one.get("expected_responses") for one in records] == [1, 1]
    assert [one["expected_revenue"]["amount"] for one in records] == ["120.00", "120.00"]
    assert len(never) == 30


@pytest.mark.usefixtures("sender")
def test_the_same_click_twice_makes_one_campaign(firm: Firm) -> None:
    once = {"Idempotency-Key": "click-1"}

    assert begin(firm, "loyalty", **once) == begin(firm, "loyalty", **once)
    assert len(firm.admin.get("/v1/records/campaigns").body["items"]) == 1


def test_without_anybody_to_write_as_nothing_is_made(firm: Firm) -> None:
    answer = firm.admin.post("/v1/campaign-starters/loyalty", {"language": "es"})

    assert (answer.status, answer.code) == (409, "no_sender")
    assert firm.admin.get("/v1/segments").body["items"] == []


def test_an_unknown_one_is_not_there(firm: Firm) -> None:
    assert firm.admin.post("/v1/campaign-starters/magic", {"language": "es"}).status == 404
