"""moto, answering the same sooner: it spends most of a test on looking for what it knows.

An attribute of an item holds one value of one of ten kinds; moto asks an item for each of the ten, under several
spellings. It lists the methods of a service anew for each call, and what it looks for in an expression for each node.
To be able to go back it copies, for each write of a transaction, the whole table with all its stream, where the rows
that the transaction names are enough. Every user pool reads the same private key again, every session the same models.
"""

import copy
import json
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from functools import cache
from typing import Any

_named: ContextVar[Mapping[str, list[Any]] | None] = ContextVar("named", default=None)
"""The keys that the transaction at hand names, by table."""


@cache
def hurry() -> None:
    """Let moto of this process find what it has at once."""
    from botocore import session
    from joserfc.jwk import RSAKey
    from moto.core import responses, serialize, utils
    from moto.dynamodb.models import DynamoDBBackend, Table
    from moto.dynamodb.parsing.ast_nodes import DepthFirstTraverser

    serializer = serialize.BaseJSONSerializer
    serializer._serialize_type_structure = _finding_what_is_there(serializer._serialize_type_structure)  # type: ignore[method-assign]
    responses.method_names_from_class = cache(utils.method_names_from_class)
    DepthFirstTraverser.nodes_to_be_processed = _once_a_class(DepthFirstTraverser.nodes_to_be_processed)  # type: ignore[method-assign]
    DynamoDBBackend.transact_write_items = _naming_rows(DynamoDBBackend.transact_write_items)  # type: ignore[method-assign]
    Table.__deepcopy__ = _copied  # type: ignore[attr-defined]
    RSAKey.import_key = staticmethod(_once_a_key(RSAKey.import_key))  # type: ignore[method-assign,assignment]
    session.create_loader = cache(session.create_loader)  # type: ignore[attr-defined]


def _finding_what_is_there(all_kinds: Callable[..., None]) -> Callable[..., None]:
    def serialized(self: Any, into: Any, value: Any, shape: Any, key: str) -> None:
        if shape.name != "AttributeValue" or type(value) is not dict:
            all_kinds(self, into, value, shape, key)
            return
        into[key] = wrapper = {}
        for kind, held in value.items():
            if kind in ("S", "N", "BOOL", "NULL"):
                wrapper[kind] = held
            else:
                self._serialize(wrapper, held, shape.members[kind], kind)

    return serialized


def _once_a_class(asked: Callable[[Any], tuple[type, ...]]) -> Callable[[Any], tuple[type, ...]]:
    known: dict[type, tuple[type, ...]] = {}

    def nodes(self: Any) -> tuple[type, ...]:
        found = known.get(type(self))
        if found is None:
            found = known[type(self)] = asked(self)
        return found

    return nodes


def _naming_rows(transact: Callable[..., None]) -> Callable[..., None]:
    def transact_write_items(self: Any, transact_items: list[dict[str, Any]]) -> None:
        named: dict[str, list[Any]] = {}
        for action in transact_items:
            write = next(iter(action.values()))
            named.setdefault(write["TableName"], []).append(write.get("Key") or write.get("Item"))
        before = _named.set(named)
        try:
            transact(self, transact_items)
        finally:
            _named.reset(before)

    return transact_write_items


def _copied(table: Any, memo: dict[int, Any]) -> Any:
    """Return a table as it is: with rows and stream of its own, but for those rows that no write changes."""
    named = _named.get()
    made = memo[id(table)] = copy.copy(table)
    made.items = _items(table, None if named is None else named[table.name])
    if table.stream_shard:
        made.stream_shard = copy.copy(table.stream_shard)
        made.stream_shard.table = made
        made.stream_shard.items = [*table.stream_shard.items]  # what was said stays said
    return made


def _items(table: Any, named: Iterable[Any] | None) -> Any:
    if named is None or table.range_key_attr is None:
        return copy.deepcopy(table.items)
    rows: dict[Any, set[Any]] = {}
    for key in named:
        rows.setdefault(_typed(key[table.hash_key_attr]), set()).add(_typed(key[table.range_key_attr]))
    kept = copy.copy(table.items)
    for pk in rows.keys() & table.items.keys():
        held = table.items[pk]
        kept[pk] = {**held, **{sk: copy.deepcopy(held[sk]) for sk in rows[pk] & held.keys()}}
    return kept


def _typed(value: Any) -> Any:
    from moto.dynamodb.models.dynamo_type import DynamoType

    return DynamoType(value)


def _once_a_key(read: Callable[..., Any]) -> Callable[..., Any]:
    known: dict[str, Any] = {}

    def import_key(value: Any, *more: Any, **others: Any) -> Any:
        if more or others or not isinstance(value, dict):
            return read(value, *more, **others)
        name = json.dumps(value, sort_keys=True)
        if name not in known:
            known[name] = read(value)
        return known[name]

    return import_key
