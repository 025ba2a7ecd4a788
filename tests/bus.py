"""The product's bus as the template declares it: who hears an entry by its rules, and what they make of it."""

import importlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from moto.events.models import EventPattern

from infra.template import Template, target
from tests.functional.pipeline.aws_around import LambdaContext


@dataclass(frozen=True, slots=True)
class Bus:
    """Rules, queues and functions of a template, joined as AWS joins them."""

    template: Template

    def hearers(self, entry: Mapping[str, Any]) -> set[str]:
        """Return the functions that hear an entry."""
        return {function.split(".")[1] for function in self._handlers(entry)}

    def refusers(self, entry: Mapping[str, Any]) -> set[str]:
        """Bring an entry to every function that hears it, and return those that want it again."""
        record = {"messageId": "m", "eventSource": "aws:sqs", "body": json.dumps(entry)}
        return {
            function.split(".")[1]
            for function in self._handlers(entry)
            if _called(function, {"Records": [record]}) != {"batchItemFailures": []}
        }

    def _handlers(self, entry: Mapping[str, Any]) -> Iterator[str]:
        message: Any = entry
        for queue in {queue for pattern, queue in self._rules() if EventPattern(None, pattern).matches_event(message)}:
            for _, mapping in self.template.all("Lambda::EventSourceMapping"):
                if target(mapping["EventSourceArn"]) == queue:
                    yield str(self.template.properties(target(mapping["FunctionName"]))["Handler"])

    def _rules(self) -> Iterator[tuple[dict[str, Any], str]]:
        """Yield the pattern and the queue of every rule on the product's own bus."""
        for _, rule in self.template.all("Events::Rule"):
            if "EventBusName" in rule:
                yield from ((dict(rule["EventPattern"]), target(each["Arn"])) for each in rule["Targets"])


def _called(function: str, event: Mapping[str, Any]) -> Any:
    module, _, name = function.rpartition(".")
    return getattr(importlib.import_module(module), name)(event, LambdaContext())
