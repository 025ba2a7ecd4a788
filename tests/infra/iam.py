"""A small evaluator of IAM policies, for what Tendero's template uses and no more.

No emulator enforces `dynamodb:LeadingKeys`, so this is where isolation is proved. It knows the trap that matters: an
operator with `ForAllValues` is true when the key is absent from the request. What it does not know, it refuses to
judge: an operator outside the list raises rather than passes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from infra.template import Template, listed

ACCOUNT = "111122223333"
REGION = "eu-west-1"
PSEUDO = {"AWS::Partition": "aws", "AWS::AccountId": ACCOUNT, "AWS::Region": REGION, "AWS::URLSuffix": "amazonaws.com"}
VARIABLE = re.compile(r"\$\{([^}]+)\}")

Context = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Request:
    action: str
    resource: str
    context: Context


class Policies:
    """What each role of a template may do, with every reference resolved to an ARN of one account."""

    def __init__(self, body: Mapping[str, Any]) -> None:
        self.template = Template.of(body)
        self._statements: dict[str, list[Mapping[str, Any]]] = {}
        for role, _, statement in self.template.statements():
            resolved = {
                **statement,
                "Action": [action.lower() for action in listed(statement["Action"])],
                "Resource": [self.arn(resource) for resource in listed(statement["Resource"])],
            }
            self._statements.setdefault(role, []).append(resolved)

    def allows(self, role: str, request: Request) -> bool:
        """Whether the role's own policies allow the request: some statement does and none denies it."""
        effects = {one["Effect"] for one in self._statements.get(role, []) if self._applies(one, request)}
        return effects == {"Allow"}

    def trusts(self, role: str, *, principal: str, tags: Mapping[str, str]) -> bool:
        """Whether `role` lets `principal` assume it with these session tags, and the principal may ask for it."""
        context = {f"aws:RequestTag/{name}": [value] for name, value in tags.items()}
        if tags:
            context["aws:TagKeys"] = list(tags)
        wanted = ["sts:AssumeRole", "sts:TagSession"] if tags else ["sts:AssumeRole"]
        trusted = self.template.properties(role)["AssumeRolePolicyDocument"]["Statement"]
        return all(
            any(
                self.arn(one["Principal"].get("AWS", "")) == self.arn_of(principal)
                and action in listed(one["Action"])
                and self._conditions_hold(one, context)
                for one in trusted
            )
            and self.allows(principal, Request(action, self.arn_of(role), context))
            for action in wanted
        )

    def arn_of(self, name: str) -> str:
        """The ARN of a resource of the template."""
        kind, properties = self.template.resources[name]["Type"], self.template.properties(name)
        named = {
            "AWS::DynamoDB::Table": ("dynamodb", "table/", "TableName"),
            "AWS::SQS::Queue": ("sqs", "", "QueueName"),
            "AWS::Lambda::Function": ("lambda", "function:", "FunctionName"),
        }
        if kind in named:
            service, before, key = named[kind]
            return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{before}{self.arn(properties[key])}"
        return f"arn:aws:{kind}:{name}"

    def arn(self, value: Any) -> str:
        """The text that CloudFormation makes of a value."""
        if isinstance(value, str):
            return value
        if "Ref" in value:
            return PSEUDO.get(value["Ref"]) or self.arn_of(value["Ref"])
        if "Fn::GetAtt" in value:
            name, attribute = value["Fn::GetAtt"]
            return self.arn_of(name) + ("" if attribute == "Arn" else f"/{attribute}")
        if "Fn::Join" in value:
            glue, parts = value["Fn::Join"]
            return str(glue).join(self.arn(part) for part in parts)
        raise NotImplementedError(f"cannot resolve {value}")

    def _applies(self, statement: Mapping[str, Any], request: Request) -> bool:
        return (
            any(_like(request.action.lower(), action) for action in statement["Action"])
            and any(
                _like(request.resource, filled)
                for resource in statement["Resource"]
                for filled in _filled(resource, request.context)
            )
            and self._conditions_hold(statement, request.context)
        )

    def _conditions_hold(self, statement: Mapping[str, Any], context: Context) -> bool:
        return all(
            _holds(operator, listed(wanted), context.get(key), context)
            for operator, block in statement.get("Condition", {}).items()
            for key, wanted in block.items()
        )


def _holds(operator: str, wanted: Sequence[Any], given: Sequence[str] | None, context: Context) -> bool:
    if operator == "Null":
        return (given is None) == (str(wanted[0]).lower() == "true")
    quantifier, _, test = operator.rpartition(":")
    patterns = [pattern for text in wanted for pattern in _filled(str(text), context)]
    if test not in ("StringEquals", "StringLike"):
        raise NotImplementedError(f"cannot judge {operator}")

    def matches(value: str) -> bool:
        return any(_like(value, pattern) if test == "StringLike" else value == pattern for pattern in patterns)

    if quantifier == "ForAllValues":
        return all(matches(value) for value in given or ())
    return given is not None and any(matches(value) for value in given)


def _filled(text: str, context: Context) -> Iterator[str]:
    """The text with its policy variables; nothing at all when the request does not carry one of them."""
    names = VARIABLE.findall(text)
    if all(name in context for name in names):
        yield VARIABLE.sub(lambda found: context[found.group(1)][0], text)


def _like(value: str, pattern: str) -> bool:
    """IAM's wildcards: `*` for any run of characters, `?` for one."""
    return _compiled(pattern).fullmatch(value) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    as_regex = "".join(".*" if char == "*" else "." if char == "?" else re.escape(char) for char in pattern)
    return re.compile(as_regex, re.DOTALL)
