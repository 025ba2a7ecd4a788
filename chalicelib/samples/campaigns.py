"""The sample firm's marketing: two segments, its mails, and three campaigns, of which one went last month.

What became of each mail of that one follows from whom it went to; which orders it sold is told by who placed them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from chalicelib.samples import letters, permissions, words
from chalicelib.samples.permissions import CAMPAIGN_AGE
from chalicelib.samples.plan import ADMINISTRATOR, Dice, Ref, Sample, euros

EVERYBODY: Final = "segment:everybody"
LAPSED: Final = "segment:lapsed"
SENT: Final = "campaign:autumn"
SCHEDULED: Final = "campaign:hampers"
DRAFT: Final = "campaign:spring"

HUMAN_OPENS: Final = 168
MACHINE_OPENS: Final = 74
CLICKS: Final = 39
LINK: Final = "https://olmedo.example/aceite-nuevo"
SIGNS: Final = ("agent", "gateway", "flag")
BASKETS: Final = (
    (("ACE-ECO-750", 18), ("DES-QUE-CUR", 6)),
    (("ACE-ECO-750", 6), ("VIN-RIB-CRI", 6)),
    (("DES-MIE-ROM", 12), ("VIN-MEN-CRI", 12)),
    (("ACE-COR-500", 12), ("VIN-VAL-RES", 12)),
    (("ACE-GAR-5L", 6),),
    (("ACE-PIC-500", 24), ("VIN-VAL-RES", 6)),
    (("ACE-COR-500", 24), ("VIN-VAL-RES", 12)),
    (("ACE-COR-500", 18), ("CON-ANC-CAN", 6)),
    (("DES-MAZ-TOL", 24), ("DES-MIE-ROM", 6)),
    (("ACE-PIC-500", 12), ("DES-QUE-CUR", 12)),
    (("CON-BON-ACE", 24), ("DES-AZA-1G", 6)),
)
"""What the eleven who bought because of the campaign ordered: 3,180 euros together."""

SOLD_BETWEEN: Final = (12, 30)
"""How many days ago they ordered: after their click, and within the window in which a purchase counts."""

COSTS: Final = ((("Diseño", "Design"), 15_000), (("Fotografía", "Photography"), 9_000))
GOES_IN: Final = 9
"""In how many days the campaign that is scheduled goes."""


def sold(
    dice: Dice, orders: Sequence[Sample], people: Sequence[Sample], companies: Sequence[Sample]
) -> Sequence[Sample]:
    """Return the orders, eleven of which somebody else of the company placed who had followed the campaign's link."""
    seconds = {company.key: people[len(companies) + place] for place, company in enumerate(companies)}
    baskets, taken, told = list(BASKETS), set[str](), []
    for order in orders:
        company = order.values["company"].key
        if baskets and company not in taken and _is_after_it(dice, order):
            taken.add(company)
            lines = [_line(dice, sku, quantity) for sku, quantity in baskets.pop(0)]
            values = {**order.values, "contact": Ref(seconds[company].key), "lines": lines}
            order = replace(order, values=values)
        told.append(order)
    return told


def buyers(orders: Sequence[Sample], firsts: Mapping[str, Ref]) -> Mapping[str, str]:
    """Return the orders that the campaign sold, each with who placed it, by their keys."""
    told = ((order.key, order.values["contact"].key, firsts[order.values["company"].key].key) for order in orders)
    return {order: buyer for order, buyer, first in told if buyer != first}


def marketing(dice: Dice, people: Sequence[Sample], buyers: Mapping[str, str]) -> Iterator[Sample]:
    """Yield segments, mails, campaigns, and what became of the one that went."""
    yield from _segments(dice)
    yield from _templates(dice)
    yield from _campaigns(dice)
    yield from _mails(dice, people, list(buyers.values()))
    for order in buyers:
        yield Sample(f"sale:{order}", "sales", dice.days_ago(1), ADMINISTRATOR, {"order": Ref(order)})
    yield _end(dice, people)


def began_at(dice: Dice) -> datetime:
    """Return when the campaign began that went."""
    return dice.days_ago(CAMPAIGN_AGE)


def _is_after_it(dice: Dice, order: Sample) -> bool:
    youngest, oldest = SOLD_BETWEEN
    return youngest <= (dice.today - order.at.date()).days <= oldest


def _line(dice: Dice, sku: str, quantity: int) -> Mapping[str, Any]:
    names, cents = next((names, cents) for known, names, cents, _ in words.PRODUCTS if known == sku)
    line = {"product": Ref(f"product:{sku}"), "name": dice.said(names)}
    return {**line, "quantity": quantity, "unit_price": euros(cents)}


def _segments(dice: Dice) -> Iterator[Sample]:
    at = dice.days_ago(CAMPAIGN_AGE + 10)
    everybody = {"name": dice.said(letters.EVERYBODY), "object": "contacts", "filter": letters.WITH_ADDRESS}
    yield Sample(EVERYBODY, "segments", at, ADMINISTRATOR, everybody)
    lapsed = {"name": dice.said(letters.LAPSED), "said": dice.said(letters.SENTENCE)}
    yield Sample(LAPSED, "segments", dice.days_ago(20), ADMINISTRATOR, lapsed)


def _templates(dice: Dice) -> Iterator[Sample]:
    for key, age in (("autumn", CAMPAIGN_AGE + 5), ("hampers", 6), ("spring", 2), ("welcome", 30)):
        values = {"name": dice.said(letters.MAILS[key].name), "content": letters.MAILS[key].content(dice)}
        yield Sample(f"template:{key}", "templates", dice.days_ago(age), ADMINISTRATOR, values)


