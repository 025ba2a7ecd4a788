"""Faults for the accounts' tests; everything else they need is in the conftest of all tests."""

from tests.faults import faults, pytest_pyfunc_call

__all__ = ["faults", "pytest_pyfunc_call"]
