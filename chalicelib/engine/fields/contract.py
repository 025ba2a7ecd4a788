"""What a field type must know: how a value is read, kept, shown, compared, found and carried in a file.

A type is one module with one ``FieldType``. Nothing outside that module asks which type a field has: forms, filters,
slots, search, import, export and OpenAPI take what they need from the contract, so a new type is one new file.

A value's ``keys`` are its strings in an order that bytes keep. The same keys serve the slots of a list, the comparison
of a filter and the claim of a unique value, so that the three cannot disagree.
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as defaulting
from typing import Any

from chalicelib.engine import operators
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import fold

PRESENCE = operators.PRESENCE
EQUALITY = operators.EQUALITY
ORDER = operators.ORDER
WORDS = operators.PARTS
TIME = operators.TIME
LONGEST_SLOT_KEY = 120
LONGEST_PART = 254


class Refusal(Exception):
    """A value that a field does not take. ``at`` is the path inside the value, such as ``0.value``."""

    def __init__(self, code: str, message: str, at: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.at = at


@dataclass(frozen=True, slots=True)
class CsvStyle:
    """How a file writes what depends on the country: ``day_first`` dates and the ``decimal_mark``."""

    day_first: bool = True
    decimal_mark: str = "."


def as_stored(field: Field, stored: Any, ctx: Context) -> Any:
    """Present a value as it is kept."""
    return stored


def no_words(field: Field, stored: Any) -> tuple[str, ...]:
    """Leave the field out of the search."""
    return ()


def as_text(field: Field, stored: Any, ctx: Context) -> str:
    """Write a value to a file as plain text."""
    return str(stored)


def as_written(field: Field, text: str, ctx: Context, style: CsvStyle) -> Any:
    """Read a value from a file as it stands."""
    return text


def nothing_inside(field: Field) -> Mapping[str, Field]:
    """Say that a value has no parts that could be asked for by themselves."""
    return {}


def nothing_picked(stored: Any, name: str) -> Sequence[Any]:
    """Return no part."""
    return ()


@dataclass(frozen=True, slots=True)
class FieldType:
    """The whole contract of one type. ``parse`` never sees an empty value and raises ``Refusal`` for a wrong one.

    ``properties`` are what a tenant may say of a field of its own beside what any field has; ``longest`` bounds its
    ``max_length``. Of a type that is not ``designable`` a tenant has no fields. What is ``inside`` a value can be asked
    for as a field of its own, and is ``picked`` out of what is stored.
    """

    name: str
    widget: str
    parse: Callable[[Field, Any, Context], Any]
    keys: Callable[[Field, Any], tuple[str, ...]]
    json_schema: Callable[[Field], Mapping[str, Any]]
    operators: tuple[str, ...] = EQUALITY
    sortable: bool = True
    present: Callable[[Field, Any, Context], Any] = as_stored
    operand: Callable[[Field, Any, Context], str] | None = None
    part: Callable[[Field, Any], str] | None = None
    synonyms: Mapping[str, str] = defaulting(default_factory=dict)
    words: Callable[[Field, Any], tuple[str, ...]] = no_words
    csv_out: Callable[[Field, Any, Context], str] = as_text
    csv_in: Callable[[Field, str, Context, CsvStyle], Any] = as_written
    examples: tuple[Any, ...] = ()
    properties: tuple[str, ...] = ()
    longest: int = 0
    designable: bool = True
    inside: Callable[[Field], Mapping[str, Field]] = nothing_inside
    picked: Callable[[Any, str], Sequence[Any]] = nothing_picked

    def index_key(self, field: Field, stored: Any) -> str | None:
        """Return the key under which a list orders the value; None is the null marker."""
        keys = self.keys(field, stored) if stored is not None else ()
        return keys[0][:LONGEST_SLOT_KEY] if keys else None

    def part_key(self, field: Field, raw: Any) -> str:
        """Return what a filter looks for in a part of the key, such as the ending of a number.

        :raises Refusal: when it is no text.
        """
        if self.part:
            return self.part(field, raw)
        return fold(plain_text(raw, max_length=LONGEST_PART))

    def filter_key(self, field: Field, raw: Any, ctx: Context) -> str:
        """Return the key that a filter compares with.

        :raises Refusal: when the operand is not a value of the field.
        """
        if self.operand:
            return self.operand(field, raw, ctx)
        return self.keys(field, self.parse(field, raw, ctx))[0]


def plain_text(raw: Any, *, max_length: int, lines: bool = False) -> str:
    """Return a string in NFC, trimmed.

    :raises Refusal: when it is no string, too long, or holds characters that no keyboard types.
    """
    if not isinstance(raw, str):
        raise Refusal("not_text", "Send a string.")
    if len(raw) > max_length * 4:
        raise Refusal("too_long", f"Use at most {max_length} characters.")
    value = unicodedata.normalize("NFC", raw).strip()
    if not value.isprintable():
        refuse_controls(value, lines=lines)
    if len(value) > max_length:
        raise Refusal("too_long", f"Use at most {max_length} characters.")
    return value


def refuse_controls(value: str, *, lines: bool) -> None:
    """Refuse controls and lone surrogates; line breaks and tabs pass where ``lines`` are allowed.

    :raises Refusal: when one is found.
    """
    for character in value:
        category = unicodedata.category(character)
        if category in ("Cc", "Cs") and not (lines and character in "\n\r\t"):
            raise Refusal("invalid_characters", "Remove control characters.")
        if character in "\u2028\u2029" and not lines:
            raise Refusal("invalid_characters", "Remove line breaks.")


def only_keys(raw: Any, allowed: tuple[str, ...]) -> Mapping[str, Any]:
    """Return an object that holds no key but the ``allowed`` ones.

    :raises Refusal: when it is no object or holds another key.
    """
    if not isinstance(raw, Mapping):
        raise Refusal("not_an_object", "Send an object.")
    for key in raw:
        if key not in allowed:
            raise Refusal("unknown_field", f"Send only {', '.join(allowed)}.", at=str(key)[:60])
    return raw
