"""The local cloud deploys the very template, and not one resource fails."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chalicelib.storage import tables
from infra import build, deploy
from infra.assembly import Assembly
from infra.functions import FUNCTIONS
from infra.local import cloud, stack
from infra.local.cloud import Cloud
from infra.local.home import Home

pytestmark = pytest.mark.cloud


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    started = cloud.start(Home(Path(tmp_path_factory.mktemp("home"))), edge="http://127.0.0.1:9")
    yield started
    started.stop()


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the zip, that nobody who saves a file meanwhile changes."""
    return Path(shutil.copy(build.build(), tmp_path_factory.mktemp("core")))


@pytest.fixture(scope="module")
def outputs(running: Cloud, assembly: Assembly, core: Path) -> Any:
    return stack.deploy_to(running, assembly, core, address="http://localhost:9", resolver="127.0.0.1:9", say=str)


@pytest.mark.usefixtures("outputs")
def test_every_resource_of_the_template_is_there(running: Cloud, synthesised: dict[str, Any]) -> None:
    pages = running.client("cloudformation").get_paginator("list_stack_resources").paginate(StackName="tendero-local")

    made = {one["LogicalResourceId"]: one["ResourceStatus"] for page in pages for one in page["StackResourceSummaries"]}

    unconditional = {name for name, one in synthesised["Resources"].items() if "Condition" not in one}
    assert {name: status for name, status in made.items() if status != "CREATE_COMPLETE"} == {}
    assert unconditional <= set(made)


@pytest.mark.usefixtures("outputs")
def test_tables_are_those_of_the_storage_models(running: Cloud) -> None:
    dynamodb = running.client("dynamodb")

    for table in tables.ALL:
        made = dynamodb.describe_table(TableName=f"tendero-local-{table.name}")["Table"]
        assert {key["AttributeName"] for key in made["KeySchema"]} == {table.hash_key, table.range_key}
        assert {one["IndexName"] for one in made.get("GlobalSecondaryIndexes", [])} == {i.name for i in table.indexes}
        assert made.get("StreamSpecification", {}).get("StreamEnabled", False) == table.stream


@pytest.mark.usefixtures("outputs")
def test_every_declared_function_is_deployed_with_its_settings(running: Cloud) -> None:
    made = {one["FunctionName"]: one for one in running.client("lambda").list_functions()["Functions"]}

    assert set(made) == {f"tendero-local-{function.physical}" for function in FUNCTIONS}
    for one in made.values():
        assert one["Environment"]["Variables"]["TENDERO_PREFIX"] == "tendero-local"


def test_a_second_deployment_of_the_same_changes_nothing(
    running: Cloud, outputs: Any, assembly: Assembly, core: Path
) -> None:
    running.home.memory.update(deployed=None)
    said: list[str] = []

    again = stack.deploy_to(
        running, assembly, core, address="http://localhost:9", resolver="127.0.0.1:9", say=said.append
    )

    assert again == outputs
    assert "The stack is up to date" in said


@pytest.mark.usefixtures("outputs")
def test_a_parameter_that_is_not_given_again_keeps_its_value(running: Cloud, assembly: Assembly, core: Path) -> None:
    domain = {"MailDomain": "olmedo.example"}
    given = running.home.memory.read()["deployed"]["parameters"]

    deploy.deploy(assembly, core, running.client, parameters=given | domain, say=str)
    deploy.deploy(assembly, core, running.client, parameters=given, say=str)

    sender = running.client("lambda").get_function_configuration(FunctionName="tendero-local-mail-sender")
    assert sender["Environment"]["Variables"]["MAIL_FROM"] == "Tendero <hola@olmedo.example>"


@pytest.mark.usefixtures("outputs")
def test_stream_mappings_made_anew_are_the_same_mappings(running: Cloud) -> None:
    lambda_ = running.client("lambda")

    def mappings() -> list[dict[str, Any]]:
        found = lambda_.list_event_source_mappings()["EventSourceMappings"]
        apart = ("UUID", "EventSourceMappingArn", "LastModified", "StateTransitionReason", "LastProcessingResult")
        kept = [{key: value for key, value in one.items() if key not in apart} for one in found]
        return sorted(kept, key=lambda one: (one["FunctionArn"], one["EventSourceArn"]))

    before = mappings()
    stack.take_up_streams(running)

    assert mappings() == before
