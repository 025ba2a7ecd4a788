"""The cheapest reading of a sentence that the grammar allows.

lark makes the table of a grammar; a search walks it along every reading of the words at once, the cheapest first, and
hands lark the readings of the path that won. A word may always be passed over, at a price that no reading reaches: so
whatever fits no sentence is left out, and named. ``lark`` takes a sixth of a second to import and is opened here only,
by the first sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import heappop, heappush
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from chalicelib.engine.asking.lexing import UNKNOWN, VOID, Reading, Sentence, readings

if TYPE_CHECKING:
    from lark import Lark, Tree

MOST_STEPS: Final = 6_000

ODD: Final = 3
_HAVING: Final = frozenset({"WITH", "WITHOUT", "NO", "AND", "OR", "NOR", "COMMA"})
_SAYING: Final = frozenset({"FIELD", "DATED"})
_VERBS: Final = frozenset({"BUY", "SPEND", "STOPPED", "HAPPENED"})
_BEFORE_VERBS: Final = frozenset(
    {"", "VOID", "SUBJECT", "CUSTOMERS", "QUE", "NO", "AND", "OR", "NOR", "COMMA", "WHEN", "FIRST", "LAST", "LPAR"}
)

Stack = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of a sentence, and the stretches of its words that fit nowhere."""

    tree: "Tree[Any]"
    unknown: tuple[tuple[int, int], ...]
    cost: int


@dataclass(frozen=True, slots=True)
class _Step:
    """A reading of the path, and the step before it."""

    reading: Reading
    before: "_Step | None"


@dataclass(frozen=True, slots=True)
class _Table:
    """The parser's table: what each state does with a terminal, where it begins and where it may end."""

    states: Mapping[int, Mapping[str, tuple[Any, Any]]]
    start: int
    end: int
    shift: Any

    def after(self, stack: Stack, terminal: str) -> Stack | None:
        """Return the stack once a terminal was read, None when it may not stand there."""
        while stack[-1] != self.end:
            found = self.states[stack[-1]].get(terminal)
            if found is None:
                return None
            action, to = found
            if action is self.shift:
                return (*stack, to)
            kept = stack[: len(stack) - len(to.expansion)] if to.expansion else stack
            stack = (*kept, self.states[kept[-1]][to.origin.name][1])
        return stack

    def ends(self, stack: Stack) -> bool:
        """Return whether a sentence may end there."""
        return self.after(stack, "$END") is not None


@cache
def _grammar() -> "tuple[Lark, _Table]":
    """Return the grammar and its table; lark is imported here, where the first sentence is read."""
    from lark import Lark  # noqa: PLC0415 - it takes 165 ms, which no cold start should pay
    from lark.parsers.lalr_analysis import Shift  # noqa: PLC0415

    source = resources.files("chalicelib.engine.asking").joinpath("grammar.lark").read_text(encoding="utf-8")
    grammar = Lark(source, parser="lalr", lexer="basic", maybe_placeholders=False)
    table = grammar.parse_interactive().parser_state.parse_conf.parse_table
    return grammar, _Table(table.states, table.start_states["start"], table.end_states["start"], Shift)


def parse(sentence: Sentence, *, without: frozenset[int] = frozenset()) -> Parsed:
    """Return the tree of the cheapest reading; the words ``without`` are passed over."""
    grammar, table = _grammar()
    path, unknown, cost = _cheapest(table, readings(sentence), len(sentence.words), without)
    from lark import Token  # noqa: PLC0415 - see above

    state = grammar.parse_interactive()
    for reading in path:
        state.feed_token(Token(reading.terminal, reading, start_pos=reading.start, end_pos=reading.end))
    tree: Tree[Any] = state.feed_eof()  # type: ignore[no-untyped-call]
    return Parsed(tree, _stretches(unknown | set(without)), cost)


def _cheapest(
    table: _Table, at: Sequence[Sequence[Reading]], length: int, without: frozenset[int]
) -> tuple[list[Reading], set[int], int]:
    begun: Stack = (table.start,)
    void = table.after(begun, "VOID")
    assert void is not None, "a sentence may begin without its subject"
    queue: list[tuple[int, int, int, Stack, _Step | None]] = [(0, 0, 0, begun, None)]
    heappush(queue, (VOID, 0, 1, void, _Step(Reading("VOID", 0, 0, None, VOID), None)))
    seen: set[tuple[int, Stack]] = set()
    steps, order, furthest = 0, 2, queue[0]
    while queue and steps < MOST_STEPS:
        cost, ahead, _, stack, path = heappop(queue)
        place = -ahead
        if (place, stack) in seen:
            continue
        seen.add((place, stack))
        steps += 1
        if place == length:
            if table.ends(stack):
                return *_told(path), cost
            continue
        if -furthest[1] < place and table.ends(stack):
            furthest = (cost, ahead, 0, stack, path)
        blind = place in without
        for reading in () if blind else at[place]:
            if not without.isdisjoint(range(reading.start, reading.end)):
                continue
            after = table.after(stack, reading.terminal) if reading.terminal else stack
            if after is not None:
                step = _Step(reading, path)
                total = cost + reading.cost + _strange(path.reading.terminal if path else "", reading.terminal)
                heappush(queue, (total, -reading.end, order, after, step))
                order += 1
        passed = _Step(Reading("?", place, place + 1, None, UNKNOWN), path)
        heappush(queue, (cost + (0 if blind else UNKNOWN), -(place + 1), order, stack, passed))
        order += 1
    if table.ends(furthest[3]):
        readings_of, unknown = _told(furthest[4])
        return readings_of, unknown | set(range(-furthest[1], length)), UNKNOWN * length
    return [Reading("VOID", 0, 0, None, VOID)], set(range(length)), UNKNOWN * length


def _strange(before: str, terminal: str) -> int:
    """Return how odd it is for a word to be this behind that one, where it may be either: *with email*, *is new*."""
    if terminal == "CHOICE":
        return ODD if before in _HAVING else 0
    if terminal in ("FIELD", "DATED", "FLAG"):
        return ODD if before in _SAYING else 0
    if terminal in _VERBS:
        return 0 if before in _BEFORE_VERBS else ODD
    return 0


def _told(step: _Step | None) -> tuple[list[Reading], set[int]]:
    path: list[Reading] = []
    unknown: set[int] = set()
    while step is not None:
        if step.reading.terminal == "?":
            unknown.add(step.reading.start)
        elif step.reading.terminal:
            path.append(step.reading)
        step = step.before
    return path[::-1], unknown


def _stretches(words: set[int]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for word in sorted(words):
        if found and found[-1][1] == word:
            found[-1] = (found[-1][0], word + 1)
        else:
            found.append((word, word + 1))
    return tuple(found)
