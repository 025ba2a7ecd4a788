"""A customer's card: what it says, to whom, and what it costs."""

import pytest

from tests.builders import Api, Firm
from tests.functional.cards.people import card, customer, day, made, moment, order


def test_the_card_tells_what_a_customer_bought_and_what_most(firm: Firm) -> None:
    hotel = customer(firm.admin, 400, 60, 30, price="250.50")
    order(firm.admin, hotel, 10, "99", status="cancelled")
    order(firm.admin, hotel, 5, "99", status="draft")

    value = card(firm.admin, "companies", hotel)["value"]

    assert (value["purchases"], value["purchases_12_months"]) == (3, 2)
    assert (value["first"], value["last"]) == (day(400), day(30))
    assert value["spent"] == {"amount": "751.50", "currency": "EUR"}
    assert value["spent_12_months"] == {"amount": "501.00", "currency": "EUR"}
    assert value["average"] == {"amount": "250.50", "currency": "EUR"}
    assert value["buys_most"] == [{"name": "Aceite", "id": None, "times": 3}]
    assert (value["exact"], value["whole"], value["group"], value["unvalued"]) == (True, True, None, 0)


def test_every_number_says_which_records_are_behind_it(firm: Firm) -> None:
    hotel = customer(firm.admin, 60, 30)

    value = card(firm.admin, "companies", hotel)["value"]

    behind = firm.admin.get(f"/v1/records/{value['plural']}?{value['field']}={hotel}").body["items"]
    assert len(behind) == value["purchases"]


def test_the_risk_is_told_from_the_rhythm_of_the_customers_own_purchases(firm: Firm) -> None:
    regular = customer(firm.admin, 240, 210, 180, 150, 120)
    fine = customer(firm.admin, 130, 100, 70, 40, 10)
    new = customer(firm.admin, 3)
    nobody = customer(firm.admin)

    late = card(firm.admin, "companies", regular)["churn"]
    assert (late["level"], late["chance"], late["usual_days"], late["silent_days"]) == ("medium", 0.0625, 30, 120)
    assert late["expected"] == day(90)
    assert late["sentence"] == (
        "Compra cada 30 días de media y lleva 120 días sin comprar: solo le pasa a 6 de cada 100 clientes que siguen "
        "comprando."
    )
    assert card(firm.admin, "companies", fine)["churn"]["level"] == "low"
    assert card(firm.admin, "companies", new)["churn"] == {
        "level": "unknown",
        "chance": None,
        "usual_days": None,
        "silent_days": 3,
        "expected": None,
        "sentence": "Hay pocas compras para saber su ritmo.",
    }
    assert card(firm.admin, "companies", nobody)["churn"]["silent_days"] is None


def test_the_firm_lends_its_rhythm_to_whoever_bought_twice(firm: Firm) -> None:
    for gap in range(20, 40, 2):
        customer(firm.admin, *(each * gap for each in range(5)))
    twice = customer(firm.admin, 200, 100)

    told = card(firm.admin, "companies", twice)["churn"]

    # Alone, two purchases a hundred days apart make another hundred days nothing unusual (a half).
    assert told["usual_days"] < 50
    assert told["level"] == "medium"


def test_last_contacts_say_when_who_and_how_it_ended_and_what_waits(firm: Firm) -> None:
    hotel = customer(firm.admin)
    about = {"company": hotel}
    made(firm.admin, "calls", {"subject": "Precio", "at": moment(9), "outcome": "reached", **about})
    made(firm.admin, "meetings", {"subject": "Cata", "at": moment(5), "outcome": "held", **about})
    missed = made(firm.admin, "calls", {"subject": "Pedido", "at": moment(1), "outcome": "no_answer", **about})
    made(firm.admin, "meetings", {"subject": "Visita", "at": moment(-3), **about})

    told = card(firm.admin, "companies", hotel)["touches"]

    assert [(one["kind"], one["name"], one["ended"]) for one in told["last"]] == [
        ("call", "Pedido", "No contesta"),
        ("meeting", "Cata", "Celebrada"),
        ("call", "Precio", "Hablamos"),
    ]
    assert {one["by"] for one in told["last"]} == {firm.admin.user["id"]}
    assert told["next"]["name"] == "Visita"
    assert told["unanswered"]["id"] == missed
    made(firm.admin, "calls", {"subject": "Pedido", "at": moment(0.5), "outcome": "reached", **about})
    assert card(firm.admin, "companies", hotel)["touches"]["unanswered"] is None


