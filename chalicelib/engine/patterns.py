"""Patterns that a caller writes, matched in a time that grows with the text and no faster.

The standard library's engine tries again and again, so that ten characters can keep it busy for minutes. ``regexp`` is
read here by a small parser into positions (Glushkov's automaton) and run as a set of positions in one integer: each
character is looked at once, and what a step came to is remembered. It knows literals, ``.``, ``[a-z]``, ``\\d``,
``\\w``, ``\\s``, ``( ) | * + ? {2,5}``, ``^`` at the very beginning and ``$`` at the very end. Case and accents are
nothing to it.
"""

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from chalicelib.kernel.text import fold, unaccented

LONGEST: Final = 200
MOST_POSITIONS: Final = 128
MOST_REPEATS: Final = 50
MOST_REMEMBERED: Final = 20_000
DEEPEST: Final = 10

Fits = Callable[[str], bool]

_CLASSES: Final[Mapping[str, Fits]] = {
    "d": str.isdecimal,
    "D": lambda character: not character.isdecimal(),
    "w": lambda character: character.isalnum() or character == "_",
    "W": lambda character: not (character.isalnum() or character == "_"),
    "s": str.isspace,
    "S": lambda character: not character.isspace(),
}


class UnreadablePattern(ValueError):
    """The pattern is too long or means nothing."""


@functools.lru_cache(maxsize=64)
def like(pattern: str) -> Fits:
    """Return what tells whether a folded text is ``pattern``: ``%`` is any text, ``_`` any character.

    :raises UnreadablePattern: when it is too long.
    """
    if len(pattern) > LONGEST:
        raise UnreadablePattern(f"Use at most {LONGEST} characters.")
    first, *others = _pieces(fold(pattern))
    if not others:
        return lambda text: len(text) == first.length and first.fits.match(text) is not None
    return functools.partial(_is_like, first, others[:-1], others[-1])


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two ``%``: of a fixed length, so that the leftmost fit is as good as any."""

    fits: re.Pattern[str]
    length: int


def _pieces(pattern: str) -> list[_Piece]:
    written: list[list[str]] = [[]]
    characters = iter(pattern)
    for character in characters:
        if character == "%":
            written.append([])
        elif character == "_":
            written[-1].append(".")
        else:
            written[-1].append(re.escape(next(characters, "\\") if character == "\\" else character))
    return [_Piece(re.compile("".join(piece), re.DOTALL), len(piece)) for piece in written]


def _is_like(first: _Piece, middle: list[_Piece], last: _Piece, text: str) -> bool:
    if first.fits.match(text) is None:
        return False
    place = first.length
    for piece in middle:
        found = piece.fits.search(text, place)
        if found is None:
            return False
        place = found.end()
    tail = len(text) - last.length
    return tail >= place and last.fits.match(text, tail) is not None


@functools.lru_cache(maxsize=64)
def regexp(pattern: str) -> Fits:
    """Return what tells whether some part of a folded text fits a regular expression.

    :raises UnreadablePattern: when it is too long or complicated, or means nothing.
    """
    if len(pattern) > LONGEST:
        raise UnreadablePattern(f"Use at most {LONGEST} characters.")
    return _Reader(unaccented(pattern)).automaton().fits


@dataclass(frozen=True, slots=True)
class _Automaton:
    """Positions of a pattern as bits: which can come first and last, which after which, and what each accepts."""

    first: int
    last: int
    follow: tuple[int, ...]
    accepts: tuple[Fits, ...]
    is_nullable: bool
    from_start: bool
    to_end: bool
    remembered: dict[tuple[int, str], int] = field(default_factory=dict)

    def fits(self, text: str) -> bool:
        """Return whether a part of the text fits."""
        if self.is_nullable and not (self.from_start and self.to_end and text):
            return True
        state, beginning = 0, self.first
        for character in text:
            state = self._step(state, beginning, character)
            if state & self.last and not self.to_end:
                return True
            if self.from_start:
                if not state:
                    return False
                beginning = 0
        return bool(state & self.last)

    def _step(self, state: int, beginning: int, character: str) -> int:
        key = (state << 1 | bool(beginning), character)
        known = self.remembered.get(key)
        if known is None:
            ahead = beginning
            for position, follow in enumerate(self.follow):
                if state >> position & 1:
                    ahead |= follow
            known = sum(
                1 << position
                for position, accepts in enumerate(self.accepts)
                if ahead >> position & 1 and accepts(character)
            )
            if len(self.remembered) >= MOST_REMEMBERED:
                self.remembered.clear()
            self.remembered[key] = known
        return known


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a pattern: the positions with which it can begin and end, and whether it may be empty."""

    first: int = 0
    last: int = 0
    is_nullable: bool = True


