"""Segments give points, and the points of somebody are their score: by a change, by time, by what a firm thinks now."""

from typing import Any

from tests.functional.segments.around import Around

MADRID = {"field": "address.city", "op": "eq", "value": "madrid"}
RETAIL = {"field": "industry", "op": "eq", "value": "retail"}
NEW = {"not": {"field": "created_at", "op": "older_than", "value": "30_days"}}
WARM = {"field": "score", "op": "gte", "value": 30}


def score_of(around: Around, id: str) -> Any:
    return around.read("companies", id)["score"]


def test_points_come_and_go_with_the_segments_that_give_them(around: Around) -> None:
    rios = around.create("companies", name="Bodegas Ríos", address={"city": "Madrid"}, industry="retail")
    around.segment("De Madrid", "companies", MADRID, points=10)
    around.segment("Comercio", "companies", RETAIL, points=-4)
    around.settle()
    first = score_of(around, rios)
    around.update("companies", rios, address={"city": "Cádiz"})
    around.settle()
    second = score_of(around, rios)
    around.update("companies", rios, industry=None)
    around.settle()

    assert (first, second, score_of(around, rios)) == (6, -4, None)


def test_time_alone_takes_points_away(around: Around) -> None:
    around.segment("Nuevas", "companies", NEW, points=20)
    rios = around.create("companies", name="Bodegas Ríos")
    around.settle()
    first = score_of(around, rios)

    around.pass_days(31)

    assert (first, score_of(around, rios)) == (20, None)


def test_points_that_a_firm_changes_its_mind_about_are_counted_anew_while_the_segment_stays_ready(
    around: Around,
) -> None:
    rios = around.create("companies", name="Bodegas Ríos", address={"city": "Madrid"})
    listed = around.segment("Feria", "companies", mode="static", points=5)
    around.list_by_hand(listed, "companies", rios)
    local = around.segment("De Madrid", "companies", MADRID, points=10)
    around.settle()
    first = score_of(around, rios)
    around.change_segment(local, points=50)
    around.change_segment(listed, points=7)
    is_ready = around.is_ready(local)
    around.settle()
    second = score_of(around, rios)
    around.take_away(local)
    around.settle()

    assert (first, second, score_of(around, rios)) == (15, 57, 7)
    assert is_ready


def test_whoever_scores_enough_enters_the_segment_that_asks_for_it(around: Around) -> None:
    warm = around.segment("Calientes", "companies", WARM)
    around.segment("De Madrid", "companies", MADRID, points=20)
    around.segment("Comercio", "companies", RETAIL, points=15)
    rios = around.create("companies", name="Bodegas Ríos", address={"city": "Madrid"})
    around.settle()
    before = around.members(warm)

    around.update("companies", rios, industry="retail")
    around.settle()

    assert (before, around.members(warm)) == (set(), {rios})
    assert [told for told in around.told if told[0] == "SegmentEntered" and told[1]["data"]["segment"] == warm]
