"""What is in the core zip, and that it starts on nothing but itself."""

import ast
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from infra import build
from infra.functions import FUNCTIONS

MEGABYTE = 1_000_000


@pytest.fixture(scope="session")
def core() -> Path:
    return build.build()


@pytest.fixture(scope="session")
def names(core: Path) -> list[str]:
    return zipfile.ZipFile(core).namelist()


@pytest.fixture(scope="session")
def unpacked(core: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("task")
    zipfile.ZipFile(core).extractall(folder)
    return folder


def alone(unpacked: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run a script that has the zip's files and the standard library, and nothing else."""
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys\nsys.path.insert(0, {str(unpacked)!r})\n{script}"],
        env={"AWS_REGION": "eu-west-1", "TENDERO_PREFIX": "tendero-zip"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_it_is_small_enough_to_start_quickly(core: Path) -> None:
    zipped, unzipped = build.size(core)

    assert zipped < 23 * MEGABYTE
    assert unzipped < 70 * MEGABYTE


def test_every_entry_point_starts_from_the_zip_alone(unpacked: Path) -> None:
    modules = sorted({function.entry.rsplit(".", 1)[0] for function in FUNCTIONS})
    lazily = ["AntiSSRF", "charset_normalizer", "dns", "lark", "liquid", "mjml", "nh3", "phonenumbers", "tzdata"]
    script = "\n".join(f"import {module}" for module in modules + lazily)

    done = alone(unpacked, script)

    assert done.returncode == 0, done.stderr


def test_nothing_that_dataclasses_write_is_compiled_at_the_start(unpacked: Path) -> None:
    script = """
written = []

def hear(event, told):
    if event == "compile" and "__create_fn__" in str(told[0]):
        written.append(told[0])

sys.addaudithook(hear)
import app
print(len(written))
"""

    done = alone(unpacked, script)

    assert done.stdout.split() == ["0"], done.stdout + done.stderr


def test_what_few_requests_look_at_is_loaded_by_them_and_not_by_the_start(unpacked: Path) -> None:
    script = """
import app
from chalicelib.ahead import LATER
later = [f"{package}.{name}" for package, names in LATER.items() for name in names]
print(sorted(name for name in later if type(sys.modules[name]).__name__ == "module"))
print(sorted(name for name in later if dir(sys.modules[name]) and type(sys.modules[name]).__name__ != "module"))
"""

    done = alone(unpacked, script)

    assert done.stdout.split() == ["[]", "[]"], done.stdout + done.stderr


def test_of_chalice_it_holds_the_two_files_that_run(names: list[str]) -> None:
    ours = [name for name in names if name.startswith("chalice/") and name.endswith(".py")]

    assert sorted(ours) == sorted(build.VENDORED_CHALICE)


def test_nothing_is_there_twice_and_no_tool_of_ours(names: list[str]) -> None:
    packages = {name.split("/")[0].lower() for name in names}

    assert len(names) == len(set(names))
    assert not packages & {"pip", "click", "moto", "pytest", "infra", "tests", "bench", "ministack", "pydantic"}
    assert len([name for name in packages if name.startswith("botocore-")]) == 1


def test_botocore_knows_the_services_that_the_code_opens_and_no_other(names: list[str]) -> None:
    shipped = {name.split("/")[2] for name in names if re.match(r"botocore/data/[^/]+/.", name)}
    opened = {
        call.args[0].value
        for path in (build.ROOT / "chalicelib").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name | ast.Attribute)
        and (call.func.id if isinstance(call.func, ast.Name) else call.func.attr) in ("client", "create_client")
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }

    assert shipped == build.AWS_SERVICES
    assert opened <= build.AWS_SERVICES


def test_every_module_is_compiled_and_its_bytecode_is_trusted(core: Path, names: list[str]) -> None:
    tag = sys.implementation.cache_tag
    compiled = set(names)
    modules = [name for name in names if name.endswith(".py")]

    def bytecode_of(name: str) -> str:
        folder, _, file = name.rpartition("/")
        return f"{folder}/__pycache__/{file[:-3]}.{tag}.pyc".removeprefix("/")

    assert [name for name in modules if bytecode_of(name) not in compiled] == []
    with zipfile.ZipFile(core) as archive:
        flags = {archive.read(bytecode_of(name))[4:8] for name in modules[::50]}
    assert flags == {b"\x01\0\0\0"}, "bytecode must be checked by hash, never against the source"


def test_the_same_sources_make_the_same_zip(core: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "BUILD", tmp_path)
    for packages in core.parent.glob("packages-*.zip"):
        (tmp_path / packages.name).hardlink_to(packages)

    first = build.build().read_bytes()
    for made in tmp_path.glob("core-*"):
        made.unlink()

    assert build.build().read_bytes() == first
