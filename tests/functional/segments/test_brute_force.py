"""After each batch of writes, and each moved clock, segments and scores are what a brute-force evaluation says."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.functional.segments import oracle
from tests.functional.segments.around import Around
from tests.functional.segments.oracle import Belongs, Company, Contact, Firm, Order

CITIES = ("Madrid", "Cádiz", "Toledo", None)
INDUSTRIES = ("hospitality", "retail", None)
AGES = (-40, -10, -3, 0, 1, 20, 29, 30, 31, 88, 89, 90, 91, 200)
KEPT_IN_TRASH = timedelta(days=29)
POINTS = (None, None, 5, 10, 40, -20)
AMOUNTS = ("10.00", "120.50", "300.00", "400.00", None)


def euros(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "EUR"}


BOUGHT = {"related": "orders", "of": "count", "op": "gte", "value": 1}
RECENT = {"field": "date", "op": "during", "value": "last_90_days"}


def is_local(firm: Firm, id: str, now: date, zone: str) -> bool:
    return firm.companies[id].city == "Madrid"


def is_fresh(firm: Firm, id: str, now: date, zone: str) -> bool:
    return oracle.day_of(firm.companies[id].made_at, zone) >= now - timedelta(days=30)


def bought_twice(firm: Firm, id: str, now: date, zone: str) -> bool:
    return sum(oracle.in_last_days(order.on, 90, now) for order in firm.bought(id)) >= 2


def is_sleeping(firm: Firm, id: str, now: date, zone: str) -> bool:
    since = oracle.months_before(now + timedelta(days=1), 3)
    has_bought = any(since <= order.on <= now for order in firm.bought(id))
    return oracle.spent(firm, id) > 400 and not has_bought


def bought_long_ago(firm: Firm, id: str, now: date, zone: str) -> bool:
    days = [order.on for order in firm.bought(id)]
    return bool(days) and max(days) < now - timedelta(days=30)


def bought_corks(firm: Firm, id: str, now: date, zone: str) -> bool:
    return any(order.product == "cork" for order in firm.bought(id))


def spends_much(firm: Firm, id: str, now: date, zone: str) -> bool:
    amounts = [order.euros for order in firm.bought(id) if order.euros is not None and order.status == "delivered"]
    return bool(amounts) and sum(amounts, Decimal(0)) / len(amounts) >= 200


def buys_through_people(firm: Firm, id: str, now: date, zone: str) -> bool:
    there = (who for who, contact in firm.contacts.items() if contact.is_there and id in contact.companies)
    return any(oracle.in_last_days(order.on, 90, now) for who in there for order in firm.bought_by(who))


COMPANIES: dict[str, tuple[Any, Belongs]] = {
    "local": ({"field": "address.city", "op": "eq", "value": "madrid"}, is_local),
    "fresh": ({"not": {"field": "created_at", "op": "older_than", "value": "30_days"}}, is_fresh),
    "twice": ({"related": "orders", "op": "gte", "value": 2, "where": RECENT}, bought_twice),
    "sleeping": (
        {
            "all": [
                {"related": "orders", "of": {"sum": "total"}, "op": "gt", "value": euros("400")},
                {
                    "related": "orders", "of": "count", "op": "eq", "value": 0,
                    "where": {"field": "date", "op": "during", "value": "last_3_months"},
                },
            ]
        },
        is_sleeping,
    ),
    "long ago": ({"related": "orders", "of": {"max": "date"}, "op": "older_than", "value": "30_days"}, bought_long_ago),
    "corks": ({**BOUGHT, "where": {"field": "lines.name", "op": "contains", "value": "cork"}}, bought_corks),
    "much": (
        {
            "related": "orders", "of": {"avg": "total"}, "op": "gte", "value": "200",
            "where": {"field": "status", "op": "eq", "value": "delivered"},
        },
        spends_much,
    ),
    "through people": (
        {"related": "contacts", "op": "gte", "value": 1, "where": {**BOUGHT, "where": RECENT}},
        buys_through_people,
    ),
    "not local, twice": (
        {"all": [{"segment": "twice"}, {"not": {"segment": "local"}}]},
        lambda firm, id, now, zone: bought_twice(firm, id, now, zone) and not is_local(firm, id, now, zone),
    ),
    "listed": (None, lambda firm, id, now, zone: id in firm.listed),
    "listed or local": (
        {"any": [{"segment": "listed"}, {"segment": "local"}]},
        lambda firm, id, now, zone: id in firm.listed or is_local(firm, id, now, zone),
    ),
}  # fmt: skip


def works_in_retail(firm: Firm, id: str, now: date, zone: str) -> bool:
    return any(company.industry == "retail" for company in firm.employers(id))


def works_in_two_places(firm: Firm, id: str, now: date, zone: str) -> bool:
    return len(firm.employers(id)) >= 2


def opened_nothing(firm: Firm, id: str, now: date, zone: str) -> bool:
    return not any(
        who == id and is_human and oracle.in_last_days(oracle.day_of(at, zone), 30, now)
        for who, at, is_human in firm.opened
    )


def opened_around_advent(firm: Firm, id: str, now: date, zone: str) -> bool:
    first, last = date(2026, 11, 29), date(2026, 12, 24)
    return any(who == id and first <= oracle.day_of(at, zone) <= last for who, at, _ in firm.opened)


def had_birthday(firm: Firm, id: str, now: date, zone: str) -> bool:
    day = firm.contacts[id].birthday
    return day is not None and (day.year, day.month) == (now.year, now.month)


def bought_for_retail(firm: Firm, id: str, now: date, zone: str) -> bool:
    def is_retail(order: Order) -> bool:
        company = firm.companies.get(order.company or "")
        return company is not None and company.is_there and company.industry == "retail"

    return any(is_retail(order) for order in firm.bought_by(id))


def works_for_a_good_customer(firm: Firm, id: str, now: date, zone: str) -> bool:
    there = (company for company in firm.contacts[id].companies if firm.companies[company].is_there)
    return any(oracle.spent(firm, company) > 400 for company in there)


CONTACTS: dict[str, tuple[Any, Belongs]] = {
    "retail": ({"field": "companies.industry", "op": "eq", "value": "retail"}, works_in_retail),
    "good customer": (
        {
            "related": "companies",
            "op": "gte",
            "value": 1,
            "where": {"related": "orders", "of": {"sum": "total"}, "op": "gt", "value": euros("400")},
        },
        works_for_a_good_customer,
    ),
    "two places": ({"related": "companies", "op": "gte", "value": 2}, works_in_two_places),
    "silent": (
        {"event": "mail_opened", "op": "eq", "value": 0, "during": "last_30_days", "where": {"human": True}},
        opened_nothing,
    ),
    "advent": (
        {"event": "mail_opened", "op": "gte", "value": 1, "since": "2026-11-29", "until": "2026-12-24"},
        opened_around_advent,
    ),
    "birthday": ({"field": "birthday", "op": "during", "value": "this_month"}, had_birthday),
    "for retail": (
        {**BOUGHT, "where": {"field": "company.industry", "op": "eq", "value": "retail"}},
        bought_for_retail,
    ),
}


@dataclass(slots=True)
class Play:
    """Somebody who does things to a firm at random, and remembers what they did."""

    around: Around
    chance: Random
    zone: str
    firm: Firm = field(default_factory=Firm)
    ids: dict[str, str] = field(default_factory=dict)
    points: dict[str, int | None] = field(default_factory=dict)
    trash: dict[str, datetime] = field(default_factory=dict)

    def define(self, name: str) -> None:
        """Let a segment ask what it asks, those that it names first."""
        if name in self.ids:
            return
        object, (filter, _) = ("companies", COMPANIES[name]) if name in COMPANIES else ("contacts", CONTACTS[name])
        for other in self._named(filter):
            self.define(other)
        self.points[name] = self.chance.choice(POINTS)
        more = {"points": self.points[name], **({"mode": "static"} if filter is None else {})}
        self.ids[name] = self.around.segment(name, object, self._with_ids(filter), **more)

    def _named(self, node: Any) -> list[str]:
        if isinstance(node, list):
            return [name for member in node for name in self._named(member)]
        if not isinstance(node, dict):
            return []
        return (
            [node["segment"]] if "segment" in node else [name for each in node.values() for name in self._named(each)]
        )

    def _with_ids(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self._with_ids(member) for member in node]
        if not isinstance(node, dict):
            return node
        if "segment" in node:
            return {"segment": self.ids[node["segment"]]}
        return {name: self._with_ids(each) for name, each in node.items()}

    def act(self) -> None:
        """Do one thing."""
        acts = (self._company, self._contact, self._order, self._order, self._move, self._open, self._go, self._list)
        acts += (self._value,)
        self.chance.choice(acts)()

    @property
    def today(self) -> date:
        return oracle.today(self.around.time.now, self.zone)

    def _one(self, of: dict[str, Any], *, there: bool = True) -> str | None:
        known = [id for id, each in of.items() if each.is_there == there]
        return self.chance.choice(known) if known else None

    def _company(self) -> None:
        city, industry = self.chance.choice(CITIES), self.chance.choice(INDUSTRIES)
        address = {"city": city} if city else None
        id = self._one(self.firm.companies) if self.chance.random() < 0.5 else None
        if id is not None:
            self.around.update("companies", id, address=address, industry=industry)
        else:
            name = f"Empresa {len(self.firm.companies)}"
            id = self.around.create("companies", name=name, address=address, industry=industry)
            self.firm.companies[id] = Company(made_at=self.around.time.now)
        self.firm.companies[id].city, self.firm.companies[id].industry = city, industry

    def _contact(self) -> None:
        there = [id for id, company in self.firm.companies.items() if company.is_there]
        places = tuple(self.chance.sample(there, min(len(there), self.chance.randrange(3))))
        birthday = self.today + timedelta(days=self.chance.choice(AGES)) if self.chance.random() < 0.7 else None
        values = {"companies": [{"id": id} for id in places], "birthday": birthday.isoformat() if birthday else None}
        id = self._one(self.firm.contacts) if self.chance.random() < 0.5 else None
        if id is not None:
            self.around.update("contacts", id, **values)
        else:
            id = self.around.create("contacts", first_name=f"Ana {len(self.firm.contacts)}", **values)
            self.firm.contacts[id] = Contact()
        self.firm.contacts[id].companies, self.firm.contacts[id].birthday = places, birthday

    def _order(self) -> None:
        on = self.today - timedelta(days=self.chance.choice(AGES))
        euros, product = self.chance.choice(AMOUNTS), self.chance.choice(("cork", "glass", None))
        company, contact = self._one(self.firm.companies), self._one(self.firm.contacts)
        status = self.chance.choice(("confirmed", "delivered"))
        lines = [{"name": product, "quantity": 1}] if product else None
        values: dict[str, Any] = {"date": on.isoformat(), "company": company, "contact": contact, "status": status}
        values |= {"lines": lines, "total": {"amount": euros, "currency": "EUR"} if euros else None}
        id = self._one(self.firm.orders) if self.chance.random() < 0.4 else None
        if id is not None:
            self.around.update("orders", id, **values)
        else:
            id = self.around.create("orders", number=f"P-{len(self.firm.orders)}", **values)
        amount = self._amount(id)
        self.firm.orders[id] = Order(on, company, contact, amount, product, status)

    def _amount(self, id: str) -> Decimal | None:
        """Return what an order comes to, as it is read back: a rule of the product adds its lines up."""
        total = self.around.read("orders", id)["total"]
        return Decimal(total["amount"]) if total else None

    def _move(self) -> None:
        id = self._one(self.firm.orders)
        if id is not None:
            company = self._one(self.firm.companies)
            self.around.update("orders", id, company=company)
            self.firm.orders[id].company = company

    def _open(self) -> None:
        id = self._one(self.firm.contacts)
        if id is not None:
            is_human = self.chance.random() < 0.7
            self.around.happen("MailOpened", "contact", "contacts", id, human=is_human)
            self.firm.opened.append((id, self.around.time.now, is_human))

    def _go(self) -> None:
        for plural, of in (
            ("companies", self.firm.companies),
            ("contacts", self.firm.contacts),
            ("orders", self.firm.orders),
        ):
            if self.chance.random() < 0.3:
                is_back = self.chance.random() < 0.5
                id = self._one(of, there=not is_back)  # type: ignore[arg-type]
                if id is None or (is_back and self.around.time.now - self.trash[id] > KEPT_IN_TRASH):
                    continue
                (self.around.restore if is_back else self.around.delete)(plural, id)
                of[id].is_there = is_back  # type: ignore[index]
                self.trash[id] = self.around.time.now

    def _list(self) -> None:
        id = self._one(self.firm.companies)
        if id is not None and "listed" in self.ids:
            is_on = self.chance.random() < 0.7
            self.around.list_by_hand(self.ids["listed"], "companies", id, is_on=is_on)
            (self.firm.listed.add if is_on else self.firm.listed.discard)(id)

    def _value(self) -> None:
        if self.ids:
            name = self.chance.choice(list(self.ids))
            self.points[name] = self.chance.choice(POINTS)
            self.around.change_segment(self.ids[name], points=self.points[name])

    def check(self) -> None:
        """Hold every segment, and the score of everybody, against the oracle."""
        given: dict[str, list[int]] = {}
        for name, id in self.ids.items():
            of: dict[str, Any] = self.firm.companies if name in COMPANIES else self.firm.contacts
            belongs = (COMPANIES.get(name) or CONTACTS[name])[1]
            wanted = {
                each for each, known in of.items() if known.is_there and belongs(self.firm, each, self.today, self.zone)
            }
            assert (name, self.around.members(id)) == (name, wanted)
            assert (name, self.around.size(id)) == (name, len(wanted))
            for each in wanted if self.points[name] else ():
                given.setdefault(each, []).append(self.points[name] or 0)
        for plural, of in (("companies", self.firm.companies), ("contacts", self.firm.contacts)):
            for each in [id for id, known in of.items() if known.is_there]:
                wanted_score = sum(given[each]) if each in given else None
                assert (plural, each, self.around.read(plural, each)["score"]) == (plural, each, wanted_score)


DAYS = (0.2, 1, 3, 10, 29, 31, 45, 92, 200)


@pytest.mark.parametrize("zone", ["Europe/Madrid", "America/Santiago"])
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_segments_equal_a_brute_force_after_each_batch_and_each_day(around: Around, zone: str, seed: int) -> None:
    around.begin(time_zone=zone)
    around.chance = Random(seed)
    play = Play(around, Random(seed), zone)
    names = [*COMPANIES, *CONTACTS]
    for name in names[::2]:
        play.define(name)
    for batch in range(3):
        for _ in range(play.chance.randrange(4, 12)):
            play.act()
        around.settle(badly=True)
        play.check()
        if batch == 1:
            for name in names:
                play.define(name)
            around.settle(badly=True)
            play.check()
        around.pass_days(play.chance.choice(DAYS), badly=True)
        play.check()
