"""The words that a tenant's records are found by, and which of them somebody meant who mistyped one.

The stream writes a word down when it first appears in a field, and forgets it when the last record has lost it, so the
vocabulary holds nothing that no record holds. A container remembers what it has seen written, so a known word costs
nothing. A mistyped word differs from the meant one by one letter put in, left out, changed, or by two that changed
places; one of its halves is therefore right, and two short reads - by the beginning, by the ending - find it.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import Final

from chalicelib.engine import access
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import index, vocabulary, writes
from chalicelib.storage.vocabulary import Word

SHORTEST: Final = 4
LONGEST: Final = 30
MOST_READ: Final = 300
MOST_REMEMBERED: Final = 50_000
MOST_MEANT: Final = 3

_written: OrderedDict[tuple[TenantId, Word], None] = OrderedDict()


def follow(ctx: Context, object: Object, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Write down the words that a record has gained, and forget those that it was the last to hold."""
    gained = [word for word in _words(object, after) if before.get(word.word) != word.field]
    new = [word for word in gained if (ctx.tenant, word) not in _written]
    lost = [word for word in _words(object, before) if after.get(word.word) != word.field]
    gone = [word for word in lost if not _stands_elsewhere(ctx, word)]
    known = vocabulary.known(ctx, new) if new else frozenset()
    planned = [write for word in new if word not in known for write in vocabulary.put(ctx, word)]
    writes.batch(ctx, [*planned, *(write for word in gone for write in vocabulary.delete(ctx, word))])
    _remember(ctx.tenant, new, gone)


def meant(ctx: Context, catalogue: Catalogue, typed: str) -> list[str]:
    """Return the words that a mistyped one may have meant, the likeliest first, of what the caller may read."""
    if not SHORTEST <= len(typed) <= LONGEST or not typed.isalpha():
        return []
    half = len(typed) // 2
    near = [
        *vocabulary.beginning(ctx, typed[:half], limit=MOST_READ),
        *vocabulary.ending(ctx, typed[half:], limit=MOST_READ),
    ]
    found = {word.word for word in near if is_one_edit(typed, word.word) and _is_readable(ctx, catalogue, word)}
    return sorted(found, key=lambda word: (word[0] != typed[0], sorted(word) != sorted(typed), word))[:MOST_MEANT]


def is_one_edit(one: str, other: str) -> bool:
    """Return whether one letter put in, left out or changed, or two that change places, make one word the other."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1 or one == other:
        return False
    place = next((place for place, pair in enumerate(zip(shorter, longer, strict=False)) if pair[0] != pair[1]), None)
    if place is None:
        return True
    if len(shorter) < len(longer):
        return shorter[place:] == longer[place + 1 :]
    if shorter[place + 1 :] == longer[place + 1 :]:
        return True
    swapped = shorter[place : place + 2][::-1] + shorter[place + 2 :]
    return swapped == longer[place:]


def forget() -> None:
    """Forget what this container has seen written, as a new one does."""
    _written.clear()


def _words(object: Object, tokens: Mapping[str, str]) -> list[Word]:
    return [
        Word(token, object.plural, field)
        for token, field in tokens.items()
        if token.isalpha() and SHORTEST <= len(token) <= LONGEST
    ]


def _stands_elsewhere(ctx: Context, word: Word) -> bool:
    found, _ = index.search(ctx, word.object, f"{word.word}#", limit=MOST_READ, consistent=True)
    return any(token.field == word.field for token in found)


def _is_readable(ctx: Context, catalogue: Catalogue, word: Word) -> bool:
    object = catalogue.plurals.get(word.object)
    return object is not None and word.field in access.readable(ctx, object)


def _remember(tenant: TenantId, written: Iterable[Word], gone: Iterable[Word]) -> None:
    for word in written:
        _written[tenant, word] = None
    for word in gone:
        _written.pop((tenant, word), None)
    while len(_written) > MOST_REMEMBERED:
        _written.popitem(last=False)
