"""A stage's assembly, synthesised once for whatever it is made of and kept under a name that says so.

The CDK runs in a process of its own, six seconds and half a gigabyte, so nobody else carries it.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from infra import build
from infra.assembly import Assembly

#: Node 20 is old for the CDK's taste and works.
SILENT_NODE = {"JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "20"}

#: What of the product shapes the template: the schema, and names and spans that the stack imports.
SHAPING = (
    "storage/names.py",
    "storage/tables.py",
    "engine/events.py",
    "crm/marketing/tracking/observations.py",
    "gateways/mail.py",
    "gateways/vault.py",
)

#: How many assemblies are kept.
KEPT = 4


def synthesise(stage: str, *, architecture: str = "x86_64") -> Assembly:
    """This function will return the assembly of a stage, the kept one when nothing that it is made of changed."""
    folder = build.BUILD / f"assembly-{stage}-{architecture}-{_fingerprint()}"
    if not folder.exists():
        build.BUILD.mkdir(exist_ok=True)
        draft = folder.with_name(f"{folder.name}.{os.getpid()}")
        command = [sys.executable, "-m", "infra.app", "--stage", stage, "--out", str(draft)]
        command += ["--architecture", architecture]
        done = subprocess.run(command, check=False, cwd=build.ROOT, env=os.environ | SILENT_NODE)
        if done.returncode:
            shutil.rmtree(draft, ignore_errors=True)
            raise SystemExit("The template could not be synthesised; the reason is printed above.")
        try:
            draft.rename(folder)
        except OSError:  # another process was quicker with the same thing
            shutil.rmtree(draft)
        _forget_old(stage)
    return Assembly(f"tendero-{stage}", folder)


def _fingerprint() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for path in _shaping_files():
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _shaping_files() -> Iterator[Path]:
    """Whatever shapes the template: the declarations, the stack, and what the stack asks the product for by import."""
    infra = build.ROOT / "infra"
    yield from (infra / name for name in ("app.py", "functions.py", "headers.py", "nag.py"))
    yield from sorted((infra / "stack").glob("*.py"))
    yield from (build.ROOT / "chalicelib" / name for name in SHAPING)


def _forget_old(stage: str) -> None:
    made = sorted(build.BUILD.glob(f"assembly-{stage}-*"), key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in made[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
