"""The bench's own formula, on items whose price AWS publishes."""

import pytest

from bench import capacity
from bench.capacity import Written

DEAL = {"pk": {"S": "T#sol#deals"}, "sk": {"S": "01H"}, "s1": {"S": "a"}, "s2": {"S": "b"}}


def of_size(size: int, **more: str) -> dict:
    """Return a record of ``size`` bytes, with ``more`` attributes among them."""
    item = {"pk": {"S": "p"}, "sk": {"S": "s"}, **{name: {"S": value} for name, value in more.items()}}
    return {**item, "x": {"S": "x" * (size - capacity.size_of(item) - 1)}}


@pytest.mark.parametrize(
    ("value", "size"),
    [
        ({"S": "ñ"}, 2),
        ({"N": "0"}, 1),
        ({"N": "125050"}, 4),
        ({"N": "-7"}, 3),
        ({"BOOL": True}, 1),
        ({"NULL": True}, 1),
        ({"L": [{"S": "ab"}]}, 3 + 1 + 2),
        ({"M": {"k": {"S": "ab"}}}, 3 + 1 + 1 + 2),
    ],
)
def test_the_size_of_a_value(value, size):
    assert capacity.size_of({"a": value}) == 1 + size


@pytest.mark.parametrize(
    ("size", "transaction", "units"), [(1024, False, 1), (1025, False, 2), (1024, True, 2), (3000, True, 6)]
)
def test_a_write_costs_a_unit_a_kilobyte_and_twice_in_a_transaction(size, transaction, units):
    assert capacity.written(Written("records", None, of_size(size)), transaction=transaction) == units


def test_a_write_costs_by_the_larger_of_the_old_and_the_new_item():
    assert capacity.written(Written("records", of_size(2500), of_size(10)), transaction=False) == 3


def test_a_new_record_costs_one_more_for_each_slot_that_it_fills():
    assert capacity.written(Written("records", None, DEAL), transaction=False) == 1 + 2


def test_a_slot_whose_key_moves_costs_two_and_one_that_stays_costs_one():
    after = {**DEAL, "s1": {"S": "z"}}

    assert capacity.written(Written("records", DEAL, after), transaction=False) == 1 + 2 + 1


def test_writing_the_same_again_leaves_the_slots_alone():
    assert capacity.written(Written("records", DEAL, DEAL), transaction=False) == 1


def test_leaving_a_slot_costs_one():
    after = {name: value for name, value in DEAL.items() if name != "s2"}

    assert capacity.written(Written("records", DEAL, after), transaction=False) == 1 + 1 + 1


def test_an_index_of_keys_alone_does_not_care_about_the_rest():
    message = {"pk": {"S": "p"}, "sk": {"S": "s"}, "due_shard": {"S": "DUE#1"}, "wake_at": {"S": "soon"}}

    changed = {**message, "state": {"S": "CLAIMED"}}

    assert capacity.written(Written("deliveries", message, changed), transaction=False) == 1


@pytest.mark.parametrize(
    ("sizes", "consistent", "together", "units"),
    [
        ([1000], True, False, 1),
        ([1000], False, False, 0.5),
        ([4097], True, False, 2),
        ([1000] * 25, False, True, 3.5),
        ([1000] * 25, False, False, 12.5),
        ([], False, True, 0.5),
        ([0, 0], False, False, 1),
    ],
)
def test_a_read_costs_a_unit_every_four_kilobytes(sizes, consistent, together, units):
    assert capacity.read(sizes, consistent=consistent, together=together) == units
