from dataclasses import replace

import pytest

from chalicelib.storage import names, reads, records, slots, streams, writes
from chalicelib.storage.records import Row

ANA, LUIS = "01HSOFIA0000000000000000AA", "01HLUIS00000000000000000AA"


def a_deal(ctx, name="Naranjas", *, owner=ANA, updated="2026-11-21T20:15:00.000Z", **more) -> Row:
    return Row(
        id=ctx.new_id(),
        object="deals",
        version=1,
        values={"name": name, "amount": {"minor": 125050, "currency": "EUR"}},
        created_at="2026-11-21T20:15:00.000Z",
        created_by=ANA,
        updated_at=updated,
        updated_by=ANA,
        owner=owner,
        origin=records.origin_of(ctx),
        **more,
    )


def store(ctx, row, *indexed):
    writes.execute(ctx, [records.create(ctx, row, slots=indexed)])
    return row


def page(ctx, **asked):
    return records.page(ctx, "deals", limit=asked.pop("limit", 50), **asked)


def names_of(rows):
    return [row.values["name"] for row in rows]


def test_a_stored_record_is_read_back_whole(ctx):
    deal = store(ctx, a_deal(ctx), slots.choice("won"))

    assert records.get(ctx, "deals", deal.id) == deal


def test_a_record_that_does_not_exist_is_nothing(ctx):
    assert records.get(ctx, "deals", ctx.new_id()) is None


@pytest.mark.parametrize("id", ["", "a#b", "x" * 2000, "a b", "01H#body", "ñ"])
def test_what_is_no_id_finds_nothing_and_asks_nobody(ctx, id):
    deal = store(ctx, a_deal(ctx))

    assert records.get(ctx, "deals", id) is None
    assert records.get_many(ctx, "deals", [id, deal.id]) == {deal.id: deal}


def test_the_body_row_is_no_record(ctx):
    deal = store(ctx, a_deal(ctx))
    writes.execute(ctx, [records.put_body(ctx, "deals", deal.id, version=1, values={"notes": "long"})])

    assert records.get(ctx, "deals", f"{deal.id}#body") is None
    assert names_of(page(ctx, slot=1)[0]) == ["Naranjas"]


def test_large_values_come_with_the_record_in_one_read(ctx):
    deal = store(ctx, a_deal(ctx))
    writes.execute(ctx, [records.put_body(ctx, "deals", deal.id, version=1, values={"notes": "long"})])

    assert records.get(ctx, "deals", deal.id, body=True) == replace(deal, body={"notes": "long"}, body_version=1)
    assert records.get(ctx, "deals", deal.id).body is None


def test_a_record_without_large_values_has_no_body(ctx):
    deal = store(ctx, a_deal(ctx))

    assert records.get(ctx, "deals", deal.id, body=True) == deal


def test_a_record_is_created_once(ctx):
    deal = store(ctx, a_deal(ctx))

    with pytest.raises(writes.Refused):
        store(ctx, deal)


def test_a_record_is_replaced_when_nobody_has_changed_it(ctx):
    deal = store(ctx, a_deal(ctx), slots.choice("won"))
    changed = replace(deal, version=2, values={"name": "Limones"}, owner=None)

    writes.execute(ctx, [records.replace(ctx, changed, expected_version=1, slots=[slots.choice("lost")])])

    assert records.get(ctx, "deals", deal.id) == changed
    assert names_of(page(ctx, slot=3, **slots.equal("lost")._asdict())[0]) == ["Limones"]
    assert page(ctx, slot=3, **slots.equal("won")._asdict())[0] == []


def test_a_stale_version_is_refused_and_shows_the_present_one(ctx):
    deal = store(ctx, a_deal(ctx))
    writes.execute(ctx, [records.replace(ctx, replace(deal, version=2), expected_version=1, slots=[])])

    with pytest.raises(writes.Refused) as refusal:
        writes.execute(ctx, [records.replace(ctx, replace(deal, version=2), expected_version=1, slots=[])])

    assert refusal.value.item["version"] == 2


def test_replacing_a_record_leaves_what_was_derived_meanwhile(ctx):
    deal = store(ctx, a_deal(ctx))
    writes.execute(ctx, [records.set_derived(ctx, deal, {"score": 7})])

    writes.execute(ctx, [records.replace(ctx, replace(deal, version=2), expected_version=1, slots=[])])

    assert records.get(ctx, "deals", deal.id).derived == {"score": 7}
    assert records.get(ctx, "deals", deal.id).version == 2


def test_of_two_who_derive_from_the_same_state_one_is_refused(ctx):
    deal = store(ctx, a_deal(ctx))
    writes.execute(ctx, [records.set_derived(ctx, deal, {"score": 7, "rank": 1})])
    known = records.get(ctx, "deals", deal.id)

    with pytest.raises(writes.Refused):
        writes.execute(ctx, [records.set_derived(ctx, deal, {"score": 6})])
    writes.execute(ctx, [records.set_derived(ctx, known, {"score": 8, "rank": None})])

    assert records.get(ctx, "deals", deal.id).derived == {"score": 8}


def test_a_deleted_record_leaves_every_list_and_can_still_be_read_on_request(ctx):
    deal = store(ctx, a_deal(ctx), slots.choice("won"))
    gone = replace(deal, version=2, deleted_at="2026-11-21T20:16:00.000Z")

    writes.execute(ctx, [records.replace(ctx, gone, expected_version=1, slots=[slots.choice("won")])])

    assert records.get(ctx, "deals", deal.id) is None
    assert records.get(ctx, "deals", deal.id, include_deleted=True) == gone
    assert records.get_many(ctx, "deals", [deal.id]) == {}
    assert [page(ctx, slot=number)[0] for number in (1, 2, 3)] == [[], [], []]


