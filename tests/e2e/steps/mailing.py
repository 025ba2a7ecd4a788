"""A shop that may write to people: a domain of its own that is proved, a sender, a template, and people who agreed."""

import re
import uuid
from dataclasses import dataclass
from typing import Any

from tests.e2e.steps.shop import Shop, eventually

LANDING = "https://www.laplaza.example/vino"


@dataclass(frozen=True, slots=True)
class Mailing:
    """What a campaign of a shop is made of: ids, and the people's addresses by name."""

    shop: Shop
    domain: str
    sender: str
    template: str
    segment: str
    addresses: dict[str, str]


def prepare(shop: Shop, *, agreed: list[str], silent: list[str], template: str = "Vino nuevo") -> Mailing:
    """Prove a domain, write a template, and write down people who agreed and people who were never asked."""
    domain, sender = speak_up(shop)
    addresses = {}
    for name in [*agreed, *silent]:
        first, _, last = name.partition(" ")
        address = f"{first.lower()}.{uuid.uuid4().hex[:8]}@bar.example"
        emails = [{"value": address}]
        made = shop.create("contacts", first_name=first, last_name=last, emails=emails, tags=[f"de {domain}"])
        addresses[name] = address
        if name in agreed:
            allow(shop, made["id"])
    everybody = _post(
        shop,
        "/v1/segments",
        name=f"Clientes de {domain}",
        object="contacts",
        mode="live",
        filter={"field": "tags", "op": "eq", "value": f"de {domain}"},
    )
    eventually(lambda: _size(shop, everybody["id"]) == len(addresses), "the segment's members")
    return Mailing(shop, domain, sender, write(shop, sender, template), everybody["id"], addresses)


def speak_up(shop: Shop) -> tuple[str, str]:
    """Prove a domain, say in whose name mails go, and at any hour; return the domain and the sender's id."""
    domain = f"laplaza{uuid.uuid4().hex[:8]}.example"
    prove(shop, domain)
    write_at_any_hour(shop)
    sender = _post(
        shop,
        "/v1/senders",
        name="Tienda",
        from_name="Nuria, de Ultramarinos",
        address=f"hola@{domain}",
        postal_address="Plaza Mayor, 3, 45001 Toledo",
    )
    return domain, str(sender["id"])


def write_at_any_hour(shop: Shop) -> None:
    """Lift the quiet hours: mails of a test go when it runs, be that at night."""
    version = shop.get("/v1/marketing/settings")["version"]
    answer = shop.line.patch("/v1/marketing/settings", data={"quiet_hours": None}, headers={"If-Match": f'"{version}"'})
    assert answer.ok, answer.text()


def write(shop: Shop, sender: str, name: str, url: str = LANDING) -> str:
    """Write a template with one link, and return its id."""
    blocks = [
        {"kind": "text", "html": '<p>Hola, {{ person.first_name | default: "amigo" }}</p>'},
        {"kind": "button", "label": "Ver el vino", "url": url},
        {"kind": "footer"},
    ]
    content = {"language": "es", "subject": f"{name} en la tienda", "sender": sender, "purpose": "marketing"}
    made: dict[str, Any] = _post(shop, "/v1/templates", name=name, blocks=blocks, **content)
    return str(made["id"])


def prove(shop: Shop, name: str) -> None:
    """Publish what a domain asks for, and have it looked at."""
    domain = _post(shop, "/v1/domains", name=name)
    lines = "\n".join(f"{record['name']} {record['type']} {record['value']}" for record in domain["records"])
    published = shop.line.post(f"{shop.base_url}/_dns", form={"lines": lines})
    assert published.ok, published.text()

    def look() -> bool:
        return bool(_post(shop, f"/v1/domains/{domain['id']}/check")["state"] == "verified")

    eventually(look, f"proving {name}")


def allow(shop: Shop, contact: str) -> None:
    """Write down that somebody agreed to marketing."""
    said = {"decision": "give", "purpose": "marketing", "basis": "consent", "source": "Feria de Toledo"}
    _post(shop, f"/v1/records/contacts/{contact}/consents", **said)


def link_of(mail: dict[str, Any]) -> str:
    """Return where the button of a mail leads, as its reader would follow it."""
    found = re.search(r"https?://\S+/v1/public/links/[^\s\"<>)\]]+", mail["text"])
    assert found is not None, mail["text"]
    return found[0]


def _size(shop: Shop, segment: str) -> int:
    told = shop.get(f"/v1/segments/{segment}/size")
    return int(told["size"]) if told["ready"] else -1


def _post(shop: Shop, path: str, **values: Any) -> Any:
    answer = shop.line.post(path, data=values or None, headers={"Idempotency-Key": uuid.uuid4().hex})
    assert answer.ok, f"{answer.status} {path}: {answer.text()}"
    return answer.json() if answer.body() else None
