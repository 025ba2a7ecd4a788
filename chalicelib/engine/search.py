"""Finding by words: what a record can be found by, and how a typed text is looked up.

A record is found by the folded words of its searched fields, by the beginning of its addresses and by any ending of its
phone numbers. A search asks the index for the longest word, which is the rarest, and lets the text that stands beside
each token decide about the other words, so it reads no record that it will not show.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine import access, claims, overlays
from chalicelib.engine.access import readable
from chalicelib.engine.catalogue import Catalogue, Object, linked
from chalicelib.engine.fields import registry
from chalicelib.engine.fields.phone import region_of, typed_beginning, typed_token
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import fold, tokens
from chalicelib.storage import index, links, slots
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row

MOST_TOKENS = 32
LONGEST_TOKEN = 60
MOST_WORDS = 8
TOKENS_A_PAGE = 50
MOST_PAGES = 5
LINKED_A_TIME = 5
MOST_COMBINED = 3
MOST_POINTING = 25


@dataclass(frozen=True, slots=True)
class Entries:
    """The tokens of a record, each with the field it comes from, and the text that stands beside them."""

    tokens: Mapping[str, str]
    text: str


def entries(object: Object, values: Mapping[str, Any]) -> Entries:
    """Return what a record is found by; the first fields win when there is too much."""
    found: dict[str, str] = {}
    for field in object.searched:
        if values.get(field.name) is not None:
            for word in registry.of(field).words(field, values[field.name]):
                found.setdefault(word[:LONGEST_TOKEN], field.name)
    kept = dict(list(found.items())[:MOST_TOKENS])
    return Entries(kept, " ".join(dict.fromkeys(part for token in kept for part in (token, *tokens(token)))))


def words_of(q: str) -> list[str]:
    """Return the words that a typed text begins, the longest first."""
    words = [word for part in q.split() for word in ([fold(part).replace("#", "")] if "@" in part else tokens(part))]
    return sorted(dict.fromkeys(word[:LONGEST_TOKEN] for word in words), key=len, reverse=True)[:MOST_WORDS]


def find(ctx: Context, object: Object, q: str, *, limit: int, start: str | None = None) -> tuple[list[str], str | None]:
    """Return the ids of the records that a typed text finds, and where to go on.

    What may be a phone number is looked up as one first. A word that stands only in the text of others, such as the
    host of an address, leads nowhere: the next one leads.
    """
    for lead, others in _leads(ctx, q):
        if start is None or start.startswith(lead):
            ids, place = _led_by(ctx, object, lead, others, limit, start)
            if ids or place or start is not None:
                return ids, place
    return [], None


def _numbers(ctx: Context, q: str) -> list[str]:
    """Return the tokens that a text begins if it is a phone number, typed from its beginning or from within."""
    typed = q.strip()
    return [each for each in (typed_token(typed), typed_beginning(typed, region_of(ctx.time_zone))) if each]


def _leads(ctx: Context, q: str) -> list[tuple[str, list[str]]]:
    """Return the words to look a text up by, each with those that must stand beside it."""
    words = words_of(q)
    leads = [(number, list[str]()) for number in _numbers(ctx, q)]
    return leads + [(word, [other for other in words if other != word]) for word in words]


@dataclass(frozen=True, slots=True)
class Match:
    """A record that a text finds, the field in which it was found, and whether the word was typed to its end."""

    record: str
    field: str
    is_whole: bool


def matches(ctx: Context, object: Object, q: str, *, limit: int) -> list[Match]:
    """Return the records of an object that a text finds, whole words and names first, by one read if it finds any."""
    seen = readable(ctx, object)
    for lead, others in _leads(ctx, q):
        page, _ = index.search(ctx, object.plural, lead, limit=TOKENS_A_PAGE)
        found = [
            Match(token.record, token.field, token.token == lead)
            for token in page
            if token.field in seen and _holds(token.text, others)
        ]
        if found:
            found.sort(key=lambda match: (not match.is_whole, match.field != object.name_field))
            best = {match.record: match for match in reversed(found)}
            return [match for match in found if best[match.record] is match][:limit]
    return []


def by_linked(ctx: Context, catalogue: Catalogue, object: Object, q: str, *, limit: int) -> dict[str, str]:
    """Return the records found by what they are linked to, each with the link: somebody by the firm that they work for.

    What the text says beyond the other's name, the record must say itself.
    """
    words = words_of(q)
    through: dict[str, str] = {}
    for field in object.links:
        relation = linked(field)
        if not relation.found_through or field.name not in readable(ctx, object):
            continue
        target = catalogue.target(field)
        for word in words[:MOST_COMBINED]:
            for other, text in _texts(ctx, target, word).items():
                rest = [each for each in words if not _holds(text, [each])]
                ends = [*_pointing_here(ctx, object, other, relation.inverse, MOST_POINTING)]
                through |= dict.fromkeys(_saying(ctx, object, ends, rest) if rest else ends, field.name)
            if through:
                break
    return dict(list(through.items())[:limit])


def _texts(ctx: Context, object: Object, word: str) -> dict[str, str]:
    """Return the words of the records that a word finds, of the fields that the caller may read."""
    ids, _ = find(ctx, object, word, limit=LINKED_A_TIME)
    found = access.visible(ctx, object, rows.get_many(ctx, object.plural, ids).values())
    texts = {row.id: _text(ctx, object, row) for row in found}
    return {id: text for id, text in texts.items() if _holds(text, [word])}


def _text(ctx: Context, object: Object, row: Row) -> str:
    names = readable(ctx, object)
    return entries(object, {name: value for name, value in row.values.items() if name in names}).text


def _saying(ctx: Context, object: Object, ids: Sequence[str], words: Sequence[str]) -> list[str]:
    """Return those of some records whose own readable fields hold all of some words."""
    found = rows.get_many(ctx, object.plural, ids)
    return [id for id, row in found.items() if _holds(_text(ctx, object, row), words)]


def replaced(q: str, typed: str, word: str) -> str:
    """Return a text with one of its words, however it was written, replaced by another."""
    return " ".join(word if fold(part) == typed else part for part in q.split())


def _led_by(
    ctx: Context, object: Object, lead: str, others: Sequence[str], limit: int, start: str | None
) -> tuple[list[str], str | None]:
    """Return the records with a token that begins with ``lead`` and a text that holds the other words."""
    seen = readable(ctx, object)
    ids: dict[str, None] = {}
    last = start
    for _ in range(MOST_PAGES):
        page, start = index.search(ctx, object.plural, lead, limit=max(TOKENS_A_PAGE, limit + 1), start=start)
        for token in page:
            if token.field in seen and _holds(token.text, others):
                if len(ids) == limit and token.record not in ids:
                    return list(ids), last
                ids[token.record] = None
            last = f"{token.token}#{token.record}#{token.field}"
        if start is None:
            break
    return list(ids), start


def _holds(text: str, words: Sequence[str]) -> bool:
    spaced = f" {text}"
    return all(f" {word}" in spaced or f" {typed_token(word) or word}" in spaced for word in words)


def says(ctx: Context, object: Object, row: Row, q: str) -> bool:
    """Return whether the fields that the caller may read hold all words of a text that has found the record.

    The text beside a token is that of all fields, so it decides only for those who may read them all.
    """
    if access.reads_all(ctx, object):
        return True
    text = _text(ctx, object, row)
    return _holds(text, words_of(q)) or any(_holds(text, [number]) for number in _numbers(ctx, q))


def _pointing_here(ctx: Context, object: Object, other: str, inverse: str, limit: int) -> Iterator[str]:
    related, _ = links.related(ctx, other, inverse, limit=limit)
    return (end.id for end in related if end.object == object.plural)


def find_by(ctx: Context, *, plural: str, field: str, value: Any, limit: int = 2) -> list[str]:
    """Return the ids of the records whose field holds a value, by its claim, its slot or its tokens.

    :raises Refusal: when the value is none that the field takes.
    """
    object = overlays.load(ctx).of_plural(plural)
    declared = object.fields[field]
    kind = registry.of(declared)
    stored = kind.parse(declared, value, ctx)
    if stored is None:
        return []
    keys = kind.keys(declared, stored)
    if declared.unique:
        return [id for key in keys if (id := index.holder(ctx, plural, claims.kept_as(declared), key))][:limit]
    if field in object.slots:
        bounds = slots.equal(kind.index_key(declared, stored))._asdict()
        page, _ = rows.page(ctx, plural, slot=object.slots[field], limit=limit, **bounds)
        return [row.id for row in page]
    ids: dict[str, None] = {}
    for word in kind.words(declared, stored):
        page_of_tokens, _ = index.search(ctx, plural, f"{word[:LONGEST_TOKEN]}#", limit=limit)
        ids |= {token.record: None for token in page_of_tokens if token.field == field}
    return list(ids)[:limit]
