"""What has become of one mail, as its row keeps it, and what follows from that: states, and entries of a timeline.

A history is the least that tells the same whatever order events come in: the first instant of each thing that happens
once, and a bounded choice of fetches. ``with_seen`` is commutative, associative and idempotent, so doubled, late and
disordered events lead to one and the same history; states and entries are worked out from it alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from chalicelib.crm.marketing.tracking import verdicts
from chalicelib.crm.marketing.tracking.observations import (
    BOUNCED,
    CLICKED,
    COMPLAINED,
    DELIVERED,
    OPENED,
    PERMANENT,
    SENT,
    UNSUBSCRIBED,
    Observation,
)
from chalicelib.crm.marketing.tracking.verdicts import Fetch, Judged

STATES: Final = (
    SENT,
    DELIVERED,
    BOUNCED,
    COMPLAINED,
    UNSUBSCRIBED,
    OPENED,
    "opened_machine",
    CLICKED,
    "clicked_machine",
)
"""What a campaign counts. Opened and clicked are what people did; ``_machine`` what machines alone did."""

MOST_FETCHES: Final = 12
"""Of each kind, opened or clicked, with signs or without: the earliest are kept."""


@dataclass(frozen=True, slots=True)
class History:
    """``once`` maps what happens once to its first stamp; ``bounce`` says how the address bounced, if it did."""

    once: Mapping[str, str] = field(default_factory=dict)
    bounce: str = ""
    fetches: tuple[Fetch, ...] = ()

    @classmethod
    def of_item(cls, item: Mapping[str, Any]) -> "History":
        """Return the history that a row keeps."""
        fetches = (Fetch(what, at, link, source, tuple(signs)) for what, at, link, source, signs in item["fetches"])
        return cls(dict(item["once"]), item["bounce"], tuple(fetches))

    def to_item(self) -> dict[str, Any]:
        """Return the history as a row keeps it."""
        fetches = [[each.what, each.at, each.link, each.source, list(each.signs)] for each in self.fetches]
        return {"once": dict(self.once), "bounce": self.bounce, "fetches": fetches}

    def judged(self) -> list[Judged]:
        """Return the verdict on each fetch."""
        return verdicts.judge(self.fetches, delivered=self.once.get(DELIVERED))


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that a person's timeline tells of a mail. ``subject`` tells it from others of its kind: a link."""

    what: str
    at: str
    subject: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_human(self) -> bool:
        """Whether a person did it, as far as that is a question at all."""
        return bool(self.data.get("human", True))


NOTHING: Final = History()


def with_seen(history: History, seen: Observation) -> History:
    """Return the history that knows this too."""
    if seen.what in (OPENED, CLICKED):
        fetch = Fetch(seen.what, seen.at, seen.link, seen.source, tuple(sorted(seen.signs)))
        return replace(history, fetches=_kept({*history.fetches, fetch}))
    first = min(history.once.get(seen.what, seen.at), seen.at)
    return replace(
        history,
        once={**history.once, seen.what: first},
        bounce=_graver(history.bounce, seen.bounce) if seen.what == BOUNCED else history.bounce,
    )


def states(history: History) -> dict[str, str]:
    """Return to which states the mail came, and when.

    Whatever happened to a mail, it was sent; what was opened was delivered, and so was what did not bounce and was
    complained about. A mail that bounced, were it later, was not delivered. Who followed a link has opened the mail.
    """
    found = dict(history.once)
    judged = history.judged()
    people = [one.fetch for one in judged if one.is_human]
    machines = [one.fetch for one in judged if not one.is_human]
    found |= _first(CLICKED, [each for each in people if each.what == CLICKED])
    found |= _first(OPENED, people)
    if CLICKED not in found:
        found |= _first("clicked_machine", [each for each in machines if each.what == CLICKED])
    if OPENED not in found:
        found |= _first("opened_machine", machines)
    arrived = [at for state, at in found.items() if state not in (SENT, BOUNCED)]
    if BOUNCED in found:
        found.pop(DELIVERED, None)
    elif arrived:
        found.setdefault(DELIVERED, min(arrived))
    if found:
        found.setdefault(SENT, min(found.values()))
    return {state: found[state] for state in STATES if state in found}


def is_hard(history: History) -> bool:
    """Return whether the address bounced for good."""
    return BOUNCED in history.once and history.bounce == PERMANENT


def happenings(history: History) -> list[Happening]:
    """Return what the person's timeline tells of the mail: what happens once, the opening, and each link followed.

    Of several openings, or clicks on one link, the first that a person made is told, or else the first at all.
    """
    told = [
        Happening(what, at, data={"bounce": history.bounce} if what == BOUNCED else {})
        for what, at in sorted(history.once.items())
    ]
    groups: dict[tuple[str, str], list[Judged]] = {}
    for one in history.judged():
        groups.setdefault((one.fetch.what, one.fetch.link), []).append(one)
    return [*told, *_told(groups)]


def _told(groups: Mapping[tuple[str, str], Sequence[Judged]]) -> Iterator[Happening]:
    for (what, link), group in sorted(groups.items()):
        one = next((judged for judged in group if judged.is_human), group[0])
        data = {"human": one.is_human, "reasons": list(one.reasons), **({"link": link} if link else {})}
        yield Happening(what, one.fetch.at, subject=link, data=data)


def _kept(fetches: set[Fetch]) -> tuple[Fetch, ...]:
    """Return the earliest of each kind: a choice that does not depend on the order in which they came."""
    ordered = sorted(fetches, key=lambda each: (each.at, each.what, each.link, each.source, each.signs))
    counted: dict[tuple[str, bool], int] = {}
    kept = []
    for each in ordered:
        kind = (each.what, bool(each.signs))
        counted[kind] = counted.get(kind, 0) + 1
        if counted[kind] <= MOST_FETCHES:
            kept.append(each)
    return tuple(kept)


def _graver(one: str, other: str) -> str:
    return PERMANENT if PERMANENT in (one, other) else max(one, other)


def _first(state: str, fetches: Sequence[Fetch]) -> dict[str, str]:
    return {state: min(each.at for each in fetches)} if fetches else {}
