"""The words of a tenant's records, each with the places where it stands: what a mistyped word may have meant.

A word has one row for each place, and one more under its letters backwards, so that whichever half of a word is right,
it is the beginning of a row's key.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, reads
from chalicelib.storage.plan import Delete, Put

_FORWARDS: Final = "f"
_BACKWARDS: Final = "b"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, and the object (its plural) and field in which it stands."""

    word: str
    object: str
    field: str


def known(ctx: Context, words: Iterable[Word]) -> frozenset[Word]:
    """Return those of ``words`` that are written down already."""
    by_key = {keys.word(ctx, _FORWARDS, word.word, word.object, word.field): word for word in words}
    found = reads.get_many(names.INDEX, list(by_key))
    return frozenset(by_key[keys.Key(item["pk"], item["sk"])] for item in found)


def put(ctx: Context, word: Word) -> list[Put | Delete]:
    """Plan to write a word down; doing so again changes nothing."""
    return [Put(names.INDEX, key, {}) for key in _keys(ctx, word)]


def delete(ctx: Context, word: Word) -> list[Put | Delete]:
    """Plan to forget a word."""
    return [Delete(names.INDEX, key) for key in _keys(ctx, word)]


def beginning(ctx: Context, letters: str, *, limit: int) -> list[Word]:
    """Return words that begin with ``letters``, at most ``limit``."""
    return _read(ctx, f"{_FORWARDS}#{letters}", limit)


def ending(ctx: Context, letters: str, *, limit: int) -> list[Word]:
    """Return words that end with ``letters``, at most ``limit``."""
    found = _read(ctx, f"{_BACKWARDS}#{letters[::-1]}", limit)
    return [Word(word.word[::-1], word.object, word.field) for word in found]


def _read(ctx: Context, prefix: str, limit: int) -> list[Word]:
    items, _ = reads.query(names.INDEX, keys.words(ctx), prefix=prefix, limit=limit)
    return [Word(*item["sk"].split("#")[1:]) for item in items]


def _keys(ctx: Context, word: Word) -> Sequence[keys.Key]:
    return (
        keys.word(ctx, _FORWARDS, word.word, word.object, word.field),
        keys.word(ctx, _BACKWARDS, word.word[::-1], word.object, word.field),
    )
