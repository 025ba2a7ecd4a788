"""Tenant scope has one blessed place: what would go round it is found here, by reading the code."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = sorted([*(ROOT / "chalicelib").rglob("*.py"), *(ROOT / "functions").rglob("*.py"), ROOT / "app.py"])
KEY_PREFIXES = ("T#", "SUB#", "KEY#", "EMAIL#", "DUE#")
RAW_MODULES = {"calls", "reads", "expressions"}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def nodes() -> Iterator[tuple[str, ast.AST]]:
    for path in SOURCES:
        for node in ast.walk(tree_of(path)):
            yield name_of(path), node


def test_keys_are_built_in_one_place() -> None:
    builders = {
        path
        for path, node in nodes()
        if isinstance(node, ast.JoinedStr)
        and isinstance(node.values[0], ast.Constant)
        and str(node.values[0].value).startswith(KEY_PREFIXES)
    }

    places = {f"chalicelib/storage/{name}.py" for name in ("keys", "segment_keys", "guard")}
    assert builders == places


def test_the_guard_watches_every_client_because_all_are_opened_in_one_place() -> None:
    openers = {
        path
        for path, node in nodes()
        if isinstance(node, ast.Attribute) and node.attr in {"create_client", "client", "resource", "Session"}
        if node.attr == "create_client" or (isinstance(node.value, ast.Name) and node.value.id in {"boto3", "botocore"})
    }

    assert openers == {"chalicelib/storage/connection.py"}


def test_only_storage_reads_by_key() -> None:
    readers = {
        path
        for path, node in nodes()
        if isinstance(node, ast.ImportFrom)
        and node.module == "chalicelib.storage"
        and RAW_MODULES & {alias.name for alias in node.names}
    }

    assert {Path(path).parent.name for path in readers} == {"storage"}


def test_nothing_scans() -> None:
    scanners = {path for path, node in nodes() if isinstance(node, ast.Constant) and node.value in {"scan", "Scan"}}

    assert scanners == set()


def test_the_keys_before_a_tenant_are_reached_through_one_module() -> None:
    openers = {
        path
        for path, node in nodes()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "system"
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"guard", "tenancy"}
    }

    assert openers == {"chalicelib/storage/system.py"}
