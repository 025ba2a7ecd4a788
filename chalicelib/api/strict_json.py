"""JSON as RFC 8259 means it, and no more.

Python's reader takes ``NaN``, keeps the last of two equal keys, and lets half a surrogate pair through, which no
database can store. Each of these is refused here, once, so that nothing behind the door meets them.
"""

import json
import math
from typing import Any, Final, NoReturn

from chalicelib.kernel.errors import MalformedRequest, TooLarge

MAX_BYTES: Final = 1024 * 1024
MAX_DEPTH: Final = 32


def parse(raw: bytes) -> Any:
    """Return the value that ``raw`` holds.

    :raises TooLarge: when it is longer than ``MAX_BYTES``.
    :raises MalformedRequest: when it is not strictly JSON, or nested deeper than ``MAX_DEPTH``.
    """
    if len(raw) > MAX_BYTES:
        raise TooLarge(f"A body may have at most {MAX_BYTES} bytes.")
    try:
        value = json.loads(
            raw.decode("utf-8"), object_pairs_hook=_no_duplicates, parse_constant=_no_constant, parse_float=_finite
        )
    except (ValueError, RecursionError) as unreadable:
        raise MalformedRequest("The body is not valid JSON.") from unreadable
    if raw.count(b"[") + raw.count(b"{") > MAX_DEPTH and _is_deeper(value, MAX_DEPTH):
        raise MalformedRequest(f"The body is nested deeper than {MAX_DEPTH} levels.")
    if b"\\u" in raw:
        _refuse_lone_surrogates(value)
    return value


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise MalformedRequest("The body names the same key twice.")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(digits)
    return number


def _is_deeper(value: Any, limit: int) -> bool:
    level = [value]
    for _ in range(limit):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return any(isinstance(inner, dict | list) for inner in level)


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _refuse_lone_surrogates(value: Any) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as broken:
        raise MalformedRequest("The body holds half of a surrogate pair.") from broken
