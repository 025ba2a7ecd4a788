"""The wall between tenants: no call leaves with a key, prefix or group that is not the entered tenant's.

It listens on every client that ``storage.connection`` opens, in production too. What it does not know, it refuses: an
operation without an entry below cannot be used at all, ``Scan`` and PartiQL first among them. Its price is a dictionary
walk a call, and that a new operation must be added here by hand, which is the point.

Presigning makes no call, so ``gateways.files`` checks its keys itself, with ``require_own_prefix``.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from chalicelib.kernel import tenancy
from chalicelib.kernel.tenancy import TenancyViolation, entered, system

__all__ = ["TenancyViolation", "entered", "require_own_prefix", "system", "watch"]

SYSTEM_PREFIXES = ("SUB#", "KEY#", "EMAIL#", "DUE#")
_HASH_KEYS = ("pk", "due_shard")
_FIRST_CLAUSE = re.compile(r"\s*(#?\w+)\s*=\s*(:\w+)\s*(?:AND\b.*)?", re.DOTALL)
_PARAMETERS = "tendero_parameters"


def watch(client: Any) -> Any:
    """Make ``client`` refuse every call that leaves the entered tenant; return it."""
    events = client.meta.events
    service = client.meta.service_model.service_id.hyphenize()
    if service in _CHECKS:
        events.register_last(f"before-parameter-build.{service}", _remember)
        events.register_first(f"before-call.{service}", _check)
    return client


def require_own_prefix(key: str) -> None:
    """Return when ``key`` lies under the entered tenant's prefix of the files bucket.

    :raises TenancyViolation: when it does not.
    """
    tenant = tenancy.current()
    if tenant is None or not key.startswith(f"t/{tenant}/") or ".." in key.split("/"):
        raise TenancyViolation("a file of another tenant")


def _remember(params: Mapping[str, Any], context: dict[str, Any], **_: Any) -> None:
    context[_PARAMETERS] = params


def _check(model: Any, context: Mapping[str, Any], **_: Any) -> None:
    parameters = context.get(_PARAMETERS)
    if parameters is None:
        raise TenancyViolation(f"{model.name} was not seen before it was sent")
    _CHECKS[model.service_model.service_id.hyphenize()](model.name, parameters)


def _check_dynamodb(operation: str, parameters: Mapping[str, Any]) -> None:
    tenant = tenancy.current()
    own, own_prefix = f"T#{tenant}", f"T#{tenant}#"
    for leading in _leading_keys(operation, parameters):
        if tenant is not None and (leading == own or leading.startswith(own_prefix)):
            continue
        if tenancy.in_system() and leading.startswith(SYSTEM_PREFIXES):
            continue
        raise TenancyViolation(f"{operation} outside the entered tenant")


def _leading_keys(operation: str, parameters: Mapping[str, Any]) -> Iterator[str]:
    if operation in ("GetItem", "UpdateItem", "DeleteItem"):
        yield parameters["Key"]["pk"]["S"]
    elif operation == "PutItem":
        yield parameters["Item"]["pk"]["S"]
    elif operation == "Query":
        yield _queried_key(parameters)
    elif operation == "TransactWriteItems":
        for action in parameters["TransactItems"]:
            for kind, write in action.items():
                yield write["Item" if kind == "Put" else "Key"]["pk"]["S"]
    elif operation == "BatchGetItem":
        for request in parameters["RequestItems"].values():
            for key in request["Keys"]:
                yield key["pk"]["S"]
    elif operation == "BatchWriteItem":
        for requests in parameters["RequestItems"].values():
            for request in requests:
                yield (request["PutRequest"]["Item"] if "PutRequest" in request else request["DeleteRequest"]["Key"])[
                    "pk"
                ]["S"]
    else:
        raise TenancyViolation(f"{operation} is not used here")


def _queried_key(parameters: Mapping[str, Any]) -> str:
    clause = _FIRST_CLAUSE.fullmatch(parameters.get("KeyConditionExpression", ""))
    if clause is None:
        raise TenancyViolation("a query must begin with its partition key")
    name = parameters.get("ExpressionAttributeNames", {}).get(clause[1], clause[1])
    if name not in _HASH_KEYS:
        raise TenancyViolation("a query must begin with its partition key")
    key: str = parameters["ExpressionAttributeValues"][clause[2]]["S"]
    return key


_OBJECT_OPERATIONS = {
    "AbortMultipartUpload",
    "CompleteMultipartUpload",
    "CreateMultipartUpload",
    "DeleteObject",
    "GetObject",
    "HeadObject",
    "PutObject",
    "UploadPart",
}


def _check_s3(operation: str, parameters: Mapping[str, Any]) -> None:
    if operation in _OBJECT_OPERATIONS:
        require_own_prefix(parameters["Key"])
    elif operation in ("ListObjectVersions", "ListObjectsV2"):
        require_own_prefix(parameters["Prefix"])
    elif operation == "DeleteObjects":
        for object in parameters["Delete"]["Objects"]:
            require_own_prefix(object["Key"])
    else:
        raise TenancyViolation(f"{operation} is not used here")


_QUEUE_OPERATIONS = {"ReceiveMessage", "DeleteMessage", "DeleteMessageBatch", "ChangeMessageVisibility"}


def _check_sqs(operation: str, parameters: Mapping[str, Any]) -> None:
    if operation == "SendMessage":
        _require_own_group(parameters)
    elif operation == "SendMessageBatch":
        for entry in parameters["Entries"]:
            _require_own_group(entry)
    elif operation not in _QUEUE_OPERATIONS:
        raise TenancyViolation(f"{operation} is not used here")


def _require_own_group(message: Mapping[str, Any]) -> None:
    tenant = tenancy.current()
    group = message.get("MessageGroupId")
    if tenant is None and group is None and tenancy.in_system():
        return
    if tenant is None or group != tenant:
        raise TenancyViolation("a message of another tenant")


_CHECKS = {"dynamodb": _check_dynamodb, "s3": _check_s3, "sqs": _check_sqs}
