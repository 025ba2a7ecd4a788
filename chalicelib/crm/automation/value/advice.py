"""What is to be done about an automation, by what came of it: mend it, switch it off, decide, wait, or keep it.

Each finding is a fact that one can look at; the advice follows from the gravest of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

MEND, DISABLE, DECIDE, WAIT, KEEP = ADVICE = ("mend", "disable", "decide", "wait", "keep")

TRIPPED: Final = "tripped"
FAILING: Final = "failing"
NOBODY_MATCHES: Final = "nobody_matches"
NEVER_ENTERED: Final = "never_entered"
NOBODY_LATELY: Final = "nobody_lately"
STEPS_UNREACHED: Final = "steps_unreached"
IS_NEW: Final = "is_new"
IS_OFF: Final = "is_off"
FINDINGS: Final[Mapping[str, str]] = {
    TRIPPED: MEND,
    FAILING: MEND,
    NOBODY_MATCHES: MEND,
    NEVER_ENTERED: DISABLE,
    NOBODY_LATELY: DISABLE,
    STEPS_UNREACHED: MEND,
    IS_NEW: WAIT,
    IS_OFF: DECIDE,
}
"""Every finding, the gravest first, and what it asks for."""

FAILS_OFTEN: Final = 0.05
FAILED_ENOUGH: Final = 3
"""Less than so many failures say nothing, unless half of what ended failed."""

QUIET: Final = timedelta(days=30)
"""For how long nobody has entered what is called unused."""

NEW: Final = timedelta(days=14)
"""How long an automation is given before one wonders that nobody enters."""

ENOUGH_RUNS: Final = 20
"""How many must have entered before a step that nobody reached says something."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of an automation.

    ``entered`` is of all time, ``lately`` within the quiet span; ``ended`` and ``failed`` are of the period, ``age`` is
    since when it is enabled, None when it is not. ``matches`` says whether any record meets its conditions, None when
    nobody looked. ``unreached`` are the ids of steps to which no run ever came.
    """

    age: timedelta | None
    is_tripped: bool
    entered: int
    lately: int
    ended: int
    failed: int
    inside: int = 0
    matches: bool | None = None
    unreached: Sequence[str] = field(default_factory=tuple)


def error_rate(failed: int, ended: int) -> float | None:
    """Return which share of the runs that came to an end failed, None while none has."""
    return round(failed / ended, 4) if ended else None


def is_quiet(seen: Seen) -> bool:
    """Return whether an automation is enabled, long enough, and nobody enters: then its conditions are worth a look."""
    return seen.age is not None and seen.age >= NEW and not seen.lately


def findings(seen: Seen) -> list[str]:
    """Return what is worth saying of an automation, the gravest first."""
    rate = error_rate(seen.failed, seen.ended) or 0
    holds = {
        TRIPPED: seen.is_tripped,
        FAILING: (rate >= FAILS_OFTEN and seen.failed >= FAILED_ENOUGH) or (seen.failed > 0 and rate >= 0.5),
        NOBODY_MATCHES: is_quiet(seen) and seen.matches is False,
        NEVER_ENTERED: is_quiet(seen) and not seen.entered,
        NOBODY_LATELY: is_quiet(seen) and seen.entered > 0 and (seen.age or NEW) >= QUIET,
        STEPS_UNREACHED: seen.age is not None and bool(seen.unreached) and seen.entered >= ENOUGH_RUNS,
        IS_NEW: seen.age is not None and seen.age < NEW and not seen.entered,
        IS_OFF: seen.age is None and not seen.is_tripped,
    }
    return [name for name in FINDINGS if holds[name]]


def advice(found: Sequence[str]) -> str:
    """Return what is to be done about an automation of which this was found."""
    return FINDINGS[found[0]] if found else KEEP
