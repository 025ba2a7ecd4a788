"""Records come into segments and leave them as they change, as others do, and as time passes."""

from tests.functional.derived.flow import rollup
from tests.functional.segments.around import Around

MADRID = {"field": "address.city", "op": "eq", "value": "madrid"}


def test_a_company_enters_and_leaves_as_its_address_changes(around: Around) -> None:
    segment = around.segment("De Madrid", "companies", MADRID)
    rios = around.create("companies", name="Bodegas Ríos", address={"city": "Madrid", "country": "ES"})
    sol = around.create("companies", name="Hotel Sol", address={"city": "Cádiz"})

    around.settle()
    first = around.members(segment), around.size(segment)
    around.update("companies", rios, address={"city": "Toledo"})
    around.update("companies", sol, address={"city": "MADRID"})
    around.settle()

    assert first == ({rios}, 1)
    assert (around.members(segment), around.size(segment)) == ({sol}, 1)


def test_records_that_were_there_are_in_a_new_segment(around: Around) -> None:
    rios = around.create("companies", name="Bodegas Ríos", address={"city": "Madrid"})
    around.settle()

    segment = around.segment("De Madrid", "companies", MADRID)
    around.settle()

    assert (around.members(segment), around.size(segment)) == ({rios}, 1)


def test_a_list_keeps_the_place_of_what_lies_in_the_trash_and_of_nothing_that_is_gone(around: Around) -> None:
    rios, sol = (around.create("companies", name=name) for name in ("Bodegas Ríos", "Hotel Sol"))
    listed = around.segment("Feria", "companies", mode="static")
    around.list_by_hand(listed, "companies", rios, sol)
    around.settle()

    around.delete("companies", rios)
    around.settle()
    without = around.members(listed)
    around.restore("companies", rios)
    around.settle()
    again = around.members(listed)
    around.delete("companies", sol)
    around.purge("companies", sol)
    around.settle()

    assert (without, again) == ({sol}, {rios, sol})
    assert (around.members(listed), around.size(listed)) == ({rios}, 1)
    assert around.standing("companies", sol).listed == {}


def test_who_comes_in_and_who_leaves_is_told_once_the_segment_is_ready(around: Around) -> None:
    rios = around.create("companies", name="Bodegas Ríos", address={"city": "Madrid"})
    segment = around.segment("De Madrid", "companies", MADRID)
    around.settle()
    quiet = [told for told in around.told if told[0].startswith("Segment")]

    sol = around.create("companies", name="Hotel Sol", address={"city": "Madrid"})
    around.update("companies", rios, address={"city": "Toledo"})
    around.settle()

    assert quiet == []
    told = {
        (name, detail["id"], detail["data"]["segment"]) for name, detail in around.told if name.startswith("Segment")
    }
    assert told == {("SegmentEntered", sol, segment), ("SegmentLeft", rios, segment)}


def test_a_kept_value_that_no_event_tells_of_moves_a_record_too(around: Around) -> None:
    around.define("companies", rollup("c_orders", "orders", "count"))
    segment = around.segment("Compran", "companies", {"field": "c_orders", "op": "gte", "value": 1})
    rios = around.create("companies", name="Bodegas Ríos")
    around.settle()

    around.create("orders", number="P-1", date="2026-11-01", company=rios)
    around.settle()

    assert around.members(segment) == {rios}


def test_a_segment_that_asks_otherwise_holds_others(around: Around) -> None:
    rios = around.create("companies", name="Bodegas Ríos", address={"city": "Madrid"})
    sol = around.create("companies", name="Hotel Sol", address={"city": "Toledo"})
    segment = around.segment("Ciudad", "companies", MADRID)
    user = around.segment("No", "companies", {"not": {"segment": segment}})
    around.settle()
    first = around.members(segment), around.members(user)

    around.change_segment(segment, filter={**MADRID, "value": "toledo"})
    around.settle()

    assert first == ({rios}, {sol})
    assert (around.members(segment), around.members(user)) == ({sol}, {rios})


def test_a_segment_that_is_taken_away_leaves_nothing_behind(around: Around) -> None:
    rios = around.create("companies", name="Bodegas Ríos", address={"city": "Madrid"})
    segment = around.segment("De Madrid", "companies", MADRID)
    around.settle()

    around.take_away(segment)
    around.settle()

    assert around.standing("companies", rios).inside == {}
    assert around.rows_of(segment) == []
