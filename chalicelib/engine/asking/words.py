"""A sentence as words that know where they stand.

Folding keeps every character in its place, so that what was not understood can be shown as it was written.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

LOCALES: Final = ("es", "en")
MOST_CHARACTERS: Final = 600
MOST_WORDS: Final = 120

_WORD: Final = re.compile(
    r"«(?:\\.|[^»\\])*»|\"(?:\\.|[^\"\\])*\"|“[^”]*”|\[[^\[\]\s]{1,120}\]"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}|\d+(?:[.,]\d+)*(?![^\W\d_])"
    r"|(?<=\d)[^\W\d_]+|[^\W_]+(?:'(?:t|s|ve|re)\b)?|[≥≤><=]+|\S"
)
_SIGNS: Final = frozenset("-–—/·*_|~^`´¨")
_LONE: Final = {"’": "'", "‘": "'", "´": "'", "`": "'", "“": "“", "”": "”"}


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word, and the characters ``[start, end)`` of the sentence that it was."""

    text: str
    start: int
    end: int

    @property
    def is_quoted(self) -> bool:
        """Whether it is a text between quotation marks."""
        return self.text[0] in '«"“' and len(self.text) > 1

    @property
    def is_reference(self) -> bool:
        """Whether it is an API name or an id between brackets."""
        return self.text[0] == "[" and len(self.text) > 2


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    if character in _LONE:
        return _LONE[character]
    plain = unicodedata.normalize("NFKD", character)[0].casefold()
    return plain[0] if plain else " "


def fold(text: str) -> str:
    """Return ``text`` without case and accents, each character in its place."""
    return "".join(map(_folded, text))


def split(text: str) -> tuple[Word, ...]:
    """Return the words of a sentence; quotes and references keep their case, which ``written`` reads again."""
    folded = fold(text)
    return tuple(
        Word(found.group(), found.start(), found.end())
        for found in _WORD.finditer(folded)
        if found.group() not in _SIGNS
    )


def written(text: str, word: Word) -> str:
    """Return what stands between the quotation marks or brackets of a word, as it was written."""
    inner = text[word.start + 1 : word.end - 1]
    return inner if word.is_reference else re.sub(r"\\(.)", r"\1", inner)


def quoted(text: str) -> str:
    """Return a text between quotation marks, so that it is read as it is."""
    escaped = text.replace("\\", "\\\\").replace("»", "\\»")
    return f"«{escaped}»"


@lru_cache(maxsize=8192)
def phrase(text: str) -> tuple[str, ...]:
    """Return the folded words of a label."""
    return tuple(word.text for word in split(text))
