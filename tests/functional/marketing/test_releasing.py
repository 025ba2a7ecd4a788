"""A bounce that was mended: an administrator lets somebody be written to again and says why; a complaint stays."""

from chalicelib.crm.marketing.consent import consents
from chalicelib.storage import guard
from tests.builders import Api, Firm
from tests.functional.marketing import people
from tests.functional.marketing.people import ASKED_ON_FAIR, ROUND_THE_CLOCK
from tests.world import World

ADDRESS = "ana@olmedo.example"


def reader(world: World, firm: Firm) -> str:
    """Return somebody who may be written to."""
    people.settle(firm, **ROUND_THE_CLOCK)
    ana = people.person(firm, email=ADDRESS)
    people.decide(firm, ana, "give", **ASKED_ON_FAIR)
    assert people.verdict(world, firm, ana).allowed
    return ana


def suppress(world: World, firm: Firm, reason: str) -> None:
    ctx = people.inside(world, firm)
    with guard.entered(ctx.tenant):
        consents.suppress(ctx, ADDRESS, reason, mid="RUN.one")


def test_who_bounced_is_written_to_again_and_the_ledger_says_why(world: World, firm: Firm) -> None:
    ana = reader(world, firm)
    suppress(world, firm, "bounced")
    assert people.verdict(world, firm, ana).reason == "bounced"

    answer = firm.admin.post(f"{ana}/address/release", {"reason": "Su proveedor arregló el buzón"})

    assert answer.status == 200, answer.raw
    assert people.verdict(world, firm, ana).allowed
    latest = firm.admin.get(f"{ana}/consents").body["items"][0]
    assert (latest["decision"], latest["source"]) == ("released", "Su proveedor arregló el buzón")
    assert latest["actor"] == firm.admin.user["id"]
    suppress(world, firm, "bounced")
    assert people.verdict(world, firm, ana).reason == "bounced"


def test_a_complaint_is_never_undone(world: World, firm: Firm) -> None:
    ana = reader(world, firm)
    suppress(world, firm, "bounced")
    suppress(world, firm, "complained")

    answer = firm.admin.post(f"{ana}/address/release", {"reason": "Nos ha llamado"})

    assert (answer.status, answer.code) == (409, "stays_suppressed")
    assert people.verdict(world, firm, ana).reason in ("bounced", "complained")


def test_only_an_administrator_may_and_only_with_a_reason(world: World, firm: Firm, api: Api) -> None:
    ana = reader(world, firm)
    nothing = firm.admin.post(f"{ana}/address/release", {"reason": "Por si acaso"})
    suppress(world, firm, "bounced")
    manager = api.hire(firm, "manager")

    refused = manager.post(f"{ana}/address/release", {"reason": "Nos ha llamado"})
    silent = firm.admin.post(f"{ana}/address/release", {"reason": "  "})

    assert (nothing.status, nothing.code) == (409, "not_bounced")
    assert (refused.status, silent.status) == (403, 422)
    assert people.verdict(world, firm, ana).reason == "bounced"
