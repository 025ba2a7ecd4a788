"""One call to DynamoDB. Failures of the moment become ``Unavailable``; the others stay what they are."""

from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

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


def call(operation: str, **parameters: Any) -> dict[str, Any]:
    """Return DynamoDB's answer to ``operation`` (in snake case).

    :raises Unavailable: when it did not answer, or asked for patience, as often as the client tries.
    """
    try:
        answer: dict[str, Any] = getattr(connection.dynamodb(), operation)(**parameters)
    except ClientError as error:
        if error.response["Error"]["Code"] in PASSING:
            raise Unavailable("the store is busy; repeat the request") from error
        raise
    except BotoCoreError as error:
        raise Unavailable("the store did not answer; repeat the request") from error
    return answer
