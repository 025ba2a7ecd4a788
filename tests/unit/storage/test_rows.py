"""The smaller tables: links, index, timeline, timers, directory, deliveries, jobs and the rows before a tenant."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.kernel import clock
from chalicelib.kernel.errors import Unavailable
from chalicelib.storage import (
    deliveries,
    directory,
    guard,
    index,
    jobs,
    keys,
    links,
    plan,
    system,
    timeline,
    timers,
    writes,
)
from chalicelib.storage.index import Answer, Applied, Counter, Token
from chalicelib.storage.links import Edge, Related
from chalicelib.storage.timeline import Entry
from chalicelib.storage.timers import Timer
from tests.unit.storage.conftest import a_context

ANA, SOL, LUNA = "01HANA000000000000000000AA", "01HSOL000000000000000000AA", "01HLUNA00000000000000000AA"
WORKS_AT = Edge(ANA, "contacts", "companies", "contacts", SOL, "companies", {"role": "buyer", "primary": True})
SOON, LATER = "2026-11-21T20:20:00.000Z", "2026-11-22T09:00:00.000Z"


def do(ctx, *planned):
    writes.execute(ctx, planned)


def test_a_link_is_seen_from_both_ends(ctx):
    do(ctx, *links.put(ctx, WORKS_AT))

    assert links.of(ctx, ANA) == [Related("companies", SOL, "companies", {"role": "buyer", "primary": True})]
    assert links.of(ctx, SOL, "contacts") == [Related("contacts", ANA, "contacts", {"role": "buyer", "primary": True})]


def test_a_link_without_a_way_back_is_one_row(ctx):
    do(ctx, *links.put(ctx, replace(WORKS_AT, inverse=None)))

    assert links.of(ctx, SOL) == []


def test_a_removed_link_is_gone_from_both_ends(ctx):
    do(ctx, *links.put(ctx, WORKS_AT))

    do(ctx, *links.delete(ctx, WORKS_AT))

    assert (links.of(ctx, ANA), links.of(ctx, SOL)) == ([], [])


def test_related_records_come_in_pages(ctx):
    for other in (SOL, LUNA):
        do(ctx, *links.put(ctx, replace(WORKS_AT, other=other)))
    do(ctx, *links.put(ctx, replace(WORKS_AT, field="companies_of_old", other=SOL)))

    first, start = links.related(ctx, ANA, "companies", limit=1)
    second, end = links.related(ctx, ANA, "companies", limit=2, start=start)

    assert [[each.id for each in page] for page in (first, second)] == [[LUNA], [SOL]]
    assert end is None


def test_what_is_no_id_has_no_links_and_no_timeline(ctx):
    assert links.related(ctx, "a#b", "companies", limit=5) == ([], None)
    assert links.of(ctx, "") == []
    assert timeline.page(ctx, "a#b", limit=5) == ([], None)


def test_a_unique_value_has_one_holder(ctx):
    do(ctx, index.claim(ctx, "contacts", "email", "ana@sol.es", record=ANA))
    do(ctx, index.claim(ctx, "contacts", "email", "ana@sol.es", record=ANA))

    with pytest.raises(writes.Refused) as refusal:
        do(ctx, index.claim(ctx, "contacts", "email", "ana@sol.es", record=LUNA))

    assert refusal.value.item["record"] == ANA
    assert index.holder(ctx, "contacts", "email", "ana@sol.es") == ANA


def test_a_released_value_is_free_and_only_its_holder_releases_it(ctx):
    do(ctx, index.claim(ctx, "contacts", "email", "ana@sol.es", record=ANA))

    with pytest.raises(writes.Refused):
        do(ctx, index.release(ctx, "contacts", "email", "ana@sol.es", record=LUNA))
    do(ctx, index.release(ctx, "contacts", "email", "ana@sol.es", record=ANA))
    do(ctx, index.release(ctx, "contacts", "email", "ana@sol.es", record=ANA))

    assert index.holder(ctx, "contacts", "email", "ana@sol.es") is None


def test_the_same_value_of_another_field_object_or_tenant_is_another_value(ctx):
    do(ctx, index.claim(ctx, "contacts", "email", "ana@sol.es", record=ANA))

    do(ctx, index.claim(ctx, "leads", "email", "ana@sol.es", record=LUNA))
    other = a_context()
    with guard.entered(other.tenant):
        do(other, index.claim(other, "contacts", "email", "ana@sol.es", record=LUNA))

    assert index.holder(ctx, "contacts", "email", "ana@sol.es") == ANA


def test_a_long_unique_value_is_claimed_by_its_digest(ctx):
    long = "ñ" * 3000
    do(ctx, index.claim(ctx, "orders", "number", long, record=ANA))

    assert index.holders(ctx, "orders", "number", [long, long + "x"]) == {long: ANA}


def test_records_are_found_by_the_beginning_of_a_word(ctx):
    token = Token("lopez", ANA, "name", "ana lopez sol")
    do(ctx, index.put_token(ctx, "contacts", token))
    do(ctx, index.put_token(ctx, "contacts", replace(token, token="sol")))

    assert index.search(ctx, "contacts", "lop", limit=10) == ([token], None)
    assert index.search(ctx, "deals", "lop", limit=10) == ([], None)

    do(ctx, index.delete_token(ctx, "contacts", token="lopez", record=ANA, field="name"))
    assert index.search(ctx, "contacts", "lop", limit=10) == ([], None)


def test_tokens_come_in_pages(ctx):
    for number in range(3):
        do(ctx, index.put_token(ctx, "contacts", Token(f"ana{number}", ANA, "name", "ana")))

    first, start = index.search(ctx, "contacts", "ana", limit=2)
    second, end = index.search(ctx, "contacts", "ana", limit=2, start=start)

    assert [token.token for token in first + second] == ["ana0", "ana1", "ana2"]
    assert end is None


def test_a_counter_is_the_sum_of_its_sub_rows(ctx):
    won = Counter("won", ANA, "EUR", 1, {"amount": 100})
    do(ctx, index.add_to_counter(ctx, "deals", "stage", won, shard=0))
    do(ctx, index.add_to_counter(ctx, "deals", "stage", won, shard=5))
    do(ctx, index.add_to_counter(ctx, "deals", "stage", replace(won, count=-1, sums={"amount": -30}), shard=5))
    do(ctx, index.add_to_counter(ctx, "deals", "stage", Counter("lost", count=1), shard=0))
    do(ctx, index.add_to_counter(ctx, "deals", "stage", Counter("lost", count=-1), shard=0))

    assert index.counters(ctx, "deals", "stage") == [Counter("won", ANA, "EUR", 1, {"amount": 170})]


def test_a_contribution_replaces_the_one_that_was_read(ctx):
    do(ctx, index.apply(ctx, "deals", ANA, Applied(1, {"tokens": ["ana"]}), previous=None))
    first = index.applied(ctx, "deals", ANA)

    do(ctx, index.apply(ctx, "deals", ANA, Applied(3, {"tokens": []}), previous=first))

    assert index.applied(ctx, "deals", ANA) == Applied(3, {"tokens": []})
    with pytest.raises(writes.Refused):
        do(ctx, index.apply(ctx, "deals", ANA, Applied(2, {}), previous=first))
    with pytest.raises(writes.Refused):
        do(ctx, index.apply(ctx, "deals", ANA, Applied(2, {}), previous=None))


def test_an_answer_is_kept_once_until_it_expires(ctx):
    kept = Answer("hash", 201, {"id": ANA})
    do(ctx, index.remember(ctx, "key-1", kept, expires=ctx.now + timedelta(days=1)))

    assert index.answer(ctx, "key-1") == kept
    with pytest.raises(writes.Refused):
        do(ctx, index.remember(ctx, "key-1", kept, expires=ctx.now + timedelta(days=1)))

    tomorrow = replace(ctx, now=ctx.now + timedelta(days=1))
    assert index.answer(tomorrow, "key-1") is None
    do(ctx, index.remember(tomorrow, "key-1", kept, expires=tomorrow.now + timedelta(days=1)))


def test_an_answer_belongs_to_its_principal(ctx):
    do(ctx, index.remember(ctx, "key-1", Answer("hash", 201, {}), expires=ctx.now + timedelta(days=1)))

    other = replace(ctx, actor=replace(ctx.actor, id=LUNA))

    assert index.answer(other, "key-1") is None


def test_a_timeline_is_read_newest_first_and_in_pages(ctx):
    entries = [Entry(f"e{number}", "changed", ANA, f"2026-11-21T20:15:0{number}.000Z") for number in range(5)]
    for entry in entries:
        do(ctx, timeline.append(ctx, SOL, entry))

    first, start = timeline.page(ctx, SOL, limit=3)
    second, end = timeline.page(ctx, SOL, limit=3, start=start)

    assert first + second == entries[::-1]
    assert end is None


def test_the_same_entry_twice_is_one_entry(ctx):
    entry = Entry("e1", "changed", ANA, SOON, [{"field": "name", "before": "a", "after": "b"}], {"mail": 1})
    do(ctx, timeline.append(ctx, SOL, entry))
    do(ctx, timeline.append(ctx, SOL, entry))

    assert timeline.page(ctx, SOL, limit=9) == ([entry], None)


def test_a_timeline_can_be_read_by_kind(ctx):
    for number in range(9):
        kind = "mail" if number % 4 == 0 else "changed"
        do(ctx, timeline.append(ctx, SOL, Entry(f"e{number}", kind, ANA, f"2026-11-21T20:15:0{number}.000Z")))

    found, start = timeline.page(ctx, SOL, limit=2, kinds={"mail"})

    assert [entry.id for entry in found] == ["e8", "e4"]
    assert [entry.id for entry in timeline.page(ctx, SOL, limit=2, kinds={"mail"}, start=start)[0]] == ["e0"]


def test_timers_fall_due_in_their_order(ctx):
    later, soon = Timer("t1", "reminder", LATER, {"task": SOL}), Timer("t2", "lease", SOON)
    do(ctx, timers.put(ctx, later), timers.put(ctx, soon))

    assert timers.earliest(ctx) == soon
    assert timers.due(ctx, now=SOON, limit=10) == [soon]
    assert timers.due(ctx, now=LATER, limit=10) == [soon, later]
    assert timers.get(ctx, id="t1", due=LATER) == later

    do(ctx, timers.delete(ctx, id="t2", due=SOON), timers.delete(ctx, id="t1", due=LATER))
    assert timers.earliest(ctx) is None
    assert timers.get(ctx, id="t1", due=LATER) is None


def test_the_sweeper_sees_what_is_due_in_any_tenant(ctx):
    timer = Timer("t1", "reminder", SOON, {"task": SOL})
    do(ctx, timers.put(ctx, timer), timers.put(ctx, replace(timer, due=LATER)))

    found = [each for shard in system.SHARDS for each in system.due_timers(shard, now=SOON, limit=10)]

    assert found == [(ctx.tenant, timer)]


def test_a_message_is_planned_once_and_moves_under_a_condition(ctx):
    do(ctx, deliveries.plan(ctx, "run-1", ANA, {"state": "QUEUED", "attempt": 0}, wake_at=SOON))
    with pytest.raises(writes.Refused):
        do(ctx, deliveries.plan(ctx, "run-1", ANA, {"state": "QUEUED"}, wake_at=SOON))

    claimed = {"state": "CLAIMED", "owner": "me"}
    do(ctx, deliveries.move(ctx, "run-1", ANA, set=claimed, when=plan.equals("state", "QUEUED"), wake_at=LATER))
    with pytest.raises(writes.Refused):
        do(ctx, deliveries.move(ctx, "run-1", ANA, set=claimed, when=plan.equals("state", "QUEUED")))

    message = {"run": "run-1", "id": ANA, "state": "CLAIMED", "owner": "me", "attempt": 0, "wake_at": LATER}
    assert deliveries.get(ctx, "run-1", ANA) == message
    assert deliveries.page(ctx, "run-1", limit=9) == ([message], None)


def test_the_sweeper_sees_messages_until_they_come_to_rest(ctx):
    def sleeping():
        return [each for shard in system.SHARDS for each in system.due_deliveries(shard, now=LATER, limit=10)]

    do(ctx, deliveries.plan(ctx, "run-1", ANA, {"state": "QUEUED"}, wake_at=SOON))
    assert sleeping() == [(ctx.tenant, "run-1", ANA)]

    do(ctx, deliveries.move(ctx, "run-1", ANA, set={"attempt": 1}, when=plan.present()))
    assert sleeping() == [(ctx.tenant, "run-1", ANA)]

    do(ctx, deliveries.move(ctx, "run-1", ANA, set={"state": "SENT"}, when=plan.present(), wake_at=None))
    assert sleeping() == []


def test_jobs_are_listed_newest_first_and_changed_only_while_they_exist(ctx):
    do(ctx, jobs.create(ctx, ANA, {"state": "created"}))
    do(ctx, jobs.create(ctx, SOL, {"state": "created"}))
    do(ctx, jobs.update(ctx, SOL, set={"state": "running"}, when=plan.equals("state", "created")))

    assert jobs.page(ctx, limit=5) == ([{"id": SOL, "state": "running"}, {"id": ANA, "state": "created"}], None)
    with pytest.raises(writes.Refused):
        do(ctx, jobs.update(ctx, LUNA, set={"state": "running"}))


def test_the_parts_of_a_job_are_read_in_the_order_of_their_numbers(ctx):
    writes.batch(ctx, [jobs.put_part(ctx, ANA, "verdict", number, {"result": "created"}) for number in (10, 2, 1)])
    do(ctx, jobs.put_part(ctx, ANA, "chunk", 1, {"rows": 3}))

    first, start = jobs.parts(ctx, ANA, "verdict", limit=2)
    second, end = jobs.parts(ctx, ANA, "verdict", limit=2, start=start)

    assert [part["n"] for part in first + second] == [1, 2, 10]
    assert end is None
    assert jobs.part(ctx, ANA, "chunk", 1) == {"n": 1, "rows": 3}
    do(ctx, jobs.delete_part(ctx, ANA, "chunk", 1))
    assert jobs.part(ctx, ANA, "chunk", 1) is None


def test_the_directory_is_read_by_name_and_kind(ctx):
    do(ctx, directory.put(ctx, directory.user(ANA), {"role": "admin"}))
    do(ctx, directory.put(ctx, directory.TENANT, {"company": "Frutería Sol"}))

    assert directory.get(ctx, directory.user(ANA)) == {"name": f"user#{ANA}", "role": "admin"}
    assert [user["name"] for user in directory.of_kind(ctx, "user")] == [f"user#{ANA}"]
    assert directory.get(ctx, directory.invite("a b")) is None

    do(ctx, directory.delete(ctx, directory.user(ANA)))
    assert directory.get(ctx, directory.user(ANA)) is None


def test_a_login_leads_to_one_tenant(ctx):
    place = {"tenant": ctx.tenant, "user": ANA}
    system.execute(
        [system.put_subject("sub-1", place), system.put_email("hmac-1", place, when=plan.absent())], ids=ctx.ids
    )

    assert system.subject("sub-1") == place
    assert system.email("hmac-1") == place
    with pytest.raises(writes.Refused):
        system.execute([system.put_email("hmac-1", {"tenant": "another"}, when=plan.absent())], ids=ctx.ids)

    system.execute([system.delete_subject("sub-1"), system.delete_email("hmac-1")], ids=ctx.ids)
    assert (system.subject("sub-1"), system.email("hmac-1")) == (None, None)


def test_an_api_key_leads_to_its_tenant_until_it_is_forgotten(ctx):
    system.execute([system.put_api_key("digest", {"tenant": ctx.tenant})], ids=ctx.ids)
    assert system.api_key("digest") == {"tenant": ctx.tenant}

    system.execute([system.delete_api_key("digest")], ids=ctx.ids)
    assert system.api_key("digest") is None


def test_failed_sign_ins_are_counted_in_a_window_that_begins_anew(ctx):
    window = timedelta(minutes=5)

    assert [system.count_failure("hmac", now=ctx.now, window=window) for _ in range(3)] == [1, 2, 3]
    assert system.failures("hmac", now=ctx.now + timedelta(minutes=4)) == (3, 60)
    assert system.failures("hmac", now=ctx.now + window) == (0, 0)
    assert system.count_failure("hmac", now=ctx.now + window, window=window) == 1

    system.clear_failures("hmac")
    assert system.failures("hmac", now=ctx.now + window) == (0, 0)


def test_the_system_door_opens_no_tenants_row(ctx):
    with pytest.raises(guard.TenancyViolation), guard.entered(a_context().tenant):
        system.execute([directory.put(ctx, directory.TENANT, {})], ids=ctx.ids)


def test_health_says_whether_the_store_answers(ctx, on_client):
    system.reachable()

    on_client(lambda client: client.meta.events.register_last("before-call", _silence))
    with pytest.raises(Unavailable):
        system.reachable()


def _silence(**_):
    raise connection_error()


def connection_error():
    from botocore.exceptions import EndpointConnectionError

    return EndpointConnectionError(endpoint_url="nowhere")


@pytest.mark.parametrize("id", ["", "a#b", "x" * 200, "a/b"])
def test_no_key_is_built_from_what_is_no_id(ctx, id):
    with pytest.raises(ValueError, match="not an id"):
        keys.record(ctx, "deals", id)


def test_a_record_stays_in_its_shard():
    assert {keys.shard_of(ANA) for _ in range(3)} == {keys.shard_of(ANA)}
    assert {keys.shard_of(f"{number:026}") for number in range(200)} == set(range(8))


def test_a_stamp_is_what_timers_sort_by(ctx):
    assert clock.stamp(ctx.now) < SOON < LATER
