"""A rule's turns: one small row that says how many each has been given, and who was drawn lately for what.

Whoever draws reads it, works out who is next, and writes it back if nobody else has meanwhile.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import directory, plan, writes

ROUND_ROBIN, OPEN_WORK = MODES = ("round_robin", "open_work")
REMEMBERED: Final = 100
LAG: Final = timedelta(seconds=30)
"""How long a record may take to show up in the counts; whatever was given since is added to them."""


@dataclass(frozen=True, slots=True)
class Group:
    """Some people and how it is decided among them. ``name`` tells it from the other groups of its rule."""

    name: str
    mode: str
    people: Sequence[str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """That somebody was drawn for a record: ``digest`` stands for the key of the draw."""

    digest: str
    person: str
    at: str
    record: str


@dataclass(frozen=True, slots=True)
class Turns:
    """A rule's turns: how many each has been ``given`` in each group, who was drawn lately, and counted open work.

    ``drawn`` is how often each was drawn by the rule in all; ``given`` also holds what lifts those who came later, or
    were away, to the others.
    """

    version: int = 0
    given: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    drawn: Mapping[str, int] = field(default_factory=dict)
    recent: Sequence[Drawn] = ()
    load: Mapping[str, int] = field(default_factory=dict)
    counted_at: str = ""


def following(turns: Turns, group: Group, candidates: Sequence[str]) -> str:
    """Return who is next: least open work, or fewest turns; of equals the one who is named first."""
    given = turns.given.get(group.name, {})
    fewest = min((given[id] for id in candidates if id in given), default=0)
    had = {id: given.get(id, fewest) for id in candidates}
    if group.mode == ROUND_ROBIN:
        return min(candidates, key=lambda id: had[id])
    since = clock.stamp(clock.parse(turns.counted_at) - LAG) if turns.counted_at else ""
    lately = [one.person for one in turns.recent if one.at > since]
    return min(candidates, key=lambda id: (turns.load.get(id, 0) + lately.count(id), had[id]))


def after(turns: Turns, group: Group, candidates: Sequence[str], drawn: Drawn) -> Turns:
    """Return the turns once somebody was drawn; whoever is passed over now is lifted to whoever has fewest."""
    given = turns.given.get(group.name, {})
    fewest = min((given[id] for id in candidates if id in given), default=0)
    had = {id: given.get(id, fewest) for id in {*given, *candidates}}
    had = {id: number if id in candidates else max(number, fewest) for id, number in had.items()}
    return Turns(
        turns.version + 1,
        {**turns.given, group.name: {**had, drawn.person: had[drawn.person] + 1}},
        {**turns.drawn, drawn.person: turns.drawn.get(drawn.person, 0) + 1},
        [drawn, *turns.recent][:REMEMBERED],
        turns.load,
        turns.counted_at,
    )


def row_of(rule: str) -> str:
    """Return the name of the row of a rule's turns."""
    return directory.automation("turns", rule)


def read(ctx: Context, rule: str) -> Turns:
    """Return a rule's turns as they stand; before the first there are none."""
    row = directory.get(ctx, row_of(rule))
    if row is None:
        return Turns()
    given = {group: {id: int(number) for id, number in had.items()} for group, had in row["given"].items()}
    drawn = {id: int(number) for id, number in row["drawn"].items()}
    recent = [Drawn(*one) for one in row["recent"]]
    load = {id: int(number) for id, number in row["load"].items()}
    return Turns(int(row["version"]), given, drawn, recent, load, row["counted_at"])


def keep(ctx: Context, rule: str, turns: Turns) -> bool:
    """Keep turns if nobody has drawn meanwhile, and return whether that was so."""
    item = {
        "version": turns.version,
        "given": turns.given,
        "drawn": turns.drawn,
        "recent": [[one.digest, one.person, one.at, one.record] for one in turns.recent],
        "load": turns.load,
        "counted_at": turns.counted_at,
    }
    still = plan.absent() if turns.version == 1 else plan.equals("version", turns.version - 1)
    try:
        writes.execute(ctx, [directory.put(ctx, row_of(rule), item, when=still)])
    except writes.Refused:
        return False
    return True
