"""Several callers at once. Lambda runs one request at a time in a process; a race test must not.

Chalice keeps the current request on the application object, where a second thread would overwrite it: so while threads
run, both attributes live in context variables.
"""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from chalicelib.api.gateway import Gateway

T = TypeVar("T")


def at_once(*acts: Callable[[], T]) -> list[T]:
    """Do all of ``acts`` at the same moment, each in a thread of its own, and return what each came to."""
    gate = threading.Barrier(len(acts))

    def begin(act: Callable[[], T]) -> T:
        gate.wait()
        return act()

    with _requests_apart(), ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(begin, acts))


@contextmanager
def _requests_apart() -> Iterator[None]:
    names = ("current_request", "lambda_context")
    for name in names:
        setattr(Gateway, name, _apart(name))
    try:
        yield
    finally:
        for name in names:
            delattr(Gateway, name)


def _apart(name: str) -> property:
    variable: ContextVar[Any] = ContextVar(name, default=None)
    return property(lambda _: variable.get(), lambda _, value: variable.set(value) and None)
