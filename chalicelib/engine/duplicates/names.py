"""How alike two names are, and under which keys alike names meet.

Names are compared as Spanish is written and mistyped: with one surname or two, in either order, with or without
accents and particles, b for v, an h too many, Pepe for José, Mª for María; firms without their legal form and without
the words that half of them bear. A name's blocking keys are pairs of its words' sounds without their order, so that
most slips of the keyboard leave one of them standing.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from chalicelib.engine.duplicates import words
from chalicelib.kernel.text import fold, tokens

MARK = "&"
CLASH = 0.8
PREFIX_WEIGHT = 0.1
_ORDINAL = re.compile(r"\b(m|fco|fca)\s?[ªº.]\.?", re.IGNORECASE)
_DOTTED = re.compile(r"\b(?:[a-z]\.\s?){2,}", re.IGNORECASE)
_SOUNDS = (
    (re.compile(r"h"), ""),
    (re.compile(r"v|w"), "b"),
    (re.compile(r"qu(?=[ei])|q|c(?![ei])|ck"), "k"),
    (re.compile(r"g(?=[ei])|x"), "j"),
    (re.compile(r"gu(?=[ei])"), "g"),
    (re.compile(r"ll"), "y"),
    (re.compile(r"z|c|ss"), "s"),
    (re.compile(r"[aeiouy](?!$)"), ""),
    (re.compile(r"[aeiouy]"), ""),
)
_REPEATED = re.compile(r"(.)\1+")


@lru_cache(maxsize=4_096)
def of_person(name: str) -> tuple[str, ...]:
    """Return the words of a person's name that tell, the given name as it is christened."""
    surnames, _, first = name.partition(",")
    spelled = _ORDINAL.sub(lambda found: words.ORDINALS[found.group(1).lower()] + " ", f"{first} {surnames}")
    written = fold(spelled)
    given, *rest = [word for word in tokens(written) if word not in words.PARTICLES] or [""]
    christened = words.NICKNAMES.get(given, given).split()
    return tuple(word for word in (*christened, *(words.NICKNAMES.get(word, word) for word in rest)) if word)


@lru_cache(maxsize=4_096)
def of_firm(name: str) -> tuple[str, ...]:
    """Return the words of a firm's name that tell; all of them where none tells more than its trade."""
    joined = _DOTTED.sub(lambda found: found.group().replace(".", "").replace(" ", "") + " ", fold(name))
    said = [word for word in tokens(joined) if word not in words.PARTICLES and word not in words.LEGAL_FORMS]
    return tuple([word for word in said if word not in words.TRADES] or said)


def keys(told: Sequence[str], *, is_person: bool) -> tuple[str, ...]:
    """Return the blocking key of a name: its first word with its last but one, or a firm's only word.

    Of a person with two surnames that is the given name and the first surname, which are there when the second is left
    out. One key and not two: each is a row that every change of a name pays for, and a second found 2 in 1,000 more.
    """
    sounds = list(dict.fromkeys("".join(sorted(set(sound))) for word in told if (sound := _sound(word))))
    if len(sounds) < 2:
        return () if is_person else tuple(MARK + sound for sound in sounds)
    pair = (sounds[0], sounds[-2] if len(sounds) > 2 else sounds[-1])
    return (MARK + ".".join(sorted(pair)),)


def alike(one: Sequence[str], other: Sequence[str], *, is_person: bool) -> float:
    """Return how alike two names are, 0 to 1: every word of the shorter one must find its like in the longer."""
    if not one or not other:
        return 0.0
    if not is_person and "".join(one) == "".join(other):
        return 1.0
    shorter, longer = sorted((one, other), key=len)
    likeness, extra = _matched(shorter, longer), len(longer) - len(shorter)
    score = sum(likeness) / len(likeness)
    if min(likeness) < CLASH:
        score *= 0.6
    if is_person and len(shorter) == 1:
        return score * 0.6
    if len(shorter) == 1 and extra:
        return score * 0.85
    return score * (1 - (0.04 if is_person else 0.07) * extra)


def _matched(shorter: Sequence[str], longer: Sequence[str]) -> list[float]:
    """Return how alike each word of the shorter name and its best unclaimed match are, the best pairs first."""
    pairs = sorted(
        ((word_alike(a, b), i, j) for i, a in enumerate(shorter) for j, b in enumerate(longer)), reverse=True
    )
    taken_here, taken_there = set[int](), set[int]()
    found: list[float] = []
    for likeness, i, j in pairs:
        if i not in taken_here and j not in taken_there:
            taken_here.add(i)
            taken_there.add(j)
            found.append(likeness)
    return found


@lru_cache(maxsize=16_384)
def word_alike(one: str, other: str) -> float:
    """Return how alike two words are: the same, an initial, the same sound, or as Jaro and Winkler count letters."""
    if one == other:
        return 1.0
    if 1 in (len(one), len(other)):
        return 0.85 if one[:1] == other[:1] else 0.0
    likeness = jaro_winkler(one, other)
    if len(one) > 2 and len(other) > 2 and likeness > CLASH and _sound(one) == _sound(other):
        return max(likeness, 0.95)
    return likeness if likeness >= 0.88 else likeness * 0.7


def jaro_winkler(one: str, other: str) -> float:
    """Return the share of letters that two words have in common and in order, their common beginning counting more."""
    reach = max(len(one), len(other)) // 2 - 1
    claimed = [False] * len(other)
    met: list[str] = []
    for at, letter in enumerate(one):
        for place in range(max(0, at - reach), min(len(other), at + reach + 1)):
            if not claimed[place] and other[place] == letter:
                claimed[place] = True
                met.append(letter)
                break
    if not met:
        return 0.0
    in_order = [letter for letter, is_met in zip(other, claimed, strict=True) if is_met]
    swapped = sum(a != b for a, b in zip(met, in_order, strict=True)) / 2
    jaro = (len(met) / len(one) + len(met) / len(other) + (len(met) - swapped) / len(met)) / 3
    prefix = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return jaro + min(prefix, 4) * PREFIX_WEIGHT * (1 - jaro)


@lru_cache(maxsize=16_384)
def _sound(word: str) -> str:
    """Return what is left of a word whose vowels and whose letters that sound alike are not told apart."""
    if len(word) < 2:
        return ""
    heard = word
    for pattern, sound in _SOUNDS:
        heard = pattern.sub(sound, heard)
    heard = _REPEATED.sub(r"\1", heard)[:6]
    return heard if len(heard) > 1 else word[:1] + heard + word[-1:]
