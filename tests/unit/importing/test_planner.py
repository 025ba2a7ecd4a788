"""What a row means, before anybody asks the store."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib import wiring
from chalicelib.engine import catalogue
from chalicelib.engine.importing import columns, identity, mapping
from chalicelib.engine.importing.labels import label_of
from chalicelib.engine.importing.merge import merged
from chalicelib.engine.importing.planner import Recipe, RowPlan, plan_row
from chalicelib.engine.objects import Overlay
from chalicelib.kernel.context import Actor, Context, Role
from chalicelib.kernel.ids import Ids, TenantId

CATALOGUE = catalogue.merge(wiring.STANDARD, Overlay())
EVA = "01J000000000000000000000EV"
CTX = Context(
    TenantId("a" * 20),
    Actor("user", EVA, Role.ADMIN),
    "test",
    datetime(2026, 11, 21, tzinfo=UTC),
    Ids(),
    currency="EUR",
)


def recipe(plural: str, header: str, *rows: list[str]) -> Recipe:
    main = CATALOGUE.of_plural(plural)
    names = tuple(header.split(","))
    evidence = columns.observe(rows, len(names))
    told = mapping.propose(CATALOGUE, main, names, evidence)
    targets = {proposal.column: proposal.target for proposal in told if proposal.target}
    readings = columns.decide(evidence, day_first=True, decimal_mark=",")
    match = mapping.match_key(main, targets)
    return Recipe(CATALOGUE, main, names, targets, match, readings, {"eva@olmedo.example": EVA})


def planned(plural: str, header: str, *cells: str) -> RowPlan:
    row = list(cells)
    return plan_row(CTX, recipe(plural, header, row), row)


def values(plan: RowPlan) -> dict[str, Any]:
    assert plan.main is not None
    return dict(plan.main.values)


def test_blank_cells_say_nothing() -> None:
    plan = planned("contacts", "First Name,Job Title,Email", "Ana", "  ", "")

    assert values(plan) == {"first_name": "Ana"}
    assert plan.main is not None
    assert plan.main.keys == ()


def test_channels_stand_side_by_side_with_what_they_are_for() -> None:
    plan = planned(
        "contacts",
        "First Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Mobile Phone",
        *("Ana", "* Work", "ana@ruiz.example ::: compras@ruiz.example", "Casa", "ana@home.example", "600100200"),
    )

    assert values(plan)["emails"] == [
        {"value": "ana@ruiz.example", "label": "work", "primary": True},
        {"value": "compras@ruiz.example", "label": "work", "primary": True},
        {"value": "ana@home.example", "label": "home"},
    ]
    assert values(plan)["phones"] == [{"value": "600100200", "label": "mobile"}]


def test_an_address_is_put_together_and_its_country_known_by_name() -> None:
    plan = planned(
        "contacts",
        "First Name,Street,Street 2,City,Postal Code,Country",
        "Ana",
        "Mayor 1",
        "2.º B",
        "Toledo",
        "45001",
        "España",
    )

    assert values(plan)["address"] == {
        "street": "Mayor 1",
        "street2": "2.º B",
        "city": "Toledo",
        "postal_code": "45001",
        "country": "ES",
    }


@pytest.mark.parametrize(
    ("header", "cells", "name"),
    [
        ("Full Name", ["Ana María Ruiz"], {"first_name": "Ana", "last_name": "María Ruiz"}),
        (
            "First Name,Middle Name,Last Name",
            ["Ana", "María", "Ruiz"],
            {"first_name": "Ana María", "last_name": "Ruiz"},
        ),
        ("First Name,Last Name", ["", "Ruiz"], {"first_name": "Ruiz"}),
    ],
)
def test_a_person_has_a_name_however_it_was_cut(header: str, cells: list[str], name: dict[str, str]) -> None:
    assert values(planned("contacts", header, *cells)) == name


def test_a_nameless_person_is_called_by_the_address() -> None:
    assert values(planned("contacts", "First Name,Email", "", "ana.ruiz@x.example"))["first_name"] == "ana.ruiz"


def test_a_refused_cell_is_left_out_and_named_by_its_column() -> None:
    plan = planned("contacts", "First Name,Email,Birthday", "Ana", "ana@", "31/02/1980")

    assert values(plan) == {"first_name": "Ana"}
    assert plan.problems == ()
    assert [(note.column, note.code) for note in plan.notes] == [(1, "invalid_email"), (2, "invalid_date")]
    assert plan.notes[1].message.startswith("Birthday: “31/02/1980”.")


def test_of_two_phones_the_wrong_one_is_named() -> None:
    plan = planned("contacts", "First Name,Home Phone,Mobile Phone", "Ana", "911234567", "12")

    assert [note.column for note in plan.notes] == [2]
    assert [phone["value"] for phone in values(plan)["phones"]] == ["911234567"]


def test_a_choice_that_we_do_not_offer_is_left_out_and_noted() -> None:
    plan = planned("companies", "Name,Industry", "Bodegas Ríos", "Vinification")

    assert (values(plan), plan.problems) == ({"name": "Bodegas Ríos"}, ())
    assert [note.code for note in plan.notes] == ["unknown_option"]


def test_choices_are_known_by_their_label_in_either_language() -> None:
    assert values(planned("companies", "Name,Industry", "Ríos", "hosteleria"))["industry"] == "hospitality"
    assert values(planned("companies", "Name,Industry", "Ríos", "Hospitality"))["industry"] == "hospitality"


def test_the_owner_is_known_by_address_and_a_stranger_is_noted() -> None:
    assert values(planned("contacts", "First Name,Owner", "Ana", "Eva@Olmedo.example"))["owner"] == EVA
    assert [note.code for note in planned("contacts", "First Name,Owner", "Ana", "x@x.example").notes] == [
        "unknown_user"
    ]


def test_money_is_read_by_its_column_and_its_sign() -> None:
    assert values(planned("deals", "Deal Name,Amount", "Aceite", "1.250,50"))["amount"] == {
        "amount": "1250.50",
        "currency": "EUR",
    }
    assert values(planned("deals", "Deal Name,Amount", "Aceite", "$1,250.50"))["amount"]["currency"] == "USD"


def test_a_lone_id_of_another_object_is_a_reference_and_several_are_several() -> None:
    plan = planned("deals", "Deal Name,Associated Contact IDs", "Aceite", "101; 102")

    assert [(draft.object, draft.values, draft.is_reference) for draft in plan.beside] == [
        ("contacts", {"external_id": "101"}, True),
        ("contacts", {"external_id": "102"}, True),
    ]


def test_a_row_with_more_cells_than_the_header_is_not_trusted() -> None:
    plan = planned("contacts", "First Name,Last Name", "Ana", "Ruiz", "de más")

    assert [problem.code for problem in plan.problems] == ["too_many_cells"]


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        ("* Work", ("work", True)),
        ("Móvil", ("mobile", False)),
        ("Gimnasio", ("Gimnasio", False)),
        ("SMTP", (None, False)),
        ("", (None, False)),
    ],
)
def test_labels_are_ours_where_we_have_a_word(cell: str, label: tuple[str | None, bool]) -> None:
    assert label_of(cell) == label


def test_an_update_adds_to_lists_and_addresses_and_replaces_the_rest() -> None:
    kept = {
        "job_title": "Compras",
        "phones": [{"value": "+34911234567", "primary": True}],
        "address": {"city": "Toledo", "country": "ES"},
    }
    raw = {"job_title": "Ventas", "phones": ["600100200", "911234567"], "address": {"city": "Cuenca"}}

    assert merged(CTX, CATALOGUE.of_plural("contacts"), kept, raw) == {
        "job_title": "Ventas",
        "phones": [{"value": "+34911234567", "primary": True}, {"value": "+34600100200"}],
        "address": {"city": "Cuenca", "country": "ES"},
    }


def test_ids_are_the_same_for_the_same_key_and_differ_for_any_other() -> None:
    secret, job = b"pepper", "01K00000000000000000000000"
    ana = identity.by_key(secret, "t" * 20, "contacts", "emails", "ana@x.example")

    assert ana == identity.by_key(secret, "t" * 20, "contacts", "emails", "ana@x.example")
    others = {
        identity.by_key(b"salt", "t" * 20, "contacts", "emails", "ana@x.example"),
        identity.by_key(secret, "u" * 20, "contacts", "emails", "ana@x.example"),
        identity.by_key(secret, "t" * 20, "leads", "emails", "ana@x.example"),
        identity.by_row(job, "contacts", 1),
        identity.by_row(job, "contacts", 11),
    }
    assert len(others | {ana}) == 6
    assert {len(id) for id in others} == {26}


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=10, max_size=12))
def test_no_row_whatever_it_holds_breaks_the_planner(cells: list[str]) -> None:
    header = "First Name,Last Name,Email,Mobile,Birthday,Created Date,Owner,Account Name,Mailing Country,Deal - Value"

    plan = planned("contacts", header, *cells)

    assert all(problem.message for problem in (*plan.problems, *plan.notes))
