"""The demo firm's right to write: its domain proven on the local DNS, a sender, and what is then under way.

The sample data come with a campaign that is ready and a welcome that is off; here both are set going, as somebody who
may write from `olmedo.example` would do it, through the public API.
"""

import time
import urllib.parse
import urllib.request
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from infra.demo.api import Api, listed

DOMAIN = "olmedo.example"
SENDER = {
    "name": "Distribuciones Olmedo",
    "from_name": "Distribuciones Olmedo",
    "address": f"hola@{DOMAIN}",
    "reply_to": f"pedidos@{DOMAIN}",
    "legal_name": "Distribuciones Olmedo, S.L.",
    "postal_address": "Calle del Comercio, 12, 45001 Toledo",
}
LOOKS = 20
HOUR = 10
"""At which hour of its day, in the firm's zone, the campaign that is scheduled goes."""


def found_sender(api: Api) -> None:
    """Prove the firm's domain, publishing on the local DNS what it asks for, and name a sender, unless there is one."""
    if api.get("/v1/senders")["items"]:
        return
    domain = api.post("/v1/domains", {"name": DOMAIN})
    _publish(api, domain["records"])
    for _ in range(LOOKS):
        if api.post(f"/v1/domains/{domain['id']}/check")["state"] == "verified":
            break
        time.sleep(1)
    else:
        raise SystemExit(f"{DOMAIN} could not be proven on the local DNS.")
    api.post("/v1/senders", SENDER)


def set_going(api: Api) -> None:
    """Launch the campaign that is ready for its day, and enable the welcome for whoever comes from now on."""
    for automation in api.get("/v1/automations")["items"]:
        if not automation["enabled"]:
            api.post(f"/v1/automations/{automation['id']}/enable", {"who": "new"})
    drafts = [each for each in listed(api, "campaigns") if each["status"] == "draft" and each["start_date"]]
    campaign = min(drafts, key=lambda each: str(each["start_date"]), default=None)
    if campaign is not None and len(drafts) > 1:
        _launch(api, campaign)


def _launch(api: Api, campaign: dict[str, Any]) -> None:
    """Launch a campaign for its day."""
    day = datetime.fromisoformat(campaign["start_date"]).replace(hour=HOUR, tzinfo=ZoneInfo("Europe/Madrid"))
    version = api.get(f"/v1/campaigns/{campaign['id']}")["campaign"]["version"]
    at = f"{day.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    api.post(f"/v1/campaigns/{campaign['id']}/launch", {"at": at}, version=version)


def _publish(api: Api, records: list[dict[str, Any]]) -> None:
    """Publish what a domain asks for, as one does at one's registrar."""
    lines = "\n".join(f"{record['name']} {record['type']} {record['value']}" for record in records)
    form = urllib.parse.urlencode({"lines": lines}).encode()
    with urllib.request.urlopen(f"{api.address}/_dns", form, timeout=30) as answer:  # noqa: S310
        answer.read()
