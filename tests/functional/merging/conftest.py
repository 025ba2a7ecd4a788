"""The fault injector, for merges whose every call fails once."""

from tests.faults import faults, pytest_pyfunc_call

__all__ = ["faults", "pytest_pyfunc_call"]
