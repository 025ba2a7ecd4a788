import pytest
from botocore.exceptions import ClientError, ConnectionClosedError

from chalicelib.kernel.errors import Unavailable
from chalicelib.storage import directory, plan, reads, writes
from chalicelib.storage.keys import Key
from chalicelib.storage.names import DIRECTORY, INDEX
from chalicelib.storage.plan import Check, Delete, Put, Update

pytestmark = pytest.mark.usefixtures("store")


def row(ctx, name="tenant"):
    return directory.get(ctx, name)


def put(ctx, name="tenant", when=None, **item):
    return directory.put(ctx, name, item, when=when)


@pytest.fixture
def calls(ctx, on_client):
    """Return the names of the calls that reach DynamoDB, as they are made."""
    made = []
    on_client(
        lambda client: client.meta.events.register_last("before-call", lambda model, **_: made.append(model.name))
    )
    return made


def test_a_write_alone_is_one_call(ctx, calls):
    writes.execute(ctx, [put(ctx, company="Frutería Sol")])

    assert calls == ["PutItem"]
    assert row(ctx) == {"name": "tenant", "company": "Frutería Sol"}


def test_several_writes_are_one_transaction(ctx, calls):
    writes.execute(ctx, [put(ctx, "user#ana", role="rep"), put(ctx, "user#luis", role="viewer")])

    assert calls == ["TransactWriteItems"]
    assert [user["role"] for user in directory.of_kind(ctx, "user")] == ["rep", "viewer"]


def test_nothing_to_write_is_no_call(ctx, calls):
    writes.execute(ctx, [])

    assert calls == []


def test_a_counter_is_added_to_inside_a_transaction_so_that_a_repetition_adds_nothing(ctx, calls):
    writes.execute(ctx, [directory.update(ctx, "tenant", add={"used": 1})])

    assert calls == ["TransactWriteItems"]
    assert row(ctx)["used"] == 1


def test_too_many_writes_are_a_defect_of_the_caller(ctx):
    with pytest.raises(ValueError, match="101 writes"):
        writes.execute(ctx, [put(ctx, f"user#{number}") for number in range(101)])


def test_an_update_sets_removes_and_reaches_into_maps(ctx):
    writes.execute(ctx, [put(ctx, settings={"theme": "ochre", "beta": True}, note="x")])

    writes.execute(
        ctx, [directory.update(ctx, "tenant", set={"settings.theme": "blue"}, remove=["settings.beta", "note"])]
    )

    assert row(ctx) == {"name": "tenant", "settings": {"theme": "blue"}}


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (plan.absent(), False),
        (plan.present(), True),
        (plan.has("version"), True),
        (plan.missing("version"), False),
        (plan.equals("version", 3), True),
        (plan.differs("version", 3), False),
        (plan.less("version", 3), False),
        (plan.less("version", 4), True),
        (plan.at_most("version", 3), True),
        (plan.more("version", 3), False),
        (plan.one_of("state", ["QUEUED", "CLAIMED"]), True),
        (plan.one_of("state", ["SENT"]), False),
        (plan.equals("version", 3) & plan.equals("state", "SENT"), False),
        (plan.equals("version", 3) | plan.equals("state", "SENT"), True),
        (plan.absent() | plan.equals("version", 3) & plan.equals("state", "QUEUED"), True),
        (plan.equals("deep.inside", "yes"), True),
    ],
)
def test_a_condition_lets_through_what_it_says(ctx, condition, holds):
    writes.execute(ctx, [put(ctx, version=3, state="QUEUED", deep={"inside": "yes"})])
    change = directory.update(ctx, "tenant", set={"changed": True}, when=condition)

    if holds:
        writes.execute(ctx, [change])
    else:
        with pytest.raises(writes.Refused):
            writes.execute(ctx, [change])

    assert row(ctx).get("changed", False) == holds


