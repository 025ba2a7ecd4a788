"""What a record contributes to search and totals, and what the difference of two contributions is."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib import wiring
from chalicelib.engine import catalogue, contributions
from chalicelib.engine.contributions import AddTally, Contribution, CounterKey, DropToken, KeepToken, Tally
from chalicelib.engine.objects import Overlay
from chalicelib.storage.records import Row

CATALOGUE = catalogue.merge(wiring.STANDARD, Overlay())
DEALS = CATALOGUE.of_plural("deals")
PEPA, LOLA = "01KB2T9WM0PEPAPEPAPEPAPEPA", "01KB2T9WM0LOLALOLALOLALOLA"


def deal(*, owner: str | None = PEPA, deleted_at: str | None = None, **values: Any) -> Row:
    stamp = "2026-11-21T20:15:00.000Z"
    return Row(
        "01KB2T9WM0DEALDEALDEALDEAL", "deals", 1, values, stamp, PEPA, stamp, PEPA, owner=owner, deleted_at=deleted_at
    )


def euros(minor: int) -> Mapping[str, Any]:
    return {"minor": minor, "currency": "EUR"}


def test_a_deal_counts_once_in_all_and_once_in_each_counted_field_with_its_amount() -> None:
    counters = contributions.of(DEALS, deal(name="Tinto", stage="offer", amount=euros(125_050))).counters

    assert counters[CounterKey("stage", "offer", PEPA, "EUR")] == Tally(1, {"amount": 125_050})
    assert counters[CounterKey("_all", "", PEPA, "EUR")] == Tally(1, {"amount": 125_050})


def test_a_deal_without_amount_or_owner_counts_under_neither() -> None:
    counters = contributions.of(DEALS, deal(owner=None, name="Tinto", stage="offer")).counters

    assert counters[CounterKey("stage", "offer", "", "")] == Tally(1)


def test_a_deal_is_found_by_the_words_of_its_name_without_accents() -> None:
    tokens = contributions.of(DEALS, deal(name="Añada Peñón", stage="offer")).tokens

    assert tokens["anada"] == "name"
    assert tokens["penon"] == "name"


@pytest.mark.parametrize("row", [None, deal(name="Tinto", stage="offer", deleted_at="2026-11-22T00:00:00.000Z")])
def test_what_is_gone_contributes_nothing(row: Row | None) -> None:
    assert contributions.of(DEALS, row) == contributions.NOTHING


def test_moving_a_deal_takes_it_from_one_total_and_adds_it_to_another() -> None:
    before = contributions.of(DEALS, deal(name="Tinto", stage="offer", amount=euros(100)))
    after = contributions.of(DEALS, deal(name="Tinto", stage="won", amount=euros(100)))

    steps = contributions.difference(before, after)

    assert AddTally(CounterKey("stage", "offer", PEPA, "EUR"), Tally(-1, {"amount": -100})) in steps
    assert AddTally(CounterKey("stage", "won", PEPA, "EUR"), Tally(1, {"amount": 100})) in steps
    assert not any(isinstance(step, KeepToken | DropToken) for step in steps)


def test_a_new_name_rewrites_the_text_beside_the_words_that_stay() -> None:
    before = contributions.of(DEALS, deal(name="Tinto joven", stage="offer"))
    after = contributions.of(DEALS, deal(name="Tinto viejo", stage="offer"))

    steps = contributions.difference(before, after)

    assert DropToken("joven", "name") in steps
    assert {step.token for step in steps if isinstance(step, KeepToken)} >= {"tinto", "viejo"}


KEYS = st.builds(
    CounterKey,
    st.sampled_from(["stage", "_all"]),
    st.sampled_from(["", "won"]),
    st.sampled_from([PEPA, LOLA]),
    st.just("EUR"),
)
TALLIES = st.builds(
    Tally, st.integers(0, 3), st.dictionaries(st.just("amount"), st.integers(1, 10**12), max_size=1)
).filter(bool)
CONTRIBUTIONS = st.builds(
    Contribution,
    st.dictionaries(st.sampled_from(["ana", "pepa", "tinto", "612"]), st.sampled_from(["name", "phones"])),
    st.sampled_from(["", "ana pepa", "tinto"]),
    st.dictionaries(KEYS, TALLIES, max_size=4),
)


@given(CONTRIBUTIONS, CONTRIBUTIONS)
def test_the_steps_of_a_difference_lead_from_one_contribution_to_the_other(
    before: Contribution, after: Contribution
) -> None:
    arrived = contributions.advance(before, contributions.difference(before, after))

    assert replace(arrived, text=after.text) == after


@given(CONTRIBUTIONS, CONTRIBUTIONS, st.integers(0, 12))
def test_a_difference_may_stop_after_any_step_and_go_on_from_there(
    before: Contribution, after: Contribution, stop: int
) -> None:
    halfway = contributions.advance(before, contributions.difference(before, after)[:stop])

    arrived = contributions.advance(halfway, contributions.difference(halfway, after))

    assert replace(arrived, text=after.text) == after


@given(CONTRIBUTIONS)
def test_nothing_differs_from_itself(contribution: Contribution) -> None:
    assert contributions.difference(contribution, contribution) == []


@given(CONTRIBUTIONS)
def test_a_contribution_comes_back_from_the_store_as_it_went(contribution: Contribution) -> None:
    assert contributions.from_item(contributions.to_item(contribution)) == contribution
