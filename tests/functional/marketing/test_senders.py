"""Senders: in whose name a firm writes, once the domain has been shown to be its own."""

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.crm.marketing.mail import senders
from chalicelib.crm.marketing.mail.senders import DomainNotVerified, SenderMissing
from chalicelib.kernel.errors import NotFound
from chalicelib.storage import guard
from infra.local.names import Zone
from tests.builders import Api, Firm
from tests.fake_identities import FakeIdentities
from tests.functional.marketing.post import NAME, an_address, domain
from tests.world import World

ASKED = {
    "name": "Ventas",
    "from_name": "Bodegas Ríos",
    "address": f"hola@{NAME}",
    "postal_address": "Calle Mayor 1, 28013 Madrid",
}


def begun(firm: Firm) -> dict[str, Any]:
    added: dict[str, Any] = firm.admin.post("/v1/domains", {"name": NAME}).body
    return added


def test_a_sender_is_usable_once_its_domain_is_verified(
    world: World, firm: Firm, zone: Zone, identities: FakeIdentities
) -> None:
    begun(firm)
    sender = an_address(firm, reply_to="respuestas@otra.example")
    ctx = world.ctx(firm.id, now=world.now)  # type: ignore[arg-type]

    with guard.entered(ctx.tenant), pytest.raises(DomainNotVerified):
        senders.usable(ctx, sender["id"])
    domain(firm, zone)
    with guard.entered(ctx.tenant):
        found = senders.usable(ctx, sender["id"])

    assert (found.name, found.address, found.reply_to) == ("Bodegas Ríos", f"hola@{NAME}", "respuestas@otra.example")
    assert found.mailbox == f"Bodegas Ríos <hola@{NAME}>"


def test_an_address_below_a_verified_domain_is_covered(
    world: World, firm: Firm, zone: Zone, identities: FakeIdentities
) -> None:
    domain(firm, zone)
    below = an_address(firm, address=f"hola@News.{NAME.upper()}")
    ctx = world.ctx(firm.id, now=world.now)  # type: ignore[arg-type]

    with guard.entered(ctx.tenant):
        assert senders.usable(ctx, below["id"]).address == f"hola@news.{NAME}"


def test_a_name_that_only_looks_alike_is_not_covered(firm: Firm, zone: Zone, identities: FakeIdentities) -> None:
    domain(firm, zone)

    answers = [
        firm.admin.post("/v1/senders", {**ASKED, "address": f"hola@{other}"})
        for other in (f"evil{NAME}", f"{NAME}.evil.example", "gmail.com", NAME.partition(".")[2])
    ]

    assert {answer.status for answer in answers} == {422}
    assert {tuple(answer.faults.items()) for answer in answers} <= {
        (("address", "unknown_domain"),),
        (("address", "invalid"),),
    }


def test_a_sender_of_a_deleted_domain_writes_to_nobody(
    world: World, firm: Firm, zone: Zone, identities: FakeIdentities
) -> None:
    proven = domain(firm, zone)
    sender = an_address(firm)
    assert firm.admin.delete(f"/v1/domains/{proven['id']}").status == 204
    ctx = world.ctx(firm.id, now=world.now)  # type: ignore[arg-type]

    with guard.entered(ctx.tenant), pytest.raises(DomainNotVerified):
        senders.usable(ctx, sender["id"])


def test_who_sends_thousands_hears_of_a_lost_domain_within_a_minute(
    world: World, firm: Firm, zone: Zone, identities: FakeIdentities
) -> None:
    proven = domain(firm, zone)
    sender = an_address(firm)
    ctx = world.ctx(firm.id, now=world.now)  # type: ignore[arg-type]
    with guard.entered(ctx.tenant):
        assert senders.trusted(ctx, sender["id"]).address == f"hola@{NAME}"
    firm.admin.delete(f"/v1/domains/{proven['id']}")

    world.pass_time(seconds=61)
    later = replace(ctx, now=world.now)
    with guard.entered(ctx.tenant), pytest.raises(DomainNotVerified):
        senders.trusted(later, sender["id"])


def test_a_sender_that_is_not_there_is_said_to_be_missing(world: World, firm: Firm) -> None:
    ctx = world.ctx(firm.id, now=world.now)  # type: ignore[arg-type]
    with guard.entered(ctx.tenant):
        with pytest.raises(NotFound):
            senders.usable(ctx, "0" * 26)
        for id in ("0" * 26, "", None):
            with pytest.raises(SenderMissing):
                senders.trusted(ctx, id)


UNFIT = (
    {"from_name": "=?utf-8?q?a?="},
    {"from_name": "a\r\nBcc: x@evil.example"},
    {"from_name": "a\u2028b"},
    {"from_name": ""},
    {"from_name": "x" * 81},
    {"address": "hola"},
    {"address": f"hola@{NAME}\r\nBcc: x@evil.example"},
    {"address": f"a b@{NAME}"},
    {"address": f"<hola@{NAME}>"},
    {"reply_to": "nobody"},
    {"postal_address": ""},
    {"postal_address": None},
)


def test_what_no_header_may_hold_is_refused(firm: Firm, identities: FakeIdentities) -> None:
    begun(firm)

    answers = [firm.admin.post("/v1/senders", {**ASKED, **unfit}) for unfit in UNFIT]

    assert [answer.status for answer in answers] == [422] * len(UNFIT)
    assert [next(iter(answer.faults)) for answer in answers] == [next(iter(unfit)) for unfit in UNFIT]


def test_a_domain_of_another_firm_is_no_domain_of_ours(
    api: Api, firm: Firm, zone: Zone, identities: FakeIdentities
) -> None:
    domain(firm, zone)
    stranger = api.sign_up("Suplantadores")

    answer = stranger.admin.post("/v1/senders", ASKED)

    assert (answer.status, answer.faults) == (422, {"address": "unknown_domain"})