def test_a_refusal_shows_what_is_stored(ctx):
    writes.execute(ctx, [put(ctx, company="Frutería Sol")])

    with pytest.raises(writes.Refused) as refusal:
        writes.execute(ctx, [put(ctx, company="Panadería Luna", when=plan.absent())])

    assert refusal.value.index == 0
    assert refusal.value.item["company"] == "Frutería Sol"


def test_a_refusal_of_a_row_that_is_not_there_shows_nothing(ctx):
    with pytest.raises(writes.Refused) as refusal:
        writes.execute(ctx, [directory.update(ctx, "user#nobody", set={"role": "rep"}, when=plan.present())])

    assert refusal.value.item is None


def test_a_refused_transaction_names_the_write_and_writes_nothing(ctx):
    writes.execute(ctx, [put(ctx, "user#ana", role="rep")])

    with pytest.raises(writes.Refused) as refusal:
        writes.execute(ctx, [put(ctx, "user#luis", role="rep"), put(ctx, "user#ana", role="admin", when=plan.absent())])

    assert (refusal.value.index, refusal.value.item["role"]) == (1, "rep")
    assert row(ctx, "user#luis") is None


def test_a_check_stops_the_transaction_and_changes_nothing(ctx):
    check = Check(DIRECTORY, Key(f"T#{ctx.tenant}", "user#ana"), plan.present())

    with pytest.raises(writes.Refused):
        writes.execute(ctx, [put(ctx, company="Frutería Sol"), check])

    assert row(ctx) is None


def test_a_refusal_by_our_own_earlier_attempt_is_success(ctx):
    create = put(ctx, company="Frutería Sol", when=plan.absent())
    writes.execute(ctx, [create], token="attempt")

    writes.execute(ctx, [create], token="attempt")

    with pytest.raises(writes.Refused):
        writes.execute(ctx, [create], token="somebody else")


def test_the_same_holds_for_a_transaction(ctx):
    both = [put(ctx, "user#ana", when=plan.absent()), put(ctx, "user#luis", when=plan.absent())]
    writes.execute(ctx, both, token="attempt")

    writes.execute(ctx, both, token="attempt")

    with pytest.raises(writes.Refused) as refusal:
        writes.execute(ctx, both, token="somebody else")
    assert sorted(refusal.value.failures) == [0, 1]


def test_the_same_holds_for_an_update_that_moved_the_version_on(ctx):
    writes.execute(ctx, [put(ctx, version=1)])
    change = directory.update(ctx, "tenant", set={"version": 2}, when=plan.equals("version", 1))
    writes.execute(ctx, [change], token="attempt")

    writes.execute(ctx, [change], token="attempt")

    assert row(ctx)["version"] == 2


def test_a_batch_stores_and_removes_twenty_five_rows_a_call(ctx, calls):
    writes.batch(ctx, [put(ctx, f"user#{number:03d}", role="rep") for number in range(60)])
    writes.batch(ctx, [directory.delete(ctx, f"user#{number:03d}") for number in range(30)])

    assert calls == ["BatchWriteItem"] * 5
    assert len(directory.of_kind(ctx, "user")) == 30


def test_a_batch_knows_no_conditions(ctx):
    with pytest.raises(ValueError, match="no conditions"):
        writes.batch(ctx, [put(ctx, when=plan.absent())])


def test_rows_that_are_left_unwritten_are_written_again(ctx, on_client):
    left = []

    def leave_one(client):
        def half_done(parsed, model, **_):
            if model.name == "BatchWriteItem" and not left:
                item = {"pk": {"S": f"T#{ctx.tenant}"}, "sk": {"S": "user#late"}}
                parsed["UnprocessedItems"] = {"tendero-storage-directory": [{"PutRequest": {"Item": item}}]}
                left.append("user#late")

        client.meta.events.register("after-call", half_done)

    on_client(leave_one)

    writes.batch(ctx, [put(ctx, "user#soon")])

    assert [user["name"] for user in directory.of_kind(ctx, "user")] == ["user#late", "user#soon"]


