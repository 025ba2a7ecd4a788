"""Readings: what each stretch of a sentence's words may be, and how far-fetched that is.

Nothing is decided here. A stretch may be read in several ways; ``parsing`` walks the cheapest path through them that
the grammar allows, and what no path covers is left as unknown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from chalicelib.engine.asking import numbers, places, whens
from chalicelib.engine.asking.firm import Firm
from chalicelib.engine.asking.lexicon.table import LANGUAGES, Meaning, Phrase, fixed
from chalicelib.engine.asking.vocabulary import Relation, Vocabulary
from chalicelib.engine.asking.words import Word, fold, split, written
from chalicelib.kernel.money import EXPONENTS

PLAIN, GUESSED, FREE, VOID, SILENCE, UNKNOWN, FOREIGN = 10, 25, 60, 30, 1, 1000, 6
LONGEST: Final = 9
_ENDS: Final = frozenset(".?!¿¡…")
_SYMBOLS: Final = {"€": "EUR", "£": "GBP", "$": "$"}
_CURRENCIES: Final[Mapping[str, str]] = {
    "euro": "EUR", "euros": "EUR", "dolar": "$", "dolares": "$", "dollar": "$", "dollars": "$", "libra": "GBP",
    "libras": "GBP", "pound": "GBP", "pounds": "GBP", "peso": "$", "pesos": "$",
}  # fmt: skip
_DOLLARS: Final = frozenset({"USD", "MXN", "COP", "ARS", "CLP", "UYU", "CAD", "AUD", "DOP"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the words ``[start, end)``: a terminal of the grammar and what it says."""

    terminal: str
    start: int
    end: int
    payload: Any
    cost: int


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money, as it was written."""

    value: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its name: a ``town`` that may be a province too, a ``region`` only, or a ``country`` by its code."""

    name: str
    kind: str = "town"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to be read, with all that its words may be looked up in."""

    text: str
    words: tuple[Word, ...]
    vocabulary: Vocabulary
    firm: Firm
    today: date
    currency: str
    about: str = ""
    near: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, text: str, vocabulary: Vocabulary, firm: Firm, *, today: date, currency: str, about: str = ""
    ) -> "Sentence":
        """Return the sentence that a text is; it is about the object that it names, else about another."""
        words = split(text)
        named = _named(vocabulary, words) or about
        return cls(text, words, vocabulary, firm, today, currency, named, _near(vocabulary, named))

    @property
    def locale(self) -> str:
        """The language in which it is read."""
        return self.vocabulary.locale

    def said(self, start: int, end: int) -> str:
        """Return the words as they were written."""
        return self.text[self.words[start].start : self.words[end - 1].end] if end > start else ""


def _named(vocabulary: Vocabulary, words: Sequence[Word]) -> str:
    """Return the object that a sentence names first."""
    texts = tuple(word.text for word in words)
    for at in range(len(texts)):
        for length in range(min(4, len(texts) - at), 0, -1):
            found = vocabulary.labelled(texts[at : at + length], "SUBJECT")
            if found:
                return str(found[0])
    return ""


def _near(vocabulary: Vocabulary, name: str) -> frozenset[str]:
    """Return the objects that an object is linked or related to."""
    if not name:
        return frozenset()
    catalogue = vocabulary.catalogue
    object = catalogue.object(name)
    links = (catalogue.target(field).name for field in object.fields.values() if field.link)
    related = (
        catalogue.plurals[each.plural].name for each in object.inbound.values() if each.plural in catalogue.plurals
    )
    return frozenset((*links, *related))


def readings(sentence: Sentence) -> list[list[Reading]]:
    """Return what may begin at each word."""
    folded = fold(sentence.text)
    ends = {word.end: position + 1 for position, word in enumerate(sentence.words)}
    called = sentence.firm.people_called()
    return [
        [
            *_words(sentence, at, called),
            *_signs(sentence, at),
            *_amounts(sentence, at),
            *_times(sentence, folded, ends, at),
            *_names(sentence, at),
        ]
        for at in range(len(sentence.words))
    ]


def _words(sentence: Sentence, at: int, called: Mapping[Phrase, tuple[str, ...]]) -> Iterator[Reading]:
    table, own = fixed(sentence.locale), sentence.vocabulary.phrases
    texts = tuple(word.text for word in sentence.words[at : at + LONGEST])
    for length in range(1, len(texts) + 1):
        said = texts[:length]
        for terminal, payload in table.get(said, ()):
            yield Reading(terminal, at, at + length, payload, PLAIN)
        for kind, meant in _gathered(own.get(said, ())):
            yield Reading(kind, at, at + length, meant, PLAIN + _distance(sentence, meant))
        if said in called:
            yield Reading("USER", at, at + length, called[said], PLAIN)
        if said in places.known():
            name = places.known()[said]
            kind = "region" if name in places.only_regions() else "town"
            yield Reading("PLACE", at, at + length, Place(name, kind), PLAIN)
        code = places.country(said)
        if code:
            yield Reading("PLACE", at, at + length, Place(code, "country"), PLAIN)


def _gathered(meanings: Sequence[Meaning]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Return each terminal that a phrase of the firm's may be, with everything that it may mean as one."""
    terminals = dict.fromkeys(terminal for terminal, _ in meanings)
    for terminal in terminals:
        yield terminal, tuple(payload for kind, payload in meanings if kind == terminal)


