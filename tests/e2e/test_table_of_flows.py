"""The table of the README names flows that exist, and those walked in both manners are written for both."""

import ast
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROWS = re.findall(r"^\| . \| (.+?) \| `(\w+\.py)::(\w+)` \| (\w+) \|$", (HERE / "README.md").read_text(), re.MULTILINE)


def arguments_of(file: str, test: str) -> set[str]:
    """Return what a test asks for, with what its fixtures of the same file do."""
    functions = {
        node.name: node for node in ast.parse((HERE / file).read_text()).body if isinstance(node, ast.FunctionDef)
    }
    assert test in functions, f"{file} has no {test}"
    return {argument.arg for argument in functions[test].args.args}


@pytest.mark.parametrize(("flow", "file", "test", "manners"), ROWS, ids=[row[0] for row in ROWS])
def test_a_flow_of_the_table_is_walked_as_the_table_says(flow: str, file: str, test: str, manners: str) -> None:
    in_both = bool(arguments_of(file, test) & {"seat", "door"})

    assert in_both == (manners == "both"), flow


def test_every_line_of_the_portal_has_flows_in_both_manners() -> None:
    table = (HERE / "README.md").read_text()

    for line in range(1, 9):
        assert re.search(rf"^\| {line} \|.*\| both \|$", table, re.MULTILINE), line
