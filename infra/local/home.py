"""Where a local cloud keeps everything it knows: TENDERO_HOME. Two homes are two clouds that never meet."""

import json
import os
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infra.build import ROOT


@dataclass(frozen=True, slots=True)
class Home:
    folder: Path

    @property
    def state(self) -> Path:
        """What the emulator saves at a clean stop."""
        return self.folder / "state"

    @property
    def files(self) -> Path:
        """The objects of the emulator's S3."""
        return self.folder / "s3"

    @property
    def scratch(self) -> Path:
        return self.folder / "tmp"

    @property
    def mail(self) -> Path:
        return self.folder / "mail.jsonl"

    @property
    def zone(self) -> Path:
        """What is published in the cloud's DNS."""
        return self.folder / "zone.json"

    @property
    def log(self) -> Path:
        """What the background process says."""
        return self.folder / "tendero.log"

    @property
    def cloud_log(self) -> Path:
        """What the emulator and the functions say."""
        return self.folder / "cloud.log"

    @property
    def memory(self) -> "Note":
        """What is known from one start to the next: the emulator's port, what is deployed, whether the demo is in."""
        return Note(self.folder / "memory.json")

    @property
    def run(self) -> "Note":
        """What runs now: process ids, ports, and whether it is ready."""
        return Note(self.folder / "run.json")


@dataclass(frozen=True, slots=True)
class Note:
    """A small JSON file that is there or not; writes replace it whole."""

    path: Path

    def read(self) -> dict[str, Any]:
        try:
            return dict(json.loads(self.path.read_text()))
        except FileNotFoundError:
            return {}

    def update(self, **facts: Any) -> None:
        draft = self.path.with_suffix(".draft")
        draft.write_text(json.dumps({**self.read(), **facts}, indent=1))
        draft.replace(self.path)

    def forget(self) -> None:
        self.path.unlink(missing_ok=True)


def current() -> Home:
    """This function will return the home of TENDERO_HOME, made if it is new."""
    folder = Path(os.environ.get("TENDERO_HOME", ROOT / ".local")).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return Home(folder)


def port() -> int:
    return int(os.environ.get("PORT", "8080"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
