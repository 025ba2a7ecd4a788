"""A firm with somebody who sells and somebody who looks, and the company that they all know: Bar Pepe."""

import pytest

from tests.builders import Api, Firm

__all__ = ["bar", "firm"]


@pytest.fixture
def firm(api: Api) -> Firm:
    made = api.sign_up()
    api.hire(made, "rep")
    api.hire(made, "viewer")
    return made


@pytest.fixture
def bar(firm: Firm) -> str:
    """Return the address of a company."""
    made = firm.admin.post("/v1/records/companies", {"name": "Bar Pepe"})
    assert made.status == 201, made.raw
    return f"/v1/records/companies/{made.body['id']}"
