"""Counting what a piece of work costs: calls, capacity units by the store's account and by our own, CPU."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Any

from bench import capacity
from bench.capacity import Written

BLOCK = 10
_WRITES = {"Put": "Item", "Update": "Key", "Delete": "Key", "ConditionCheck": "Key"}
_ALONE = {"PutItem": "Put", "UpdateItem": "Update", "DeleteItem": "Delete"}


@dataclass(slots=True)
class Bill:
    """What some work cost: units by the store's account, and by our own formula.

    DynamoDB Local bills every transaction four units a table and index, be it of one item or of sixteen, where AWS
    bills two a KB and item; and it bills nothing for reading what is not there, where AWS bills the least read. So
    ``wcu`` and ``rcu`` take the formula's word for these calls, and ``store_…`` keep the store's. To count took
    ``counting_s`` seconds of CPU by itself.
    """

    calls: int = 0
    wcu: float = 0
    rcu: float = 0
    own_wcu: float = 0
    own_rcu: float = 0
    store_wcu: float = 0
    store_rcu: float = 0
    transactions: int = 0
    empty_reads: int = 0
    counting_s: float = 0


class Meter:
    """Watches every client that the product opens. ``store`` is a client of our own, which nothing watches."""

    def __init__(self, store: Any, prefix: str) -> None:
        self._store = store
        self._prefix = prefix
        self._bill: Bill | None = None

    def watch(self, client: Any) -> None:
        """Count the calls of a client."""
        events = client.meta.events
        events.register("before-parameter-build", self._ask)
        events.register_last("before-call", self._look_before)
        events.register("after-call", self._count)

    @contextmanager
    def reading(self) -> Iterator[Bill]:
        """Count until the block ends, on the bill that it yields."""
        self._bill = Bill()
        try:
            yield self._bill
        finally:
            self._bill = None

    def _ask(self, model: Any, params: dict[str, Any], context: dict[str, Any], **_: Any) -> None:
        if self._bill is not None and model.service_model.service_name == "dynamodb":
            params["ReturnConsumedCapacity"] = "INDEXES"
            context["bench_parameters"] = params

    def _look_before(self, context: dict[str, Any], model: Any, **_: Any) -> None:
        if self._bill is not None and "bench_parameters" in context:
            began = time.thread_time()
            writes = self._writes_of(model.name, context["bench_parameters"])
            context["bench_before"] = [(kind, write, self._stored(write, kind)) for kind, write in writes]
            self._bill.counting_s += time.thread_time() - began

    def _count(self, model: Any, parsed: Mapping[str, Any], context: dict[str, Any], **_: Any) -> None:
        bill = self._bill
        if bill is None:
            return
        bill.calls += 1
        if "bench_before" in context:
            began = time.thread_time()
            self._count_units(bill, model, parsed, context)
            bill.counting_s += time.thread_time() - began

    def _count_units(self, bill: Bill, model: Any, parsed: Mapping[str, Any], context: dict[str, Any]) -> None:
        consumed = parsed.get("ConsumedCapacity", [])
        units = sum(each["CapacityUnits"] for each in (consumed if isinstance(consumed, list) else [consumed]))
        if context["bench_before"]:
            own = self._own_wcu(model.name, context["bench_before"])
            is_transaction = model.name == "TransactWriteItems"
            bill.transactions += is_transaction
            bill.wcu += own if is_transaction else units
            bill.own_wcu += own
            bill.store_wcu += units
        else:
            own, finds_all = self._own_rcu(model.name, context["bench_parameters"], parsed)
            bill.empty_reads += not finds_all
            bill.rcu += units if finds_all else own
            bill.own_rcu += own
            bill.store_rcu += units

    def _writes_of(self, operation: str, parameters: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
        if operation in _ALONE:
            return [(_ALONE[operation], parameters)]
        if operation == "TransactWriteItems":
            return [action for item in parameters["TransactItems"] for action in item.items()]
        if operation == "BatchWriteItem":
            return [
                ("Put", {"TableName": table, "Item": request["PutRequest"]["Item"]})
                if "PutRequest" in request
                else ("Delete", {"TableName": table, "Key": request["DeleteRequest"]["Key"]})
                for table, requests in parameters["RequestItems"].items()
                for request in requests
            ]
        return []

    def _stored(self, write: Mapping[str, Any], kind: str) -> Mapping[str, Any] | None:
        key = {name: write[_WRITES[kind]][name] for name in ("pk", "sk")}
        item: Mapping[str, Any] | None = self._store.get_item(
            TableName=write["TableName"], Key=key, ConsistentRead=True
        ).get("Item")
        return item

    def _own_wcu(self, operation: str, before: list[tuple[str, Mapping[str, Any], Mapping[str, Any] | None]]) -> float:
        return sum(
            capacity.written(
                Written(write["TableName"].removeprefix(f"{self._prefix}-"), old, self._stored(write, kind)),
                transaction=operation == "TransactWriteItems",
            )
            for kind, write, old in before
        )

    def _own_rcu(self, operation: str, parameters: Mapping[str, Any], answer: Mapping[str, Any]) -> tuple[float, bool]:
        """Return the units of a read, and whether it found something at every place where it looked."""
        if operation == "BatchGetItem":
            ((table, request),) = parameters["RequestItems"].items()
            items, consistent = answer["Responses"].get(table, []), request.get("ConsistentRead", False)
            missing = len(request["Keys"]) - len(items)
        else:
            items = answer["Items"] if operation == "Query" else [answer["Item"]] if "Item" in answer else []
            consistent, missing = parameters.get("ConsistentRead", False), not items
        sizes = [*map(capacity.size_of, items), *([0] * missing)]
        return capacity.read(sizes, consistent=consistent, together=operation == "Query"), not missing


def compared(ours: Callable[[], object], bare: Callable[[], object], *, rounds: int) -> tuple[float, float]:
    """Return the CPU milliseconds of one act of ours and of its bare equivalent, in turns, the median of the turns."""
    for act in (ours, bare):
        _repeated(act)
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for times, act in zip(taken, (ours, bare), strict=True):
            times.append(cpu_ms(partial(_repeated, act)) / BLOCK)
    return median(taken[0]), median(taken[1])


def cpu_ms(act: Callable[[], object]) -> float:
    """Return the CPU milliseconds of one act."""
    begin = time.process_time()
    act()
    return (time.process_time() - begin) * 1000


def _repeated(act: Callable[[], object]) -> None:
    for _ in range(BLOCK):
        act()
