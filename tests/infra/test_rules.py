"""Every rule of the house holds on the template, and each catches the mistake it is there for."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from infra import rules
from infra.template import Template

Body = dict[str, Any]
Spoil = Callable[[Body], None]


def first(body: Body, kind: str, *, where: Callable[[Mapping[str, Any]], bool] = lambda _: True) -> dict[str, Any]:
    """Return the first resource of a type whose properties are as `where` says."""
    return next(
        resource
        for resource in body["Resources"].values()
        if resource["Type"] == f"AWS::{kind}" and where(resource.get("Properties", {}))
    )


def properties(body: Body, kind: str, **options: Any) -> dict[str, Any]:
    found: dict[str, Any] = first(body, kind, **options)["Properties"]
    return found


def reads_a_stream(mapping: Mapping[str, Any]) -> bool:
    return "StartingPosition" in mapping


def reads_a_queue(mapping: Mapping[str, Any]) -> bool:
    return "StartingPosition" not in mapping


def statement_about_rows(body: Body) -> dict[str, Any]:
    found: dict[str, Any] = next(
        statement
        for _, _, statement in Template.of(body).statements()
        if "dynamodb:LeadingKeys" in statement.get("Condition", {}).get("Null", {})
    )
    return found


def give_a_function_the_records(body: Body) -> None:
    role = Template.of(body).role_of(
        next(
            name
            for name, function in Template.of(body).all("Lambda::Function")
            if function["FunctionName"] == "tendero-local-notifier"
        )
    )
    statement = statement_about_rows(body)
    policy = {"PolicyName": "More", "Roles": [{"Ref": role}], "PolicyDocument": {"Statement": [statement]}}
    body["Resources"]["More"] = {"Type": "AWS::IAM::Policy", "Properties": policy}


def share_a_role(body: Body) -> None:
    one, other = [name for name, _ in Template.of(body).all("Lambda::Function")][:2]
    body["Resources"][other]["Properties"]["Role"] = body["Resources"][one]["Properties"]["Role"]


def forget_an_alarm(body: Body) -> None:
    alarm = next(
        name
        for name, one in Template.of(body).all("CloudWatch::Alarm")
        if one["MetricName"] == "ApproximateNumberOfMessagesVisible"
    )
    del body["Resources"][alarm]


def add_routes(body: Body) -> None:
    route = first(body, "ApiGateway::Resource")
    body["Resources"] |= {f"Route{number}": route for number in range(5)}


def allow_a_scan(body: Body) -> None:
    statement_about_rows(body)["Action"] = ["dynamodb:Scan"]


def forget_tls(body: Body) -> None:
    body["Resources"] = {
        name: resource for name, resource in body["Resources"].items() if resource["Type"] != "AWS::SQS::QueuePolicy"
    }


EXAMPLES: Mapping[str, tuple[Spoil, ...]] = {
    "T01": (lambda body: properties(body, "DynamoDB::Table").pop("PointInTimeRecoverySpecification"),),
    "T02": (
        lambda body: properties(body, "DynamoDB::Table").update(DeletionProtectionEnabled=False),
        lambda body: first(body, "DynamoDB::Table").update(DeletionPolicy="Delete"),
    ),
    "T03": (
        lambda body: properties(body, "DynamoDB::Table", where=lambda table: "StreamSpecification" in table).update(
            StreamSpecification={"StreamViewType": "KEYS_ONLY"}
        ),
    ),
    "T04": (
        lambda body: properties(body, "S3::Bucket").pop("VersioningConfiguration"),
        lambda body: properties(body, "S3::Bucket")["PublicAccessBlockConfiguration"].update(BlockPublicAcls=False),
    ),
    "T05": (forget_tls,),
    "T06": (
        lambda body: properties(body, "SQS::Queue", where=lambda one: "RedrivePolicy" in one).pop("RedrivePolicy"),
    ),
    "T07": (lambda body: properties(body, "SQS::Queue").pop("MessageRetentionPeriod"),),
    "T08": (
        lambda body: properties(body, "SQS::Queue", where=lambda one: "RedrivePolicy" in one).update(
            VisibilityTimeout=60
        ),
        lambda body: properties(body, "Lambda::EventSourceMapping", where=reads_a_queue).pop("FunctionResponseTypes"),
    ),
    "T09": (
        lambda body: properties(body, "Lambda::EventSourceMapping", where=reads_a_stream).update(
            StartingPosition="LATEST"
        ),
        lambda body: properties(body, "Lambda::EventSourceMapping", where=reads_a_stream).pop("MaximumRetryAttempts"),
        lambda body: properties(body, "Lambda::EventSourceMapping", where=reads_a_stream).pop("DestinationConfig"),
    ),
    "T10": (
        lambda body: properties(body, "Events::Rule")["Targets"][0].pop("DeadLetterConfig"),
        lambda body: properties(body, "Lambda::EventInvokeConfig").pop("MaximumEventAgeInSeconds"),
    ),
    "T11": (lambda body: properties(body, "Logs::LogGroup").pop("RetentionInDays"),),
    "T12": (share_a_role, lambda body: properties(body, "Lambda::Function").update(Runtime="python3.9")),
    "T13": (
        allow_a_scan,
        lambda body: statement_about_rows(body).update(Action="dynamodb:*"),
        lambda body: statement_about_rows(body).update(Resource="*"),
    ),
    "T14": (
        lambda body: statement_about_rows(body).pop("Condition"),
        lambda body: statement_about_rows(body)["Condition"].pop("Null"),
    ),
    "T15": (give_a_function_the_records,),
    "T16": (
        lambda body: properties(body, "Cognito::UserPoolClient").update(WriteAttributes=["custom:tenant"]),
        lambda body: properties(body, "Cognito::UserPoolClient").pop("WriteAttributes"),
    ),
    "T17": (
        lambda body: properties(body, "Lambda::Function")["Environment"]["Variables"].update(SES_PASSWORD="x"),
        lambda body: properties(body, "SecretsManager::Secret", where=lambda one: "GenerateSecretString" in one).pop(
            "GenerateSecretString"
        ),
    ),
    "T18": (forget_an_alarm, lambda body: properties(body, "CloudWatch::Alarm").update(AlarmActions=[])),
    "T19": (add_routes,),
    "T20": (
        lambda body: body["Resources"].update(
            {f"Log{number}": first(body, "Logs::LogGroup") for number in range(rules.MOST_RESOURCES)}
        ),
    ),
}


def test_the_template_obeys_every_rule(synthesised: Body) -> None:
    assert rules.broken(Template.of(synthesised)) == []


def test_the_template_has_no_error_for_cfn_lint(assembly: Any) -> None:
    assert rules.lint(assembly.template_path) == 0


def test_every_rule_has_a_number_of_its_own_and_a_sentence() -> None:
    ids = [one.id for one in rules.RULES]

    assert ids == [f"T{number:02}" for number in range(1, len(ids) + 1)]
    assert all(one.sentence.endswith(".") for one in rules.RULES)
    assert set(ids) == set(EXAMPLES)


@pytest.mark.parametrize(
    ("rule", "spoil"),
    [(rule, spoil) for rule, examples in EXAMPLES.items() for spoil in examples],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_rule_catches_the_mistake_it_is_there_for(rule: str, spoil: Spoil, body: Body) -> None:
    spoil(body)

    assert rule in {finding.split()[0] for finding in rules.broken(Template.of(body))}
