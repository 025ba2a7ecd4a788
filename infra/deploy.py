"""Deploys a synthesised stage with CloudFormation: to AWS by `make deploy`, to the local cloud by `make up`.

One path for both, so that every start of the local cloud rehearses a deployment: template and code go to the account's
CDK bootstrap bucket, the template becomes a change set, the change set is carried out, and its events are
told as they happen. The portal's files follow, entry pages last, so that no page points to a file that is not there.
"""

import argparse
import hashlib
import mimetypes
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
from botocore.exceptions import ClientError, WaiterError

from infra import build, headers, synthesis
from infra.assembly import Assembly

PORTAL = build.ROOT / "frontend" / "dist"
BOOTSTRAP_VERSION = "/cdk-bootstrap/hnb659fds/version"

Clients = Callable[[str], Any]
Say = Callable[[str], None]


class NotDeployed(Exception):
    """CloudFormation did not carry the change out; the message says which resources failed and why."""


@dataclass(frozen=True, slots=True)
class Deployed:
    outputs: Mapping[str, str]
    resources: int


def deploy(assembly: Assembly, core: Path, clients: Clients, *, parameters: Mapping[str, str], say: Say) -> Deployed:
    """This function will bring the stack to the assembly's template, running the code in `core`.

    :raises NotDeployed: some resource could not be made.
    """
    account = clients("sts").get_caller_identity()["Account"]
    s3, cloudformation = clients("s3"), clients("cloudformation")
    bucket = bootstrap_bucket(account, s3.meta.region_name)
    say("Publishing the code")
    template_key = publish(assembly.template_path, s3, bucket)
    given = {**parameters, "CodeKey": publish(core, s3, bucket)}
    change = _change_set(assembly, cloudformation, f"{s3.meta.endpoint_url}/{bucket}/{template_key}", given)
    if change is None:
        say("The stack is up to date")
    else:
        _carry_out(assembly.stack, change, cloudformation, say)
    stack = cloudformation.describe_stacks(StackName=assembly.stack)["Stacks"][0]
    outputs = {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}
    return Deployed(outputs, len(assembly.template["Resources"]))


def bootstrap_bucket(account: str, region: str) -> str:
    return f"cdk-hnb659fds-assets-{account}-{region}"


def publish(path: Path, s3: Any, bucket: str) -> str:
    """This function will upload a file under a key made of its content, unless it is there, and return the key."""
    key = f"tendero/{hashlib.sha256(path.read_bytes()).hexdigest()}{path.suffix}"
    if not _is_there(s3, bucket, key):
        s3.upload_file(str(path), bucket, key)
    return key


def publish_portal(clients: Clients, *, bucket: str, distribution: str, folder: Path = PORTAL) -> None:
    """This function will put the built portal into its bucket, entry pages last, and forget cached ones."""
    s3 = clients("s3")
    files = sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.suffix == ".html")
    for path in files:
        key = path.relative_to(folder).as_posix()
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        described = {"ContentType": kind, "CacheControl": headers.cache_control(key)}
        s3.upload_file(str(path), bucket, key, ExtraArgs=described)
    entries = [f"/{path.relative_to(folder).as_posix()}" for path in files if path.parent.name != "assets"]
    clients("cloudfront").create_invalidation(
        DistributionId=distribution,
        InvalidationBatch={
            "Paths": {"Quantity": len(entries), "Items": entries},
            "CallerReference": str(time.time_ns()),
        },
    )


