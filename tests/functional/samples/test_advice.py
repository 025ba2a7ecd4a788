"""The rules of action that the sample firm begins with: a customer's card gives advice; they go with the samples."""

from typing import Any

import pytest

from tests.builders import Api, Firm
from tests.functional.cards.people import card
from tests.functional.samples import few
from tests.functional.samples.conftest import Load, LoadInto, work_off


def rules(firm: Firm) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = firm.admin.get("/v1/action-rules").body["items"]
    return found


def only_rules(samples: Any) -> list[Any]:
    return [each for each in samples if each.plural == "action_rules"]


@pytest.mark.parametrize(
    ("locale", "name", "said", "subject"),
    [
        ("es", "Se está yendo", "que no nos compras", "¿Va todo bien? · Hotel Retiro"),
        ("en", "About to leave", "You have not bought for", "Is everything all right? · Hotel Retiro"),
    ],
)
def test_the_best_customer_who_fell_silent_is_to_be_called_in_the_language_of_the_firm(
    api: Api, load_into: LoadInto, locale: str, name: str, said: str, subject: str
) -> None:
    firm = api.sign_up(locale=locale)

    load_into(firm, few.with_advice)
    [hotel] = firm.admin.get("/v1/records/companies").body["items"]
    told = card(firm.admin, "companies", hotel["id"])["next"]

    assert (told["name"], told["action"]["object"], told["may_answer"]) == (name, "calls", True)
    assert said in told["words"]
    assert told["action"]["values"]["subject"] == subject


def test_each_starter_is_used_once_for_people_and_for_companies(firm: Firm, load: Load) -> None:
    load(only_rules)

    starters = firm.admin.get("/v1/action-rule-starters").body["items"]

    assert len(rules(firm)) == 8
    assert {rule["starter"] for rule in rules(firm)} == {starter["key"] for starter in starters}
    assert all(starter["is_used"] for starter in starters)


def test_they_go_with_the_samples_even_if_they_were_changed_and_the_firm_keeps_its_own(firm: Firm, load: Load) -> None:
    starter = firm.admin.get("/v1/action-rule-starters").body["items"][0]
    own = firm.admin.post("/v1/action-rules", {**starter["rule"], "name": "La nuestra"})
    load(only_rules)
    came = [rule for rule in rules(firm) if rule["id"] != own.body["id"]]
    path = f"/v1/action-rules/{came[0]['id']}"
    changed = firm.admin.patch(path, {"enabled": False}, version=came[0]["version"])

    firm.admin.delete("/v1/sample-data")
    gone = work_off(firm)

    assert (own.status, len(came), changed.status) == (201, 7, 200)
    assert starter["key"] not in {rule["starter"] for rule in came}
    assert (gone, [rule["name"] for rule in rules(firm)]) == ("absent", ["La nuestra"])


def test_rules_that_went_come_again_with_the_samples(firm: Firm, load: Load) -> None:
    load(only_rules)
    firm.admin.delete("/v1/sample-data")
    work_off(firm)

    load(only_rules)

    assert len(rules(firm)) == 8
