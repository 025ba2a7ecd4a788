"""The guard on real clients, whose calls end in a hook after it instead of on the network."""

from types import SimpleNamespace

import pytest
from botocore.session import get_session

from chalicelib.kernel.ids import TenantId
from chalicelib.storage import guard
from chalicelib.storage.guard import TenancyViolation

SOL, LUNA = TenantId("sol" + "a" * 17), TenantId("luna" + "a" * 16)


def listening(service: str):
    """Return a guarded client that answers everything with nothing."""
    client = get_session().create_client(
        service, region_name="eu-west-1", aws_access_key_id="test", aws_secret_access_key="test"
    )
    client.meta.events.register_last("before-call", lambda **_: (SimpleNamespace(status_code=200), {}))
    return guard.watch(client)


@pytest.fixture(scope="module")
def dynamodb():
    return listening("dynamodb")


@pytest.fixture(scope="module")
def s3():
    return listening("s3")


@pytest.fixture(scope="module")
def sqs():
    return listening("sqs")


def key(pk: str) -> dict:
    return {"pk": {"S": pk}, "sk": {"S": "-"}}


def queried(pk: str, condition: str = "pk = :pk", **more) -> dict:
    return {
        "TableName": "t",
        "KeyConditionExpression": condition,
        "ExpressionAttributeValues": {":pk": {"S": pk}},
        **more,
    }


OPERATIONS = {
    "get_item": lambda pk: {"TableName": "t", "Key": key(pk)},
    "put_item": lambda pk: {"TableName": "t", "Item": key(pk)},
    "update_item": lambda pk: {"TableName": "t", "Key": key(pk)},
    "delete_item": lambda pk: {"TableName": "t", "Key": key(pk)},
    "query": queried,
    "batch_get_item": lambda pk: {"RequestItems": {"t": {"Keys": [key(f"T#{SOL}"), key(pk)]}}},
    "batch_write_item": lambda pk: {
        "RequestItems": {
            "t": [{"PutRequest": {"Item": key(f"T#{SOL}#deals")}}],
            "u": [{"DeleteRequest": {"Key": key(pk)}}],
        }
    },
    "transact_write_items": lambda pk: {
        "TransactItems": [
            {"Put": {"TableName": "t", "Item": key(f"T#{SOL}#deals")}},
            {"ConditionCheck": {"TableName": "t", "Key": key(pk), "ConditionExpression": "attribute_exists(pk)"}},
        ]
    },
}
STRANGERS = [f"T#{LUNA}#deals", f"T#{LUNA}", f"T#{SOL}x#deals", f"T#{SOL}x", SOL, "", "SUB#1", f"t#{SOL}", "DUE#1"]


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("pk", [f"T#{SOL}", f"T#{SOL}#deals", f"T#{SOL}#unique#contacts"])
def test_the_entered_tenant_reaches_its_own_rows(dynamodb, operation, pk):
    with guard.entered(SOL):
        getattr(dynamodb, operation)(**OPERATIONS[operation](pk))


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("pk", STRANGERS)
def test_nobody_elses_row_is_reached_by_any_operation(dynamodb, operation, pk):
    with guard.entered(SOL), pytest.raises(TenancyViolation):
        getattr(dynamodb, operation)(**OPERATIONS[operation](pk))


@pytest.mark.parametrize("operation", OPERATIONS)
def test_without_a_tenant_nothing_is_reached(dynamodb, operation):
    with pytest.raises(TenancyViolation):
        getattr(dynamodb, operation)(**OPERATIONS[operation](f"T#{SOL}"))


def test_a_tenant_called_none_is_not_the_lack_of_a_tenant(dynamodb):
    with pytest.raises(TenancyViolation):
        dynamodb.get_item(TableName="t", Key=key("T#None#deals"))


@pytest.mark.parametrize("pk", ["SUB#1", "KEY#2", "EMAIL#3", "DUE#4"])
def test_system_keys_are_reached_inside_system_only(dynamodb, pk):
    with guard.entered(SOL), pytest.raises(TenancyViolation):
        dynamodb.get_item(TableName="t", Key=key(pk))

    with guard.system():
        dynamodb.get_item(TableName="t", Key=key(pk))


def test_system_does_not_open_a_tenants_rows(dynamodb):
    with guard.system(), pytest.raises(TenancyViolation):
        dynamodb.get_item(TableName="t", Key=key(f"T#{SOL}"))


@pytest.mark.parametrize(
    "condition",
    [
        "sk = :pk AND pk = :other",
        "begins_with(sk, :pk)",
        "sk BETWEEN :pk AND :pk",
        "#x = :pk",
        "pk = :pk OR pk = :other",
        "pk = :pk, sk = :pk",
        "",
    ],
)
def test_a_query_must_begin_with_its_partition_key(dynamodb, condition):
    with guard.entered(SOL), pytest.raises(TenancyViolation):
        dynamodb.query(**queried(f"T#{SOL}", condition, ExpressionAttributeNames={"#x": "sk"}))


