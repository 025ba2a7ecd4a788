"""Over the API: what a sentence leaves open, what it does not say, and who may say it."""

import time
from typing import Any

import pytest

from tests.builders import Api, Firm
from tests.client import Caller

DEMO = "empresas de Madrid que no compran desde hace 3 meses y gastaron más de 500 €"
COUNTED = {"field": "status", "op": "not_in", "value": ["draft", "cancelled"]}


@pytest.fixture(scope="module")
def firm(shared_api: Api) -> Firm:
    firm = shared_api.sign_up()
    for role in ("manager", "rep", "viewer"):
        shared_api.hire(firm, role)
    return firm


def heard(who: Caller, text: str, **more: Any) -> dict[str, Any]:
    answer = who.post("/v1/segments/interpret", {"text": text, "locale": "es", **more})
    assert answer.status == 200, answer.raw
    body: dict[str, Any] = answer.body
    return body


def ways(told: dict[str, Any]) -> dict[str, list[str]]:
    return {choice["id"]: [option["value"] for option in choice["options"]] for choice in told["choices"]}


def test_the_sentence_of_the_demonstration_tells_what_it_assumes(firm: Firm) -> None:
    told = heard(firm.admin, DEMO)

    assert told["object"] == "companies"
    assert told["sentence"] == (
        "Empresas de la ciudad de Madrid que no compraron en los últimos 3 meses y gastaron más de 500 €"
    )
    assert told["unknown"] == []
    assert {choice["id"]: choice["chosen"] for choice in told["choices"]} == {
        "place": "address.city",
        "whose": "own",
        "counted": "valid",
        "never": "included",
        "units": "rolling",
        "since": "ever",
    }


def test_every_other_way_to_take_it_makes_another_filter(firm: Firm) -> None:
    told = heard(firm.admin, DEMO)

    others = [
        (id, value, heard(firm.admin, DEMO, choices={id: value})["filter"])
        for id, values in ways(told).items()
        for value in values[1:]
    ]

    filters = [str(tree) for _, _, tree in others]
    assert len(others) >= 7
    assert str(told["filter"]) not in filters
    assert len(set(filters)) == len(filters)


def test_a_choice_is_told_in_the_sentence_it_makes(firm: Firm) -> None:
    chosen = {"place": "address.region", "units": "calendar", "never": "excluded", "since": "this_year"}

    told = heard(firm.admin, DEMO, choices=chosen)

    assert told["sentence"] == (
        "Empresas de la provincia de Madrid que compraron alguna vez y no compraron en los últimos 3 meses "
        "de calendario y gastaron más de 500 € este año"
    )
    assert heard(firm.admin, told["sentence"])["filter"] == told["filter"]


def test_the_orders_may_be_those_of_a_companys_people(firm: Firm) -> None:
    told = heard(firm.admin, "empresas que no compran desde hace 3 meses", choices={"whose": "contacts"})

    assert told["sentence"] == "Empresas sin contactos (que compraron en los últimos 3 meses)"
    assert told["filter"]["related"] == "contacts"
    assert told["filter"]["where"]["related"] == "orders"
    assert heard(firm.admin, told["sentence"])["filter"] == told["filter"]


def test_a_choice_that_is_none_leaves_it_as_it_was(firm: Firm) -> None:
    assert heard(firm.admin, DEMO, choices={"units": "lunar", "moon": "full"}) == heard(firm.admin, DEMO)


@pytest.mark.parametrize(
    ("text", "left_out", "reason"),
    [
        ("empresas de Madrid que odian el aceite", "que odian", "unknown"),
        ("empresas que gastaron más de 500 dólares", "gastaron más de 500 dólares", "other_currency"),
        ("tareas que compraron este mes", "compraron este mes", "never_buys"),
        ("productos de Madrid", "de Madrid", "no_address"),
        ("empresas del segmento «Fantasmas»", "del segmento «Fantasmas»", "unknown_segment"),
        (
            "contactos que abrieron un correo hace más de 3 meses",
            "abrieron un correo hace más de 3 meses",
            "event_period",
        ),
    ],
)
def test_what_is_not_understood_is_named_and_left_out(firm: Firm, text: str, left_out: str, reason: str) -> None:
    told = heard(firm.admin, text)

    words = next(words for words in told["unknown"] if words["reason"] == reason)
    assert left_out in words["text"]
    assert text[words["start"] : words["end"]] == words["text"]


