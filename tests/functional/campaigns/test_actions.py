"""What an automation does by marketing: it writes to a person, and puts them on a list."""

from datetime import timedelta

from chalicelib.crm.marketing.campaigns import actions
from chalicelib.engine import overlays
from chalicelib.engine.actions import Moment, Outcome
from chalicelib.kernel import tenancy
from chalicelib.storage import records
from tests.functional.campaigns.around import CampaignAround
from tests.functional.campaigns.firm import SEGMENT, TEMPLATE, Firm, a_firm, person
from tests.world import World

RUN, STEP = "01KB2T9WM0RANRANRANRANRAN0", "step-1"


def taken(firm: Firm, action: actions.Action, **parameters: str) -> Outcome:
    """Take a step of an automation for the first of the firm's people, twice, as it may happen."""
    with tenancy.entered(firm.ctx.tenant):
        object = overlays.load(firm.ctx).of_plural("contacts")
        row = records.get(firm.now, "contacts", person(0))
        assert row is not None
        moment = Moment("01KB2T9WM0ATAMATANATAMATAN", "Bienvenida", 1, RUN, STEP, object, row)
        checked = action.check(firm.now, object, parameters)
        outcome = action.perform(firm.ctx, moment, checked)
    if outcome.writes:
        firm.store(*outcome.writes)
    return outcome


def test_an_automation_writes_to_a_person_once(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=1)

    outcome = taken(firm, actions.SEND_MAIL, template=TEMPLATE)
    around.until(around.clock.now + timedelta(minutes=10))

    (copy,) = around.ses.copies
    assert (copy.to, copy.mid, outcome.told["mail"]) == ("p0@correo.example", f"{RUN}.{STEP}", f"{RUN}.{STEP}")
    assert "List-Unsubscribe" in copy.headers


def test_an_automation_skips_whoever_refused_and_says_why(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=1)
    firm.refuse(person(0))

    outcome = taken(firm, actions.SEND_MAIL, template=TEMPLATE)

    assert (outcome.skipped, list(outcome.writes)) == ("unsubscribed", [])


def test_a_refusal_between_step_and_sending_stops_the_mail(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=1)
    taken(firm, actions.SEND_MAIL, template=TEMPLATE)

    firm.refuse(person(0))
    around.until(around.clock.now + timedelta(minutes=10))

    assert around.ses.copies == []


def test_an_automation_asks_for_a_person_to_be_listed(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=1)

    taken(firm, actions.ADD_TO_LIST, list=SEGMENT)
    around.until(around.clock.now + timedelta(minutes=10))

    assert around.listed == [{"object": "contacts", "list": SEGMENT, "record": person(0)}]
