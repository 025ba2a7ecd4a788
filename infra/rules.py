"""The rules of the house for infrastructure: numbered, a sentence each, and executable.

cdk-nag and cfn-lint know what is good for everybody; these are what is good for Tendero. Each rule is a function over
the synthesised template that yields what breaks it, and tests/infra has a failing example for each.
"""

import argparse
import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infra import build, synthesis
from infra.functions import SYSTEM
from infra.template import Template, listed, target

Findings = Iterator[str]
Check = Callable[[Template], Findings]

MOST_RESOURCES = 400
MOST_API_RESOURCES = 5
LONGEST_LOG_DAYS = 90
MAY_WRITE = {"locale"}
SECRET_WORDS = ("secret", "password", "pepper", "token", "private")


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    sentence: str
    check: Check


RULES: list[Rule] = []


def rule(rule_id: str, sentence: str) -> Callable[[Check], Check]:
    def register(check: Check) -> Check:
        RULES.append(Rule(rule_id, sentence, check))
        return check

    return register


def broken(template: Template) -> list[str]:
    """This function will return every finding of every rule, as one line each."""
    return [f"{one.id} {found}: {one.sentence}" for one in RULES for found in one.check(template)]


@rule("T01", "A table can be restored to any second of the last 35 days.")
def restorable(template: Template) -> Findings:
    for name, table in template.all("DynamoDB::Table"):
        if not table.get("PointInTimeRecoverySpecification", {}).get("PointInTimeRecoveryEnabled"):
            yield name


@rule("T02", "A table survives its stack, and nobody deletes it by mistake.")
def tables_survive(template: Template) -> Findings:
    for name, table in template.all("DynamoDB::Table"):
        if not table.get("DeletionProtectionEnabled") or template.resources[name].get("DeletionPolicy") != "Retain":
            yield name


@rule("T03", "A stream carries what was and what is, so that a change can be told.")
def streams_tell_both(template: Template) -> Findings:
    for name, table in template.all("DynamoDB::Table"):
        stream = table.get("StreamSpecification")
        if stream and stream.get("StreamViewType") != "NEW_AND_OLD_IMAGES":
            yield name


@rule("T04", "A bucket is private, versioned, encrypted and kept.")
def buckets_are_safe(template: Template) -> Findings:
    for name, bucket in template.all("S3::Bucket"):
        block = bucket.get("PublicAccessBlockConfiguration", {})
        is_private = len(block) == 4 and all(block.values())
        is_versioned = bucket.get("VersioningConfiguration", {}).get("Status") == "Enabled"
        is_kept = template.resources[name].get("DeletionPolicy") == "Retain"
        if not (is_private and is_versioned and is_kept and "BucketEncryption" in bucket):
            yield name


@rule("T05", "A bucket, a queue and a topic refuse whoever speaks without TLS.")
def only_tls(template: Template) -> Findings:
    for resource, policy, holder in (
        ("S3::Bucket", "S3::BucketPolicy", "Bucket"),
        ("SQS::Queue", "SQS::QueuePolicy", "Queues"),
        ("SNS::Topic", "SNS::TopicPolicy", "Topics"),
    ):
        refusing = {
            target(held)
            for _, properties in template.all(policy)
            if any(_refuses_plain(statement) for statement in properties["PolicyDocument"]["Statement"])
            for held in listed(properties[holder])
        }
        yield from (name for name, _ in template.all(resource) if name not in refusing)


@rule("T06", "A queue has a parking queue, or is one.")
def queues_park(template: Template) -> Findings:
    for name, queue in template.all("SQS::Queue"):
        if "RedrivePolicy" not in queue and not str(queue.get("QueueName")).endswith("-dlq"):
            yield name


@rule("T07", "A message does not wait for ever.")
def messages_age(template: Template) -> Findings:
    for name, queue in template.all("SQS::Queue"):
        if "MessageRetentionPeriod" not in queue:
            yield name