def test_a_misspelt_word_is_offered_as_it_is_written(firm: Firm) -> None:
    told = heard(firm.admin, "empresas con setcor hostelería")

    assert [words["suggestions"] for words in told["unknown"]] == [["sector"]]


def test_a_sentence_in_the_other_language_is_understood_too(firm: Firm) -> None:
    told = heard(firm.admin, "companies in Madrid that have never bought", locale="es")

    assert (told["locale"], told["unknown"]) == ("en", [])
    assert told["sentence"] == "Empresas de la ciudad de Madrid que no compraron"


def test_ways_to_join_that_fight_are_a_choice(firm: Firm) -> None:
    text = "empresas que compraron este año o que compraron el año pasado y que gastaron más de 500 €"

    first = heard(firm.admin, text)
    other = heard(firm.admin, text, choices={"joint": "or_first"})

    assert ways(first)["joint"] == ["and_first", "or_first"]
    assert (list(first["filter"]), list(other["filter"])) == (["any"], ["all"])


def test_own_fields_and_their_choices_can_be_named(firm: Firm) -> None:
    made = firm.admin.post(
        "/v1/objects/companies/fields",
        {
            "name": "c_potential", "type": "choice", "label": {"es": "Potencial", "en": "Potential"},
            "options": [
                {"value": "high", "label": {"es": "Alto", "en": "High"}},
                {"value": "low", "label": {"es": "Bajo", "en": "Low"}},
            ],
        },
    )  # fmt: skip
    assert made.status == 201, made.raw

    told = heard(firm.admin, "empresas con potencial alto de Toledo")

    assert told["filter"] == {
        "all": [
            {"field": "c_potential", "op": "eq", "value": "high"},
            {"field": "address.city", "op": "eq", "value": "Toledo"},
        ]
    }


def test_what_one_may_not_read_one_cannot_name(firm: Firm) -> None:
    role = firm.admin.get("/v1/roles").body["items"]
    viewer = next(each for each in role if each["key"] == "viewer")
    hidden = firm.admin.patch(
        "/v1/roles/viewer",
        {"fields": {"companies": {"industry": "none"}}},
        version=viewer.get("version", 1),
    )

    told = heard(firm["viewer"], "empresas con sector hostelería")

    if hidden.status == 200:
        assert "industry" not in str(told["filter"])
        assert told["unknown"]


def test_nothing_is_said_of_an_object_that_is_not_there(firm: Firm) -> None:
    answer = firm.admin.post("/v1/segments/interpret", {"text": "todo", "object": "unicorns"})

    assert answer.status == 404


@pytest.mark.parametrize(
    "text",
    [
        "(" * 300,
        "empresas " + "de Madrid o " * 40,
        "y o ni " * 60,
        "empresas que no " * 30,
        "1 2 3 4 5 6 7 8 9 0 " * 20,
        "empresas con importe mayor que 99999999999999999999999999999",
        "\u0000\u200b empresas de «" + "\\" * 200,
        "a" * 600,
        "más de más de más de " * 20,
        "31/02/2026 de 99 de junio de 9999 hace 9999 años",
    ],
)  # fmt: skip
def test_a_bomb_is_answered_soon(firm: Firm, text: str) -> None:
    begun = time.process_time()

    answer = firm.admin.post("/v1/segments/interpret", {"text": text, "locale": "es"})

    assert answer.status in (200, 400, 422), answer.raw
    assert time.process_time() - begun < 2


def test_too_much_to_be_a_sentence_is_refused(firm: Firm) -> None:
    long = firm.admin.post("/v1/segments/interpret", {"text": "a" * 601})
    many = firm.admin.post("/v1/segments/interpret", {"text": "a " * 200})

    assert (long.status, many.status) == (422, 422)


def test_a_filter_without_words_has_no_sentence(firm: Firm) -> None:
    nothing = {"any": []}

    answer = firm.admin.post("/v1/segments/sentence", {"object": "companies", "filter": nothing})

    assert (answer.status, answer.body) == (200, {"sentence": None})


def test_a_filter_that_makes_no_sense_is_refused(firm: Firm) -> None:
    answer = firm.admin.post(
        "/v1/segments/sentence", {"object": "companies", "filter": {"field": "moon", "op": "eq", "value": "full"}}
    )

    assert answer.status == 422
