"""A mail of a campaign that was given up is listed, and goes once when somebody wants it tried again."""

from typing import Any

from chalicelib.engine.failures import desk
from chalicelib.kernel import tenancy
from tests.functional.campaigns.around import CampaignAround
from tests.functional.campaigns.firm import CAMPAIGN, Firm, a_firm, person
from tests.world import World


def listed(firm: Firm) -> list[dict[str, Any]]:
    with tenancy.entered(firm.ctx.tenant):
        return list(desk.page(firm.now, kind="mail", limit=50, cursor=None)["items"])


def test_a_refused_mail_is_sent_once_when_it_is_tried_again_after_its_campaign(
    world: World, around: CampaignAround
) -> None:
    firm = a_firm(world, around, people=2)
    around.ses.refuses = "MessageRejected"
    firm.launch()
    around.until_over(firm.is_over)
    around.until_quiet()
    failures = listed(firm)
    around.ses.refuses = ""

    with tenancy.entered(firm.ctx.tenant):
        for _ in range(2):
            desk.retry(firm.now, id=failures[0]["id"])
    around.until_quiet()

    assert [(one["what"], one["code"], one["may_retry"]) for one in failures] == [
        ("campaign_mail", "MessageRejected", True)
    ] * 2
    assert failures[0]["of"][0]["id"] == CAMPAIGN
    reached = failures[0]["about"]["id"]
    assert {id: firm.copies(id) for id in map(person, range(2))} == {
        id: int(id == reached) for id in map(person, range(2))
    }
    assert [one["id"] for one in listed(firm)] == [failures[1]["id"]]