@rule("T08", "A message stays invisible for six tries of its function, and a batch names what failed in it.")
def queue_mappings(template: Template) -> Findings:
    queues = dict(template.all("SQS::Queue"))
    for name, mapping in template.all("Lambda::EventSourceMapping"):
        queue = queues.get(target(mapping["EventSourceArn"]))
        if queue is None:
            continue
        timeout = template.properties(target(mapping["FunctionName"])).get("Timeout", 3)
        if queue.get("VisibilityTimeout", 30) < 6 * timeout:
            yield f"{name} (visibility)"
        if "ReportBatchItemFailures" not in mapping.get("FunctionResponseTypes", []):
            yield f"{name} (partial batch)"


@rule("T09", "A stream is read from its oldest record, tried a bounded number of times, and what fails is parked.")
def stream_mappings(template: Template) -> Findings:
    tables = dict(template.all("DynamoDB::Table"))
    for name, mapping in template.all("Lambda::EventSourceMapping"):
        if target(mapping["EventSourceArn"]) not in tables:
            continue
        is_bounded = mapping.get("MaximumRetryAttempts", -1) >= 0 and mapping.get("MaximumRecordAgeInSeconds", -1) > 0
        is_parked = "OnFailure" in mapping.get("DestinationConfig", {})
        if mapping.get("StartingPosition") != "TRIM_HORIZON" or not (is_bounded and is_parked):
            yield name


@rule("T10", "What nobody waits for has a parking queue and an age limit at its target.")
def targets_park(template: Template) -> Findings:
    for name, event_rule in template.all("Events::Rule"):
        for each in event_rule.get("Targets", []):
            if "DeadLetterConfig" not in each or "MaximumEventAgeInSeconds" not in each.get("RetryPolicy", {}):
                yield name
    for name, invoke in template.all("Lambda::EventInvokeConfig"):
        if "OnFailure" not in invoke.get("DestinationConfig", {}) or "MaximumEventAgeInSeconds" not in invoke:
            yield name


@rule("T11", "A log expires.")
def logs_expire(template: Template) -> Findings:
    for name, log in template.all("Logs::LogGroup"):
        if not 0 < log.get("RetentionInDays", 0) <= LONGEST_LOG_DAYS:
            yield name


@rule("T12", "A function has a role of its own, a log of its own, and the runtime its bytecode was made for.")
def functions_are_apart(template: Template) -> Findings:
    seen: set[str] = set()
    for name, function in template.all("Lambda::Function"):
        role = template.role_of(name)
        runtime = f"python{sys.version_info.major}.{sys.version_info.minor}"
        if role in seen or "LogGroup" not in function.get("LoggingConfig", {}) or function.get("Runtime") != runtime:
            yield name
        seen.add(role)


@rule("T13", "No statement allows a whole service, reads a whole table, or names no resource.")
def statements_are_narrow(template: Template) -> Findings:
    for role, policy, statement in template.statements():
        for action in listed(statement["Action"]):
            if "*" in action or action == "dynamodb:Scan" or action.startswith("dynamodb:PartiQL"):
                yield f"{role} ({action})"
        if listed(statement["Resource"]) == ["*"] and not _knows_no_resource(listed(statement["Action"])):
            yield f"{policy} (every resource)"


def _knows_no_resource(actions: list[str]) -> bool:
    """Return whether AWS grants these actions for no resource in particular."""
    return set(actions) <= {"dynamodb:ListStreams", "ses:GetAccount"}


@rule("T14", "Rows of a pooled table are reached by leading key, and there must be one.")
def rows_by_leading_key(template: Template) -> Findings:
    for role, _, statement in template.statements():
        if not _touches_rows(template, statement):
            continue
        condition = statement.get("Condition", {})
        keys = listed(condition.get("ForAllValues:StringLike", {}).get("dynamodb:LeadingKeys", []))
        demands_one = condition.get("Null", {}).get("dynamodb:LeadingKeys") == "false"
        if not keys or not demands_one or not all("#" in key for key in keys):
            yield role


@rule("T15", "A function reaches pooled tables only for a tenant, but for the system functions, by name.")
def functions_have_no_tables(template: Template) -> Findings:
    for name, function in template.all("Lambda::Function"):
        role = template.role_of(name)
        is_system = any(str(function["FunctionName"]).endswith(f"-{system.replace('_', '-')}") for system in SYSTEM)
        if not is_system and any(
            owner == role and _touches_rows(template, statement) for owner, _, statement in template.statements()
        ):
            yield name


