"""A local AWS of one test run's own: ministack on a free port of the loopback, gone when the run ends.

Two runs on ministack's default port would mix their data without a word, so each takes a port of its own and makes sure
that the stage it finds there is empty.
"""

import contextlib
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chalicelib.storage import tables

PYTHON = Path(__file__).parents[1] / ".venv-cloud" / "bin" / "python"
REGION = "eu-west-1"
ACCOUNT = "000000000000"
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class LocalCloud:
    """Where a running ministack listens, and the process that it is."""

    endpoint: str
    process: subprocess.Popen[bytes]

    def environment(self) -> dict[str, str]:
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
        }


@contextlib.contextmanager
def running(home: Path) -> Iterator[LocalCloud]:
    """Start ministack with its state under ``home`` and stop it, by its own process, at the end."""
    port = free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "IOT_MTLS_ENABLED": "0",
        "PERSIST_STATE": "0",
        "STATE_DIR": str(home / "state"),
        "LOG_LEVEL": "WARNING",
    }
    with (home / "ministack.log").open("wb") as log:
        process = subprocess.Popen(
            [str(PYTHON), "-m", "ministack"], env=environment, cwd=home, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            cloud = LocalCloud(f"http://127.0.0.1:{port}", process)
            _wait_until_ready(cloud, home / "ministack.log")
            yield cloud
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port() -> int:
    """Return a port of the loopback on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def create_tables(dynamodb: Any, prefix: str) -> None:
    """Create every table of the schema under ``prefix``."""
    for spec in tables.ALL:
        keys = {spec.hash_key, spec.range_key} | {
            key for index in spec.indexes for key in (index.hash_key, index.range_key)
        }
        definition: dict[str, Any] = {
            "TableName": f"{prefix}-{spec.name}",
            "BillingMode": "PAY_PER_REQUEST",
            "AttributeDefinitions": [{"AttributeName": key, "AttributeType": "S"} for key in sorted(keys)],
            "KeySchema": _key_schema(spec.hash_key, spec.range_key),
        }
        if spec.indexes:
            definition["GlobalSecondaryIndexes"] = [
                {
                    "IndexName": index.name,
                    "KeySchema": _key_schema(index.hash_key, index.range_key),
                    "Projection": {"ProjectionType": index.projection},
                }
                for index in spec.indexes
            ]
        if spec.stream:
            definition["StreamSpecification"] = {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"}
        dynamodb.create_table(**definition)


def _key_schema(hash_key: str, range_key: str) -> list[dict[str, str]]:
    return [
        {"AttributeName": hash_key, "KeyType": "HASH"},
        {"AttributeName": range_key, "KeyType": "RANGE"},
    ]


def _wait_until_ready(cloud: LocalCloud, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if cloud.process.poll() is not None:
            raise RuntimeError(f"ministack ended while starting:\n{log.read_text(errors='replace')[-2000:]}")
        try:
            with urllib.request.urlopen(f"{cloud.endpoint}/_ministack/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"ministack was not ready within {PATIENCE:.0f} s:\n{log.read_text(errors='replace')[-2000:]}")
