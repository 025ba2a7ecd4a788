"""An empty store on moto, with one tenant entered: Frutería Sol."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import boto3
import pytest
from moto import mock_aws

from chalicelib import settings
from chalicelib.kernel.context import Actor, Context, Role
from chalicelib.kernel.ids import Ids
from chalicelib.settings import Settings
from chalicelib.storage import connection, guard
from chalicelib.storage.connection import Hook
from tests.cloud import create_tables

PREFIX = "tendero-storage"


@pytest.fixture(scope="session")
def admin() -> Any:
    """Return the client that makes tables; clients cost more than tables, so all tests share two of them."""
    return boto3.client("dynamodb", region_name="eu-west-1", aws_access_key_id="test", aws_secret_access_key="test")


@pytest.fixture
def store(admin: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    with mock_aws():
        create_tables(admin, PREFIX)
        settings.use(Settings(prefix=PREFIX))
        yield
        settings.reset()


@pytest.fixture(scope="module", autouse=True)
def own_connections() -> Iterator[None]:
    """Leave no client behind for whoever comes next, nor use one that somebody left."""
    connection.reset()
    yield
    connection.reset()


@pytest.fixture
def on_client() -> Iterator[Callable[[Hook], None]]:
    """Return the way to watch or break calls, and let nobody else feel it."""
    connection.reset()
    yield connection.on_client
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
