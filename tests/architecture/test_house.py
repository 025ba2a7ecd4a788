"""The rules of the house that no library checks."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "chalicelib"
FUNCTIONS = ROOT / "functions"
DOMAIN_FILES = {"__init__.py", "objects.py", "rules.py", "operations.py", "queries.py", "jobs.py", "mails.py"}
SYNONYMS = {"utils", "util", "helpers", "helper", "services", "service", "common", "misc", "manager", "managers"}


def python_files(*roots: Path) -> list[Path]:
    return sorted(path for root in roots for path in root.rglob("*.py") if "__pycache__" not in path.parts)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def test_app_is_an_index() -> None:
    assert len((ROOT / "app.py").read_text().splitlines()) < 60


@pytest.mark.parametrize("path", python_files(FUNCTIONS), ids=named)
def test_a_handler_is_a_door(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 40


@pytest.mark.parametrize("path", python_files(LIBRARY), ids=named)
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 450


def test_no_module_is_named_for_nothing() -> None:
    vague = [named(path) for path in python_files(LIBRARY, FUNCTIONS, ROOT / "infra") if path.stem in SYNONYMS]

    assert vague == []


def test_a_domain_folder_can_be_guessed() -> None:
    strangers = [
        named(path)
        for path in python_files(LIBRARY / "crm")
        if path.parent.parent == LIBRARY / "crm" and path.name not in DOMAIN_FILES
    ]

    assert strangers == []


def test_packages_hold_a_docstring_and_nothing_else() -> None:
    for path in python_files(LIBRARY, FUNCTIONS):
        if path.name == "__init__.py":
            body = ast.parse(path.read_text()).body
            assert len(body) <= 1, named(path)
            assert all(isinstance(node, ast.Expr) for node in body), named(path)


def test_the_clock_is_read_in_one_place() -> None:
    readers = {"datetime.now", "datetime.utcnow", "date.today", "datetime.today", "time.time"}
    elsewhere = [
        named(path)
        for path in python_files(LIBRARY, FUNCTIONS)
        if path != LIBRARY / "kernel" / "clock.py" and readers & set(calls(ast.parse(path.read_text())))
    ]

    assert elsewhere == []


def test_the_environment_is_read_in_one_place() -> None:
    elsewhere = [
        named(path)
        for path in python_files(LIBRARY, FUNCTIONS)
        if path != LIBRARY / "settings.py" and re.search(r"os\.(environ|getenv)", path.read_text())
    ]

    assert elsewhere == []


def test_mail_leaves_through_one_door() -> None:
    senders = [named(path) for path in python_files(LIBRARY, FUNCTIONS) if "send_email(" in path.read_text()]

    assert senders == ["chalicelib/gateways/mail.py"]


def test_the_engine_knows_no_object_by_name() -> None:
    from chalicelib import wiring

    names = {word for definition in wiring.STANDARD for word in (definition.name, definition.plural)}
    for path in python_files(LIBRARY / "engine"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert node.value not in names - ORDINARY_WORDS, f"{named(path)}:{node.lineno} says {node.value!r}"


ORDINARY_WORDS = {"order", "note", "call", "task", "lead", "campaign", "product", "products"}
"""Words that are objects and also plain English, such as the order of a sort or of a choice, or a class of mails."""
