"""Names under which no mail arrives (RFC 2606, RFC 6761)."""

import pytest

from chalicelib.crm.marketing.consent import addresses


@pytest.mark.parametrize(
    "host",
    [
        *("bar.example", "BAR.Example", "a.b.test", "x.invalid", "localhost", "mail.localhost"),
        *("example.com", "mx.example.org", "example.net."),
    ],
)
def test_nothing_arrives_under_a_reserved_name(host: str) -> None:
    assert addresses.is_reserved(f"ana@{host}")


@pytest.mark.parametrize("host", ["example.es", "testing.com", "myexample.com", "contest", "simulator.amazonses.com"])
def test_what_only_sounds_so_is_an_address_like_any_other(host: str) -> None:
    assert not addresses.is_reserved(f"ana@{host}")