def _campaigns(dice: Dice) -> Iterator[Sample]:
    began = began_at(dice).date()
    costs = [{"item": dice.said(item), "amount": euros(cents)} for item, cents in COSTS]
    dates = {"start_date": began.isoformat(), "end_date": (began + timedelta(days=30)).isoformat()}
    yield _campaign(dice, SENT, CAMPAIGN_AGE + 4, budget=30_000, expected_revenue=euros(250_000), costs=costs, **dates)
    goes = (dice.today + timedelta(days=GOES_IN)).isoformat()
    yield _campaign(dice, SCHEDULED, 5, budget=60_000, expected_revenue=euros(900_000), start_date=goes)
    starts = (dice.today + timedelta(days=45)).isoformat()
    yield _campaign(dice, DRAFT, 1, budget=20_000, start_date=starts)


def _campaign(dice: Dice, key: str, age: int, *, budget: int, **more: Any) -> Sample:
    told = letters.CAMPAIGNS[key.partition(":")[2]]
    record = {
        "name": dice.said(told.name),
        "goal": told.goal,
        "brief": f"<p>{dice.said(told.brief)}</p>",
        "budget": euros(budget),
        **more,
    }
    template = Ref(f"template:{key.partition(':')[2]}")
    plan = {"segments": [Ref(EVERYBODY)], "variants": [{"name": "A", "template": template}]}
    return Sample(key, "campaigns", dice.days_ago(age), ADMINISTRATOR, {"record": record, "plan": plan})


def _mails(dice: Dice, people: Sequence[Sample], buyers: Sequence[str]) -> Iterator[Sample]:
    """Yield the campaign's mails, the first of which were opened and clicked."""
    group = permissions.groups(people)
    for place, person in enumerate(_in_turn(people, buyers)):
        at = began_at(dice) + timedelta(seconds=3 * place)
        seen = _seen(at, place, group[person.key])
        address = person.values["emails"][0]["value"]
        values = {"contact": Ref(person.key), "campaign": Ref(SENT), "template": Ref("template:autumn")}
        yield Sample(f"mail:{person.key}", "mails", at, ADMINISTRATOR, {**values, "seen": seen, "address": address})


def _in_turn(people: Sequence[Sample], buyers: Sequence[str]) -> Sequence[Sample]:
    """Return whom the campaign reached: its buyers, who left because of it, the others, and whose address bounced.

    Who orders for a company all the time comes after all who clicked: such orders are not the campaign's.
    """
    group = permissions.groups(people)
    ordering = {person.key for person in people[: permissions.ALWAYS_EARLY // 2]}
    first = [person for person in people if person.key in buyers]
    left = [person for person in people if group[person.key] == permissions.LEFT_BY_MAIL]
    bounced = [person for person in people if group[person.key] == permissions.BOUNCED_BY_MAIL]
    taken = {person.key for person in (*first, *left, *bounced)}
    others = [person for person in people if group[person.key] in REACHED and person.key not in taken]
    clicking = [person for person in others if person.key not in ordering][: CLICKS - len(first) - len(left)]
    rest = [person for person in others if person not in clicking]
    return [*first, *left, *clicking, *rest, *bounced]


REACHED: Final = (permissions.EARLY, permissions.CUSTOMER, permissions.LEFT_BY_MAIL, permissions.BOUNCED_BY_MAIL)
LEFT_OUT: Final[Mapping[str, str]] = {
    permissions.RECENT: "no_consent",
    permissions.WELCOMED: "no_consent",
    permissions.LEFT_WELCOME: "no_consent",
    permissions.SILENT: "no_consent",
    permissions.LEFT_EARLY: "unsubscribed",
    permissions.BOUNCED_EARLY: "bounced",
}
"""Why the campaign left out who had not agreed by then, or not any more."""


def _seen(at: datetime, place: int, group: str) -> list[Mapping[str, Any]]:
    """Return what was seen of one mail; ``place`` is its place among all."""
    sent = {"what": "sent", "at": at}
    if group == permissions.BOUNCED_BY_MAIL:
        return [sent, {"what": "bounced", "at": at + timedelta(seconds=4)}]
    arrived = at + timedelta(seconds=2 + place % 3)
    told: list[Mapping[str, Any]] = [sent, {"what": "delivered", "at": arrived}]
    opened = arrived + timedelta(minutes=4 + place * 37 % 2_400)
    if place < HUMAN_OPENS:
        told.append({"what": "opened", "at": opened})
    elif place < HUMAN_OPENS + MACHINE_OPENS:
        told.append({"what": "opened", "at": arrived + timedelta(seconds=1), "signs": [SIGNS[place % len(SIGNS)]]})
    if place < CLICKS:
        told.append({"what": "clicked", "at": opened + timedelta(seconds=25 + place % 50), "url": LINK})
    if group == permissions.LEFT_BY_MAIL:
        told.append({"what": "unsubscribed", "at": arrived + timedelta(hours=20 + place % 24)})
    return told


def _end(dice: Dice, people: Sequence[Sample]) -> Sample:
    """Return the end of the campaign that went: how many it reached, and whom it left out and why."""
    group = permissions.groups(people)
    left_out = [(Ref(person.key), LEFT_OUT[group[person.key]]) for person in people if group[person.key] in LEFT_OUT]
    values = {
        "campaign": Ref(SENT),
        "began_at": began_at(dice),
        "recipients": sum(group[person.key] in REACHED for person in people),
        "left_out": [{"contact": contact, "reason": reason} for contact, reason in left_out],
    }
    return Sample("campaign:autumn:end", "campaign_ends", dice.days_ago(CAMPAIGN_AGE - 1), ADMINISTRATOR, values)
