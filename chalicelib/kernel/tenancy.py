"""Whose data may be touched right now.

A request or a record of a batch enters one tenant. The variable serves the guard and the tenant's credentials alone:
everything else takes the tenant from its ``Context``, so that a forgotten ``entered`` fails instead of leaking.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from chalicelib.kernel.ids import TenantId

_entered: ContextVar[TenantId | None] = ContextVar("entered_tenant", default=None)
_system: ContextVar[bool] = ContextVar("system_keys", default=False)


class TenancyViolation(RuntimeError):
    """A call that would have left the entered tenant. It is a defect of ours, never an answer to a caller."""


@contextmanager
def entered(tenant: TenantId) -> Iterator[None]:
    """Let calls inside the block reach ``tenant``'s data, and nobody else's."""
    token = _entered.set(tenant)
    try:
        yield
    finally:
        _entered.reset(token)


@contextmanager
def system() -> Iterator[None]:
    """Let calls inside the block use the keys that come before a tenant is known, signed by the function's own role."""
    token = _system.set(True)
    try:
        yield
    finally:
        _system.reset(token)


def current() -> TenantId | None:
    """Return the entered tenant, or None."""
    return _entered.get()


def in_system() -> bool:
    """Return whether the keys that come before a tenant are allowed."""
    return _system.get()
