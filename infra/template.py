"""A CloudFormation template to ask questions of: resources by type, and what refers to what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Properties = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Template:
    resources: Mapping[str, Mapping[str, Any]]

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> "Template":
        return cls(body["Resources"])

    def all(self, kind: str) -> Iterator[tuple[str, Properties]]:
        """Logical id and properties of every resource of a type; `AWS::` may be left out."""
        for name, resource in self.resources.items():
            if resource["Type"] == f"AWS::{kind}":
                yield name, resource.get("Properties", {})

    def properties(self, name: str) -> Properties:
        found: Properties = self.resources[name].get("Properties", {})
        return found

    def statements(self) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
        """Every statement that a role is granted: the role, the policy (or the role itself) it stands in, and it."""
        for name, policy in self.all("IAM::Policy"):
            for role in policy["Roles"]:
                for statement in policy["PolicyDocument"]["Statement"]:
                    yield target(role), name, statement
        for name, role in self.all("IAM::Role"):
            for policy in role.get("Policies", []):
                for statement in policy["PolicyDocument"]["Statement"]:
                    yield name, name, statement

    def role_of(self, function: str) -> str:
        return target(self.properties(function)["Role"])


def target(value: Any) -> str:
    """This function will return the logical id that a Ref or GetAtt points to, or the value itself as text."""
    if isinstance(value, Mapping):
        if "Ref" in value:
            return str(value["Ref"])
        if "Fn::GetAtt" in value:
            return str(value["Fn::GetAtt"][0])
        if "Fn::Join" in value:
            return next((target(part) for part in value["Fn::Join"][1] if isinstance(part, Mapping)), str(value))
    return str(value)


def listed(value: Any) -> Sequence[Any]:
    """This function will return what stands alone or in a list as a list, as IAM and CloudFormation read it."""
    return value if isinstance(value, list) else [value]
