"""What somebody sees who does not see everything: the same set, whichever way it is asked for."""

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.engine import access, history, query, records, totals, visibility
from chalicelib.engine.roles.declared import NOTHING
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Forbidden, InvalidInput, NotFound
from chalicelib.storage import records as rows
from tests.unit.access.conftest import ANA, BEA, BILBAO, CARLOS, NORTH, SOUTH, Firm, reaching


@pytest.fixture
def deals(firm: Firm) -> dict[str, str]:
    """One deal each, one of nobody, and one of Carlos that is shared with Ana's team."""
    names = {"of Ana": ANA, "of Bea": BEA, "of Carlos": CARLOS, "shared": CARLOS}
    made = {name: firm.has("deals", owner, name=name, amount="100") for name, owner in names.items()}
    made["of nobody"] = firm.has("deals", name="of nobody", amount="100")
    firm.changed("deals", made["of nobody"], owner=None)
    firm.shared("deals", made["shared"], team=NORTH)
    return made


SEEN = [
    (ANA, "own", {"of Ana", "shared"}),
    (ANA, "team", {"of Ana", "of Bea", "shared"}),
    (BEA, "own", {"of Bea", "shared"}),
    (BEA, "team", {"of Bea", "shared"}),
    (CARLOS, "own", {"of Carlos", "shared"}),
    (CARLOS, "team", {"of Carlos", "shared"}),
    (ANA, "all", {"of Ana", "of Bea", "of Carlos", "shared", "of nobody"}),
]


def names(page: dict[str, Any]) -> set[str]:
    return {item["name"] for item in page["items"]}


def read_one_by_one(ctx: Context, deals: dict[str, str]) -> set[str]:
    found = set()
    for name, id in deals.items():
        try:
            found.add(records.get(ctx, plural="deals", id=id)["name"])
        except NotFound:
            assert name not in found
    return found


@pytest.mark.parametrize(("user", "extent", "seen"), SEEN)
def test_every_way_of_asking_finds_the_same(
    firm: Firm, deals: dict[str, str], user: str, extent: str, seen: set[str]
) -> None:
    ctx = firm.as_user(user, reaching(extent))
    won = {"field": "stage", "op": "eq", "value": "nueva"}
    dear = {"field": "amount", "op": "gte", "value": "50"}

    assert read_one_by_one(ctx, deals) == seen
    assert names(query.list(ctx, plural="deals")) == seen
    assert names(query.list(ctx, plural="deals", sort="-amount")) == seen
    assert names(query.list(ctx, plural="deals", filters=won)) == seen
    assert names(query.list(ctx, plural="deals", filters=dear, sort="-updated_at")) == seen
    assert {row.values["name"] for row in query.each(ctx, plural="deals")} == seen
    assert names(query.list(ctx, plural="deals", q="of")) | {"shared"} == seen | {"shared"}
    assert totals.count(ctx, plural="deals")["count"] == len(seen)
    board = {item["value"]: item for item in totals.by(ctx, plural="deals", field="stage")["items"]}
    assert board["nueva"]["count"] == len(seen)
    assert board["nueva"]["sums"] == [{"field": "amount", "amount": f"{len(seen) * 100}.00", "currency": "EUR"}]


