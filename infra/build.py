"""The core zip: the API and every function, from one source, ready to start.

What is in it decides the cold start, so nothing is there by accident: the runtime requirements resolved for the target
platform by uv, two files of Chalice (its wheel would drag in pip and click), our own code, botocore's data for the
services in use, and bytecode compiled ahead (`unchecked-hash`: Lambda's file times would make it stale). The price is
that the building interpreter's minor version is the runtime's. Requirements are zipped once and kept; a change of our
own code only appends to a copy, which takes a second and makes hot reload bearable.
"""

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"

#: Our own code, as it lies in the repository.
SOURCES = ("app.py", "chalicelib", "functions")

#: The only part of Chalice that runs in Lambda.
VENDORED_CHALICE = ("chalice/__init__.py", "chalice/app.py")

#: Whose botocore and boto3 models are kept; a test compares this with the clients that the code opens.
AWS_SERVICES = frozenset(
    {"cognito-idp", "dynamodb", "events", "lambda", "s3", "scheduler", "secretsmanager", "sesv2", "sqs", "sts"}
)

#: Folders that no request ever reads.
DEAD_WEIGHT = (
    "babel/locale-data",  # what python-liquid would write currencies with, in filters that no template has
    "bin",
    "boto3/examples",
    "phonenumbers/carrierdata",
    "phonenumbers/geodata",
    "phonenumbers/tzdata",
    "pycparser",
)

#: What makes bytecode, for the processes that do.
BYTECODE = {"PYTHONHASHSEED": "0", "PYTHONNODEBUGRANGES": "1"}

EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Target:
    """Where the zip will run; by default like the machine that builds it, so that the local cloud can run it too."""

    architecture: str = "x86_64"

    @property
    def python(self) -> str:
        return f"{sys.version_info.major}.{sys.version_info.minor}"

    @property
    def platform(self) -> str:
        """The oldest C library that the runtime image offers: Amazon Linux 2 up to Python 3.11, 2023 from 3.12 on."""
        machine = {"x86_64": "x86_64", "arm64": "aarch64"}[self.architecture]
        return f"{machine}-manylinux2014" if sys.version_info < (3, 12) else f"{machine}-manylinux_2_28"


def build(target: Target | None = None, *, requirements: Path = ROOT / "requirements.txt") -> Path:
    """This function will write the core zip and return where it lies; nothing happens when nothing changed."""
    target = target or Target()
    BUILD.mkdir(exist_ok=True)
    packages = _packages_zip(target, requirements)
    sources = list(source_files())
    fingerprint = _digest(path.read_bytes() for path in sources)
    core = BUILD / f"core-{target.architecture}.zip"
    stamp = BUILD / f"core-{target.architecture}.stamp"
    wanted = f"{packages.name} {_digest(str(path.relative_to(ROOT)).encode() for path in sources)} {fingerprint}"
    if core.exists() and stamp.exists() and stamp.read_text() == wanted:
        return core
    draft = core.with_suffix(".draft")
    shutil.copyfile(packages, draft)
    with TemporaryDirectory() as staging, zipfile.ZipFile(draft, "a", zipfile.ZIP_DEFLATED) as archive:
        for path in sources:
            copy = Path(staging) / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        _compile(Path(staging))
        _compile_methods(Path(staging))
        _add_tree(archive, Path(staging))
    draft.replace(core)
    stamp.write_text(wanted)
    return core


def size(core: Path) -> tuple[int, int]:
    """This function will return the zip's size and what it unpacks to, in bytes."""
    with zipfile.ZipFile(core) as archive:
        return core.stat().st_size, sum(entry.file_size for entry in archive.infolist())


