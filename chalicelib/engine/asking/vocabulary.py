"""The firm's own words: what its objects, fields, choices and relations are called, in every form of a label.

Made of the catalogue once a version and set of rights, so that a sentence can name no more than its author may read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Final

from chalicelib.engine import access, filters
from chalicelib.engine.asking.lexicon.table import LANGUAGES, Meaning, Phrase, alternatives
from chalicelib.engine.asking.words import phrase
from chalicelib.engine.catalogue import Catalogue, Inbound, Object
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Field, Label
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId

OPEN_WORK: Final = "@open"
DATES: Final = ("date", "date_time")
MOST_KEPT: Final = 64


@dataclass(frozen=True, slots=True)
class Path:
    """A field of an object, or a part of one, as a filter names it."""

    object: str
    name: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A field and one of its options; of a boolean one, whether it holds."""

    object: str
    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of an object, as the other side or a link of its own names it, and the object that it leads to.

    One of ``purchases`` leads to records that count as purchases alone.
    """

    object: str
    name: str
    to: str
    purchases: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What each phrase may be, and which objects and fields there are to be named."""

    locale: str
    catalogue: Catalogue
    phrases: Mapping[Phrase, Sequence[Meaning]]
    longest: int
    fields: Mapping[str, Mapping[str, Field]]

    def labelled(self, words: Phrase, terminal: str) -> list[Any]:
        """Return everything that a phrase may be as one terminal."""
        return [payload for kind, payload in self.phrases.get(words, ()) if kind == terminal]


_kept: dict[tuple[TenantId, int, str, str], Vocabulary] = {}


def load(ctx: Context, catalogue: Catalogue, locale: str) -> Vocabulary:
    """Return the words by which the caller may name what the firm has."""
    key = (ctx.tenant, catalogue.version, access.tag(ctx), locale)
    found = _kept.get(key)
    if found is None or found.catalogue is not catalogue:
        while len(_kept) >= MOST_KEPT:
            _kept.pop(next(iter(_kept)))
        found = _kept[key] = _made(ctx, catalogue, locale)
    return found


def _made(ctx: Context, catalogue: Catalogue, locale: str) -> Vocabulary:
    seen = [object for object in catalogue if access.can(ctx, object, "read")]
    fields = {object.name: _readable(ctx, object) for object in seen}
    phrases: dict[Phrase, list[Meaning]] = {}
    for object in seen:
        for said, meaning in _of_object(catalogue, object, fields, locale):
            known = phrases.setdefault(said, []) if said else [meaning]
            if meaning not in known:
                known.append(meaning)
    return Vocabulary(locale, catalogue, phrases, max(map(len, phrases), default=0), fields)


def _readable(ctx: Context, object: Object) -> Mapping[str, Field]:
    readable = access.readable(ctx, object)
    return {
        name: field
        for name, field in object.fields.items()
        if name in readable and (filters.operators(field) or field.type == "lines")
    }


def _of_object(
    catalogue: Catalogue, object: Object, fields: Mapping[str, Mapping[str, Field]], locale: str
) -> Iterator[tuple[Phrase, Meaning]]:
    for said in names_of(object, locale):
        yield said, ("SUBJECT", object.name)
    if object.features.open_work is not None:
        for holds, entry in ((True, "OPEN"), (False, "CLOSED")):
            for spelled in alternatives(LANGUAGES[locale].WORK[entry]):
                yield phrase(spelled), ("FLAG", Chosen(object.name, OPEN_WORK, holds))
    for field in fields[object.name].values():
        yield from _of_field(catalogue, object, field, fields, locale)
    for inbound in object.inbound.values():
        other = catalogue.plurals.get(inbound.plural)
        if other is not None and inbound.field in fields.get(other.name, {}):
            yield from _of_inbound(object, inbound, other, locale)


def _of_field(
    catalogue: Catalogue, object: Object, field: Field, fields: Mapping[str, Mapping[str, Field]], locale: str
) -> Iterator[tuple[Phrase, Meaning]]:
    path = Path(object.name, field.name)
    said = {*forms(field.label.text(locale), locale), phrase(f"[{field.name}]")}
    said |= {phrase(alias) for alias in field.aliases}
    if field.link is not None:
        other = catalogue.target(field)
        if other.name in fields:
            relation = Relation(object.name, field.name, other.name)
            for words in {*said, *names_of(other, locale)}:
                yield words, ("LINK", relation)
        return
    table = LANGUAGES[locale].FIELDS.get(field.name)
    said |= {phrase(spelled) for spelled in alternatives(table)} if table else set()
    for words in said:
        yield words, ("DATED" if (field.result or field.type) in DATES else "FIELD", path)
    for spelled in alternatives(LANGUAGES[locale].VERBAL.get(field.name, "")):
        if spelled:
            yield phrase(spelled), ("DATED", path)
    yield from _of_parts(object, field, locale)
    if (field.result or field.type) == "boolean":
        yield from _of_flag(object, field, locale)
    for option in field.options:
        chosen = Chosen(object.name, field.name, option.value)
        for words in {*forms(option.label.text(locale), locale), phrase(f"[{option.value}]")}:
            yield words, ("CHOICE", chosen)


