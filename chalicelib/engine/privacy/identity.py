"""Recognising a person in what others wrote: by name, address, number or whatever else is theirs alone.

Texts are compared folded, without case and accents, and only whole words count: whoever is called Ana is not in
"Canadá". A number is recognised by its digits, however they are spaced.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields import registry
from chalicelib.kernel.text import fold
from chalicelib.storage.records import Row

GONE = "[…]"
"""What stands in a text where a forgotten person stood."""

SHORTEST = 3
FEWEST_DIGITS = 7
_NUMBER = re.compile(r"\+?\d[\d\s().\-/]{5,}\d")
_WORD_EDGE = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Identity:
    """One person. ``words`` are folded texts that are theirs, the longest first; ``numbers`` the digits of phones."""

    id: str
    name: str
    words: tuple[str, ...]
    numbers: tuple[str, ...]

    def is_same_as(self, other: "Identity") -> bool:
        """Return whether two records are of one person: the same full name, address or number."""
        addresses = {word for word in self.words if "@" in word}
        is_namesake = bool(self.name) and fold(self.name) == fold(other.name)
        return is_namesake or not addresses.isdisjoint(other.words) or not set(self.numbers).isdisjoint(other.numbers)

    def is_in(self, value: Any) -> bool:
        """Return whether the person can be recognised anywhere in a stored value."""
        return any(text == self.id or bool(self._spans(text)) for text in _texts(value))

    def without(self, value: Any) -> Any:
        """Return a stored value in which the person cannot be recognised any more; numbers and dates stay."""
        if isinstance(value, str):
            return self._redacted(value)
        if isinstance(value, Mapping):
            return {name: self.without(inner) for name, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.without(inner) for inner in value]
        return value

    def _redacted(self, text: str) -> str:
        for start, end in reversed(self._spans(text)):
            text = text[:start] + GONE + text[end:]
        return text

    def _spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the person stands in a text, from left to right, without overlaps."""
        folded, origins = _folded(text)
        found = [(origins[at], origins[at + len(word) - 1] + 1) for word in self.words for at in _places(folded, word)]
        found += [match.span() for match in _NUMBER.finditer(text) if self._is_own_number(match.group())]
        return _apart(found)

    def _is_own_number(self, typed: str) -> bool:
        digits = "".join(filter(str.isdigit, typed)).lstrip("0")
        return len(digits) >= FEWEST_DIGITS and any(
            number.endswith(digits) or digits.endswith(number) for number in self.numbers
        )


def of(object: Object, rows: Iterable[Row]) -> Identity:
    """Return the identity of the person whom ``rows`` describe; the first is the record that they have now."""
    words: dict[str, None] = {}
    numbers: dict[str, None] = {}
    name, id = "", ""
    for row in rows:
        id, name = id or row.id, name or str(row.values.get(object.name_field) or "")
        for text in _own_texts(object, row):
            words[fold(text)] = None
        for field in object.fields.values():
            if field.type == "phone":
                keys = registry.of(field).keys(field, row.values.get(field.name) or [])
                numbers |= dict.fromkeys("".join(filter(str.isdigit, key)) for key in keys)
    kept = sorted((word for word in words if len(word) >= SHORTEST), key=len, reverse=True)
    return Identity(id, name, tuple(kept), tuple(number for number in numbers if len(number) >= FEWEST_DIGITS))


def _own_texts(object: Object, row: Row) -> Iterator[str]:
    """Yield the texts by which a person is known: the name and its parts, the addresses, what is unique."""
    parts = {part for composed in object.composed for part in composed.parts}
    for field in object.fields.values():
        stored = row.values.get(field.name)
        if stored is None:
            continue
        if field.parts or field.name in parts or (field.unique and isinstance(stored, str)):
            yield str(stored)
        elif field.type == "email":
            yield from registry.of(field).keys(field, stored)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return a text folded character by character, and from which character each of its own comes."""
    folded: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        plain = " " if character.isspace() else fold(character)
        folded.append(plain)
        origins.extend([place] * len(plain))
    return "".join(folded), origins


def _places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands in a text, not as a part of a longer one."""
    at = text.find(word)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(word) : at + len(word) + 1]
        if not (_WORD_EDGE.match(before) or _WORD_EDGE.match(after)):
            yield at
        at = text.find(word, at + 1)


def _apart(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return spans
