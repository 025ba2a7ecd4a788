"""The lexicon of a language, expanded once: which terminal each phrase may be, and what it says."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import Any, Final

from chalicelib.engine.asking.lexicon import en, es
from chalicelib.engine.asking.words import phrase

LANGUAGES: Final[Mapping[str, ModuleType]] = {"es": es, "en": en}
SIGNS: Final = {",": "COMMA", ";": "COMMA", "(": "LPAR", ")": "RPAR", ":": "COLON"}

Phrase = tuple[str, ...]
Meaning = tuple[str, Any]


@cache
def fixed(locale: str) -> Mapping[Phrase, tuple[Meaning, ...]]:
    """Return the terminals, each with what it says, that every fixed phrase of a language may be."""
    found: dict[Phrase, list[Meaning]] = {(sign,): [(terminal, None)] for sign, terminal in SIGNS.items()}
    for said, meaning in _entries(LANGUAGES[locale]):
        for spelled in alternatives(said):
            found.setdefault(phrase(spelled), []).append(meaning)
    return {words: tuple(dict.fromkeys(meanings)) for words, meanings in found.items()}


def _entries(language: ModuleType) -> Iterator[tuple[str, Meaning]]:
    for terminal, said in language.WORDS.items():
        yield said, (terminal, None)
    for terminal, table in (
        ("TEXT", language.TEXTS), ("MEASURE", language.MEASURES), ("EVENTS", language.EVENTS),
        ("HAPPENED", language.HAPPENED),
    ):  # fmt: skip
        for name, said in table.items():
            yield said, (terminal, name)


def alternatives(said: str) -> Iterator[str]:
    """Return the phrases of an entry, ``@`` replaced by each ending."""
    for spelled in said.split(" | "):
        if "@" in spelled:
            yield from (spelled.replace("@", ending) for ending in ("o", "a", "os", "as"))
        else:
            yield spelled