def _of_parts(object: Object, field: Field, locale: str) -> Iterator[tuple[Phrase, Meaning]]:
    for part in registry.of(field).inside(field):
        path = Path(object.name, f"{field.name}.{part}")
        yield phrase(f"[{path.name}]"), ("FIELD", path)
        for said in alternatives(LANGUAGES[locale].PARTS.get(part, "") if field.type == "address" else ""):
            yield phrase(said), ("FIELD", path)


def _of_flag(object: Object, field: Field, locale: str) -> Iterator[tuple[Phrase, Meaning]]:
    for words in forms(field.label.text(locale), locale):
        yield words, ("FLAG", Chosen(object.name, field.name, True))
        if len(words) == 1 and len(words[0]) > 3:
            yield (f"in{words[0]}",), ("FLAG", Chosen(object.name, field.name, False))


def _of_inbound(object: Object, inbound: Inbound, other: Object, locale: str) -> Iterator[tuple[Phrase, Meaning]]:
    relation = Relation(object.name, inbound.name, other.name)
    names = names_of(other, locale) if _is_only(object, inbound) else set()
    for words in {*forms(inbound.label.text(locale), locale), *names, phrase(f"[{inbound.name}]")}:
        yield words, ("RELATED", relation)
    if other.features.bought:
        for said in LANGUAGES[locale].WORDS["PURCHASES"].split(" | "):
            yield phrase(said), ("RELATED", Relation(object.name, inbound.name, other.name, purchases=True))


def _is_only(object: Object, inbound: Inbound) -> bool:
    return sum(each.plural == inbound.plural for each in object.inbound.values()) == 1


_NO_NAMES: Final = frozenset(
    said
    for language in LANGUAGES.values()
    for entry in ("CUSTOMERS", "PURCHASES")
    for said in language.WORDS[entry].split(" | ")
)


def names_of(object: Object, locale: str) -> set[Phrase]:
    """Return what the object is called, one and several; a word for customers or purchases is none of them."""
    declared = object.definition
    labels = (declared.label.text(locale), declared.label_plural.text(locale), *declared.aliases)
    said = {words for label in labels for words in forms(label, locale)} | {(f"[{declared.plural}]",)}
    return {words for words in said if " ".join(words) not in _NO_NAMES}


def text(label: Label, locale: str) -> str:
    """Return a label in the language of the sentence."""
    return label.text(locale)


def forms(label: str, locale: str) -> set[Phrase]:
    """Return a label as it may be written: one or several, and in Spanish of either gender."""
    words = tuple(word for word in phrase(label) if word not in "/-·¿?¡!")
    if not words or len(words) > 8:
        return {words} if words else set()
    bend = _spanish if locale == "es" else _english
    first = {(form, *words[1:]) for form in bend(words[0])}
    if 1 < len(words) <= 3:
        first |= set(product(*(bend(word) for word in words)))
    return first | {words}


def _spanish(word: str) -> set[str]:
    if len(word) < 3 or not word.isalpha():
        return {word}
    stem = word[:-1] if word[-1] in "oa" else word[:-2] if word[-2:] in ("os", "as") else ""
    if stem:
        return {word, *(stem + ending for ending in ("o", "a", "os", "as"))}
    if word.endswith("ces"):
        return {word, f"{word[:-3]}z"}
    if word.endswith("es"):
        return {word, word[:-2], word[:-1]}
    if word.endswith("s"):
        return {word, word[:-1]}
    if word.endswith("z"):
        return {word, f"{word[:-1]}ces"}
    return {word, f"{word}s"} if word[-1] in "eiu" else {word, f"{word}es"}


def _english(word: str) -> set[str]:
    if len(word) < 3 or not word.isalpha():
        return {word}
    if word.endswith("ies"):
        return {word, f"{word[:-3]}y"}
    if word.endswith("y"):
        return {word, f"{word[:-1]}ies", f"{word}s"}
    if word.endswith("s"):
        return {word, word[:-1]} | ({word[:-2]} if word.endswith(("ches", "shes", "xes", "sses")) else set())
    return {word, f"{word}es" if word.endswith(("ch", "sh", "x")) else f"{word}s"}