def _packages_zip(target: Target, requirements: Path) -> Path:
    """The requirements, trimmed, compiled and zipped; kept under a name that changes with whatever shapes them."""
    recipe = _digest(
        [requirements.read_bytes(), Path(__file__).read_bytes(), repr(target).encode(), sys.version.encode()]
    )
    packages = BUILD / f"packages-{recipe[:16]}.zip"
    if packages.exists():
        return packages
    with TemporaryDirectory() as staging:
        folder = Path(staging)
        _install(target, requirements, folder)
        _vendor_chalice(folder)
        _trim(folder)
        _compile(folder)
        draft = packages.with_suffix(".draft")
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            _add_tree(archive, folder)
        draft.replace(packages)
    return packages


def _install(target: Target, requirements: Path, folder: Path) -> None:
    uv = Path(sys.executable).with_name("uv")
    command = [str(uv), "pip", "install", "--quiet", "--target", str(folder), "--only-binary", ":all:"]
    command += ["--python-version", target.python, "--python-platform", target.platform]
    subprocess.run([*command, "--requirement", str(requirements)], check=True)


def _vendor_chalice(folder: Path) -> None:
    specification = importlib.util.find_spec("chalice")
    if specification is None or specification.origin is None:
        raise SystemExit("Chalice is not installed here: pip install -r requirements-dev.txt.")
    home = Path(specification.origin).parent.parent
    (folder / "chalice").mkdir()
    for name in VENDORED_CHALICE:
        shutil.copyfile(home / name, folder / name)


def _trim(folder: Path) -> None:
    for name in DEAD_WEIGHT:
        shutil.rmtree(folder / name, ignore_errors=True)
    for data in (folder / "botocore" / "data", folder / "boto3" / "data"):
        for service in data.iterdir():
            if service.is_dir() and service.name not in AWS_SERVICES:
                shutil.rmtree(service)
    for tests in [*folder.rglob("tests"), *folder.rglob("__pycache__")]:
        shutil.rmtree(tests, ignore_errors=True)
    for stub in [
        *folder.rglob("*.pyi"),
        *folder.rglob("*.dist-info/RECORD"),
        *folder.rglob("*.dist-info/direct_url.json"),
    ]:
        stub.unlink()


def _compile(folder: Path) -> None:
    """Bytecode that is trusted as it is; the path in tracebacks is the one in Lambda.

    In a process of its own with a fixed hash seed: bytecode depends a little on what else its process has seen. Without
    the columns of a line that failed: nobody reads them in a log, and a start has to.
    """
    environment = os.environ | BYTECODE
    command = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash"]
    command += ["-s", str(folder), "-p", "/var/task", str(folder)]
    if subprocess.run(command, check=False, env=environment).returncode:
        raise SystemExit("Some module of the zip does not compile; its name is printed above.")


def _compile_methods(folder: Path) -> None:
    """What our dataclasses will ask Python to compile at every start (``infra/methods.py``)."""
    command = [sys.executable, "-B", str(ROOT / "infra" / "methods.py"), str(folder)]
    environment = os.environ | BYTECODE | {"AWS_REGION": "eu-west-1"}
    if subprocess.run(command, check=False, env=environment).returncode:
        raise SystemExit("Some module of the zip cannot be imported; why is printed above.")


def source_files() -> Iterator[Path]:
    """This function will yield every file of our own that the zip holds."""
    for name in SOURCES:
        path = ROOT / name
        found = [path] if path.is_file() else sorted(path.rglob("*"))
        yield from (file for file in found if file.is_file() and "__pycache__" not in file.parts)


def _add_tree(archive: zipfile.ZipFile, folder: Path) -> None:
    """Sorted, with one date and one mode: the same content makes the same zip, and so the same asset."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            entry = zipfile.ZipInfo(str(path.relative_to(folder)), EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o755 if path.suffix == ".so" else 0o644) << 16
            archive.writestr(entry, path.read_bytes())


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the core zip.")
    parser.add_argument("--architecture", choices=("x86_64", "arm64"), default="x86_64")
    core = build(Target(parser.parse_args().architecture))
    zipped, unzipped = size(core)
    print(f"{core.relative_to(ROOT)}: {zipped / 1e6:.1f} MB, unpacks to {unzipped / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
