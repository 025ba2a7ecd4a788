"""Whether a person or a machine opened a mail and followed its links, and by what one sees it.

Some signs a fetch bears itself (``agents``). Others show only beside what else happened to the mail: that it was
fetched before anybody could have read it, that all its links were followed at once, that its image was fetched as its
links were. So verdicts are worked out anew from everything that was seen, in whatever order it came, and one that was
passed too early is taken back. Every reason is kept beside its verdict.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from chalicelib.crm.marketing.tracking.observations import CLICKED, OPENED
from chalicelib.kernel import clock

TOO_SOON: Final = "too_soon"
ALL_LINKS: Final = "all_links"
WITH_LINKS: Final = "with_links"

SOONEST: Final = timedelta(seconds=5)
"""Nobody opens a mail, and still less follows a link, so soon after it was handed to its mailbox."""

AT_ONCE: Final = ((2, timedelta(seconds=1)), (3, timedelta(seconds=10)))
"""So many different links of a mail, followed within so short a time, were followed by a machine."""

NEAR: Final = timedelta(seconds=2)
"""How near to a machine's clicks an opening is the machine's too, and how near two reports of one click are."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """An opening or a click as it is kept: when, of which link, who reported it, and the signs that it bore itself."""

    what: str
    at: str
    link: str
    source: str
    signs: tuple[str, ...] = ()

    @property
    def instant(self) -> datetime:
        return clock.parse(self.at)


@dataclass(frozen=True, slots=True)
class Judged:
    """A fetch and the reasons for which it was a machine's; without any it was a person's."""

    fetch: Fetch
    reasons: tuple[str, ...]

    @property
    def is_human(self) -> bool:
        return not self.reasons


def judge(fetches: Sequence[Fetch], *, delivered: str | None) -> list[Judged]:
    """Return the verdict on each fetch of one mail; ``delivered`` is the stamp at which it reached its mailbox."""
    clicks = [fetch for fetch in fetches if fetch.what == CLICKED]
    opens = [fetch for fetch in fetches if fetch.what == OPENED]
    at_once = _at_once(clicks)
    since = None if delivered is None else clock.parse(delivered)
    judged = [Judged(click, _reasons(click, since, {ALL_LINKS: click in at_once})) for click in clicks]
    judged = [_with_twins(one, judged) for one in judged]
    machines = [one.fetch.instant for one in judged if not one.is_human]
    judged += [Judged(each, _reasons(each, since, {WITH_LINKS: _is_near(each, machines)})) for each in opens]
    return sorted(judged, key=lambda one: (one.fetch.at, one.fetch.what, one.fetch.link, one.fetch.source))


def _reasons(fetch: Fetch, delivered: datetime | None, beside: dict[str, bool]) -> tuple[str, ...]:
    too_soon = delivered is not None and fetch.instant < delivered + SOONEST
    found = [*fetch.signs, *([TOO_SOON] if too_soon else []), *(name for name, holds in beside.items() if holds)]
    return tuple(dict.fromkeys(found))


def _at_once(clicks: Sequence[Fetch]) -> frozenset[Fetch]:
    """Return the clicks that lie in a stretch of time in which too many different links were followed."""
    found: set[Fetch] = set()
    ordered = sorted(clicks, key=lambda click: click.at)
    for position, first in enumerate(ordered):
        for most, span in AT_ONCE:
            stretch = [click for click in ordered[position:] if click.instant - first.instant <= span]
            if len({click.link for click in stretch}) >= most:
                found.update(stretch)
    return frozenset(found)


def _with_twins(one: Judged, judged: Sequence[Judged]) -> Judged:
    """Let two reports of one click, by SES and by our own link, share what either of them saw."""
    told = {reason for other in judged if _are_twins(one.fetch, other.fetch) for reason in other.fetch.signs}
    return replace(one, reasons=tuple(dict.fromkeys([*one.reasons, *sorted(told)])))


def _are_twins(one: Fetch, other: Fetch) -> bool:
    if one.source == other.source or one.link != other.link:
        return False
    return abs(one.instant - other.instant) <= NEAR


def _is_near(fetch: Fetch, instants: Sequence[datetime]) -> bool:
    return any(abs(fetch.instant - instant) <= NEAR for instant in instants)