def failing(times, error):
    """Return a hook that makes the first ``times`` calls fail with ``error``."""
    left = [times]

    def hook(client):
        def fail(model, **_):
            if left[0]:
                left[0] -= 1
                raise error(model.name)

        client.meta.events.register_last("before-call", fail)

    return hook


def conflict(operation):
    if operation == "TransactWriteItems":
        reasons = [{"Code": "None"}, {"Code": "TransactionConflict"}]
        return ClientError(
            {"Error": {"Code": "TransactionCanceledException"}, "CancellationReasons": reasons}, operation
        )
    return ClientError({"Error": {"Code": "TransactionConflictException"}}, operation)


@pytest.mark.parametrize("count", [1, 2])
def test_a_write_that_meets_another_is_tried_again(ctx, count, on_client):
    on_client(failing(2, conflict))

    writes.execute(ctx, [put(ctx, f"user#{number}") for number in range(count)])

    assert len(directory.of_kind(ctx, "user")) == count


def test_a_write_that_keeps_meeting_others_is_unavailable(ctx, on_client):
    on_client(failing(99, conflict))

    with pytest.raises(Unavailable):
        writes.execute(ctx, [put(ctx)])


@pytest.mark.parametrize(
    "error",
    [
        lambda operation: ClientError({"Error": {"Code": "ThrottlingException"}}, operation),
        lambda operation: ConnectionClosedError(endpoint_url="nowhere"),
    ],
)
def test_a_store_that_is_busy_or_silent_is_unavailable(ctx, error, on_client):
    on_client(failing(1, error))

    with pytest.raises(Unavailable):
        row(ctx)


def test_a_defect_of_ours_is_not_hidden(ctx, on_client):
    on_client(failing(1, lambda operation: ClientError({"Error": {"Code": "ValidationException"}}, operation)))

    with pytest.raises(ClientError):
        writes.execute(ctx, [put(ctx)])


def test_a_row_that_is_removed_is_gone(ctx):
    writes.execute(ctx, [put(ctx)])

    writes.execute(ctx, [directory.delete(ctx, "tenant", when=plan.present())])

    assert row(ctx) is None


def test_more_rows_than_a_call_can_read_are_read_in_several(ctx, calls):
    writes.batch(ctx, [put(ctx, f"user#{number:03d}") for number in range(130)])
    calls.clear()
    asked = [Key(f"T#{ctx.tenant}", f"user#{number:03d}") for number in range(150)]

    found = reads.get_many(DIRECTORY, asked + asked)

    assert len(found) == 130
    assert calls == ["BatchGetItem", "BatchGetItem"]


def test_a_write_is_told_from_another_by_its_writer(ctx):
    key = Key(f"T#{ctx.tenant}#unique#contacts", "email#ana@sol.es")

    writes.execute(ctx, [Put(INDEX, key, {"record": "a"})], token="mine")
    assert reads.get(INDEX, key)["writer"] == "mine"

    writes.execute(ctx, [Update(INDEX, key, set={"record": "b"})], token="yours")
    assert reads.get(INDEX, key)["writer"] == "yours"

    writes.execute(ctx, [Delete(INDEX, key)])
    assert reads.get(INDEX, key) is None


def test_a_fresh_writer_is_taken_each_time(ctx):
    key = Key(f"T#{ctx.tenant}", "tenant")

    writes.execute(ctx, [put(ctx)])
    before = reads.get(DIRECTORY, key)["writer"]
    writes.execute(ctx, [put(ctx)])

    assert reads.get(DIRECTORY, key)["writer"] != before


@pytest.mark.parametrize("count", [1, 2])
def test_more_than_a_record_can_hold_is_refused_in_so_many_words(ctx, count):
    with pytest.raises(writes.RecordTooLarge):
        writes.execute(ctx, [put(ctx, f"user#{number}", note="x" * 410_000) for number in range(count)])

    assert directory.of_kind(ctx, "user") == []