def test_a_merged_list_is_in_order_and_goes_on_where_it_stopped(firm: Firm) -> None:
    for number, owner in enumerate([ANA, BEA, CARLOS] * 4):
        firm.has("deals", owner, name=f"D{number:02}", amount=str(100 + number))
    ctx = firm.as_user(ANA, reaching("team"))

    shown: list[str] = []
    cursor = None
    while True:
        page = query.list(ctx, plural="deals", sort="-amount", limit=3, cursor=cursor)
        shown += [item["name"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break

    assert shown == [f"D{number:02}" for number in range(11, -1, -1) if number % 3 != 2]


def test_too_many_records_ask_for_a_narrower_filter(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        firm.has("deals", ANA, name=f"D{number}")
    ctx = firm.as_user(ANA, reaching("own"))
    monkeypatch.setattr(visibility, "MOST_ROWS", 3)

    with pytest.raises(InvalidInput) as problem:
        query.list(ctx, plural="deals")
    narrowed = query.list(ctx, plural="deals", filters={"field": "owner", "op": "eq", "value": ANA})

    assert problem.value.code == "narrow_filter"
    assert len(narrowed["items"]) == 4


def test_too_many_owners_ask_for_a_narrower_filter(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    firm.has("deals", BEA, name="Aceite")
    ctx = firm.as_user(ANA, reaching("team"))
    monkeypatch.setattr(visibility, "MOST_OWNERS", 1)

    with pytest.raises(InvalidInput) as problem:
        query.list(ctx, plural="deals")

    assert problem.value.code == "narrow_filter"


def test_how_much_was_read_says_nothing_of_what_is_hidden(firm: Firm) -> None:
    firm.has("deals", CARLOS, name="Secreto")
    ctx = firm.as_user(ANA, reaching("own"))

    found = query.list(ctx, plural="deals", filters={"field": "stage", "op": "eq", "value": "nueva"})

    assert (found["items"], found["scanned"]) == ([], 0)


def test_an_object_without_owners_belongs_to_those_who_make_its_records(firm: Firm) -> None:
    ctx = firm.as_user(ANA, reaching("own"), pipelines=reaching("own"))
    assert not firm.object("pipelines").features.owned

    made = records.create(ctx, plural="pipelines", values={"name": "Ana", "stages": [{"label": "Una"}]})
    firm.told("pipelines", made["id"])

    assert names(query.list(ctx, plural="pipelines")) == {"Ana"}
    assert totals.count(ctx, plural="pipelines")["count"] == 1


def test_the_name_of_a_hidden_record_is_told_nowhere(firm: Firm) -> None:
    company = firm.has("companies", CARLOS, name="Hotel Retiro")
    deal = firm.has("deals", ANA, name="Aceite", company=company)
    ctx = firm.as_user(ANA, reaching("own"))

    told = records.get(ctx, plural="deals", id=deal)
    listed = query.list(ctx, plural="deals")["items"][0]
    through = query.list(ctx, plural="deals", filters={"field": "company.name", "op": "eq", "value": "Hotel Retiro"})
    found = query.list(ctx, plural="deals", q="retiro")

    assert told["links"]["company"] == listed["links"]["company"] == []
    assert through["items"] == found["items"] == []


def test_nobody_links_to_a_record_that_they_do_not_see(firm: Firm) -> None:
    company = firm.has("companies", CARLOS, name="Hotel Retiro")
    ctx = firm.as_user(ANA, reaching("own"))

    with pytest.raises(InvalidInput) as problem:
        records.create(ctx, plural="deals", values={"name": "Aceite", "company": company})

    assert [error.code for error in problem.value.errors] == ["unknown_record"]


def test_related_records_are_those_that_one_sees(firm: Firm) -> None:
    company = firm.has("companies", ANA, name="Hotel Retiro")
    for owner in (ANA, CARLOS):
        firm.has("deals", owner, name=f"of {owner[:6]}", company=company)
    ctx = firm.as_user(ANA, reaching("own"))

    shown = query.related(ctx, plural="companies", id=company, field="deals")["items"]

    assert [item["name"] for item in shown] == [f"of {ANA[:6]}"]


def test_the_timeline_names_no_hidden_record(firm: Firm) -> None:
    company = firm.has("companies", ANA, name="Hotel Retiro")
    for owner in (ANA, CARLOS):
        firm.has("deals", owner, name=f"of {owner[:6]}", company=company)
    ctx = firm.as_user(ANA, reaching("own"))

    told = history.page(ctx, plural="companies", id=company, kind="linked")["items"]

    assert [entry["data"]["name"] for entry in told] == [f"of {ANA[:6]}"]


def test_whoever_creates_only_their_own_creates_for_nobody_else(firm: Firm) -> None:
    ctx = firm.as_user(ANA, reaching("team"))

    assert records.create(ctx, plural="deals", values={"name": "Aceite", "owner": BEA})["owner"] == BEA
    with pytest.raises(Forbidden):
        records.create(ctx, plural="deals", values={"name": "Aceite", "owner": CARLOS})


def test_a_role_that_is_gone_may_do_nothing(firm: Firm) -> None:
    gone = firm.as_user(ANA, reaching("all"))
    ctx = replace(gone, actor=replace(gone.actor, role="gone"))

    assert access.permissions(ctx, firm.object("deals")) == NOTHING


def test_a_share_with_a_team_reaches_those_below_it_and_nobody_else(firm: Firm) -> None:
    deal = firm.has("deals", CARLOS, name="Aceite")
    firm.shared("deals", deal, team=NORTH)

    seen = {
        user: access.can(firm.as_user(user, reaching("own")), firm.object("deals"), "read", _row(firm, deal))
        for user in (ANA, BEA)
    }

    assert seen == {ANA: True, BEA: True}
    firm.shared("deals", deal, team=SOUTH)
    elsewhere = firm.has("deals", CARLOS, name="Vino")
    firm.shared("deals", elsewhere, team=BILBAO)
    assert not access.can(firm.as_user(ANA, reaching("own")), firm.object("deals"), "read", _row(firm, elsewhere))


def _row(firm: Firm, id: str) -> rows.Row:
    row = rows.get(firm.admin, "deals", id)
    assert row
    return row


def test_reading_for_those_who_see_all_asks_the_store_for_nothing_more(firm: Firm, world: Any) -> None:
    deal = firm.has("deals", CARLOS, name="Aceite")
    viewer = firm.as_user(ANA, {**NOTHING, "read": "all"})
    records.get(viewer, plural="deals", id=deal)
    query.list(viewer, plural="deals")

    with world.watch.during() as by_admin:
        records.get(firm.admin, plural="deals", id=deal)
        query.list(firm.admin, plural="deals")
        totals.count(firm.admin, plural="deals")
    with world.watch.during() as by_viewer:
        records.get(viewer, plural="deals", id=deal)
        query.list(viewer, plural="deals")
        totals.count(viewer, plural="deals")

    assert [str(call) for call in by_viewer] == [str(call) for call in by_admin]


def test_a_list_costs_a_read_for_every_person_and_for_whom_it_may_be_shared_with(firm: Firm, world: Any) -> None:
    for owner in (ANA, BEA, CARLOS):
        firm.has("deals", owner, name=f"of {owner}")
    own, team = (firm.as_user(ANA, reaching(extent)) for extent in ("own", "team"))

    def calls(ctx: Context) -> list[str]:
        query.list(ctx, plural="deals", fields=["name"])
        with world.watch.during() as seen:
            query.list(ctx, plural="deals", fields=["name"])
        return [call.operation for call in seen]

    assert calls(own) == ["Query"] * 3  # shared with Ana, shared with her team, hers
    assert calls(team) == ["Query"] * 4  # and Bea's