def test_a_restored_record_returns_to_every_list(ctx):
    deal = store(ctx, a_deal(ctx), slots.choice("won"))
    gone = replace(deal, version=2, deleted_at="2026-11-21T20:16:00.000Z")
    writes.execute(ctx, [records.replace(ctx, gone, expected_version=1, slots=[slots.choice("won")])])

    writes.execute(
        ctx, [records.replace(ctx, replace(deal, version=3), expected_version=2, slots=[slots.choice("won")])]
    )

    assert names_of(page(ctx, slot=3)[0]) == ["Naranjas"]


def test_a_purged_record_is_gone_for_ever(ctx):
    deal = store(ctx, a_deal(ctx))

    writes.execute(ctx, [records.purge(ctx, "deals", deal.id, expected_version=1)])

    assert records.get(ctx, "deals", deal.id, include_deleted=True) is None


def test_a_list_is_in_the_order_of_its_slot_in_both_directions(ctx):
    for name, amount in [("dear", 900), ("free", None), ("cheap", 5), ("debt", -20)]:
        store(ctx, a_deal(ctx, name), None if amount is None else slots.number(amount))

    assert names_of(page(ctx, slot=3)[0]) == ["free", "debt", "cheap", "dear"]
    assert names_of(page(ctx, slot=3, descending=True)[0]) == ["dear", "cheap", "debt", "free"]


def test_a_list_by_the_last_change_is_slot_one_and_by_owner_slot_two(ctx):
    store(ctx, a_deal(ctx, "old", owner=LUIS, updated="2026-11-20T00:00:00.000Z"))
    store(ctx, a_deal(ctx, "new", owner=ANA, updated="2026-11-21T00:00:00.000Z"))

    assert names_of(page(ctx, slot=1, descending=True)[0]) == ["new", "old"]
    assert names_of(page(ctx, slot=2, **slots.equal(LUIS)._asdict())[0]) == ["old"]


def test_pages_follow_one_another_without_loss_or_repetition(ctx):
    for number in range(7):
        store(ctx, a_deal(ctx, str(number)), slots.number(number // 2))

    seen, start = [], None
    while True:
        rows, start = page(ctx, slot=3, limit=3, start=start)
        seen += names_of(rows)
        if start is None:
            break

    assert sorted(seen) == [str(number) for number in range(7)]
    assert [int(name) // 2 for name in seen] == [0, 0, 1, 1, 2, 2, 3]


def test_a_range_that_ends_before_it_begins_is_empty(ctx):
    store(ctx, a_deal(ctx), slots.number(5))

    assert page(ctx, slot=3, **slots.between(slots.number(9), slots.number(1))._asdict()) == ([], None)


def test_records_of_several_objects_are_read_together_in_the_order_asked_for(ctx):
    deal = store(ctx, a_deal(ctx))
    company = store(ctx, replace(a_deal(ctx, "Sol"), object="companies"))

    found = records.get_mixed(ctx, [("companies", company.id), ("deals", deal.id), ("deals", company.id)])

    assert list(found.items()) == [(("companies", company.id), company), (("deals", deal.id), deal)]


def test_an_object_has_at_most_four_indexed_fields_of_its_own(ctx):
    with pytest.raises(ValueError, match="four fit"):
        records.create(ctx, a_deal(ctx), slots=["1"] * 5)


def test_a_record_that_another_depends_on_can_be_held_unchanged(ctx):
    deal = store(ctx, a_deal(ctx))
    other = a_deal(ctx, "Limones")

    writes.execute(ctx, [records.unchanged(ctx, "deals", deal.id, version=1), records.create(ctx, other, slots=[])])

    with pytest.raises(writes.Refused):
        writes.execute(ctx, [records.unchanged(ctx, "deals", deal.id, version=2)])
    with pytest.raises(writes.Refused):
        writes.execute(ctx, [records.unchanged(ctx, "deals", ctx.new_id())])


def test_the_stream_shows_the_same_row(ctx):
    deal = store(ctx, a_deal(ctx))
    item = records.create(ctx, deal, slots=[])
    image = {**item.item, "pk": item.key.pk, "sk": item.key.sk}

    assert streams.row(image) == deal
    assert streams.tenant_of(image) == ctx.tenant
    assert streams.row({**image, "sk": f"{deal.id}#body"}) is None
    assert streams.row(None) is None
    assert streams.image({"version": {"N": "2"}}) == {"version": 2}
    assert streams.image(None) is None


def test_a_row_of_no_tenant_is_told_as_such():
    with pytest.raises(ValueError, match="no tenant"):
        streams.tenant_of({"pk": "SUB#1", "sk": "-"})


def test_every_slot_is_written_even_without_a_value(ctx):
    deal = store(ctx, a_deal(ctx, owner=None), None, slots.choice("won"))

    item = reads.get(names.RECORDS, records.create(ctx, deal, slots=[]).key)

    assert [item.get(f"s{number}") for number in range(1, 6)] == [
        f"{deal.updated_at}\x1f{deal.id}",
        f"\x1f{deal.id}",
        f"\x1f{deal.id}",
        f"won\x1f{deal.id}",
        None,
    ]
