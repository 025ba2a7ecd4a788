"""What work uses, counted while it is done, and for whom it was done.

A function behind a queue or a clock opens a sheet for what it was given. Whoever talks to AWS says what a call used;
whoever finds out whose work it is says so (``bill``), and what was used since the piece began is theirs too. Work that
nobody is named for is on nobody's bill. Without a sheet, as in a request, nothing is counted.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

Usage = dict[str, float]
"""How much of each thing that has a price, by its name in the price list."""

READ_UNIT, WRITE_UNIT = "read_unit", "write_unit"
MAIL, MESSAGE, EVENT = "mail", "message", "event"
CALL_OF_A_FUNCTION, GIGABYTE_SECOND = "call_of_a_function", "gigabyte_second"
WHATS: Final = (MAIL, WRITE_UNIT, READ_UNIT, MESSAGE, EVENT, CALL_OF_A_FUNCTION, GIGABYTE_SECOND)

_NOBODY: Final = ""


class Sheet:
    """What one invocation uses. ``memory`` is what its function has, in GB; ``elapsed`` reads seconds."""

    def __init__(self, *, memory: float, elapsed: Callable[[], float] = time.perf_counter) -> None:
        self.bills: dict[str, Usage] = {}
        self._memory = memory
        self._elapsed = elapsed
        self._account = _NOBODY
        self._since = elapsed()

    def add(self, what: str, amount: float) -> None:
        """Count what was used, for whoever the work is done for."""
        usage = self.bills.setdefault(self._account, {})
        usage[what] = usage.get(what, 0) + amount

    def begin(self) -> None:
        """Begin a piece of work, of which nobody knows yet whose it is."""
        self._tick()
        self._account = _NOBODY
        self.bills.pop(_NOBODY, None)

    def bill(self, account: str) -> None:
        """Name whose work is done from here on; what nobody was named for in this piece is theirs as well."""
        if account == self._account:
            return
        self._tick()
        self._account = account
        for what, amount in self.bills.pop(_NOBODY, {}).items():
            self.add(what, amount)

    def end(self) -> None:
        """End the last piece."""
        self.begin()

    def _tick(self) -> None:
        now = self._elapsed()
        self.add(GIGABYTE_SECOND, (now - self._since) * self._memory)
        self._since = now


_open: ContextVar[Sheet | None] = ContextVar("metering_sheet", default=None)


@contextmanager
def counting(sheet: Sheet) -> Iterator[Sheet]:
    """Count on a sheet what the block uses."""
    token = _open.set(sheet)
    try:
        yield sheet
    finally:
        sheet.end()
        _open.reset(token)


def is_counting() -> bool:
    """Return whether anybody counts."""
    return _open.get() is not None


def add(what: str, amount: float) -> None:
    """Count what was used, if anybody counts."""
    sheet = _open.get()
    if sheet is not None:
        sheet.add(what, amount)


def begin() -> None:
    """Begin a piece of work, of which nobody knows yet whose it is."""
    sheet = _open.get()
    if sheet is not None:
        sheet.begin()


def bill(account: str) -> None:
    """Name whose work is done from here on."""
    sheet = _open.get()
    if sheet is not None:
        sheet.bill(account)
