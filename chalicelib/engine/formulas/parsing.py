"""Reading a formula: a text of at most a thousand characters into a tree of at most twenty levels.

The parser is the classic one of binding powers. It is a hundred lines, needs no library, starts for nothing and reads
a formula of full length in under two milliseconds, once for each text and container (``docs/decisions``).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from chalicelib.engine.formulas.tree import Call, Literal, Name, Node, refused

LONGEST = 1_000
DEEPEST = 20
MOST_KEPT = 2_048

_TOKEN = re.compile(
    r"""(?P<blank>\s+)
      | (?P<number>\d+(?:\.\d+)?)
      | (?P<text>"(?:[^"]|"")*"|'(?:[^']|'')*')
      | (?P<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)
      | (?P<sign><=|>=|<>|!=|==|[-+*/<>=(),])""",
    re.VERBOSE | re.ASCII,
)
_WORDS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None}
_BINDS: Mapping[str, int] = (
    {"or": 1, "and": 2}
    | dict.fromkeys(("=", "==", "!=", "<>", "<", "<=", ">", ">="), 4)
    | dict.fromkeys("+-", 5)
    | dict.fromkeys("*/", 6)
)
_NOT = 3
_COMPARISON = 4
_MINUS = 7
_SPELLINGS = {"==": "=", "<>": "!="}


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


@lru_cache(maxsize=MOST_KEPT)
def parsed(text: str) -> Node:
    """Return the tree of a formula.

    :raises InvalidInput: naming the character at which it stops making sense.
    """
    if len(text) > LONGEST:
        raise refused("too_long", f"Use at most {LONGEST} characters.", LONGEST)
    reader = _Reader(_tokens(text))
    tree = reader.expression(0, 1)
    if reader.next.kind != "end":
        raise refused("unexpected", f"This is not expected here: {reader.next.text[:20]}", reader.next.at)
    return tree


def _tokens(text: str) -> list[_Token]:
    found, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            what = "This text has no end." if text[at] in "\"'" else f"This means nothing here: {text[at]!r}"
            raise refused("unreadable", what, at)
        kind = str(match.lastgroup)
        if kind != "blank":
            is_word = kind == "name" and match.group().lower() in ("and", "or", "not")
            found.append(_Token("sign", match.group().lower(), at) if is_word else _Token(kind, match.group(), at))
        at = match.end()
    return [*found, _Token("end", "the end", len(text))]


@dataclass(slots=True)
class _Reader:
    """Where the reading stands."""

    tokens: list[_Token]
    place: int = 0

    @property
    def next(self) -> _Token:
        return self.tokens[self.place]

    def take(self) -> _Token:
        token = self.tokens[self.place]
        self.place = min(self.place + 1, len(self.tokens) - 1)
        return token

    def expression(self, binding: int, depth: int) -> Node:
        """Read as far as signs bind more strongly than ``binding``."""
        left = self.operand(depth)
        while self.next.kind == "sign" and _BINDS.get(self.next.text, 0) > binding:
            sign = self.take()
            power = _BINDS[sign.text]
            left = Call(
                _SPELLINGS.get(sign.text, sign.text), (left, self.expression(power, self.deeper(depth))), sign.at
            )
            if power == _COMPARISON and _BINDS.get(self.next.text, 0) == _COMPARISON:
                raise refused("unexpected", "Join two comparisons with and.", self.next.at)
        return left

    def operand(self, depth: int) -> Node:
        token = self.take()
        if token.kind == "number":
            return Literal(Decimal(token.text), token.at)
        if token.kind == "text":
            quote = token.text[0]
            return Literal(token.text[1:-1].replace(quote * 2, quote), token.at)
        if token.kind == "name":
            return self.named(token, depth)
        if token.text == "(":
            inner = self.expression(0, self.deeper(depth))
            self.expect(")")
            return inner
        if token.text == "-":
            return Call("negative", (self.expression(_MINUS, self.deeper(depth)),), token.at)
        if token.text == "not":
            return Call("not", (self.expression(_NOT, self.deeper(depth)),), token.at)
        raise refused("unexpected", f"A value is expected here, not {token.text[:20]}", token.at)

    def named(self, token: _Token, depth: int) -> Node:
        word = token.text.lower()
        if self.next.text == "(" and self.next.kind == "sign":
            self.take()
            return Call(word, self.arguments(self.deeper(depth)), token.at)
        if word in _WORDS:
            return Literal(_WORDS[word], token.at)
        return Name(tuple(token.text.split(".")), token.at)

    def arguments(self, depth: int) -> tuple[Node, ...]:
        if self.next.text == ")":
            self.take()
            return ()
        given = [self.expression(0, depth)]
        while self.next.text == "," and self.next.kind == "sign":
            self.take()
            given.append(self.expression(0, depth))
        self.expect(")")
        return tuple(given)

    def expect(self, sign: str) -> None:
        token = self.take()
        if token.kind != "sign" or token.text != sign:
            raise refused("unexpected", f"{sign} is missing here, before {token.text[:20]}", token.at)

    def deeper(self, depth: int) -> int:
        """Return the next level; ``a + b + c`` is one level, parentheses and calls are others."""
        if depth >= DEEPEST:
            raise refused("too_deep", f"Nest at most {DEEPEST} levels.", self.next.at)
        return depth + 1
