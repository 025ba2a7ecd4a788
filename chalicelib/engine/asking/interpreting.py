"""A sentence understood: the object that it is about, the filter that it makes, and what was assumed on the way.

Nothing is guessed in silence. What a word could also mean is a choice with the other ways to take it; words that fit
nowhere are named, and left out of the filter; where the other language understands more, it is taken for the one that
was meant. The same sentence, catalogue, day and choices make the same filter.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from chalicelib.engine import access, filters, overlays
from chalicelib.engine.asking import firm as firms
from chalicelib.engine.asking import parsing, relating, trees, vocabulary
from chalicelib.engine.asking.comparing import tokens
from chalicelib.engine.asking.deciding import Choice, Deciding, Option, Unmeant
from chalicelib.engine.asking.firm import Firm
from chalicelib.engine.asking.ground import Ground
from chalicelib.engine.asking.lexicon.table import LANGUAGES, fixed
from chalicelib.engine.asking.lexing import Sentence
from chalicelib.engine.asking.relating import Purchases
from chalicelib.engine.asking.telling import Telling, exactly
from chalicelib.engine.asking.telling_fields import Untold
from chalicelib.engine.asking.trees import Node
from chalicelib.engine.asking.understanding import Understanding
from chalicelib.engine.asking.words import MOST_CHARACTERS, MOST_WORDS, Word, split
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput

MOST_TRIES: Final = 8
MOST_GUESSES: Final = 3


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words that were left out, where they stand in the sentence, why, and what they may have been meant to be."""

    text: str
    start: int
    end: int
    reason: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Interpreted:
    """What a sentence says. With ``unknown`` words the filter says less than the sentence."""

    object: Object
    filter: Node
    choices: tuple[Choice, ...]
    unknown: tuple[Unknown, ...]
    locale: str


