"""An empty store on moto, with one tenant entered: Frutería Sol."""

from collections.abc import Iterator
from datetime import UTC, datetime

import boto3
import pytest
from moto import mock_aws

from chalicelib import settings
from chalicelib.kernel.context import Actor, Context, Role
from chalicelib.kernel.ids import Ids
from chalicelib.settings import Settings
from chalicelib.storage import connection, guard
from tests.cloud import create_tables

PREFIX = "tendero-storage"


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    with mock_aws():
        create_tables(boto3.client("dynamodb", region_name="eu-west-1"), PREFIX)
        connection.reset()
        settings.use(Settings(prefix=PREFIX))
        yield
        settings.reset()
        connection.reset()


@pytest.fixture
def ctx(store: None) -> Iterator[Context]:
    made = a_context()
    with guard.entered(made.tenant):
        yield made


def a_context() -> Context:
    ids = Ids()
    return Context(
        tenant=ids.tenant(),
        actor=Actor(kind="user", id="01HSOFIA0000000000000000AA", role=Role.ADMIN),
        request_id="request-1",
        now=datetime(2026, 11, 21, 20, 15, tzinfo=UTC),
        ids=ids,
    )
