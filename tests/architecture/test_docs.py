"""Documentation that fails the build when it stops being true."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "infra/README.md")
PATH = re.compile(
    r"`((?:app\.py|\.importlinter|\.ci/|Makefile|(?:chalicelib|functions|infra|frontend|tests|bench|docs)(?=[/`]))[^\s`(]*)`"
)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def mentioned(document: str) -> list[str]:
    text = (ROOT / document).read_text()
    placeholders = re.compile(r"[<*{…]")
    return [path for path in PATH.findall(text) + LINK.findall(text) if not placeholders.search(path)]


@pytest.mark.parametrize("document", PAGES)
def test_every_path_that_a_page_names_exists(document: str) -> None:
    base = (ROOT / document).parent
    missing = [path for path in mentioned(document) if not (ROOT / path).exists() and not (base / path).exists()]

    assert missing == []


def test_every_target_that_the_readme_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z][a-z-]+)", (ROOT / "README.md").read_text(), re.MULTILINE))

    assert named <= targets


def test_decisions_are_numbered_without_gaps_and_state_one_decision() -> None:
    records = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))

    assert [int(record.name[:4]) for record in records] == list(range(1, len(records) + 1))
    for record in records:
        text = record.read_text()
        assert "**Context.**" in text, record.name
        assert "**Decision. " in text, record.name
        assert "**Consequences.**" in text, record.name
