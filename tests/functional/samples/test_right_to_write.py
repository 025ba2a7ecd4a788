"""Where the sample firm's own domain is proven, its campaign can be launched and its welcome writes; elsewhere not."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from infra.demo.marketing import DOMAIN, SENDER
from infra.local.names import Zone
from tests.builders import Firm
from tests.functional.marketing.conftest import identities, zone
from tests.functional.marketing.post import domain
from tests.functional.samples import few
from tests.functional.samples.conftest import Load, work_off

__all__ = ["identities", "zone"]


@pytest.fixture
def olmedo(firm: Firm, load: Load, zone: Zone, identities: Any) -> Firm:
    domain(firm, zone, name=DOMAIN)
    assert firm.admin.post("/v1/senders", SENDER).status == 201
    load(few.with_marketing)
    return firm


def campaign(firm: Firm, status: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = firm.admin.get("/v1/records/campaigns?sort=start_date").body["items"]
    return next(each for each in found if each["status"] == status)


def test_the_campaign_is_launched_and_the_welcome_writes_and_both_go_with_the_samples(olmedo: Firm) -> None:
    at = (datetime.now(UTC) + timedelta(days=9)).strftime("%Y-%m-%dT%H:%M:%SZ")
    ready = campaign(olmedo, "draft")
    welcome = olmedo.admin.get("/v1/automations").body["items"][0]

    launched = olmedo.admin.post(f"/v1/campaigns/{ready['id']}/launch", {"at": at}, version=ready["version"])
    enabled = olmedo.admin.post(f"/v1/automations/{welcome['id']}/enable", {"who": "new"})
    steps = olmedo.admin.get(f"/v1/automations/{welcome['id']}").body["steps"]
    olmedo.admin.delete("/v1/sample-data")
    gone = work_off(olmedo)

    assert (launched.status, launched.body["course"]["state"]) == (200, "waiting")
    assert (enabled.status, enabled.body["enabled"]) == (200, True)
    assert [step.get("action") for step in steps] == ["send_mail", None, "notify"]
    assert gone == "absent"
    assert olmedo.admin.get("/v1/records/campaigns").body["items"] == []
    assert olmedo.admin.get("/v1/automations").body["items"] == []
    assert [sender["address"] for sender in olmedo.admin.get("/v1/senders").body["items"]] == [SENDER["address"]]
