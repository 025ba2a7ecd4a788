"""What the tests of the infrastructure look at: the synthesised template, as CloudFormation would read it."""

import copy
from typing import Any

import pytest

from infra import synthesis
from infra.assembly import Assembly


@pytest.fixture(scope="session")
def assembly() -> Assembly:
    return synthesis.synthesise("local")


@pytest.fixture(scope="session")
def synthesised(assembly: Assembly) -> dict[str, Any]:
    """Return the template; a test that wants to spoil it asks for `body`."""
    return assembly.template


@pytest.fixture
def body(synthesised: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of the template to spoil."""
    return copy.deepcopy(synthesised)