def test_a_query_may_name_its_partition_key_by_a_placeholder(dynamodb):
    with guard.entered(SOL):
        dynamodb.query(**queried(f"T#{SOL}", "#p = :pk AND sk > :pk", ExpressionAttributeNames={"#p": "pk"}))


def test_an_index_over_all_tenants_is_for_the_system_alone(dynamodb):
    due = queried("DUE#3", "due_shard = :pk AND due <= :pk", IndexName="due")

    with guard.entered(SOL), pytest.raises(TenancyViolation):
        dynamodb.query(**due)
    with guard.system():
        dynamodb.query(**due)


@pytest.mark.parametrize(
    ("operation", "parameters"),
    [
        ("scan", {"TableName": "t"}),
        ("execute_statement", {"Statement": "SELECT * FROM t"}),
        ("list_tables", {}),
        ("describe_table", {"TableName": "t"}),
        ("delete_table", {"TableName": "t"}),
        ("transact_get_items", {"TransactItems": [{"Get": {"TableName": "t", "Key": key(f"T#{SOL}")}}]}),
    ],
)
def test_what_the_guard_does_not_know_is_refused(dynamodb, operation, parameters):
    with guard.entered(SOL), guard.system(), pytest.raises(TenancyViolation):
        getattr(dynamodb, operation)(**parameters)


def test_leaving_a_tenant_returns_to_the_one_before(dynamodb):
    with guard.entered(SOL):
        with guard.entered(LUNA):
            dynamodb.get_item(TableName="t", Key=key(f"T#{LUNA}"))

        dynamodb.get_item(TableName="t", Key=key(f"T#{SOL}"))
        with pytest.raises(TenancyViolation):
            dynamodb.get_item(TableName="t", Key=key(f"T#{LUNA}"))


FILES = {
    "get_object": lambda name: {"Bucket": "b", "Key": name},
    "put_object": lambda name: {"Bucket": "b", "Key": name, "Body": b""},
    "head_object": lambda name: {"Bucket": "b", "Key": name},
    "delete_object": lambda name: {"Bucket": "b", "Key": name},
    "list_objects_v2": lambda name: {"Bucket": "b", "Prefix": name},
    "delete_objects": lambda name: {"Bucket": "b", "Delete": {"Objects": [{"Key": name}]}},
}


@pytest.mark.parametrize("operation", FILES)
def test_files_are_reached_under_the_tenants_prefix(s3, operation):
    with guard.entered(SOL):
        getattr(s3, operation)(**FILES[operation](f"t/{SOL}/contacts.csv"))


@pytest.mark.parametrize("operation", FILES)
@pytest.mark.parametrize("name", [f"t/{LUNA}/a", f"t/{SOL}", f"t/{SOL}x/a", "a", f"t/{SOL}/../{LUNA}/a", f"/t/{SOL}/a"])
def test_nobody_elses_files_are_reached(s3, operation, name):
    with guard.entered(SOL), pytest.raises(TenancyViolation):
        getattr(s3, operation)(**FILES[operation](name))


@pytest.mark.parametrize(
    ("operation", "parameters"),
    [
        ("list_buckets", {}),
        ("copy_object", {"Bucket": "b", "Key": f"t/{SOL}/a", "CopySource": {"Bucket": "b", "Key": f"t/{LUNA}/a"}}),
        ("delete_bucket", {"Bucket": "b"}),
    ],
)
def test_what_the_guard_does_not_know_of_files_is_refused(s3, operation, parameters):
    with guard.entered(SOL), guard.system(), pytest.raises(TenancyViolation):
        getattr(s3, operation)(**parameters)


def test_a_message_carries_its_tenant_as_its_group(sqs):
    with guard.entered(SOL):
        sqs.send_message(QueueUrl="q", MessageBody="{}", MessageGroupId=SOL)


@pytest.mark.parametrize("group", [{}, {"MessageGroupId": LUNA}, {"MessageGroupId": f"{SOL}x"}])
def test_a_message_of_another_group_is_not_sent(sqs, group):
    with guard.entered(SOL), pytest.raises(TenancyViolation):
        sqs.send_message(QueueUrl="q", MessageBody="{}", **group)


def test_one_foreign_message_stops_the_batch(sqs):
    own = {"Id": "1", "MessageBody": "{}", "MessageGroupId": SOL}
    foreign = {"Id": "2", "MessageBody": "{}", "MessageGroupId": LUNA}

    with guard.entered(SOL), pytest.raises(TenancyViolation):
        sqs.send_message_batch(QueueUrl="q", Entries=[own, foreign])


def test_a_poison_record_without_a_tenant_is_parked_by_the_system(sqs):
    with guard.system():
        sqs.send_message(QueueUrl="q", MessageBody="{}")


def test_queues_are_not_purged(sqs):
    with guard.entered(SOL), guard.system(), pytest.raises(TenancyViolation):
        sqs.purge_queue(QueueUrl="q")
