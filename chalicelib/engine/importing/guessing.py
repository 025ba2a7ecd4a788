"""The field that a column without a place could become: its type guessed from its cells, its name from its header."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from chalicelib.engine.importing.cells import NO, YES
from chalicelib.engine.importing.columns import Evidence
from chalicelib.engine.importing.headers import words
from chalicelib.engine.importing.looks import is_email, is_phone
from chalicelib.kernel.text import fold

PREFIX = "c_"
MOST_OPTIONS = 12
_LONGEST_NAME = 40
_LONGEST_LABEL = 60
_LONGEST_OPTION = 60
_REPEATED = 3
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_AMOUNT = re.compile(r"[-+(]?\s?(?:[A-Z]{3}|[€$£])?\s?[0-9][0-9.,'’\u00a0 ]*\s?(?:[A-Z]{3}|[€$£])?\)?")
_MONEY_SIGN = re.compile(r"[€$£]|\b[A-Z]{3}\b")
_SHARE = re.compile(r"-?[0-9][0-9.,]*\s?%")


def suggested(header: str, column: Evidence, *, taken: frozenset[str]) -> dict[str, Any] | None:
    """Return the field that the column could become, as the catalogue takes it; None for a column without a value."""
    if not column.first:
        return None
    type, more = _guessed(column)
    label = header.strip()[:_LONGEST_LABEL] or "?"
    return {"name": _named(header, taken), "type": type, "label": {"es": label, "en": label}, **more}


def _named(header: str, taken: frozenset[str]) -> str:
    bare = re.sub(r"[^a-z0-9]+", "_", words(header)).strip("_")[:_LONGEST_NAME].strip("_") or "field"
    name, number = f"{PREFIX}{bare}", 2
    while name in taken:
        name, number = f"{PREFIX}{bare}_{number}", number + 1
    return name


def _guessed(column: Evidence) -> tuple[str, dict[str, Any]]:
    for type, holds in _TYPES:
        if all(map(holds, column.first)):
            return type, {"multiple": False} if type in ("email", "phone") else {}
    if sum(column.dates.values()) >= column.filled * 0.9:
        return "date", {}
    if column.longest > 200 or any("\n" in cell for cell in column.first):
        return "long_text", {}
    if column.options is not None and column.filled >= _REPEATED * len(column.options):
        return "choice", {"options": _options(column.options)}
    return "text", {}


def _options(said: Sequence[str]) -> list[dict[str, Any]]:
    """Return one option for each value, values that differ only in case or accents being one."""
    kept: dict[str, dict[str, Any]] = {}
    for text in said:
        value = re.sub(r"[^a-z0-9]+", "_", fold(text)).strip("_")[:_LONGEST_NAME] or "other"
        kept.setdefault(value, {"value": value, "label": {"es": text[:_LONGEST_OPTION], "en": text[:_LONGEST_OPTION]}})
    return list(kept.values())


def _is_truth(cell: str) -> bool:
    return fold(cell) in YES - {"1"} | NO - {"0"}


def _is_code(cell: str) -> bool:
    """Tell whether digits name something rather than count it: they begin with a zero."""
    return len(cell) > 1 and cell.startswith("0")


def _is_whole(cell: str) -> bool:
    return _WHOLE.fullmatch(cell) is not None and not _is_code(cell)


def _is_amount(cell: str) -> bool:
    return _AMOUNT.fullmatch(cell) is not None and not _is_code(cell.replace(",", "").split(".")[0])


def _is_money(cell: str) -> bool:
    return _is_amount(cell) and _MONEY_SIGN.search(cell) is not None


_TYPES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("boolean", _is_truth),
    ("email", is_email),
    ("url", lambda cell: _URL.fullmatch(cell) is not None),
    ("percent", lambda cell: _SHARE.fullmatch(cell) is not None),
    ("money", _is_money),
    ("phone", is_phone),
    ("integer", _is_whole),
    ("number", _is_amount),
)
"""What every cell of a column must look like, the narrowest first."""


def fits(suggestion: Mapping[str, Any], known: frozenset[str]) -> bool:
    """Tell whether fields of the suggested type can be made here."""
    return suggestion["type"] in known
