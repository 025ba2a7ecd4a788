"""What a firm that writes to many has: a verified domain, senders, templates, and people to write to."""

from typing import Any

from chalicelib.crm.marketing.mail.templates import NoFooter
from infra.local.names import Zone
from tests.builders import Firm

NAME = "bodegasrios.example"
FOOTER = NoFooter(
    unsubscribe_url="https://tendero.example/v1/public/unsubscribe/abc",
    preferences_url="https://tendero.example/preferences/abc",
    headers={
        "List-Unsubscribe": "<https://tendero.example/u/abc>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
)


def domain(firm: Firm, zone: Zone, name: str = NAME) -> dict[str, Any]:
    """Return a domain that the firm has verified."""
    added = firm.admin.post("/v1/domains", {"name": name}).body
    for record in added["records"]:
        zone.publish(record["name"], record["type"], record["value"])
    checked: dict[str, Any] = firm.admin.post(f"/v1/domains/{added['id']}/check").body
    assert checked["state"] == "verified", checked
    return checked


def an_address(firm: Firm, **more: Any) -> dict[str, Any]:
    """Return a sender at the firm's domain."""
    asked = {
        "name": "Ventas",
        "from_name": "Bodegas Ríos",
        "address": f"hola@{NAME}",
        "postal_address": "Calle Mayor 1, 28013 Madrid",
        **more,
    }
    answer = firm.admin.post("/v1/senders", asked)
    assert answer.status == 201, answer.raw
    made: dict[str, Any] = answer.body
    return made


def a_template(firm: Firm, **more: Any) -> dict[str, Any]:
    """Return a template in Spanish."""
    asked = {"name": "Novedades", "language": "es", "subject": "Novedades", "blocks": [], **more}
    answer = firm.admin.post("/v1/templates", asked)
    assert answer.status == 201, answer.raw
    made: dict[str, Any] = answer.body
    return made


def contact(firm: Firm, **more: Any) -> dict[str, Any]:
    """Return a contact of the firm."""
    answer = firm.admin.post("/v1/records/contacts", {"first_name": "Ana", **more})
    assert answer.status == 201, answer.raw
    made: dict[str, Any] = answer.body
    return made