def interpret(
    ctx: Context, *, text: str, locale: str, plural: str | None = None, chosen: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Return what a sentence asks for, as the API answers it.

    ``plural`` is the object where the sentence names none, ``chosen`` how choices of an earlier answer were made.

    :raises InvalidInput: when the sentence is too long to be one.
    """
    require_sentence(text)
    known = firms.load(ctx)

    def read(catalogue: Catalogue) -> tuple[Catalogue, Interpreted]:
        about = catalogue.of_plural(plural) if plural else None
        if about is not None:
            access.require(ctx, about, "read")
        own = _read(ctx, catalogue, known, text, locale, about, chosen or {})
        if not own.unknown:
            return catalogue, own
        other = _read(ctx, catalogue, known, text, _other(locale), about, chosen or {})
        return catalogue, other if _missed(other) < _missed(own) else own

    catalogue, told = overlays.understood(ctx, read)
    return _shown(told, _said(ctx, catalogue, known, told.object, told.filter, locale), locale)


def require_sentence(text: str) -> None:
    """Let pass what is short enough to be a sentence.

    :raises InvalidInput: when it is not.
    """
    if len(text) > MOST_CHARACTERS or len(split(text)) > MOST_WORDS:
        raise InvalidInput.of("text", "too_long", f"Use at most {MOST_WORDS} words.")


def _other(locale: str) -> str:
    return "en" if locale == "es" else "es"


def _missed(told: Interpreted) -> int:
    return sum(len(words.text) for words in told.unknown)


def _shown(told: Interpreted, sentence: str | None, locale: str) -> dict[str, Any]:
    return {
        "object": told.object.plural,
        "filter": told.filter,
        "sentence": sentence,
        "choices": [choice.shown(locale) for choice in sorted(told.choices, key=lambda choice: choice.at)],
        "unknown": [
            {
                "text": words.text, "start": words.start, "end": words.end, "reason": words.reason,
                "suggestions": list(words.suggestions),
            }
            for words in told.unknown
        ],
        "locale": told.locale,
    }  # fmt: skip


def tell(ctx: Context, *, plural: str, tree: Any, locale: str) -> dict[str, Any]:
    """Return the sentence that says a filter, None where there is none.

    :raises InvalidInput: when it is no filter that a segment of the object may have.
    """

    def understood(catalogue: Catalogue) -> tuple[Catalogue, Object]:
        object = catalogue.of_plural(plural)
        access.require(ctx, object, "read")
        filters.read(ctx, object, tree, depth=filters.Depth.ALL)
        return catalogue, object

    catalogue, object = overlays.understood(ctx, understood)
    known = firms.load(ctx)
    return {"sentence": _said(ctx, catalogue, known, object, trees.normal(tree or trees.EVERYTHING), locale)}


def _said(ctx: Context, catalogue: Catalogue, known: Firm, object: Object, wanted: Node, locale: str) -> str | None:
    """Return the sentence that says a filter and is read as that filter again; None where there are no words for it."""
    plain = Telling(vocabulary.load(ctx, catalogue, locale), known, ctx.currency)
    for telling in (plain, exactly(plain)):
        try:
            told = telling.sentence(object, wanted)
        except Untold:
            return None
        if len(told) <= MOST_CHARACTERS and len(split(told)) <= MOST_WORDS:
            again = _read(ctx, catalogue, known, told, locale, object, {})
            if not again.unknown and (again.object.name, again.filter) == (object.name, wanted):
                return told
    return None


def _read(
    ctx: Context, catalogue: Catalogue, known: Firm, text: str, locale: str, about: Object | None,
    chosen: Mapping[str, str],
) -> Interpreted:  # fmt: skip
    words = vocabulary.load(ctx, catalogue, locale)
    today = clock.to_wall(ctx.now, ctx.time_zone).date()
    said = Sentence.of(text, words, known, today=today, currency=ctx.currency, about=about.name if about else "")
    without: frozenset[int] = frozenset()
    reasons: dict[int, str] = {}
    for _ in range(MOST_TRIES):
        parsed = parsing.parse(said, without=without)
        deciding = Deciding(chosen)
        me = ctx.actor.id if ctx.actor.kind == "user" else None
        ground = Ground(said, deciding, me, lambda object, node: _takes(ctx, object, node))
        try:
            object, node = _meant(ground, parsed.tree, about, catalogue)
        except _Failed as failed:
            lost = set(range(*failed.words)) - without
            if not lost:
                break
            reasons |= dict.fromkeys(lost, failed.reason)
            without |= lost
            continue
        return Interpreted(
            object, trees.normal(node), tuple(deciding.asked.values()), _unknown(said, parsed.unknown, reasons), locale
        )
    everything = tuple([(0, len(said.words))] if said.words else [])
    return Interpreted(
        _default(about, words, catalogue), trees.EVERYTHING, (), _unknown(said, everything, reasons), locale
    )


def _default(about: Object | None, words: vocabulary.Vocabulary, catalogue: Catalogue) -> Object:
    return about or next(object for object in catalogue if object.name in words.fields)


def _takes(ctx: Context, object: Object, node: Node) -> bool:
    """Return whether a segment of an object takes a filter."""
    try:
        filters.read(ctx, object, node, depth=filters.Depth.ALL)
    except InvalidInput:
        return False
    return True


class _Failed(Exception):
    """A part of the sentence that means nothing here."""

    def __init__(self, words: tuple[int, int], reason: str) -> None:
        super().__init__(reason)
        self.words, self.reason = words, reason


def _meant(ground: Ground, tree: Any, about: Object | None, catalogue: Catalogue) -> tuple[Object, Node]:
    """Return what the tree of a sentence means, or tell which of its words mean nothing."""
    parts = {str(getattr(child, "data", "")): child for child in tree.children}
    subject = parts.pop("subject", None)
    body = next((part for name, part in parts.items() if name), None)
    try:
        object, nodes = _subject(ground, subject, about, catalogue)
        if body is not None:
            nodes.append(Understanding(ground, object).body(body))
        node = trees.joined("all", nodes)
        if not ground.reads(object, node):
            raise Unmeant("not_supported")
    except Unmeant as unmeant:
        readings = [token for token in tokens(tree) if token.terminal != "VOID"]
        whole = (readings[0].start, readings[-1].end) if readings else (0, 0)
        raise _Failed(unmeant.words or whole, unmeant.reason) from None
    return object, node


def _subject(ground: Ground, tree: Any, about: Object | None, catalogue: Catalogue) -> tuple[Object, list[Node]]:
    """Return what a sentence is about, and what stands before its noun: *my*, *new*, *retail*."""
    if tree is None:
        return _default(about, ground.sentence.vocabulary, catalogue), []
    noun = tree.children[-1]
    token = tokens(noun)[0]
    nodes: list[Node] = []
    if token.terminal == "CUSTOMERS":
        object = _customers(ground, about, catalogue, token.start)
        nodes.append(relating.bought(ground, object, Purchases(), at=token.start))
    else:
        names = list(dict.fromkeys(token.payload))
        named = about is not None and about.name in names
        options = [Option(name, catalogue.object(name).definition.label_plural) for name in names]
        chosen = about.name if named and about else ground.deciding.pick("field", options, at=token.start)
        object = catalogue.object(chosen)
    before = Understanding(ground, object)
    return object, [*(before.before(mod).node(ground) for mod in _premods(tree)), *nodes]


def _premods(tree: Any) -> list[Any]:
    found: list[Any] = []
    for child in tree.children:
        if getattr(child, "data", "") == "premods":
            found += _premods(child)
        elif getattr(child, "data", "") == "premod":
            found.append(child)
    return found


def _customers(ground: Ground, about: Object | None, catalogue: Catalogue, at: int) -> Object:
    """Return who is meant by customers: a firm or a person who has bought."""
    buyers = [
        object
        for object in catalogue
        if object.name in ground.sentence.vocabulary.fields and object.features.activities and ground.purchases(object)
    ]
    if not buyers:
        raise Unmeant("never_buys")
    if about is not None and about in buyers:
        return about
    options = [Option(object.name, object.definition.label_plural) for object in buyers]
    return catalogue.object(ground.deciding.pick("customers", options, at=at))


def _unknown(said: Sentence, stretches: Sequence[tuple[int, int]], reasons: Mapping[int, str]) -> tuple[Unknown, ...]:
    """Return what was left out; silent words and signs at its edges are not worth naming."""
    silent = LANGUAGES[said.locale].SILENT
    found: list[Unknown] = []
    for start, end in stretches:
        while end > start and _is_silent(said.words[end - 1], silent):
            end -= 1
        if end == start:
            continue
        text = said.said(start, end)
        reason = next((reasons[word] for word in range(start, end) if word in reasons), "unknown")
        guesses = _guesses(said, start, end) if reason == "unknown" else ()
        found.append(Unknown(text, said.words[start].start, said.words[end - 1].end, reason, guesses))
    return tuple(found)


def _is_silent(word: Word, silent: Set[str]) -> bool:
    is_name = word.is_quoted or word.is_reference
    return word.text in silent or not (is_name or word.text[0].isalnum())


def _guesses(said: Sentence, start: int, end: int) -> tuple[str, ...]:
    """Return words of the firm's, and of the language, that are written much like one that was left out."""
    known = [words[0] for words in said.vocabulary.phrases if len(words) == 1 and words[0].isalpha()]
    known += [words[0] for words in fixed(said.locale) if len(words) == 1 and words[0].isalpha()]
    found: list[str] = []
    for word in said.words[start:end][:MOST_GUESSES]:
        if len(word.text) > 3:
            found += get_close_matches(word.text, known, n=1, cutoff=0.8)
    return tuple(dict.fromkeys(found))[:MOST_GUESSES]
