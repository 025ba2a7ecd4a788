"""The emulator as a process: started on loopback with its state in the home, stopped so that it saves."""

import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config

from infra.build import ROOT
from infra.local import home as homes
from infra.local.home import Home

ACCOUNT = "000000000000"
REGION = "eu-west-1"
PYTHON = ROOT / ".venv-cloud" / "bin" / "python"
SCRIPT = Path(__file__).with_name("emulator")


class CloudDidNotStart(Exception):
    """The emulator ended or stayed silent; its log says why."""


@dataclass(slots=True)
class Cloud:
    """A running emulator."""

    home: Home
    port: int
    pid: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def client(self) -> Callable[[str], Any]:
        """Clients of its services, one a service."""
        session = boto3.Session(aws_access_key_id=ACCOUNT, aws_secret_access_key=ACCOUNT, region_name=REGION)
        settings = Config(retries={"total_max_attempts": 2}, s3={"addressing_style": "path"}, read_timeout=120)

        @cache
        def of(service: str) -> Any:
            return session.client(service, endpoint_url=self.address, config=settings)

        return of

    def unread_records(self) -> int:
        """Stream records that no function has processed yet."""
        with urllib.request.urlopen(f"{self.address}/_tendero/backlog", timeout=5) as answer:  # noqa: S310
            return int(json.load(answer)["unread_records"])

    def stop(self) -> None:
        """This function will end the emulator and return when it has saved its state."""
        stop(self.pid)


def start(home: Home, *, edge: str) -> Cloud:
    """This function will start the emulator; its functions send their mail through `edge`.

    :raises CloudDidNotStart: it ended at once, or did not answer within three minutes.
    """
    stop_leftover(home)
    port = home.memory.read().get("cloud_port")
    if port is None or not homes.is_free(port):
        port = homes.free_port()
    for folder in (home.state, home.files, home.scratch):
        folder.mkdir(exist_ok=True)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home.folder),
        "TMPDIR": str(home.scratch),
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        "PERSIST_STATE": "1",
        "STATE_DIR": str(home.state),
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(home.files),
        "MINISTACK_REGION": REGION,
        "LOG_LEVEL": "WARNING",
        # What functions inherit: SES is played by the edge, which knows tags and tells what became of a mail.
        "AWS_ENDPOINT_URL_SESV2": f"{edge}/_ses",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    with home.cloud_log.open("a") as log:
        # A session of its own, so that Ctrl-C reaches only its parent, which drains before it stops the emulator.
        process = subprocess.Popen(
            [PYTHON, "-P", SCRIPT], env=environment, stdout=log, stderr=log, start_new_session=True, cwd=home.folder
        )
    home.memory.update(cloud_port=port)
    home.run.update(cloud_pid=process.pid)
    cloud = Cloud(home, port, process.pid)
    _wait_until_ready(cloud, process)
    return cloud


def stop(pid: int) -> None:
    """This function will ask a process to end and wait for it: the emulator saves on the way out."""
    try:
        os.kill(pid, signal.SIGTERM)
        for _ in range(600):
            if os.waitpid(pid, os.WNOHANG)[0]:
                return
            time.sleep(0.1)
    except ProcessLookupError:
        return
    except ChildProcessError:  # not started by this process
        while homes.is_alive(pid):
            time.sleep(0.1)


def stop_leftover(home: Home) -> None:
    """This function will stop the emulator that a start of this home left behind, if there is one."""
    leftover = home.run.read().get("cloud_pid")
    if leftover and homes.is_alive(leftover):
        stop(leftover)


def _wait_until_ready(cloud: Cloud, process: subprocess.Popen[bytes]) -> None:
    for _ in range(1800):  # a busy machine takes long to read a large state
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{cloud.address}/_ministack/ready", timeout=2):  # noqa: S310
                return
        except (OSError, urllib.error.URLError):
            time.sleep(0.1)
    raise CloudDidNotStart(f"The emulator did not start; see {cloud.home.cloud_log}.")