def test_open_matters_come_with_the_late_ones_first(firm: Firm) -> None:
    hotel = customer(firm.admin)
    made(firm.admin, "tasks", {"subject": "Ya hecha", "status": "done", "company": hotel})
    made(firm.admin, "tasks", {"subject": "Llamar", "due": moment(2), "company": hotel})
    deal = {"name": "Aceite 2027", "stage": "new", "amount": {"amount": "900", "currency": "EUR"}, "company": hotel}
    made(firm.admin, "deals", {**deal, "close_date": day(-2)})

    told = card(firm.admin, "companies", hotel)["matters"]

    assert (told["count"], told["late"]) == (2, 1)
    assert [(one["kind"], one["name"], one["late"]) for one in told["items"]] == [
        ("task", "Llamar", True),
        ("deal", "Aceite 2027", False),
    ]
    assert told["items"][1]["amount"] == {"amount": "900.00", "currency": "EUR"}
    assert "overdue" in told["items"][0]["flags"]


def test_a_persons_card_says_whether_the_firm_may_write_to_them(firm: Firm) -> None:
    silent = made(firm.admin, "contacts", {"first_name": "Eva"})
    eva = made(firm.admin, "contacts", {"first_name": "Eva", "emails": ["eva@hotel.example"]})
    given = {"decision": "give", "basis": "consent", "source": "feria", "at": moment(3), "text": "Sí, escribidme."}
    assert firm.admin.post(f"/v1/records/contacts/{eva}/consents", given).status == 200

    assert card(firm.admin, "contacts", silent)["writing"]["reason"] == "no_address"
    assert card(firm.admin, "contacts", eva)["writing"]["basis"] == "consent"
    assert card(firm.admin, "companies", customer(firm.admin))["writing"] is None


def test_what_is_no_customer_has_no_card(firm: Firm) -> None:
    product = made(firm.admin, "products", {"name": "Aceite"})

    assert firm.admin.get(f"/v1/records/products/{product}/card").status == 404
    assert firm.admin.get("/v1/records/companies/01JAAAAAAAAAAAAAAAAAAAAAAA/card").status == 404


def test_nobody_reads_in_a_card_what_is_hidden_from_them(api: Api, firm: Firm) -> None:
    hotel = customer(firm.admin, 240, 210, 180, 150, 120)
    label = {"es": "Almacén", "en": "Warehouse"}
    objects = {"*": {"read": "all"}, "deals": {"read": "none"}}
    hidden = {"orders": {name: {"read": False, "write": False} for name in ("total", "lines")}}
    role = {"key": "store", "label": label, "objects": objects, "fields": hidden}
    made(firm.admin, "deals", {"name": "Secreta", "stage": "new", "company": hotel})
    assert firm.admin.post("/v1/roles", role).status == 201
    store = api.hire(firm, "store")

    told = card(store, "companies", hotel)

    assert (told["value"]["purchases"], told["value"]["spent"], told["value"]["buys_most"]) == (5, None, [])
    assert told["churn"]["level"] == "medium"
    assert told["matters"]["items"] == []


def test_who_sees_some_of_the_purchases_is_told_of_those_and_of_no_rhythm(api: Api, firm: Firm) -> None:
    hotel = customer(firm.admin, 240, 210, 180, 150, 120)
    label = {"es": "Propio", "en": "Own"}
    own = {"*": {"read": "all", "create": "own"}, "orders": {"read": "own", "create": "own"}}
    assert firm.admin.post("/v1/roles", {"key": "own_orders", "label": label, "objects": own}).status == 201
    rep = api.hire(firm, "own_orders")
    order(rep, hotel, 20)

    told = card(rep, "companies", hotel)

    assert (told["value"]["purchases"], told["value"]["whole"]) == (1, False)
    assert told["churn"]["level"] == "unknown"
    assert told["churn"]["sentence"].startswith("No ves todas sus compras")


@pytest.mark.parametrize("orders", [5, 40])
def test_a_card_costs_a_handful_of_calls_however_much_was_bought(firm: Firm, orders: int) -> None:
    hotel = customer(firm.admin, *range(10, 10 + orders * 7, 7))
    made(firm.admin, "calls", {"subject": "Precio", "at": moment(9), "outcome": "reached", "company": hotel})
    made(firm.admin, "tasks", {"subject": "Llamar", "due": moment(2), "company": hotel})
    card(firm.admin, "companies", hotel)

    with firm.admin.watch.during() as calls:
        card(firm.admin, "companies", hotel)

    assert len(calls) <= 9, [call.operation for call in calls]
