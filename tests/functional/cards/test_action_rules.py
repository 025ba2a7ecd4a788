"""Rules of action: written, tried, followed and declined; the first that applies wins and says why."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.kernel import clock
from tests.builders import Api, Firm
from tests.client import Caller
from tests.functional.cards.people import card, customer, day, made, moment

WORDS = {"es": "¿Va todo bien, {{ card.name }}?", "en": "Is everything all right, {{ card.name }}?"}
HIGH = {"figure": "churn", "op": "in", "value": ["high"]}
TASK = {"kind": "task", "object": "tasks"}
GONE = (400, 370, 340, 310, 280)
"""Days before today on which somebody bought who is long gone."""


def rule(who: Caller, name: str = "Se va", **parts: Any) -> dict[str, Any]:
    wanted = {"name": name, "object": "companies", "words": WORDS, "action": {"kind": "say"}, **parts}
    answer = who.post("/v1/action-rules", wanted)
    assert answer.status == 201, answer.raw
    body: dict[str, Any] = answer.body
    return body


def advice(who: Caller, company: str) -> Any:
    return card(who, "companies", company)["next"]


def test_the_first_rule_that_applies_wins_and_says_why(firm: Firm) -> None:
    hotel = customer(firm.admin, *GONE, address={"city": "Madrid"})
    rule(firm.admin, "Nunca", figures=[{"figure": "purchases", "op": "gte", "value": 6}], priority=1)
    rule(firm.admin, "Para todos", priority=50)
    in_madrid = {"field": "address.city", "op": "eq", "value": "Madrid"}
    first = rule(firm.admin, "Se va", figures=[HIGH], filter=in_madrid, priority=10)
    rule(firm.admin, "Apagada", figures=[HIGH], priority=2, enabled=False)

    told = advice(firm.admin, hotel)

    assert (told["rule"], told["name"], told["may_answer"]) == (first["id"], "Se va", True)
    assert told["words"] == "¿Va todo bien, Hotel Retiro?"
    assert told["why"] == "Porque el riesgo de perderle es alto y está entre «Empresas de la ciudad de Madrid»."
    assert first["told"] == {"es": "Empresas de la ciudad de Madrid", "en": "Companies in the city of Madrid"}


def test_a_rule_has_days_on_which_it_holds(firm: Firm) -> None:
    hotel = customer(firm.admin, *GONE)
    rule(firm.admin, "Navidad", **{"from": day(-5)})
    rule(firm.admin, "Verano", until=day(5))

    assert advice(firm.admin, hotel) is None
    now = rule(firm.admin, "Ahora", **{"from": day(5), "until": day(-5)})
    assert advice(firm.admin, hotel)["rule"] == now["id"]


@pytest.mark.parametrize("word", ["done", "declined"])
def test_what_was_answered_rests_and_lies_on_the_timeline(
    api: Api, firm: Firm, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    telephone = api.key(firm, "read", expires_at=moment(-60))
    hotel = customer(firm.admin, *GONE)
    first, second = rule(firm.admin, "Una", priority=1, rest_days=10), rule(firm.admin, "Otra", priority=2)
    path = f"/v1/records/companies/{hotel}/card/answers"

    said = firm.admin.post(path, {"rule": first["id"], "answer": word, "reason": "Está de vacaciones"})
    again = firm.admin.post(path, {"rule": first["id"], "answer": word})

    assert said.status == 200, said.raw
    assert again.body == said.body
    assert advice(firm.admin, hotel)["rule"] == second["id"]
    [entry] = firm.admin.get(f"/v1/records/companies/{hotel}/timeline?kind=action_{word}").body["items"]
    assert entry["data"] == {"rule": first["id"], "text": "Una: Está de vacaciones"}
    assert entry["actor"] == firm.admin.user["id"]
    for later, expected in ((9, second), (11, first)):
        now = datetime.now(UTC) + timedelta(days=later)
        monkeypatch.setattr(clock, "system_now", lambda now=now: now)
        assert advice(telephone, hotel)["rule"] == expected["id"], later


def test_an_answer_can_be_taken_back(firm: Firm) -> None:
    hotel = customer(firm.admin, *GONE)
    one = rule(firm.admin)
    path = f"/v1/records/companies/{hotel}/card/answers"
    assert firm.admin.post(path, {"rule": one["id"], "answer": "declined"}).status == 200
    assert advice(firm.admin, hotel) is None

    assert firm.admin.delete(f"{path}/{one['id']}").status == 204

    assert advice(firm.admin, hotel)["rule"] == one["id"]
    assert firm.admin.get(f"/v1/records/companies/{hotel}/timeline?kind=action_declined").body["items"] == []
    assert firm.admin.delete(f"{path}/{one['id']}").status == 404


def test_an_answer_concerns_one_customer_alone(firm: Firm) -> None:
    hotel, bar = customer(firm.admin, *GONE), customer(firm.admin, *GONE, name="Bar Pepe")
    one = rule(firm.admin)

    firm.admin.post(f"/v1/records/companies/{hotel}/card/answers", {"rule": one["id"], "answer": "done"})

    assert advice(firm.admin, hotel) is None
    assert advice(firm.admin, bar)["rule"] == one["id"]


def test_an_action_comes_filled_in_so_that_it_can_be_created_as_it_stands(firm: Firm) -> None:
    hotel = customer(firm.admin, *GONE)
    action = {"kind": "task", "object": "tasks", "values": {"subject": "Recuperar {{ card.name }}"}, "days": 2}
    rule(firm.admin, action=action)

    told = advice(firm.admin, hotel)["action"]
    task = firm.admin.post(f"/v1/records/{told['object']}", told["values"])

    assert task.status == 201, task.raw
    assert (task.body["subject"], task.body["company"]) == ("Recuperar Hotel Retiro", hotel)
    assert task.body["due"]["local"] == f"{day(-2)}T09:00:00"


def test_gaps_tell_of_record_and_card_and_have_words_for_nothing(firm: Firm) -> None:
    hotel = customer(firm.admin, *GONE, industry="hospitality")
    gaps = "{{ record.industry }}, {{ card.buys_most }}, {{ card.silent_days }}"
    words = {"es": gaps + ', {{ record.website | default: "sin web" }}', "en": "-"}
    rule(firm.admin, words=words)

    assert advice(firm.admin, hotel)["words"] == "Hostelería, Aceite, 280, sin web"


def test_a_rule_about_people_may_ask_for_segments_events_and_permission(firm: Firm) -> None:
    eva = made(firm.admin, "contacts", {"first_name": "Eva"})
    never = {"event": "mail_opened", "of": "count", "op": "eq", "value": 0, "during": "last_90_days"}
    parts = {"object": "contacts", "filter": never, "figures": [{"figure": "may_write", "op": "eq", "value": False}]}
    one = rule(firm.admin, **parts)

    told = card(firm.admin, "contacts", eva)["next"]

    assert told["rule"] == one["id"]
    assert told["why"].startswith("Porque no puedes escribirle y está entre «")


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"object": "products"}, "object", "unknown_object"),
        ({"figures": [{"figure": "churn", "op": "gte", "value": 3}]}, "figures.0.op", "unknown_operator"),
        ({"figures": [{"figure": "churn", "op": "in", "value": ["dire"]}]}, "figures.0.value", "wrong_value"),
        ({"figures": [{"figure": "spent", "op": "gte", "value": "NaN"}]}, "figures.0.value", "wrong_value"),
        ({"figures": [{"figure": "unanswered", "op": "eq", "value": 1}]}, "figures.0.value", "wrong_value"),
        ({"words": {"es": "{{ record.nada }}", "en": "-"}}, "words.es", "unknown_field"),
        ({"words": {"es": "{{ record.name", "en": "-"}}, "words.es", "malformed_field"),
        ({"words": {"es": " ", "en": "-"}}, "words.es", "required"),
        ({"words": {"es": "a\u0007b", "en": "-"}}, "words.es", "invalid_characters"),
        ({"from": "2026-13-01"}, "from", "not_a_date"),
        ({"from": "2026-12-01", "until": "2026-11-01"}, "until", "ends_before_it_begins"),
        ({"action": {"kind": "task", "object": "products"}}, "action.object", "unknown_object"),
        ({"action": {"kind": "task"}}, "action.object", "unknown_object"),
        ({"action": {"kind": "mail"}}, "action.template", "required"),
        ({"action": {**TASK, "values": {"done_at": "x"}}}, "action.values.done_at", "unknown_field"),
        ({"action": {**TASK, "values": {"subject": {}}}}, "action.values.subject", "wrong_value"),
        ({"filter": {"field": "nothing", "op": "eq", "value": 1}}, "filter", "unknown_field"),
    ],
)  # fmt: skip
def test_a_rule_that_makes_no_sense_is_refused_by_name(firm: Firm, wrong: Any, field: str, code: str) -> None:
    wanted = {"name": "Mal", "object": "companies", "words": WORDS, "action": {"kind": "say"}, **wrong}

    refused = firm.admin.post("/v1/action-rules", wanted)

    assert refused.status == 422, refused.raw
    assert refused.faults[field] == code


def test_a_rule_is_tried_on_a_customer_before_it_is_kept(firm: Firm) -> None:
    gone, new = customer(firm.admin, *GONE), customer(firm.admin, 3, name="Bar Pepe")
    draft = {"object": "companies", "words": WORDS, "action": {"kind": "say"}, "figures": [HIGH]}

    fits = firm.admin.post("/v1/action-rules/preview", {"record": gone, "rule": draft})
    does_not = firm.admin.post("/v1/action-rules/preview", {"record": new, "rule": draft})
    elsewhere = {**draft, "figures": [], "filter": {"field": "address.city", "op": "eq", "value": "Cádiz"}}
    not_there = firm.admin.post("/v1/action-rules/preview", {"record": gone, "rule": elsewhere})

    assert (fits.body["applies"], fits.body["name"]) == (True, "Hotel Retiro")
    assert fits.body["why"] == "Porque el riesgo de perderle es alto."
    assert (does_not.body["applies"], does_not.body["keeps_out"]) == (False, "figures")
    assert (not_there.body["applies"], not_there.body["keeps_out"]) == (False, "filter")
    assert firm.admin.get("/v1/action-rules").body["items"] == []


def test_a_rule_that_asks_for_what_is_hidden_from_somebody_is_none_for_them(api: Api, firm: Firm) -> None:
    hotel = customer(firm.admin, *GONE, tax_id="B12345674")
    rule(firm.admin, filter={"field": "tax_id", "op": "not_empty"})
    label = {"es": "Ciego", "en": "Blind"}
    hidden = {"companies": {"tax_id": {"read": False, "write": False}}}
    new = {"key": "blind", "label": label, "objects": {"*": {"read": "all"}}, "fields": hidden}
    assert firm.admin.post("/v1/roles", new).status == 201
    blind = api.hire(firm, "blind")

    assert advice(firm.admin, hotel) is not None
    assert advice(blind, hotel) is None


def test_everybody_is_advised_and_only_those_who_may_decide_write_rules(api: Api, firm: Firm) -> None:
    hotel = customer(firm.admin, *GONE)
    one = rule(firm.admin)
    rep, viewer = api.hire(firm, "rep"), api.hire(firm, "viewer")

    assert (
        rep.post(
            "/v1/action-rules", {"name": "No", "object": "companies", "words": WORDS, "action": {"kind": "say"}}
        ).status
        == 403
    )
    assert advice(viewer, hotel)["may_answer"] is False
    answered = viewer.post(f"/v1/records/companies/{hotel}/card/answers", {"rule": one["id"], "answer": "done"})
    assert answered.status == 403


def test_starters_are_ready_to_be_made_and_do_what_they_say(firm: Firm) -> None:
    offered = {each["key"]: each for each in firm.admin.get("/v1/action-rule-starters").body["items"]}
    assert len(offered) == 8
    for key, starter in offered.items():
        new = firm.admin.post("/v1/action-rules", {"name": starter["label"]["es"], **starter["rule"]})
        assert new.status == 201, (key, new.raw)
    gone, new_one = customer(firm.admin, *GONE), customer(firm.admin, 3, name="Bar Pepe")
    closing = customer(firm.admin, name="Hotel Sol")
    made(
        firm.admin,
        "deals",
        {"name": "Vino", "stage": "new", "amount": "900", "close_date": day(-3), "company": closing},
    )
    missed = made(firm.admin, "contacts", {"first_name": "Eva"})
    made(firm.admin, "calls", {"subject": "Hola", "at": moment(1), "outcome": "no_answer", "contact": missed})

    assert advice(firm.admin, gone)["name"] == "Se está yendo"
    assert advice(firm.admin, gone)["words"].startswith("Hace 280 días que no nos compras y solías hacerlo cada 30.")
    assert advice(firm.admin, new_one)["name"] == "Gracias por la primera compra"
    assert advice(firm.admin, closing)["why"] == "Porque una venta abierta cierra en 3 días."
    assert card(firm.admin, "contacts", missed)["next"]["name"] == "Quedó sin respuesta"
    assert all(each["is_used"] for each in firm.admin.get("/v1/action-rule-starters").body["items"])
