"""Exports with faults at hand."""

from tests.faults import faults, pytest_pyfunc_call

__all__ = ["faults", "pytest_pyfunc_call"]
