"""The automations to begin with: one click in either language, and each writes to whom it should."""

from typing import Any

import pytest

from chalicelib.samples.starters.automations import STARTERS
from chalicelib.samples.starters.mails import MAILS
from tests.functional.automation.works import Works
from tests.functional.marketing.conftest import identities, sender, zone

__all__ = ["identities", "sender", "zone"]

KEYS = ["welcome", "return", "reminder", "audience", "everybody", "news", "plan"]


def begin(works: Works, key: str, language: str = "es", **more: Any) -> dict[str, Any]:
    answer = works.admin.post(f"/v1/automation-starters/{key}", {"language": language, **more})
    assert answer.status == 201, answer.raw
    return dict(answer.body)


def segment(works: Works) -> str:
    asked = {"name": "Jefas", "object": "contacts", "mode": "live", "filter": {"field": "job_title", "op": "not_empty"}}
    answer = works.admin.post("/v1/segments", asked)
    assert answer.status == 201, answer.raw
    return str(answer.body["id"])


def test_there_are_the_six_that_the_seeds_ask_for_and_a_plan_in_both_languages() -> None:
    assert [starter.key for starter in STARTERS] == KEYS
    wanted = [mail for starter in STARTERS for mail in (starter.key, *starter.more)]
    assert {key: set(words) for key, words in MAILS.items()} == {key: {"es", "en"} for key in wanted}


@pytest.mark.usefixtures("sender")
@pytest.mark.parametrize("language", ["es", "en"])
def test_each_is_one_click(works: Works, language: str) -> None:
    chosen = segment(works)
    made = [
        begin(works, key, language, enable=True, **({"segment": chosen} if key == "audience" else {})) for key in KEYS
    ]

    states = {one["id"]: one["enabled"] for one in works.admin.get("/v1/automations").body["items"]}
    offered = works.admin.get("/v1/automation-starters").body["items"]
    templates = [works.admin.get(f"/v1/templates/{one['template']}").body for one in made]
    assert states == {one["automation"]: True for one in made}
    assert all(one["is_used"] for one in offered)
    assert {one["language"] for one in templates} == {language}


def test_without_anybody_to_write_as_nothing_is_made(works: Works) -> None:
    answer = works.admin.post("/v1/automation-starters/welcome", {"language": "es"})

    assert (answer.status, answer.code) == (409, "no_sender")
    assert works.admin.get("/v1/templates").body["items"] == []


@pytest.mark.usefixtures("sender")
def test_whoever_permits_it_is_welcomed_once_and_nobody_else(works: Works) -> None:
    made = begin(works, "welcome", enable=True)
    rosa = works.create("contacts", first_name="Rosa", emails=[{"value": "rosa@pepe.example"}])
    works.create("contacts", first_name="Luis", emails=[{"value": "luis@pepe.example"}])
    works.until_quiet()
    agreed = {"purpose": "marketing", "decision": "give", "basis": "consent", "source": "feria", "text": "Sí, quiero."}
    answer = works.admin.post(f"/v1/records/contacts/{rosa['id']}/consents", agreed)
    assert answer.status < 300, answer.raw

    works.until_quiet(twice=True)

    run = works.run(made["automation"])
    assert (run["record"], run["state"]) == (rosa["id"], "finished")
    assert [(line["kind"], line["state"]) for line in run["log"]] == [("send_mail", "done")]
