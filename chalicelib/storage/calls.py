"""One call to DynamoDB. Failures of the moment become ``Unavailable``; the others stay what they are.

Where somebody counts, the store is asked what it charges. It does not say for a write whose condition did not hold,
though it charges for it: then the least that it may be is counted, as where the answer says nothing.
"""

from collections.abc import Mapping
from typing import Any, Final

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.kernel import metering
from chalicelib.kernel.errors import Unavailable
from chalicelib.storage import connection

PASSING = frozenset(
    {
        "InternalServerError",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ServiceUnavailable",
        "ThrottlingException",
        "TransactionInProgressException",
    }
)

REFUSED: Final = frozenset({"ConditionalCheckFailedException", "TransactionCanceledException"})
READS: Final = frozenset({"get_item", "query", "batch_get_item"})
HALF: Final = 0.5


def call(operation: str, **parameters: Any) -> dict[str, Any]:
    """Return DynamoDB's answer to ``operation`` (in snake case).

    :raises Unavailable: when it did not answer, or asked for patience, as often as the client tries.
    """
    counts = metering.is_counting()
    if counts:
        parameters["ReturnConsumedCapacity"] = "TOTAL"
    try:
        answer: dict[str, Any] = getattr(connection.dynamodb(), operation)(**parameters)
    except ClientError as error:
        if error.response["Error"]["Code"] in PASSING:
            raise Unavailable("the store is busy; repeat the request") from error
        if counts and error.response["Error"]["Code"] in REFUSED:
            metering.add(metering.WRITE_UNIT, _least(operation, parameters))
        raise
    except BotoCoreError as error:
        raise Unavailable("the store did not answer; repeat the request") from error
    if counts:
        what = metering.READ_UNIT if operation in READS else metering.WRITE_UNIT
        metering.add(what, _charged(answer) or _least(operation, parameters))
    return answer


def _charged(answer: Mapping[str, Any]) -> float:
    """Return the capacity units that the store says it charges."""
    told = answer.get("ConsumedCapacity") or []
    tables = told if isinstance(told, list) else [told]
    return sum(float(table.get("CapacityUnits", 0)) for table in tables)


def _least(operation: str, parameters: Mapping[str, Any]) -> float:
    """Return the fewest capacity units that a call may be charged with."""
    if operation == "transact_write_items":
        return 2.0 * len(parameters["TransactItems"])
    if operation in ("batch_get_item", "batch_write_item"):
        (request, *_) = parameters["RequestItems"].values()
        return HALF * len(request["Keys"]) if operation in READS else float(len(request))
    return 1.0 if operation not in READS or parameters.get("ConsistentRead") else HALF
