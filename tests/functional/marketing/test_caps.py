"""How often one person is written to, over all channels, and what an address tells of itself."""

import pytest

from chalicelib.crm.marketing.consent import consents
from chalicelib.crm.marketing.consent.verdicts import Verdict
from chalicelib.kernel import clock
from chalicelib.storage import guard
from tests.builders import Api, Firm
from tests.functional.marketing import people
from tests.functional.marketing.people import ASKED_ON_FAIR
from tests.world import World


@pytest.fixture
def ana(firm: Firm) -> str:
    people.settle(firm, quiet_hours=None, frequency_cap={"most": 2, "days": 7})
    path = people.person(firm)
    people.decide(firm, path, "give", **ASKED_ON_FAIR)
    return path


def permit(world: World, firm: Firm, path: str, mid: str) -> Verdict:
    ctx = people.inside(world, firm)
    with guard.entered(ctx.tenant):
        return consents.permit(
            ctx,
            object="contacts",
            id=path.rsplit("/", 1)[1],
            purpose="marketing",
            mid=mid,
            at=clock.stamp(ctx.now),
        )


def suppress(world: World, firm: Firm, address: str, reason: str) -> None:
    ctx = people.inside(world, firm)
    with guard.entered(ctx.tenant):
        consents.suppress(ctx, address, reason, "RUN.one")


def test_a_message_counts_once_and_the_third_waits(world: World, firm: Firm, ana: str) -> None:
    first = world.now
    taken = [permit(world, firm, ana, mid).allowed for mid in ("a.1", "a.1", "a.2", "a.2", "a.3")]

    assert taken == [True, True, True, True, False]
    said = people.verdict(world, firm, ana)
    assert (said.allowed, said.reason) == (False, "capped")
    assert said.not_before is not None
    assert abs((said.not_before - first).total_seconds() - 7 * 86_400) < 60
    assert people.verdict(world, firm, ana, mid="a.2").allowed
    assert people.verdict(world, firm, ana, purpose="service").allowed
    world.pass_time(days=7, minutes=1)
    assert people.verdict(world, firm, ana).allowed
    assert permit(world, firm, ana, "a.3").allowed


def test_a_message_that_did_not_go_gives_its_place_back(world: World, firm: Firm, ana: str) -> None:
    for mid in ("a.1", "a.2"):
        permit(world, firm, ana, mid)
    ctx = people.inside(world, firm)
    with guard.entered(ctx.tenant):
        for _ in range(2):
            consents.give_back(ctx, object="contacts", id=ana.rsplit("/", 1)[1], mid="a.1")

    assert permit(world, firm, ana, "a.3").allowed
    assert not permit(world, firm, ana, "a.4").allowed


@pytest.mark.parametrize(("reason", "service"), [("bounced", False), ("complained", True), ("blocked", False)])
def test_an_address_that_refuses_is_not_written_to(
    world: World, firm: Firm, ana: str, reason: str, service: bool
) -> None:
    twin = people.person(firm, plural="leads")
    people.decide(firm, twin, "give", **ASKED_ON_FAIR)

    for _ in range(2):
        suppress(world, firm, "Ana@olmedo.example", reason)

    assert {people.verdict(world, firm, path).reason for path in (ana, twin)} == {reason}
    assert people.verdict(world, firm, ana, purpose="service").allowed is service
    version = firm.admin.get(ana).body["version"]
    firm.admin.patch(ana, {"emails": [{"value": "nueva@olmedo.example"}]}, version=version)
    assert people.verdict(world, firm, ana).allowed


def test_what_one_firm_suppresses_tells_another_nothing(world: World, firm: Firm, ana: str, api: Api) -> None:
    other = api.sign_up("Aceites Lucena")
    people.settle(other, quiet_hours=None)
    theirs = people.person(other)
    people.decide(other, theirs, "give", **ASKED_ON_FAIR)

    suppress(world, firm, "ana@olmedo.example", "bounced")

    assert people.verdict(world, other, theirs).allowed


def test_settings_are_agreed_on_under_their_version(firm: Firm) -> None:
    read = firm.admin.get("/v1/marketing/settings")

    assert (read.body["version"], read.etag) == (0, '"0"')
    assert firm.admin.patch("/v1/marketing/settings", {"double_opt_in": False}).status == 428
    changed = firm.admin.patch("/v1/marketing/settings", {"double_opt_in": False}, version=0)
    assert (changed.body["version"], changed.body["double_opt_in"]) == (1, False)
    assert firm.admin.patch("/v1/marketing/settings", {"soft_opt_in": False}, version=0).status == 412
    same = {"quiet_hours": {"from": "09:00", "to": "09:00"}}
    assert firm.admin.patch("/v1/marketing/settings", same, version=1).faults == {"quiet_hours.to": "no_hours"}
