"""Executing a plan of writes: one conditional call when a write is alone, one transaction when there are several.

Every row carries ``writer``, the token of the execution that stored it. When an answer is lost, the SDK repeats the
call, which then fails against its own first attempt: a refusal whose stored row carries our own token is therefore
success. Counters are only ever added to inside a transaction, whose request token makes the repetition harmless.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from botocore.exceptions import ClientError

from chalicelib import settings
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, TooLarge, Unavailable
from chalicelib.kernel.ids import Ids
from chalicelib.storage import expressions, values
from chalicelib.storage.calls import call
from chalicelib.storage.keys import Key
from chalicelib.storage.patience import pause
from chalicelib.storage.plan import Check, Delete, Put, Update, Write
from chalicelib.storage.reads import Item

MOST_WRITES = 100
_WRITES_A_BATCH = 25
_PATIENCE = 6
_FAILED = "ConditionalCheckFailed"
_TOO_LARGE = "exceeded the maximum allowed size"
_PASSING_REASONS = frozenset(
    {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded", "RequestLimitExceeded"}
)


class Refused(Conflict):
    """A condition did not hold, and nothing was written.

    ``index`` counts from 0 to the first write that was refused, ``item`` is what is stored there (None when nothing
    is), and ``failures`` has all of them.
    """

    code = "write_refused"

    def __init__(self, failures: Mapping[int, Item | None]) -> None:
        super().__init__("somebody else was first")
        self.failures = dict(failures)
        self.index = min(self.failures)
        self.item = self.failures[self.index]


class RecordTooLarge(TooLarge):
    """An item is larger than the store takes; nothing was written."""

    code = "record_too_large"


def execute(ctx: Context, writes: Sequence[Write], *, token: str | None = None) -> None:
    """Store all of ``writes`` or none of them.

    ``token`` names the writer when the same work may run again, as an event does; otherwise a fresh one is taken.

    :raises Refused: when a condition does not hold.
    :raises RecordTooLarge: when an item is larger than 400 KB.
    :raises Unavailable: when the store is busy, or others kept writing the same rows.
    """
    run(writes, token=token or ctx.ids.token(), ids=ctx.ids)


def run(writes: Sequence[Write], *, token: str, ids: Ids) -> None:
    """Do what ``execute`` does, for callers that have no tenant's context yet."""
    if not writes:
        return
    if len(writes) > MOST_WRITES:
        raise ValueError(f"{len(writes)} writes are too many for one transaction")
    if len(writes) == 1 and _can_stand_alone(writes[0]):
        _alone(writes[0], token)
    else:
        _together(writes, token, ids)


def batch(ctx: Context, writes: Sequence[Put | Delete]) -> None:
    """Store rows that need neither conditions nor to appear together, twenty-five a call.

    :raises Unavailable: when the store leaves some unwritten; repeating is harmless.
    """
    token = ctx.ids.token()
    for first in range(0, len(writes), _WRITES_A_BATCH):
        _batch(writes[first : first + _WRITES_A_BATCH], token)


def _batch(writes: Sequence[Put | Delete], token: str) -> None:
    requests: dict[str, list[dict[str, Any]]] = {}
    for write in writes:
        if write.when is not None:
            raise ValueError("a batch knows no conditions")
        request = (
            {"PutRequest": {"Item": _stored(write, token)}}
            if isinstance(write, Put)
            else {"DeleteRequest": {"Key": _key(write.key)}}
        )
        requests.setdefault(settings.current().table(write.table), []).append(request)
    for attempt in range(_PATIENCE):
        requests = call("batch_write_item", RequestItems=requests).get("UnprocessedItems") or {}
        if not requests:
            return
        pause(attempt)
    raise Unavailable("the store is busy; repeat the request")


def _can_stand_alone(write: Write) -> bool:
    return not isinstance(write, Check) and not (isinstance(write, Update) and write.add)


def _alone(write: Write, token: str) -> None:
    kind, parameters = _compiled(write, token)
    operation = {"Put": "put_item", "Update": "update_item", "Delete": "delete_item"}[kind]
    for attempt in range(_PATIENCE):
        try:
            call(operation, **parameters)
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if code == "ConditionalCheckFailedException":
                stored: Any = error.response.get("Item")
                _refuse({0: values.decode_item(stored) if stored else None}, token)
                return
            if code != "TransactionConflictException":
                _raise_if_too_large(error)
                raise
        else:
            return
        pause(attempt)
    raise Unavailable("others keep writing the same record; repeat the request")


def _together(writes: Sequence[Write], token: str, ids: Ids) -> None:
    actions = []
    for write in writes:
        kind, parameters = _compiled(write, token)
        actions.append({kind: parameters})
    for attempt in range(_PATIENCE):
        try:
            call("transact_write_items", TransactItems=actions, ClientRequestToken=ids.token())
        except ClientError as error:
            reasons: Any = error.response.get("CancellationReasons", ())
            failures = {
                index: values.decode_item(reason["Item"]) if reason.get("Item") else None
                for index, reason in enumerate(reasons)
                if reason.get("Code") == _FAILED
            }
            if failures:
                _refuse(failures, token)
                return
            if not any(reason.get("Code") in _PASSING_REASONS for reason in reasons):
                _raise_if_too_large(error, *reasons)
                raise
        else:
            return
        pause(attempt)
    raise Unavailable("others keep writing the same records; repeat the request")


def _refuse(failures: Mapping[int, Item | None], token: str) -> None:
    if not any(item is not None and item.get("writer") == token for item in failures.values()):
        raise Refused(failures)


def _raise_if_too_large(error: ClientError, *reasons: Mapping[str, Any]) -> None:
    """Turn what the store says about an item's size into an answer; only it knows exactly what it counts."""
    if any(_TOO_LARGE in (said.get("Message") or "") for said in (error.response["Error"], *reasons)):
        raise RecordTooLarge("This is more than one record can hold.") from error


def _key(key: Key) -> dict[str, values.AttributeValue]:
    return {"pk": {"S": key.pk}, "sk": {"S": key.sk}}


def _stored(put: Put, token: str) -> dict[str, values.AttributeValue]:
    return {**values.encode_item(put.item), "writer": {"S": token}, **_key(put.key)}


def _compiled(write: Write, token: str) -> tuple[str, dict[str, Any]]:
    """Return the kind of action and its parameters, the same alone and inside a transaction."""
    names = expressions.Names()
    parameters: dict[str, Any] = {"TableName": settings.current().table(write.table)}
    if isinstance(write, Put):
        kind = "Put"
        parameters["Item"] = _stored(write, token)
    else:
        kind = "ConditionCheck" if isinstance(write, Check) else type(write).__name__
        parameters["Key"] = _key(write.key)
    if isinstance(write, Update):
        parameters["UpdateExpression"] = expressions.update(
            set={**write.set, "writer": token}, remove=write.remove, add=write.add, names=names
        )
    if write.when is not None:
        parameters["ConditionExpression"] = expressions.condition(write.when, names)
        parameters["ReturnValuesOnConditionCheckFailure"] = "ALL_OLD"
    parameters.update(names.parameters())
    return kind, parameters
