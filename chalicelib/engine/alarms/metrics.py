"""A metric: a number of the firm's with a name, which a domain contributes and others watch.

A ``Source`` is where such numbers come from: campaigns, segments, the records of an object. It knows of which things
there are numbers (``of``), which figures each has, what they are now and, as far as it kept that, what they were when
earlier days closed. Nothing here knows any of them by name; the composition root declares them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any, Final

from chalicelib.engine.events import Event, Occurrence
from chalicelib.engine.objects import Label
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Forbidden, InvalidInput, NotFound
from chalicelib.kernel.text import fold

COUNT, SHARE, MONEY = UNITS = ("count", "share", "money")
STEPS: Final[Mapping[str, Decimal]] = {COUNT: Decimal(1), SHARE: Decimal("0.001"), MONEY: Decimal("0.01")}
"""The least by which a figure of a unit moves, as far as anybody cares."""

ALL: Final = "*"
"""Everything that has numbers at a source."""

Closings = Mapping[date, Decimal]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of something. One that ``adds_up`` only grows, so that a day has its own part of it."""

    id: str
    label: Label
    unit: str = COUNT
    adds_up: bool = False

    @property
    def step(self) -> Decimal:
        """The least by which it moves."""
        return STEPS[self.unit]


@dataclass(frozen=True, slots=True)
class Metric:
    """Which number it is: the ``figure`` of something (``of``) that a source knows."""

    source: str
    of: str
    figure: str

    @property
    def mark(self) -> str:
        """A digest of it, fit for a key."""
        return sha256(f"{self.source}\n{self.of}\n{self.figure}".encode()).hexdigest()[:32]

    @classmethod
    def stored(cls, said: Mapping[str, Any]) -> "Metric":
        """Return the metric that a definition names."""
        return cls(said["source"], said["of"], said["figure"])


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that has numbers, as people call it."""

    of: str
    name: str


def _nothing(_: Context, __: str, ___: str, ____: date) -> Closings:
    return {}


@dataclass(frozen=True, slots=True)
class Source:
    """Where numbers come from.

    ``subjects`` are the things that the caller may choose from, some of those whose name holds a text; ``called`` is
    the name of one, ``figures`` are those of its numbers that the caller may know, and both raise ``NotFound`` where
    the caller may know of none. ``read`` returns what figures are now, None where there is no number, ``past`` what
    one was when days since another closed. ``moves`` names the things whose numbers a change or an occurrence may have
    moved, ``ALL`` those of all of them. ``plural`` is that of the records, where the things are records.
    """

    name: str
    label: Label
    subjects: Callable[[Context, str], Sequence[Subject]]
    called: Callable[[Context, str], str]
    figures: Callable[[Context, str], Sequence[Figure]]
    read: Callable[[Context, str, Sequence[str]], Mapping[str, Decimal | None]]
    moves: Callable[[Context, Event | Occurrence], Iterable[str]]
    past: Callable[[Context, str, str, date], Closings] = _nothing
    plural: str = ""


_sources: dict[str, Source] = {}


def declare(sources: Sequence[Source]) -> None:
    """Make known where numbers come from; the composition root calls it once."""
    _sources.clear()
    _sources.update({source.name: source for source in sources})


def all() -> list[Source]:
    """Return every source, in the order in which it was declared."""
    return [*_sources.values()]


def source(name: str) -> Source:
    """Return a source by its name.

    :raises NotFound: when there is none.
    """
    if name not in _sources:
        raise NotFound("There are no such figures.")
    return _sources[name]


def named(found: Iterable[Subject], q: str) -> list[Subject]:
    """Return those of some subjects whose name holds a text, however it is accented or cased."""
    wanted = fold(q)
    return [each for each in found if wanted in fold(each.name)]


def figure(ctx: Context, metric: Metric) -> Figure:
    """Return the figure of a metric.

    :raises NotFound: when the caller may know of no such number.
    """
    found = next((each for each in source(metric.source).figures(ctx, metric.of) if each.id == metric.figure), None)
    if found is None:
        raise NotFound("There is no such figure.")
    return found


def chosen(ctx: Context, said: Mapping[str, Any]) -> tuple[Metric, Figure]:
    """Return the metric that somebody names, and its figure.

    :raises InvalidInput: when they may know of no such number.
    """
    metric = Metric.stored(said)
    try:
        return metric, figure(ctx, metric)
    except (NotFound, Forbidden):
        raise InvalidInput.of("metric", "unknown_metric", "There is no such figure.") from None


def is_known(ctx: Context, metric: Metric) -> bool:
    """Return whether the caller may know a number."""
    try:
        figure(ctx, metric)
    except (NotFound, Forbidden):
        return False
    return True


def value(ctx: Context, metric: Metric) -> Decimal | None:
    """Return what a number is now; None when there is none, or none any more."""
    try:
        return source(metric.source).read(ctx, metric.of, [metric.figure]).get(metric.figure)
    except NotFound:
        return None


def moved(ctx: Context, heard: Event | Occurrence) -> set[tuple[str, str]]:
    """Return whose numbers something may have moved, by source."""
    return {(each.name, of) for each in _sources.values() for of in each.moves(ctx, heard)}


def known(ctx: Context, asked: Iterable[Metric]) -> set[Metric]:
    """Return those of some metrics that the caller may know, with one question for each thing that has several."""
    by_subject: dict[tuple[str, str], set[Metric]] = {}
    for metric in asked:
        by_subject.setdefault((metric.source, metric.of), set()).add(metric)
    return {metric for each, of_it in by_subject.items() for metric in of_it if metric.figure in _figures(ctx, *each)}


def told(ctx: Context, asked: Iterable[Metric]) -> dict[Metric, tuple[str, Figure]]:
    """Return of those metrics that the caller may know what their thing is called, and their figure."""
    found: dict[Metric, tuple[str, Figure]] = {}
    names: dict[tuple[str, str], tuple[str, Mapping[str, Figure]]] = {}
    for metric in asked:
        each = (metric.source, metric.of)
        if each not in names:
            figures = _figures(ctx, *each)
            names[each] = (source(metric.source).called(ctx, metric.of) if figures else "", figures)
        name, figures = names[each]
        if metric.figure in figures:
            found[metric] = (name, figures[metric.figure])
    return found


def _figures(ctx: Context, source_name: str, of: str) -> Mapping[str, Figure]:
    try:
        return {each.id: each for each in source(source_name).figures(ctx, of)}
    except (NotFound, Forbidden):
        return {}
