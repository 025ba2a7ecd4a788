"""A field that one may not read is a field that nobody declared, wherever it is asked for."""

from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.engine import history, metadata, narrowing, openapi, overlays, query, records, totals
from chalicelib.engine.importing import targets
from chalicelib.engine.roles.declared import EVERYTHING, FieldRule
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from tests.unit.access.conftest import ANA, CARLOS, Firm

UNREAD, UNWRITTEN = FieldRule(False, False), FieldRule(True, False)
DENIED = {
    "deals": {"amount": UNREAD, "stage": UNREAD, "company": UNREAD, "close_date": UNWRITTEN},
    "contacts": {"phones": UNREAD},
}
HIDDEN = "amount"
NEVER = "castle"


@pytest.fixture
def ana(firm: Firm) -> Context:
    return firm.as_user(ANA, EVERYTHING, denied=DENIED)


@pytest.fixture
def deal(firm: Firm) -> str:
    company = firm.has("companies", CARLOS, name="Hotel Retiro")
    return firm.has("deals", CARLOS, name="Aceite", amount="1250", company=company)


def refusal_of(ask: Callable[[str], Any], name: str) -> list[tuple[str, str, str]]:
    with pytest.raises(InvalidInput) as problem:
        ask(name)
    assert problem.value.status == 422
    return [
        (error.field.replace(name, "-"), error.code, error.message.replace(name, "-")) for error in problem.value.errors
    ]


ASKING: dict[str, Callable[[Context], Callable[[str], Any]]] = {
    "a filter": lambda ctx: (
        lambda name: query.list(ctx, plural="deals", filters={"field": name, "op": "gt", "value": "1"})
    ),
    "a filter for nothing": lambda ctx: (
        lambda name: query.list(ctx, plural="deals", filters={"field": name, "op": "empty"})
    ),
    "a filter through a link": lambda ctx: (
        lambda name: query.list(ctx, plural="tasks", filters={"field": f"deal.{name}", "op": "eq", "value": "1"})
    ),
    "a sort": lambda ctx: lambda name: query.list(ctx, plural="deals", sort=f"-{name}"),
    "the fields": lambda ctx: lambda name: query.list(ctx, plural="deals", fields=["name", name]),
    "a new record": lambda ctx: lambda name: records.create(ctx, plural="deals", values={"name": "Vino", name: "1"}),
    "totals": lambda ctx: lambda name: totals.by(ctx, plural="deals", field="stage" if name == HIDDEN else name),
}


@pytest.mark.parametrize("ask", ASKING.values(), ids=ASKING)
def test_asking_for_it_is_asking_for_what_there_is_not(
    ana: Context, deal: str, ask: Callable[[Context], Callable[[str], Any]]
) -> None:
    assert refusal_of(ask(ana), HIDDEN) == refusal_of(ask(ana), NEVER)


def test_changing_it_is_changing_what_there_is_not(ana: Context, deal: str) -> None:
    def change(name: str) -> None:
        records.update(ana, plural="deals", id=deal, changes={name: "2"}, expected_version=None)

    assert refusal_of(change, HIDDEN) == refusal_of(change, NEVER)
    assert refusal_of(change, "close_date")[0][1] == "read_only"


def test_no_record_shows_it(firm: Firm, ana: Context, deal: str) -> None:
    company = records.get(firm.admin, plural="deals", id=deal)["company"]

    shown = [
        records.get(ana, plural="deals", id=deal),
        query.list(ana, plural="deals")["items"][0],
        query.list(ana, plural="deals", q="aceite")["items"][0],
        records.update(ana, plural="deals", id=deal, changes={"name": "Vino"}, expected_version=None),
    ]

    for record in shown:
        assert not {"amount", "stage", "company"} & record.keys()
        assert "company" not in record["links"]
        assert company not in str(record)


def test_the_relation_is_not_there_from_its_other_side_either(firm: Firm, ana: Context, deal: str) -> None:
    company = records.get(firm.admin, plural="deals", id=deal)["company"]

    related = [each["field"] for each in metadata.describe(ana, plural="companies")["related"]]

    assert "deals" not in related
    with pytest.raises(Exception, match="no such record"):
        query.related(ana, plural="companies", id=company, field="deals")


def test_a_value_that_was_kept_is_not_lost_by_whoever_cannot_read_it(firm: Firm, ana: Context, deal: str) -> None:
    records.update(ana, plural="deals", id=deal, changes={"name": "Vino"}, expected_version=None)

    assert records.get(firm.admin, plural="deals", id=deal)["amount"]["amount"] == "1250.00"


def test_nobody_is_found_by_it(firm: Firm, ana: Context) -> None:
    marta = firm.has("contacts", CARLOS, first_name="Marta", last_name="Peña", phones=["612 34 56 78"])

    def found(q: str, who: Context) -> list[str]:
        return [item["id"] for item in query.list(who, plural="contacts", q=q)["items"]]

    for q in ("612345678", "612 34 56 78", "marta 612345678", "345678"):
        assert found(q, firm.admin) == [marta], q
        assert found(q, ana) == [], q
    assert found("marta peña", ana) == [marta]


def test_totals_sum_what_one_may_read(firm: Firm, deal: str) -> None:
    ctx = firm.as_user(ANA, EVERYTHING, denied={"deals": {"amount": UNREAD}})

    told = totals.by(ctx, plural="deals", field="stage")["items"][0]

    assert (told["count"], told["sums"], told["weighted"]) == (1, [], [])


def test_the_timeline_is_silent_about_it(firm: Firm, ana: Context, deal: str) -> None:
    firm.changed("deals", deal, amount="99999")
    firm.changed("deals", deal, amount="88888", name="Vino")

    told = history.page(ana, plural="deals", id=deal)["items"]

    changes = [change["field"] for entry in told for change in entry["changes"]]
    assert changes == ["name"]
    assert "99999" not in str(told)
    assert "88888" not in str(told)


def test_metadata_and_openapi_know_nothing_of_it(ana: Context) -> None:
    told = metadata.describe(ana, plural="deals")
    fields = {field["name"]: field for field in told["fields"]}
    schemas = openapi.schemas(openapi.seen(ana))

    assert not {"amount", "stage", "company"} & fields.keys()
    assert (fields["close_date"]["read_only"], fields["name"]["read_only"]) == (True, False)
    assert told["board"] is None
    assert "amount" not in {name for section in told["sections"] for name in section["fields"]}
    assert "amount" not in schemas["Deal"]["properties"]
    assert not {"amount", "close_date"} & schemas["DealCreate"]["properties"].keys()
    assert "close_date" in schemas["Deal"]["properties"]


def test_no_column_of_a_file_lands_in_it(ana: Context) -> None:
    known = narrowing.of(ana, overlays.load(ana))

    def mapped(name: str) -> None:
        entry = {"column": 0, "target": {"object": "deals", "field": name}}
        targets.checked(known, known.of_plural("deals"), [entry], columns=1)

    assert refusal_of(mapped, HIDDEN) == refusal_of(mapped, NEVER) == refusal_of(mapped, "close_date")
    mapped("name")
