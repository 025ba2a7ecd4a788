"""A stage for a whole module of tests: each test gets a tenant of its own, so none sees another's rows.

Only what the engine needs is there, the tables and the secret; it takes a tenth of the time of a whole stage.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import boto3
import pytest
from moto import mock_aws

from chalicelib.settings import Settings
from tests import cloud, stage
from tests.conftest import CREDENTIALS
from tests.world import World, living_in

PREFIX = "tendero-engine"


@contextmanager
def of_module() -> Iterator[World]:
    """Let the tests of a module share a stage on moto."""
    with pytest.MonkeyPatch.context() as patch, mock_aws():
        for name, value in CREDENTIALS.items():
            patch.setenv(name, value)
        patch.delenv("AWS_ENDPOINT_URL", raising=False)
        cloud.create_tables(boto3.client("dynamodb", region_name=cloud.REGION), PREFIX)
        boto3.client("secretsmanager", region_name=cloud.REGION).create_secret(
            Name=PREFIX,
            SecretString=json.dumps(
                {"pepper": stage.PEPPER, "cursor_key": stage.CURSOR_KEY, "link_key_1": stage.LINK_KEY}
            ),
        )
        with living_in(Settings(prefix=PREFIX, stage="test", region=cloud.REGION, secrets_id=PREFIX)) as world:
            yield world
