"""The stack on the local cloud: synthesised when its sources changed, deployed when it differs, streams taken up."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from infra import build, deploy
from infra.assembly import Assembly
from infra.local.cloud import ACCOUNT, REGION, Cloud
from infra.local.home import Home

STAGE = "local"
ASSETS = f"cdk-hnb659fds-assets-{ACCOUNT}-{REGION}"

#: What a mapping keeps when it is made anew.
MAPPING_SETTINGS = (
    "BatchSize",
    "MaximumBatchingWindowInSeconds",
    "MaximumRetryAttempts",
    "MaximumRecordAgeInSeconds",
    "BisectBatchOnFunctionError",
    "ParallelizationFactor",
    "DestinationConfig",
    "FilterCriteria",
    "FunctionResponseTypes",
)


def synthesise(home: Home) -> Assembly:
    """This function will return the stage's assembly, synthesised again only when something it is made of changed.

    In a process of its own: CDK brings half a gigabyte that the edge does not want beside it.
    """
    core = build.build()
    fingerprint = _fingerprint(core)
    if home.memory.read().get("synthesised") != fingerprint:
        command = [sys.executable, "-m", "infra.app", "--stage", STAGE, "--out", str(home.assembly)]
        subprocess.run(command, check=True, cwd=build.ROOT, env=os.environ | SILENT_NODE)
        home.memory.update(synthesised=fingerprint)
    return Assembly(f"tendero-{STAGE}", home.assembly)


#: Node 20 is old for the CDK's taste and works.
SILENT_NODE = {"JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "20"}


def deploy_to(cloud: Cloud, assembly: Assembly, *, address: str, say: deploy.Say) -> Mapping[str, str]:
    """This function will deploy the assembly where it differs from what is deployed, and return the stack's outputs.

    :raises NotDeployed: some resource could not be made.
    """
    parameters = {
        "PublicUrl": address,
        "FilesEndpoint": f"{address}/_s3",
        "IdentityEndpoint": cloud.address,
        "CookieSecure": "false",
    }
    known = cloud.home.memory.read()
    wanted = {"synthesised": known["synthesised"], "parameters": parameters}
    if known.get("deployed") != wanted:
        _bootstrap(cloud)
        deployed = deploy.deploy(assembly, cloud.client, parameters=parameters, say=say)
        cloud.home.memory.update(deployed=wanted, outputs=dict(deployed.outputs), resources=deployed.resources)
    outputs: Mapping[str, str] = cloud.home.memory.read()["outputs"]
    return outputs


def take_up_streams(cloud: Cloud) -> None:
    """This function will make every stream mapping anew, from the oldest record.

    The emulator keeps how far a mapping had read over a restart, but not the records: a mapping that is kept would
    wait for a position that the new stream reaches only after as many changes as the old one had.
    """
    lambda_ = cloud.client("lambda")
    mappings = lambda_.list_event_source_mappings()["EventSourceMappings"]
    streams = {
        (mapping["FunctionArn"], mapping["EventSourceArn"]): mapping
        for mapping in mappings
        if "/stream/" in mapping["EventSourceArn"]
    }
    for mapping in mappings:
        if (mapping["FunctionArn"], mapping["EventSourceArn"]) in streams:
            lambda_.delete_event_source_mapping(UUID=mapping["UUID"])
    for (function, source), mapping in streams.items():
        settings = {name: mapping[name] for name in MAPPING_SETTINGS if mapping.get(name) not in (None, [], {})}
        lambda_.create_event_source_mapping(
            FunctionName=function, EventSourceArn=source, StartingPosition="TRIM_HORIZON", **settings
        )


def replace_code(cloud: Cloud, core: Path) -> None:
    """This function will give every function new code without a deployment; `make dev` does it at each change."""
    key = f"dev/{hashlib.sha256(core.read_bytes()).hexdigest()}.zip"
    cloud.client("s3").upload_file(str(core), ASSETS, key)
    lambda_ = cloud.client("lambda")
    for function in lambda_.list_functions()["Functions"]:
        lambda_.update_function_code(FunctionName=function["FunctionName"], S3Bucket=ASSETS, S3Key=key)
    cloud.home.memory.update(deployed=None)


def _bootstrap(cloud: Cloud) -> None:
    """What `cdk bootstrap` leaves in an account, as far as a deployment looks at it."""
    s3 = cloud.client("s3")
    if ASSETS not in {bucket["Name"] for bucket in s3.list_buckets()["Buckets"]}:
        s3.create_bucket(Bucket=ASSETS, CreateBucketConfiguration={"LocationConstraint": REGION})
    cloud.client("ssm").put_parameter(Name=deploy.BOOTSTRAP_VERSION, Value="25", Type="String", Overwrite=True)


def _fingerprint(core: Path) -> str:
    digest = hashlib.sha256()
    for path in [core, *_infra_files()]:
        digest.update(str(path.name).encode() + path.read_bytes())
    return digest.hexdigest()


def _infra_files() -> Iterator[Path]:
    """Whatever may shape the template, apart from what the zip holds anyway."""
    infra = build.ROOT / "infra"
    for path in sorted(infra.rglob("*.py")):
        if not {"local", "demo"} & set(path.relative_to(infra).parts):
            yield path
