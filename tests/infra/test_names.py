"""DNS of the local cloud: it answers what was published, and its page publishes what it shows."""

from pathlib import Path
from urllib.parse import urlencode

import dns.message
import dns.rcode

from infra.local import names
from infra.local.names import Zone


def asked(zone: Zone, name: str, type: str) -> tuple[str, list[str]]:
    """Return how a question is answered, and with what."""
    said = dns.message.from_wire(names.answer(zone, dns.message.make_query(name, type).to_wire()))
    return dns.rcode.to_text(said.rcode()), [record.to_text() for found in said.answer for record in found]


def published(zone: Zone, *lines: str) -> None:
    names.accept(zone, urlencode({"do": "publish", "lines": "\n".join(lines)}).encode())


def test_what_is_pasted_is_answered() -> None:
    zone = Zone()
    published(
        zone,
        "_dmarc.Rios.example. TXT v=DMARC1; p=none;",
        "k._domainkey.rios.example CNAME k.dkim.amazonses.com",
        "tendero.rios.example mx 10 feedback-smtp.eu-west-1.amazonses.com",
        "nonsense",
        "rios.example A 127.0.0.1",
    )

    assert asked(zone, "_dmarc.rios.example", "TXT") == ("NOERROR", ['"v=DMARC1; p=none;"'])
    assert asked(zone, "k._domainkey.rios.example", "CNAME") == ("NOERROR", ["k.dkim.amazonses.com."])
    assert asked(zone, "tendero.rios.example", "MX") == ("NOERROR", ["10 feedback-smtp.eu-west-1.amazonses.com."])
    assert asked(zone, "_dmarc.rios.example", "MX") == ("NOERROR", [])
    assert asked(zone, "rios.example", "A") == ("NXDOMAIN", [])


def test_a_long_text_is_answered_in_pieces() -> None:
    zone = Zone()
    zone.publish("rios.example", "TXT", "x" * 300)

    assert asked(zone, "rios.example", "TXT") == ("NOERROR", [f'"{"x" * 255}" "{"x" * 45}"'])


def test_what_is_withdrawn_is_gone_and_the_rest_outlives_a_restart(tmp_path: Path) -> None:
    zone = Zone(tmp_path / "zone.json")
    published(zone, "a.example TXT one", "b.example TXT two", "b.example TXT two")
    names.accept(zone, urlencode({"do": "withdraw", "name": "a.example", "type": "TXT"}).encode())

    assert Zone(tmp_path / "zone.json").records() == [("b.example", "TXT", "two")]


def test_the_page_shows_records_as_text() -> None:
    zone = Zone()
    zone.publish("a.example", "TXT", "<script>alert(1)</script>")

    assert "<script>" not in names.page(zone)
    assert "&lt;script&gt;" in names.page(zone)


def test_ses_has_found_the_keys_once_all_are_published() -> None:
    zone, found = Zone(), {"EmailIdentity": "a.example", "DkimAttributes": {"Tokens": ["x", "y"], "Status": "PENDING"}}
    zone.publish("x._domainkey.a.example", "CNAME", "x.dkim.amazonses.com")
    one = names.identity(zone, found)
    zone.publish("y._domainkey.a.example", "CNAME", "y.dkim.amazonses.com")
    both = names.identity(zone, found)

    assert (one["DkimAttributes"]["Status"], both["DkimAttributes"]["Status"]) == ("PENDING", "SUCCESS")
    assert names.identity(zone, {"EmailIdentity": "b.example"})["DkimAttributes"]["Status"] == "PENDING"