@rule(
    "T16", "A client of the user pool writes what a person may say about themselves, and nothing that grants a right."
)
def clients_grant_nothing(template: Template) -> Findings:
    for name, client in template.all("Cognito::UserPoolClient"):
        writable = client.get("WriteAttributes")
        if writable is None or not set(writable) <= MAY_WRITE:
            yield name


@rule("T17", "No secret stands in an environment or in the template.")
def no_secrets(template: Template) -> Findings:
    for name, function in template.all("Lambda::Function"):
        for variable, value in function.get("Environment", {}).get("Variables", {}).items():
            is_named_so = any(word in variable.lower() for word in SECRET_WORDS)
            if is_named_so and variable not in ("SECRETS_ID", "TOKEN_ISSUER"):
                yield f"{name} ({variable})"
            if "{{resolve:" in json.dumps(value):
                yield f"{name} ({variable})"
    for name, secret in template.all("SecretsManager::Secret"):
        is_made_of_others = "{{resolve:secretsmanager:" in json.dumps(secret.get("SecretString", ""))
        if "GenerateSecretString" not in secret and not is_made_of_others:
            yield name


@rule("T18", "Whatever is parked rings, and whatever rings is heard.")
def parking_rings(template: Template) -> Findings:
    watched = {
        target(dimension["Value"])
        for _, alarm in template.all("CloudWatch::Alarm")
        for dimension in alarm.get("Dimensions", [])
    }
    for name, queue in template.all("SQS::Queue"):
        if str(queue.get("QueueName")).endswith("-dlq") and name not in watched:
            yield name
    yield from (name for name, alarm in template.all("CloudWatch::Alarm") if not alarm.get("AlarmActions"))


@rule("T19", "The API is one {proxy+} route, however many paths it serves.")
def one_route(template: Template) -> Findings:
    routes = [name for name, _ in template.all("ApiGateway::Resource")]
    yield from routes[MOST_API_RESOURCES:]


@rule("T20", "The stack stays well below CloudFormation's 500 resources.")
def stack_is_small(template: Template) -> Findings:
    if len(template.resources) > MOST_RESOURCES:
        yield f"{len(template.resources)} resources"


def _refuses_plain(statement: Mapping[str, Any]) -> bool:
    plain = statement.get("Condition", {}).get("Bool", {}).get("aws:SecureTransport")
    return statement["Effect"] == "Deny" and plain == "false"


def _touches_rows(template: Template, statement: Mapping[str, Any]) -> bool:
    """Whether a statement is about a table's rows, rather than its stream."""
    tables = {name for name, _ in template.all("DynamoDB::Table")}
    actions = {action.removeprefix("dynamodb:") for action in listed(statement["Action"])}
    is_about_stream = actions <= {"DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"}
    return not is_about_stream and any(target(resource) in tables for resource in listed(statement["Resource"]))


def main() -> None:
    parser = argparse.ArgumentParser(description="Check the template against cdk-nag, the house rules and cfn-lint.")
    parser.add_argument("--stage", default="local")
    assembly = synthesis.synthesise(parser.parse_args().stage)
    findings = broken(Template.of(assembly.template))
    print("\n".join(findings), end="\n" if findings else "")
    done = lint(assembly.template_path)
    print(f"{len(assembly.template['Resources'])} resources, {len(RULES)} rules, {len(findings)} findings")
    sys.exit(1 if findings or done else 0)


def lint(template: Path) -> int:
    """This function will have cfn-lint look for errors; warnings are the CDK's habits.

    It takes half a minute, so a template that passed is not asked again.
    """
    passed = build.BUILD / f"linted-{hashlib.sha256(template.read_bytes()).hexdigest()[:16]}"
    if passed.exists():
        return 0
    linter = Path(sys.executable).with_name("cfn-lint")
    command = [str(linter), str(template), "--regions", "eu-west-1", "--ignore-checks", "W"]
    done = subprocess.run(command, check=False, cwd=build.ROOT)
    if done.returncode == 0:
        passed.touch()
    return done.returncode


if __name__ == "__main__":
    main()
