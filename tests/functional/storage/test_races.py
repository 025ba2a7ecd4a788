"""Sixty-four writers at once, on a store whose transactions hold: one winner, no lost update, no orphan."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from chalicelib.kernel.context import Context
from chalicelib.storage import guard, index, plan, records, writes
from chalicelib.storage.index import Counter
from chalicelib.storage.records import Row

pytestmark = pytest.mark.cloud

WRITERS = 64
ROUNDS = 5


@pytest.fixture
def ctx(cloud_world) -> Context:
    return cloud_world.ctx()


def race(ctx: Context, act: Callable[[int], object]) -> list[object]:
    """Let all writers act at the same moment and return what each got: a result or its refusal."""
    start = Barrier(WRITERS)

    def run(number: int) -> object:
        with guard.entered(ctx.tenant):
            start.wait()
            try:
                return act(number)
            except writes.Refused as refusal:
                return refusal

    with ThreadPoolExecutor(WRITERS) as pool:
        return list(pool.map(run, range(WRITERS)))


def a_contact(ctx: Context, number: int) -> Row:
    return Row(
        id=ctx.new_id(),
        object="contacts",
        version=1,
        values={"name": f"Ana {number}"},
        created_at="2026-11-21T20:15:00.000Z",
        created_by="u",
        updated_at="2026-11-21T20:15:00.000Z",
        updated_by="u",
    )


@pytest.mark.parametrize("round_", range(ROUNDS))
def test_one_unique_value_has_one_winner_and_leaves_no_orphan(ctx, round_):
    email = f"ana{round_}@sol.es"

    def create(number):
        contact = a_contact(ctx, number)
        claim = index.claim(ctx, "contacts", "email", email, record=contact.id)
        writes.execute(ctx, [records.create(ctx, contact, slots=[]), claim])
        return contact.id

    winners = [got for got in race(ctx, create) if isinstance(got, str)]

    with guard.entered(ctx.tenant):
        stored, _ = records.page(ctx, "contacts", slot=1, limit=100)
        assert [row.id for row in stored] == winners == [index.holder(ctx, "contacts", "email", email)]


def test_of_many_changes_to_one_version_one_is_stored(ctx):
    contact = a_contact(ctx, 0)
    with guard.entered(ctx.tenant):
        writes.execute(ctx, [records.create(ctx, contact, slots=[])])

    def change(number):
        changed = replace(contact, version=2, values={"name": f"Ana {number}"})
        writes.execute(ctx, [records.replace(ctx, changed, expected_version=1, slots=[])])
        return changed.values

    winners = [got for got in race(ctx, change) if isinstance(got, dict)]

    with guard.entered(ctx.tenant):
        assert [records.get(ctx, "contacts", contact.id).values] == winners


def test_no_update_is_lost_when_each_reads_again_and_repeats(ctx):
    contact = replace(a_contact(ctx, 0), values={"visits": 0})
    with guard.entered(ctx.tenant):
        writes.execute(ctx, [records.create(ctx, contact, slots=[])])

    def visit(_):
        while True:
            seen = records.get(ctx, "contacts", contact.id)
            more = replace(seen, version=seen.version + 1, values={"visits": seen.values["visits"] + 1})
            try:
                return writes.execute(ctx, [records.replace(ctx, more, expected_version=seen.version, slots=[])])
            except writes.Refused:
                continue

    race(ctx, visit)

    with guard.entered(ctx.tenant):
        assert records.get(ctx, "contacts", contact.id).values == {"visits": WRITERS}


def test_a_counter_loses_no_addition(ctx):
    def add(number):
        one = Counter("won", count=1, sums={"amount": number})
        while True:
            try:
                return writes.execute(ctx, [index.add_to_counter(ctx, "deals", "stage", one, shard=number % 8)])
            except writes.Unavailable:
                continue

    race(ctx, add)

    with guard.entered(ctx.tenant):
        assert index.counters(ctx, "deals", "stage") == [
            Counter("won", count=WRITERS, sums={"amount": sum(range(WRITERS))})
        ]


def test_the_same_writer_again_is_no_second_winner(ctx):
    contact = a_contact(ctx, 0)

    def create(_):
        writes.execute(ctx, [records.create(ctx, contact, slots=[])], token="the same message, delivered often")
        return contact.id

    assert race(ctx, create) == [contact.id] * WRITERS


def test_a_transaction_repeated_with_its_token_adds_once(ctx):
    marker = index.claim(ctx, "deals", "event", "event-1", record="01HEVENT")
    once = replace(marker, when=plan.absent())
    one = index.add_to_counter(ctx, "deals", "stage", Counter("won", count=1), shard=0)

    def apply(_):
        while True:
            try:
                return writes.execute(ctx, [once, one], token="event-1")
            except writes.Unavailable:
                continue

    race(ctx, apply)

    with guard.entered(ctx.tenant):
        assert index.counters(ctx, "deals", "stage") == [Counter("won", count=1)]
