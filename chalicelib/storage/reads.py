"""Reading items: one, several by key, or a range of one partition. Never a scan."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from chalicelib import settings
from chalicelib.kernel.errors import Unavailable
from chalicelib.storage import values
from chalicelib.storage.calls import call
from chalicelib.storage.keys import Key
from chalicelib.storage.patience import pause

Item = dict[str, Any]
_KEYS_A_BATCH = 100
_PATIENCE = 5
_NO_FACT = frozenset({"pk", "sk", "writer"})


def facts(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an item says, without its key and who wrote it."""
    return {name: value for name, value in item.items() if name not in _NO_FACT}


def get(table: str, key: Key, *, consistent: bool = True) -> Item | None:
    """Return the item under ``key``, or None."""
    answer = call(
        "get_item",
        TableName=settings.current().table(table),
        Key={"pk": {"S": key.pk}, "sk": {"S": key.sk}},
        ConsistentRead=consistent,
    )
    item = answer.get("Item")
    return None if item is None else values.decode_item(item)


def get_many(table: str, keys: Sequence[Key], *, consistent: bool = False) -> list[Item]:
    """Return those items of ``keys`` that exist, in no order, a hundred keys a call."""
    wanted = list(dict.fromkeys(keys))
    found: list[Item] = []
    for first in range(0, len(wanted), _KEYS_A_BATCH):
        found.extend(_batch(table, wanted[first : first + _KEYS_A_BATCH], consistent=consistent))
    return found


def _batch(table: str, keys: Sequence[Key], *, consistent: bool) -> Iterator[Item]:
    physical = settings.current().table(table)
    request: dict[str, Any] = {
        physical: {"Keys": [{"pk": {"S": pk}, "sk": {"S": sk}} for pk, sk in keys], "ConsistentRead": consistent}
    }
    for attempt in range(_PATIENCE):
        answer = call("batch_get_item", RequestItems=request)
        for item in answer["Responses"].get(physical, ()):
            yield values.decode_item(item)
        request = answer.get("UnprocessedKeys") or {}
        if not request:
            return
        pause(attempt)
    raise Unavailable("the store is busy; repeat the request")


def query(
    table: str,
    pk: str,
    *,
    lower: str | None = None,
    upper: str | None = None,
    prefix: str | None = None,
    descending: bool = False,
    limit: int | None = None,
    start: Key | None = None,
    consistent: bool = False,
) -> tuple[list[Item], Key | None]:
    """Return one page of a partition in the order of its sort key, and the key after which more may follow.

    ``lower`` and ``upper`` are inclusive; ``prefix`` takes the place of both.
    """
    items, last = query_index(
        table,
        hash_key=("pk", pk),
        range_key="sk",
        lower=lower,
        upper=upper,
        prefix=prefix,
        descending=descending,
        limit=limit,
        start=None if start is None else {"pk": start.pk, "sk": start.sk},
        consistent=consistent,
    )
    return items, None if last is None else Key(last["pk"], last["sk"])


def page(
    table: str,
    pk: str,
    *,
    limit: int,
    start: str | None,
    prefix: str | None = None,
    upper: str | None = None,
    descending: bool = False,
    consistent: bool = False,
) -> tuple[list[Item], str | None]:
    """Return one page of a partition as ``query`` does, beginning after the sort key ``start``, and where to go on."""
    items, last = query(
        table,
        pk,
        prefix=prefix,
        upper=upper,
        descending=descending,
        limit=limit,
        start=None if start is None else Key(pk, start),
        consistent=consistent,
    )
    return items, None if last is None else last.sk


def query_index(
    table: str,
    *,
    hash_key: tuple[str, str],
    range_key: str,
    index: str | None = None,
    lower: str | None = None,
    upper: str | None = None,
    prefix: str | None = None,
    descending: bool = False,
    limit: int | None = None,
    start: dict[str, str] | None = None,
    consistent: bool = False,
) -> tuple[list[Item], dict[str, str] | None]:
    """Return one page of a table's or an index's partition, and the key after which more may follow."""
    given: dict[str, values.AttributeValue] = {":pk": {"S": hash_key[1]}}
    condition = f"{hash_key[0]} = :pk"
    if prefix is not None:
        condition += f" AND begins_with({range_key}, :prefix)"
        given[":prefix"] = {"S": prefix}
    elif lower is not None and upper is not None:
        condition += f" AND {range_key} BETWEEN :lower AND :upper"
        given[":lower"], given[":upper"] = {"S": lower}, {"S": upper}
    elif lower is not None:
        condition += f" AND {range_key} >= :lower"
        given[":lower"] = {"S": lower}
    elif upper is not None:
        condition += f" AND {range_key} <= :upper"
        given[":upper"] = {"S": upper}
    parameters: dict[str, Any] = {
        "TableName": settings.current().table(table),
        "KeyConditionExpression": condition,
        "ExpressionAttributeValues": given,
    }
    if index is not None:
        parameters["IndexName"] = index
    if descending:
        parameters["ScanIndexForward"] = False
    if limit is not None:
        parameters["Limit"] = limit
    if start is not None:
        parameters["ExclusiveStartKey"] = {name: {"S": text} for name, text in start.items()}
    if consistent:
        parameters["ConsistentRead"] = True
    answer = call("query", **parameters)
    last = answer.get("LastEvaluatedKey")
    items = [values.decode_item(item) for item in answer["Items"]]
    return items, None if not last else {name: value["S"] for name, value in last.items()}


def query_all(
    table: str, pk: str, *, prefix: str | None = None, upper: str | None = None, consistent: bool = False
) -> Iterator[Item]:
    """Yield every item of a partition, page after page; for partitions that are known to be small."""
    start: Key | None = None
    while True:
        items, start = query(table, pk, prefix=prefix, upper=upper, start=start, consistent=consistent)
        yield from items
        if start is None:
            return
