"""The stack on the local cloud: deployed where it differs, its streams taken up anew."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from infra import deploy
from infra.assembly import Assembly
from infra.local.cloud import ACCOUNT, REGION, Cloud

STAGE = "local"
ASSETS = deploy.bootstrap_bucket(ACCOUNT, REGION)

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


def deploy_to(
    cloud: Cloud, assembly: Assembly, core: Path, *, address: str, resolver: str, say: deploy.Say
) -> Mapping[str, str]:
    """This function will deploy template and code where they differ from what is deployed, and return the outputs.

    :raises NotDeployed: some resource could not be made.
    """
    parameters = {
        "PublicUrl": address,
        "FilesEndpoint": f"{address}/_s3",
        "IdentityEndpoint": cloud.address,
        "CookieSecure": "false",
        "DnsResolver": resolver,
        "ReservedNames": "true",
    }
    known = cloud.home.memory.read()
    code = hashlib.sha256(core.read_bytes()).hexdigest()
    wanted = {"assembly": assembly.folder.name, "code": code, "parameters": parameters}
    if known.get("deployed") != wanted:
        _bootstrap(cloud)
        deployed = deploy.deploy(assembly, core, cloud.client, parameters=parameters, say=say)
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
    key = deploy.publish(core, cloud.client("s3"), ASSETS)
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
