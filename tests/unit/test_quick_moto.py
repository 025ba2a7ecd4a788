"""moto in a hurry says what moto says."""

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto import mock_aws
from moto.core import serialize

from tests import quick_moto

KEY = {"pk": {"S": "T#a"}, "sk": {"S": "b"}}
ITEM = {
    **KEY,
    "number": {"N": "12.50"},
    "bytes": {"B": b"\x00\xff"},
    "nothing": {"NULL": True},
    "no": {"BOOL": False},
    "words": {"SS": ["uno", "dos"]},
    "list": {"L": [{"S": ""}, {"M": {"S": {"S": "a name that is a kind too"}, "deep": {"L": [{"N": "1"}]}}}]},
    "empty": {"M": {}},
}


@pytest.fixture
def dynamodb(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    quick_moto.hurry()
    with mock_aws():
        client = boto3.client("dynamodb", region_name="eu-west-1")
        keys = [("pk", "HASH"), ("sk", "RANGE")]
        client.create_table(
            TableName="t",
            KeySchema=[{"AttributeName": name, "KeyType": kind} for name, kind in keys],
            AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name, _ in keys],
            BillingMode="PAY_PER_REQUEST",
        )
        client.put_item(TableName="t", Item=ITEM)
        yield client


def test_an_item_comes_back_as_it_was_stored_by_every_way(dynamodb: Any) -> None:
    asked = {"TableName": "t", "KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": KEY["pk"]}}

    found = [
        dynamodb.get_item(TableName="t", Key=KEY)["Item"],
        dynamodb.batch_get_item(RequestItems={"t": {"Keys": [KEY]}})["Responses"]["t"][0],
        dynamodb.query(**asked)["Items"][0],
    ]

    assert found == [ITEM, ITEM, ITEM]


def test_it_says_no_as_before_and_shows_what_stood_in_the_way(dynamodb: Any) -> None:
    refused = dynamodb.exceptions.ConditionalCheckFailedException

    with pytest.raises(refused) as told:
        dynamodb.update_item(
            TableName="t",
            Key=KEY,
            UpdateExpression="SET #n = :n REMOVE no",
            ConditionExpression="attribute_not_exists(pk)",
            ExpressionAttributeNames={"#n": "number"},
            ExpressionAttributeValues={":n": {"N": "1"}},
            ReturnValuesOnConditionCheckFailure="ALL_OLD",
        )

    assert told.value.response["Item"] == ITEM


def test_a_refused_transaction_leaves_every_row_as_it_was(dynamodb: Any) -> None:
    others = [
        {"pk": {"S": pk}, "sk": {"S": sk}, "n": {"N": "1"}} for pk, sk in (("T#a", "c"), ("T#a", "d"), ("T#b", "b"))
    ]
    for other in others:
        dynamodb.put_item(TableName="t", Item=other)
    stays = {"ConditionExpression": "attribute_not_exists(pk)"}
    add = {"UpdateExpression": "SET #n = :n", "ExpressionAttributeNames": {"#n": "number"}}
    writes = [
        {"Update": {"TableName": "t", "Key": KEY, **add, "ExpressionAttributeValues": {":n": {"N": "99"}}}},
        {"Put": {"TableName": "t", "Item": {**others[0], "n": {"N": "2"}}}},
        {"Put": {"TableName": "t", "Item": {"pk": {"S": "T#new"}, "sk": {"S": "new"}}}},
        {"Delete": {"TableName": "t", "Key": {"pk": {"S": "T#b"}, "sk": {"S": "b"}}}},
        {"Put": {"TableName": "t", "Item": others[1], **stays}},
    ]

    with pytest.raises(dynamodb.exceptions.TransactionCanceledException):
        dynamodb.transact_write_items(TransactItems=writes)

    assert sorted(dynamodb.scan(TableName="t")["Items"], key=str) == sorted([ITEM, *others], key=str)


def test_a_transaction_after_a_refused_one_is_stored_whole(dynamodb: Any) -> None:
    once = {
        "Put": {"TableName": "t", "Item": {**KEY, "n": {"N": "1"}}, "ConditionExpression": "attribute_not_exists(pk)"}
    }
    beside = {"Put": {"TableName": "t", "Item": {"pk": {"S": "T#a"}, "sk": {"S": "c"}}}}
    with pytest.raises(dynamodb.exceptions.TransactionCanceledException):
        dynamodb.transact_write_items(TransactItems=[beside, once])

    dynamodb.transact_write_items(TransactItems=[beside, {"Delete": {"TableName": "t", "Key": KEY}}])

    assert dynamodb.scan(TableName="t")["Items"] == [beside["Put"]["Item"]]


def test_it_still_asks_moto_for_everything_but_attributes() -> None:
    quick_moto.hurry()
    quick_moto.hurry()

    quick = serialize.BaseJSONSerializer._serialize_type_structure

    assert [cell.cell_contents.__name__ for cell in quick.__closure__ or ()] == ["_serialize_type_structure"]