class _Reader:
    """Reads a pattern from left to right, numbering its positions."""

    def __init__(self, pattern: str) -> None:
        self._to_end = pattern.endswith("$") and not pattern.endswith("\\$")
        self._from_start = pattern.startswith("^")
        self._pattern = pattern.removeprefix("^")[: -1 if self._to_end else None]
        self._place = 0
        self._depth = 0
        self._follow: list[int] = []
        self._accepts: list[Fits] = []

    def automaton(self) -> _Automaton:
        """Return the whole pattern's automaton."""
        whole, alternatives = self._alternatives()
        if self._place < len(self._pattern):
            raise UnreadablePattern("A parenthesis is closed that was not opened.")
        if alternatives > 1 and (self._from_start or self._to_end):
            raise UnreadablePattern("Put the alternatives between ^ and $ in parentheses.")
        return _Automaton(
            whole.first, whole.last, tuple(self._follow), tuple(self._accepts), whole.is_nullable,
            self._from_start, self._to_end,
        )  # fmt: skip

    def _alternatives(self) -> tuple[_Part, int]:
        parts = [self._sequence()]
        while self._next() == "|":
            self._place += 1
            parts.append(self._sequence())
        first, last = 0, 0
        for part in parts:
            first, last = first | part.first, last | part.last
        return _Part(first, last, any(part.is_nullable for part in parts)), len(parts)

    def _sequence(self) -> _Part:
        whole = _Part()
        while self._next() not in ("", "|", ")"):
            whole = self._joined(whole, self._repeated())
        return whole

    def _joined(self, one: _Part, other: _Part) -> _Part:
        self._connect(one.last, other.first)
        return _Part(
            one.first | other.first if one.is_nullable else one.first,
            one.last | other.last if other.is_nullable else other.last,
            one.is_nullable and other.is_nullable,
        )

    def _connect(self, lasts: int, firsts: int) -> None:
        for position in range(len(self._follow)):
            if lasts >> position & 1:
                self._follow[position] |= firsts

    def _repeated(self) -> _Part:
        begun = self._place
        part = self._atom()
        mark = self._next()
        if mark in ("*", "+", "?"):
            self._place += 1
            if mark != "?":
                self._connect(part.last, part.first)
            part = _Part(part.first, part.last, part.is_nullable or mark != "+")
        elif mark == "{":
            part = self._counted(part, begun)
        if self._next() in ("*", "+", "?", "{"):
            raise UnreadablePattern("Repeat a part once, or put it in parentheses.")
        return part

    def _counted(self, part: _Part, begun: int) -> _Part:
        written = re.compile(r"\{(\d{1,2})(?:(,)(\d{1,2})?)?\}", re.ASCII).match(self._pattern, self._place)
        if written is None:
            raise UnreadablePattern("Write a number of times as {2}, {2,} or {2,5}.")
        least = int(written[1])
        most = int(written[3]) if written[3] else least
        if most < max(least, 1) or most > MOST_REPEATS:
            raise UnreadablePattern(f"Repeat a part at most {MOST_REPEATS} times.")
        whole = _Part()
        for time in range(most):
            if time:
                self._place = begun
                part = self._atom()
            if written[2] and not written[3] and time == most - 1:
                self._connect(part.last, part.first)
            whole = self._joined(whole, part if time < least else _Part(part.first, part.last))
        self._place = written.end()
        return whole

    def _atom(self) -> _Part:
        character = self._next()
        self._place += 1
        if character == "(":
            return self._group()
        if character in ("*", "+", "?", "{", "^", "$"):
            raise UnreadablePattern(
                f"There is nothing that {character} could refer to; write \\{character} for the sign."
            )
        if character == ".":
            return self._position(lambda _: True)
        if character == "[":
            return self._position(self._class())
        if character == "\\":
            return self._position(self._escaped())
        return self._position(_same(character))

    def _group(self) -> _Part:
        self._depth += 1
        if self._depth > DEEPEST:
            raise UnreadablePattern(f"Nest parentheses at most {DEEPEST} deep.")
        if self._pattern.startswith("?:", self._place):
            self._place += 2
        part, _ = self._alternatives()
        if self._next() != ")":
            raise UnreadablePattern("A parenthesis is not closed.")
        self._place += 1
        self._depth -= 1
        return part

    def _position(self, accepts: Fits) -> _Part:
        if len(self._accepts) == MOST_POSITIONS:
            raise UnreadablePattern("The pattern is too complicated.")
        bit = 1 << len(self._accepts)
        self._accepts.append(accepts)
        self._follow.append(0)
        return _Part(bit, bit, is_nullable=False)

    def _escaped(self) -> Fits:
        character = self._next()
        self._place += 1
        if not character or (character.isalnum() and character not in _CLASSES):
            raise UnreadablePattern("Use \\d, \\w, \\s and their capitals, or \\ before a sign.")
        return _CLASSES.get(character) or _same(character)

    def _class(self) -> Fits:
        is_other = self._next() == "^"
        self._place += is_other
        members: list[Fits] = []
        while self._next() != "]" or not members:
            character = self._next()
            self._place += 1
            if not character:
                raise UnreadablePattern("A bracket is not closed.")
            if character == "\\":
                members.append(self._escaped())
            elif self._next() == "-" and self._pattern[self._place + 1 : self._place + 2] not in ("", "]"):
                members.append(_from_to(character, self._pattern[self._place + 1]))
                self._place += 2
            else:
                members.append(_same(character))
        self._place += 1
        return lambda tried: any(fits(tried) for fits in members) is not is_other

    def _next(self) -> str:
        return self._pattern[self._place : self._place + 1]


def _same(character: str) -> Fits:
    lower = character.lower()
    return lambda tried: tried == lower


def _from_to(first: str, last: str) -> Fits:
    lowest, highest = first.lower(), last.lower()
    if lowest > highest:
        raise UnreadablePattern(f"Write {last}-{first} from the lower to the higher.")
    return lambda tried: lowest <= tried <= highest
