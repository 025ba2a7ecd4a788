"""Every AWS call of a test, seen at botocore: what it wrote, and whether a stranger's canary left with it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import get_ident
from typing import Any

from chalicelib.kernel import tenancy

WRITES = {"PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems", "BatchWriteItem"}
SENDS = {
    "ses": ("SendEmail",),
    "sesv2": ("SendEmail",),
    "eventbridge": ("PutEvents",),
    "sqs": ("SendMessage", "SendMessageBatch"),
    "scheduler": ("CreateSchedule", "UpdateSchedule"),
}
_PARAMETERS = "watched_parameters"


@dataclass(frozen=True, slots=True)
class Call:
    """One call that AWS answered with success."""

    service: str
    operation: str
    parameters: dict[str, Any]
    tenant: str | None
    thread: int

    def __str__(self) -> str:
        return f"{self.service}:{self.operation}"

    def rows(self) -> list[str]:
        """Return ``table pk sk`` of every row that the call wrote."""
        if self.operation == "BatchWriteItem":
            requests = self.parameters["RequestItems"].items()
            return [
                _spoken(
                    table, request["PutRequest"]["Item"] if "PutRequest" in request else request["DeleteRequest"]["Key"]
                )
                for table, many in requests
                for request in many
            ]
        if self.operation == "TransactWriteItems":
            actions = [action for item in self.parameters["TransactItems"] for action in item.items()]
            return [
                _spoken(write["TableName"], write["Item" if kind == "Put" else "Key"])
                for kind, write in actions
                if kind != "ConditionCheck"
            ]
        return [_spoken(self.parameters["TableName"], self.parameters.get("Item") or self.parameters["Key"])]


@dataclass(slots=True)
class Watch:
    """Collects calls; ``canaries`` maps each tenant to the string that only its own data hold."""

    calls: list[Call] = field(default_factory=list)
    canaries: dict[str, str] = field(default_factory=dict)

    def remember(self, params: Any, context: dict[str, Any], **_: Any) -> None:
        context[_PARAMETERS] = params

    def note(self, http_response: Any, model: Any, context: dict[str, Any], **_: Any) -> None:
        if http_response.status_code >= 300:
            return
        service = model.service_model.service_id.hyphenize()
        call = Call(service, model.name, context.get(_PARAMETERS) or {}, tenancy.current(), get_ident())
        self.calls.append(call)
        if model.name in SENDS.get(service, ()):
            self.sweep(json.dumps(call.parameters, default=str), tenant=call.tenant, where=str(call))

    def sweep(self, text: str, *, tenant: str | None, where: str) -> None:
        """Fail when ``text`` holds the canary of any tenant but ``tenant``."""
        strangers = [owner for owner, canary in self.canaries.items() if owner != tenant and canary in text]
        assert not strangers, f"{where} carries data of {strangers} to {tenant}"

    @contextmanager
    def during(self) -> Iterator[list[Call]]:
        """Yield the list that will hold the calls of the block, but for those of other threads."""
        before, seen = len(self.calls), list[Call]()
        yield seen
        seen.extend(call for call in self.calls[before:] if call.thread == get_ident())

    @staticmethod
    def writes(calls: list[Call]) -> list[str]:
        """Return the rows that ``calls`` wrote, but for rates and a key's last use, which a refusal may leave."""
        rows = [
            (call, row)
            for call in calls
            if call.service == "dynamodb" and call.operation in WRITES
            for row in call.rows()
        ]
        return [row for call, row in rows if not _is_allowed(call, row)]


def _spoken(table: str, key: dict[str, Any]) -> str:
    return f"{table} {key['pk']['S']} {key['sk']['S']}"


def _is_allowed(call: Call, row: str) -> bool:
    if (row.endswith(" fail") and " EMAIL#" in row) or " permits#" in row:
        return True
    return call.operation == "UpdateItem" and " apikey#" in row and "last_used_at" in json.dumps(call.parameters)
