"""Breaking one AWS call at a time: before it, after it, by refusing it, by losing its answer.

A dry run records which calls the code makes; every scenario then runs the same from a fresh state with one of them (or
two) broken in one of four ways. The injector sits on every client that ``storage.connection`` opens, outside the SDK's
own retries: it tests our code and not botocore.

``@pytest.mark.every_fault`` runs the body of a test once dry and then under every single fault. The body begins with a
state of its own and passes what may die to ``faults.surviving``.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import pytest
from botocore.exceptions import ClientError, ConnectionClosedError

from chalicelib.storage import connection
from tests.world import World

MODES = ("crash_before", "throttle", "crash_after", "lost")


class ProcessDeath(BaseException):
    """The process is gone; not an ``Exception``, so that nothing can handle it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The call number ``index`` of a run, counted from 0, breaks in the way of ``mode``."""

    index: int
    mode: str


@dataclass(slots=True)
class FaultInjector:
    """Counts the calls that are made while it is active and breaks the armed ones."""

    armed: dict[int, str] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    active: bool = False

    def arm(self, *faults: Fault) -> None:
        """Begin a run with these faults; without any it is a dry run."""
        self.armed = {fault.index: fault.mode for fault in faults}
        self.calls = []

    def watch(self, client: Any) -> None:
        """Sit on a client."""
        client.meta.events.register_first("before-call", self._before)
        client.meta.events.register_last("after-call", self._after)

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Count and break the calls of the block."""
        before, self.active = self.active, True
        try:
            yield
        finally:
            self.active = before

    def surviving(self, act: Callable[[], Any], *, counted: bool = True) -> bool:
        """Do ``act`` and return whether it came to its end; its calls break only when they are counted."""
        try:
            with self.counting() if counted else nullcontext():
                act()
        except (ProcessDeath, Exception):
            return False
        return True

    def every_single(self, run: Callable[[], None]) -> Iterator[tuple[Fault, ...]]:
        """Run under each single fault and yield it after its run."""
        for fault in self._after_dry_run(run):
            self.arm(fault)
            run()
            yield (fault,)

    def every_pair(self, run: Callable[[], None]) -> Iterator[tuple[Fault, ...]]:
        """Run under each pair of faults, the second among the calls that the first one leaves or causes."""
        for first in self._after_dry_run(run):
            self.arm(first)
            run()
            for index, mode in product(range(first.index + 1, len(self.calls)), MODES):
                second = Fault(index, mode)
                self.arm(first, second)
                run()
                yield (first, second)

    def _after_dry_run(self, run: Callable[[], None]) -> list[Fault]:
        self.arm()
        run()
        return [Fault(index, mode) for index, mode in product(range(len(self.calls)), MODES)]

    def _before(self, model: Any, context: dict[str, Any], **_: Any) -> None:
        if not self.active:
            return
        context["call_number"] = len(self.calls)
        self.calls.append(f"{model.service_model.service_name}:{model.name}")
        mode = self.armed.get(context["call_number"])
        if mode == "crash_before":
            raise ProcessDeath(self.calls[-1])
        if mode == "throttle":
            raise ClientError({"Error": {"Code": "ThrottlingException", "Message": "injected"}}, model.name)

    def _after(self, context: dict[str, Any], **_: Any) -> None:
        mode = self.armed.get(context.get("call_number", -1))
        if mode == "crash_after":
            raise ProcessDeath(self.calls[-1])
        if mode == "lost":
            raise ConnectionClosedError(endpoint_url="injected")


def is_told_apart(mode: str, call: str) -> bool:
    """Return whether a fault does what no other does: of a read nobody can tell when its process died, or that it did
    happen."""
    return not (mode in ("crash_before", "lost") and call.partition(":")[2] in ("GetItem", "Query", "BatchGetItem"))


def one_in(few: int) -> int:
    """Return one in how many faults is tried: all when ``EVERY_FAULT`` is set, in which case it takes its time."""
    return 1 if "EVERY_FAULT" in os.environ else few


def mine(faults: Sequence[Fault]) -> Sequence[Fault]:
    """Return those of some faults that are tried here: all, or with ``PART`` set to 2/8 the second of eight parts.

    The parts are of like size and together are all of them, so that several machines, or evenings, share the work.
    """
    part, of = map(int, os.environ.get("PART", "1/1").split("/"))
    return faults[part - 1 :: of]


@pytest.fixture
def faults(world: World) -> FaultInjector:
    """Return an injector that sits on every client of the world."""
    injector = FaultInjector()
    connection.on_client(injector.watch)
    return injector


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test marked ``every_fault`` dry and then under every single fault."""
    if pyfuncitem.get_closest_marker("every_fault") is None:
        return None
    wanted = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    injector: FaultInjector = wanted["faults"]
    for _ in injector.every_single(lambda: pyfuncitem.obj(**wanted)):
        pass
    return True
