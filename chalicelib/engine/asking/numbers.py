"""Numbers, in digits as each language groups them and in words."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from chalicelib.engine.asking.words import Word

DIGITS: Final = re.compile(r"\d+(?:[.,]\d+)*")
MOST: Final = Decimal(10) ** 15

_ES_NAMES: Final = """
cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho
diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve
"""
_EN_NAMES: Final = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_ES_SMALL: Final = _ES_NAMES.split()
_EN_SMALL: Final = _EN_NAMES.split()
_ES_TENS: Final = {
    "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90,
}  # fmt: skip
_EN_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_HUNDREDS: Final = {
    "dosciento": 200, "tresciento": 300, "cuatrociento": 400, "quiniento": 500, "seisciento": 600, "seteciento": 700,
    "ochociento": 800, "noveciento": 900,
}  # fmt: skip
_ES_HUNDREDS: Final = {
    **{f"{stem}s": value for stem, value in _HUNDREDS.items()},
    **{f"{stem[:-1]}as": value for stem, value in _HUNDREDS.items()},
    "cien": 100,
    "ciento": 100,
}

UNITS: Final[Mapping[str, Mapping[str, int]]] = {
    "es": {name: value for value, name in enumerate(_ES_SMALL)}
    | _ES_TENS | _ES_HUNDREDS | {"un": 1, "una": 1, "veintiun": 21, "veintiuna": 21},
    "en": {name: value for value, name in enumerate(_EN_SMALL)} | _EN_TENS,
}  # fmt: skip
SCALES: Final[Mapping[str, Mapping[str, int]]] = {
    "es": {"mil": 1_000, "millon": 1_000_000, "millones": 1_000_000},
    "en": {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "k": 1_000},
}
JOINTS: Final = {"es": "y", "en": "and"}


def of_digits(text: str, locale: str) -> Decimal | None:
    """Return the number that digits mean where ``locale`` is written, None when they are grouped as in neither."""
    if not DIGITS.fullmatch(text) or len(text) > 24:
        return None
    mark, group = (",", ".") if locale == "es" else (".", ",")
    if text.count(mark) == 1 and group not in text and len(text.rpartition(mark)[2]) != 3:
        return Decimal(text.replace(mark, "."))
    if text.count(group) == 1 and mark not in text and len(text.rpartition(group)[2]) != 3:
        return Decimal(text.replace(group, "."))
    whole, _, fraction = text.partition(mark)
    groups = whole.split(group)
    if any(len(part) != 3 for part in groups[1:]) or group in fraction or mark in fraction:
        return None
    return Decimal("".join(groups) + (f".{fraction}" if fraction else ""))


def read(words: Sequence[Word], at: int, locale: str) -> tuple[Decimal, int] | None:
    """Return the number that begins at a word and the word after it, None when none begins there."""
    total, current, position, seen = Decimal(0), None, at, False
    units, scales = UNITS[locale], SCALES[locale]
    while position < len(words):
        text = words[position].text
        if text[0].isdigit() and current is None:
            current = of_digits(text, locale)
            if current is None:
                return None
        elif text in units and (current is None or _goes_on(current, units[text])):
            current = (current or 0) + Decimal(units[text])
        elif text in scales and (seen or locale == "es"):
            if scales[text] == 100:
                current = (Decimal(1) if current is None else current) * 100
            else:
                total, current = total + (Decimal(1) if current is None else current) * scales[text], None
        elif text == JOINTS[locale] and seen and current and _joins(words, position, current, units):
            pass
        else:
            break
        seen, position = True, position + 1
    value = total + (current or 0)
    return (value, position) if seen and value < MOST else None


def _goes_on(current: Decimal, unit: int) -> bool:
    """Return whether a smaller number goes on with one: *doscientos treinta*, *twenty one*."""
    return (current > 0 and current % 100 == 0 and unit < 100) or (
        current % 10 == 0 and current % 100 >= 20 and unit < 10
    )


def _joins(words: Sequence[Word], position: int, current: Decimal, units: Mapping[str, int]) -> bool:
    following = words[position + 1].text if position + 1 < len(words) else ""
    return following in units and _goes_on(current, units[following])


def told(value: Decimal, locale: str) -> str:
    """Return a number as ``locale`` writes it, in groups of thousands."""
    plain = f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,f}".rstrip("0")
    return plain.translate({ord(","): ".", ord("."): ","}) if locale == "es" else plain
