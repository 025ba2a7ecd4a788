"""How words are compared: without case, accents or stray spaces."""

import re
import unicodedata

_CONTROLS_AND_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ud800-\udfff]+")
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return ``text`` without case and accents, its white space collapsed and its control characters gone."""
    folded = text.lower() if text.isascii() else unaccented(text).casefold()
    return _CONTROLS_AND_SPACES.sub(" ", folded).strip()


def unaccented(text: str) -> str:
    """Return ``text`` without accents, and its letters in their plain forms."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def tokens(text: str) -> list[str]:
    """Return the distinct folded words of ``text`` in the order in which they first appear."""
    return list(dict.fromkeys(_WORD.findall(fold(text))))
