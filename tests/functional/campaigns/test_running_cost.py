"""What running a campaign cost: the ledger adds up what its mails used, by the price list, and nobody else's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.crm.marketing.results import figures
from chalicelib.engine import ledger
from chalicelib.kernel import clock, metering, tenancy
from chalicelib.storage import connection
from tests.faults import Fault
from tests.functional.campaigns.around import CampaignAround
from tests.functional.campaigns.firm import CAMPAIGN, Firm, a_firm
from tests.world import World

READS = ("GetItem", "Query", "BatchGetItem")
A_ROW = 2


@dataclass(slots=True)
class Meter:
    """Counts beside the product what its functions ask of AWS while they work for somebody, fault-free."""

    counted: dict[str, float] = field(default_factory=dict)

    def watch(self, client: Any) -> None:
        client.meta.events.register("before-parameter-build", self._before)
        client.meta.events.register_last("after-call", self._after)

    def dollars(self, *whats: str) -> float:
        prices = {"mail": 0.0001, "event": 0.000001, "write_unit": 0.000000705, "read_unit": 0.000000141}
        return sum(prices[what] * self.counted.get(what, 0) for what in whats)

    def _before(self, params: Mapping[str, Any], context: dict[str, Any], **_: Any) -> None:
        context["asked"] = params

    def _after(self, model: Any, parsed: Mapping[str, Any], context: Mapping[str, Any], **_: Any) -> None:
        asked = context["asked"]
        if model.name in ("SendEmail", "PutEvents") and metering.is_counting():
            self._add(*(("mail", 1) if model.name == "SendEmail" else ("event", len(asked["Entries"]))))
        elif "ReturnConsumedCapacity" in asked:
            self._add("read_unit" if model.name in READS else "write_unit", _units(model.name, asked, parsed))
        elif model.name == "TransactWriteItems" and "#ledger#" in str(asked):
            self._add("write_unit", A_ROW)

    def _add(self, what: str, amount: float) -> None:
        self.counted[what] = self.counted.get(what, 0) + amount


def _units(operation: str, asked: Mapping[str, Any], parsed: Mapping[str, Any]) -> float:
    """Return what the store says; moto says nothing of transactions and batches, which cost so much at least."""
    told = parsed.get("ConsumedCapacity") or []
    units = sum(float(one.get("CapacityUnits", 0)) for one in (told if isinstance(told, list) else [told]))
    if units:
        return units
    if operation == "TransactWriteItems":
        return 2 * len(asked["TransactItems"])
    keys = [key for table in asked.get("RequestItems", {}).values() for key in table["Keys"]]
    return len(keys) / 2 if keys else 0.5 if operation in READS and not asked.get("ConsistentRead") else 1


@pytest.fixture
def meter(module_around: CampaignAround) -> Meter:
    made = Meter()
    connection.on_client(made.watch)
    return made


def told(firm: Firm) -> dict[str, Any]:
    with tenancy.entered(firm.ctx.tenant):
        return dict(figures.results(firm.now, id=CAMPAIGN)["running_cost"])


def test_the_ledger_is_what_a_meter_beside_it_counts(world: World, around: CampaignAround, meter: Meter) -> None:
    firm = a_firm(world, around, people=7)
    meter.counted.clear()

    firm.launch()
    around.until_quiet()
    for copy in around.ses.copies:
        around.tell(copy, "Delivery", delivery={"timestamp": clock.stamp(copy.at)})
    around.until(around.clock.now + timedelta(hours=1))

    cost = told(firm)
    amounts = {part["what"]: part["amount"] for part in cost["parts"]}
    assert (cost["mails"], cost["currency"]) == (7, "USD")
    assert {what: amounts[what] for what in ("mail", "event", "write_unit")} == {
        what: meter.counted[what] for what in ("mail", "event", "write_unit")
    }
    assert 0 <= meter.counted["read_unit"] - amounts["read_unit"] <= 4, "to look what is due is nobody's"
    assert sum(float(part["cost"]) for part in cost["parts"]) == pytest.approx(float(cost["amount"]), abs=0.0001)
    known = sum(float(part["cost"]) for part in cost["parts"] if part["what"] in meter.counted)
    assert known == pytest.approx(meter.dollars(*meter.counted), abs=0.00001)


def test_a_campaign_that_has_not_gone_has_cost_nothing(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=1)

    cost = told(firm)

    assert cost == {"amount": "0.0000", "currency": "USD", "mails": 0, "parts": []}


def test_what_is_written_down_when_its_answer_is_lost_is_there_once(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=1)

    with tenancy.entered(firm.ctx.tenant):
        ledger.write_down(firm.now, {ledger.of_campaign(CAMPAIGN): {"mail": 3}})
        around.faults.arm(Fault(0, "lost"))
        with around.faults.counting():
            ledger.write_down(firm.now, {ledger.of_campaign(CAMPAIGN): {"mail": 2}})

    assert told(firm)["mails"] == 5


def test_a_ledger_that_cannot_be_written_stops_no_work(world: World, around: CampaignAround) -> None:
    firm = a_firm(world, around, people=1)

    with tenancy.entered(firm.ctx.tenant):
        around.faults.arm(*(Fault(number, "throttle") for number in range(9)))
        with around.faults.counting():
            ledger.write_down(firm.now, {ledger.of_campaign(CAMPAIGN): {"mail": 2}})

    assert told(firm)["mails"] == 0
