"""A formula or rollup is refused when it is defined, not when it is read."""

import pytest

from chalicelib.engine.catalogue import Catalogue
from chalicelib.engine.derived import definitions, values
from chalicelib.engine.objects import Field, Rollup
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage.records import Row
from tests.unit.formulas.firm_of_wine import CTX, firm, formula, rollup

TOTAL = rollup("c_total", Rollup("deals", "sum", "amount"), "money")
COUNT = rollup("c_count", Rollup("deals", "count"), "number")


def settled(plural: str, field: Field, catalogue: Catalogue | None = None) -> Field:
    known = catalogue or firm()
    return definitions.settled(CTX, known, known.of_plural(plural), field)


@pytest.mark.parametrize(
    ("plural", "field", "result"),
    [
        ("deals", formula("c_x", "hours * 2"), "number"),
        ("deals", formula("c_x", "hours * 2", "percent"), "percent"),
        ("deals", formula("c_x", "amount * (1 - coalesce(company.discount, 0) / 100)"), "money"),
        ("deals", formula("c_x", "concat(name, ' · ', company.name)"), "text"),
        ("deals", formula("c_x", "company.emails"), "text"),
        ("deals", formula("c_x", "close_date < today() and stage != 'won'"), "boolean"),
        ("deals", formula("c_x", "created_at"), "date_time"),
        ("companies", formula("c_x", "parent.industry"), "text"),
        ("companies", TOTAL, "money"),
        ("companies", COUNT, "number"),
        ("companies", rollup("c_x", Rollup("deals", "max", "close_date")), "date"),
        ("companies", rollup("c_x", Rollup("shared", "count")), "number"),
        (
            "companies",
            rollup("c_x", Rollup("deals", "count", None, {"field": "stage", "op": "eq", "value": "won"})),
            "number",
        ),
    ],
)
def test_a_computed_field_has_the_type_of_its_result(plural: str, field: Field, result: str) -> None:
    made = settled(plural, field)

    assert (made.result, made.read_only) == (result, True)


@pytest.mark.parametrize(
    ("plural", "field", "refused"),
    [
        ("deals", formula("c_x", "wine"), {"formula": "unknown_field"}),
        ("deals", formula("c_x", "company.wine"), {"formula": "unknown_field"}),
        ("deals", formula("c_x", "company.parent.name"), {"formula": "unknown_field"}),
        ("deals", formula("c_x", "company"), {"formula": "not_computable"}),
        ("deals", formula("c_x", "company.notes"), {"formula": "not_computable"}),
        ("deals", formula("c_x", "partners.name"), {"formula": "not_one_record"}),
        ("deals", formula("c_x", "name.upper"), {"formula": "not_one_record"}),
        ("deals", formula("c_x", "hours * 2", "text"), {"result": "wrong_kind"}),
        ("deals", formula("c_x", "hours", "link"), {"result": "wrong_kind"}),
        ("deals", formula("c_x", "null"), {"formula": "no_result"}),
        ("deals", formula("c_x", "c_x + 1"), {"formula": "unknown_field"}),
        ("deals", formula("c_x", "if(is_empty(company.name), today(), close_date)"), {"formula": "changes_by_itself"}),
        ("companies", rollup("c_x", Rollup("wines", "count")), {"rollup.relation": "unknown_relation"}),
        ("companies", rollup("c_x", Rollup("deals", "average", "hours")), {"rollup.function": "not_an_option"}),
        ("companies", rollup("c_x", Rollup("deals", "sum")), {"rollup.field": "wrong_kind"}),
        ("companies", rollup("c_x", Rollup("deals", "sum", "close_date")), {"rollup.field": "wrong_kind"}),
        ("companies", rollup("c_x", Rollup("deals", "count", "hours")), {"rollup.field": "not_expected"}),
        (
            "companies",
            rollup("c_x", Rollup("deals", "count", None, {"field": "wine", "op": "eq", "value": 1})),
            {"rollup.filter": "unknown_field"},
        ),
    ],
)  # fmt: skip
def test_a_computed_field_is_refused_that_makes_no_sense(plural: str, field: Field, refused: dict[str, str]) -> None:
    with pytest.raises(InvalidInput) as refusal:
        settled(plural, field)

    assert {error.field: error.code for error in refusal.value.errors} == refused


def test_a_field_that_would_be_computed_from_itself_is_refused_with_its_way_round() -> None:
    known = firm(
        companies=[TOTAL, formula("c_share", "c_total / 2", "money")],
        deals=[formula("c_part", "company.c_share", "money")],
    )

    with pytest.raises(InvalidInput, match=r"companies|deal\.c_part → company\.c_share → company\.c_total"):
        settled("companies", rollup("c_total", Rollup("deals", "sum", "c_part")), known)


def test_a_record_two_levels_up_of_the_same_object_is_a_circle() -> None:
    known = firm(companies=[formula("c_top", "parent.name", "text")])

    with pytest.raises(InvalidInput, match="computed from itself"):
        settled("companies", formula("c_top", "coalesce(parent.c_top, name)"), known)


def test_at_most_three_records_are_looked_through() -> None:
    one = rollup("c_one", Rollup("deals", "sum", "amount"), "money")
    two = formula("c_two", "company.c_one", "money")
    three = rollup("c_three", Rollup("deals", "max", "c_two"), "money")

    assert settled("companies", three, firm([one], [two])).result == "money"
    with pytest.raises(InvalidInput, match="at most 3 records"):
        settled("deals", formula("c_four", "company.c_three"), firm([one, three], [two]))


def test_what_others_are_computed_from_cannot_change_under_them() -> None:
    known = firm(companies=[formula("c_word", "name", "text")], deals=[formula("c_x", "upper(company.c_word)", "text")])

    for source in ("len(name)", "concat(name, text(year(today())))"):
        with pytest.raises(InvalidInput) as refusal:
            settled("companies", formula("c_word", source), known)
        assert [(error.field, error.code) for error in refusal.value.errors] == [("formula", "breaks_another")]


def test_a_field_knows_who_would_miss_it() -> None:
    known = firm(companies=[TOTAL, COUNT], deals=[formula("c_x", "hours * company.discount", "number")])

    assert definitions.users(known, known.of_plural("deals"), "amount") == ["companies.c_total"]
    assert definitions.users(known, known.of_plural("companies"), "discount") == ["deals.c_x"]
    assert definitions.users(known, known.of_plural("deals"), "name") == []


def test_what_other_records_say_is_kept_and_the_rest_is_computed_when_read() -> None:
    known = firm(companies=[TOTAL, formula("c_half", "c_total / 2", "money"), formula("c_loud", "upper(name)", "text")])
    company = known.of_plural("companies")
    stored = {"minor": 1_001, "currency": "EUR"}
    row = Row("01", "companies", 1, {"name": "Bodega"}, "", "", "", "", derived={"c_total": stored, "c_gone": 7})

    assert [field.name for field in values.kept(company)] == ["c_total"]
    assert values.computed(CTX, company, row) == {
        "c_total": stored,
        "c_half": {"minor": 500, "currency": "EUR"},
        "c_loud": "BODEGA",
    }


def test_a_formula_over_a_field_that_is_hidden_is_hidden_too() -> None:
    known = firm(deals=[formula("c_rate", "amount / hours", "money"), formula("c_twice", "c_rate * 2", "money")])
    deal = known.of_plural("deals")

    assert values.telling(deal, deal.visible) == deal.visible
    assert deal.visible - values.telling(deal, deal.visible - {"hours"}) == {"hours", "c_rate", "c_twice"}