def _change_set(
    assembly: Assembly, cloudformation: Any, template_url: str, parameters: Mapping[str, str]
) -> str | None:
    """The id of a change set with changes in it, or None when the stack is as it should be."""
    standing = _standing_parameters(assembly.stack, cloudformation)
    kept = (standing or set()) & set(assembly.template["Parameters"]) - set(parameters)
    made = cloudformation.create_change_set(
        StackName=assembly.stack,
        ChangeSetName=f"tendero-{time.time_ns()}",
        ChangeSetType="CREATE" if standing is None else "UPDATE",
        TemplateURL=template_url,
        Parameters=[
            *({"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()),
            *({"ParameterKey": key, "UsePreviousValue": True} for key in sorted(kept)),
        ],
        Capabilities=["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
    )
    try:
        cloudformation.get_waiter("change_set_create_complete").wait(
            ChangeSetName=made["Id"], WaiterConfig={"Delay": 1, "MaxAttempts": 300}
        )
    except WaiterError:
        described = cloudformation.describe_change_set(ChangeSetName=made["Id"])
        reason = described.get("StatusReason", "")
        cloudformation.delete_change_set(ChangeSetName=made["Id"])
        if "didn't contain changes" in reason or "No updates" in reason:
            return None
        raise NotDeployed(f"The change set was refused: {reason}") from None
    return str(made["Id"])


def _carry_out(stack: str, change: str, cloudformation: Any, say: Say) -> None:
    seen = {event["EventId"] for event in _events(stack, cloudformation)}
    cloudformation.execute_change_set(ChangeSetName=change)
    failures: list[str] = []
    done = 0
    while True:
        time.sleep(0.5)
        for event in reversed(_events(stack, cloudformation)):
            if event["EventId"] in seen:
                continue
            seen.add(event["EventId"])
            status = event["ResourceStatus"]
            if status.endswith("_FAILED"):
                failures.append(f"{event['LogicalResourceId']}: {event.get('ResourceStatusReason', status)}")
            done += status in ("CREATE_COMPLETE", "UPDATE_COMPLETE")
        status = cloudformation.describe_stacks(StackName=stack)["Stacks"][0]["StackStatus"]
        if not status.endswith("_IN_PROGRESS"):
            break
    if failures or status not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
        raise NotDeployed("\n".join([f"The stack is {status}.", *failures]))
    say(f"{done} changes carried out, none failed")


def _events(stack: str, cloudformation: Any) -> list[dict[str, Any]]:
    pages = cloudformation.get_paginator("describe_stack_events").paginate(StackName=stack)
    return [event for page in pages for event in page["StackEvents"]]


def _standing_parameters(stack: str, cloudformation: Any) -> set[str] | None:
    """The names of the parameters that the stack has now, or None when there is no stack yet."""
    try:
        found = cloudformation.describe_stacks(StackName=stack)["Stacks"]
    except ClientError:
        return None
    if not found or found[0]["StackStatus"] == "REVIEW_IN_PROGRESS":
        return None
    return {parameter["ParameterKey"] for parameter in found[0].get("Parameters", [])}


def _is_there(s3: Any, bucket: str, key: str) -> bool:
    try:
        s3.head_object(Bucket=bucket, Key=key)
    except ClientError:
        return False
    return True


def main() -> None:
    parser = argparse.ArgumentParser(description="Deploy a stage to the account and region of your AWS credentials.")
    parser.add_argument("--stage", required=True)
    parser.add_argument("--architecture", choices=("x86_64", "arm64"), default="x86_64")
    parser.add_argument("--parameter", action="append", default=[], metavar="Name=value")
    arguments = parser.parse_args()
    session = boto3.Session()
    try:
        session.client("ssm").get_parameter(Name=BOOTSTRAP_VERSION)
    except ClientError:
        sys.exit("This account and region have no CDK bootstrap yet: npx aws-cdk@2.1148.1 bootstrap (once).")
    assembly = synthesis.synthesise(arguments.stage, architecture=arguments.architecture)
    core = build.build(build.Target(arguments.architecture))
    parameters = dict(given.split("=", 1) for given in arguments.parameter)
    try:
        deployed = deploy(assembly, core, session.client, parameters=parameters, say=print)
    except NotDeployed as problem:
        sys.exit(str(problem))
    outputs = deployed.outputs
    publish_portal(session.client, bucket=outputs["PortalBucket"], distribution=outputs["Distribution"])
    print(f"Tendero is at {outputs['Address']}")


if __name__ == "__main__":
    main()
