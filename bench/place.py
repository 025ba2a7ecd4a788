"""Where the bench takes place: an empty store with our tables, neighbours that answer, and a firm that signed up."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3

from bench import firm, neighbours, store
from bench.firm import Firm
from chalicelib import settings
from chalicelib.settings import Settings
from tests.cloud import create_tables

PREFIX = "tendero-bench"
REGION = "eu-west-1"


@dataclass(frozen=True, slots=True)
class Place:
    """A firm, and a plain client of the store that it lives in, at ``address``."""

    firm: Firm
    plain: Any
    address: str


def home() -> Path:
    """Return where the bench keeps what it installs."""
    return Path(os.environ.get("TENDERO_HOME", ".local")).resolve() / "bench"


@contextlib.contextmanager
def opened(folder: Path | None = None) -> Iterator[Place]:
    """Yield a place that is there until the block ends; its store keeps its file in ``folder``, or all in memory."""
    with store.running(home(), folder=folder) as address, neighbours.answering(firm.JWKS) as others:
        _settle(address, others)
        plain = boto3.client("dynamodb", endpoint_url=address)
        create_tables(plain, PREFIX)
        yield Place(firm.sign_up(), plain, address)


def _settle(address: str, others: str) -> None:
    os.environ.update(
        AWS_ACCESS_KEY_ID="bench",
        AWS_SECRET_ACCESS_KEY="bench",  # noqa: S106 - nobody checks it
        AWS_DEFAULT_REGION=REGION,
        AWS_ENDPOINT_URL=others,
        AWS_ENDPOINT_URL_DYNAMODB=address,
    )
    settings.use(
        Settings(
            prefix=PREFIX,
            stage="bench",
            region=REGION,
            user_pool_id="bench",
            user_pool_client_id="bench",
            token_issuer="https://issuer.example/bench",  # noqa: S106 - an address
            jwks_url=f"{others}/jwks.json",
            secrets_id="bench",
            bus_name="bench",
            import_queue_url=f"{others}/queue",
            work_queue_url=f"{others}/queue",
            segment_queue_url=f"{others}/queue",
            alarm_queue_url=f"{others}/queue",
            files_bucket="bench",
        )
    )