def _distance(sentence: Sentence, meant: Sequence[Any]) -> int:
    """Return how far what is meant lies from what the sentence is about: its own, of somebody near it, of nobody."""
    if not sentence.about or not hasattr(meant[0], "object"):
        return 0
    objects = {each.object for each in meant}
    if sentence.about in objects:
        return 0
    if sentence.near & objects:
        return 1
    return FOREIGN if isinstance(meant[0], Relation) else 2


def _signs(sentence: Sentence, at: int) -> Iterator[Reading]:
    word = sentence.words[at]
    if word.is_quoted:
        yield Reading("QUOTED", at, at + 1, written(sentence.text, word), PLAIN)
    elif word.is_reference:
        yield Reading("REF", at, at + 1, written(sentence.text, word), PLAIN + 1)
    elif word.text in LANGUAGES[sentence.locale].SILENT or word.text in _ENDS:
        yield Reading("", at, at + 1, None, SILENCE)
    elif word.text[0].isalnum():
        yield Reading("WORD", at, at + 1, sentence.said(at, at + 1), FREE)
    previous = sentence.words[at - 1] if at else None
    if word.is_quoted and previous is not None and previous.text in ("segmento", "segment"):
        for segment in sentence.firm.segments_called(written(sentence.text, word)):
            yield Reading("SEGNAME", at, at + 1, segment.id, PLAIN)
    if previous is not None and previous.text in ("segmento", "segment"):
        yield from _segments(sentence, at)


def _segments(sentence: Sentence, at: int) -> Iterator[Reading]:
    texts = tuple(word.text for word in sentence.words[at : at + LONGEST])
    for segment in sentence.firm.segments.values():
        said = tuple(word.text for word in split(segment.name))
        if said and texts[: len(said)] == said:
            yield Reading("SEGNAME", at, at + len(said), segment.id, PLAIN)


def _amounts(sentence: Sentence, at: int) -> Iterator[Reading]:
    words, locale = sentence.words, sentence.locale
    symbol = _SYMBOLS.get(words[at].text)
    found = numbers.read(words, at + 1 if symbol else at, locale)
    if found is None:
        return
    value, end = found
    if symbol:
        yield Reading("MONEY", at, end, Amount(value, _currency(sentence, symbol)), PLAIN)
        return
    yield Reading("NUMBER", at, end, value, PLAIN + (words[at].text in ("un", "una", "one")))
    following = [word.text for word in words[end : end + 2]]
    code = _code(sentence, end)
    if code:
        yield Reading("MONEY", at, end + 1, Amount(value, code), PLAIN)
    elif following[:1] in (["de"], ["of"]) and _code(sentence, end + 1):
        yield Reading("MONEY", at, end + 2, Amount(value, str(_code(sentence, end + 1))), PLAIN)
    if following[:1] in (["%"], ["percent"]):
        yield Reading("PERCENT", at, end + 1, value, PLAIN)
    elif following == ["por", "ciento"] or following == ["per", "cent"]:
        yield Reading("PERCENT", at, end + 2, value, PLAIN)


def _code(sentence: Sentence, at: int) -> str | None:
    if at >= len(sentence.words):
        return None
    word = sentence.words[at]
    named = _SYMBOLS.get(word.text) or _CURRENCIES.get(word.text)
    if named:
        return _currency(sentence, named)
    raw = sentence.text[word.start : word.end]
    return raw.upper() if raw.upper() in EXPONENTS and (raw.isupper() or raw == sentence.currency.lower()) else None


def _currency(sentence: Sentence, named: str) -> str:
    """Return the currency of a sign; that of dollars and pesos is the firm's own where it has one."""
    if named != "$":
        return named
    return sentence.currency if sentence.currency in _DOLLARS else "USD"


def _times(sentence: Sentence, folded: str, ends: Mapping[int, int], at: int) -> Iterator[Reading]:
    word = sentence.words[at]
    if sentence.locale == "en" and word.text in ("once", "twice", "thrice"):
        yield Reading("ONCE", at, at + 1, Decimal(("once", "twice", "thrice").index(word.text) + 1), PLAIN)
    for when, end in whens.read(folded, word.start, sentence.locale, sentence.today):
        if end in ends:
            yield Reading("WHEN", at, ends[end], when, PLAIN)
    if word.text in ("ticket", "pedido", "compra", "average", "aov"):
        for said in ("ticket medio", "pedido medio", "compra media", "average order value", "average order", "aov"):
            parts = tuple(said.split())
            if tuple(each.text for each in sentence.words[at : at + len(parts)]) == parts:
                yield Reading("TICKET", at, at + len(parts), None, PLAIN)


def _names(sentence: Sentence, at: int) -> Iterator[Reading]:
    """Read words with capitals as a place that nobody told us of: *Villanueva de la Serena*."""
    end = at
    while end < len(sentence.words) and end - at < 5:
        word = sentence.words[end]
        initial = sentence.text[word.start]
        if initial.isupper() and word.text.isalpha():
            end += 1
            yield Reading("PLACE", at, end, Place(sentence.said(at, end)), GUESSED)
        elif end > at and word.text in ("de", "la", "del", "los", "las", "el"):
            end += 1
        else:
            return
