"""Between Python values and DynamoDB's attribute values.

Numbers are integers or decimals: a float is refused, because 0.1 + 0.2 is no amount of money. Lists and maps nest; a
tuple is stored as a list. Sets and bytes are not used. Written for speed: a page of a list decodes thousands of values,
most of them texts, so that texts are taken without a call.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

AttributeValue = dict[str, Any]


def encode(value: Any) -> AttributeValue:
    """Return ``value`` as an attribute value.

    :raises TypeError: when it, or something in it, is of a type that is not stored.
    """
    encoder = _ENCODERS.get(type(value))
    if encoder is None:
        encoder = _encoder_of_relative(value)
    return encoder(value)


def encode_item(item: Mapping[str, Any]) -> dict[str, AttributeValue]:
    """Return ``item`` with each of its values as an attribute value."""
    return {name: encode(value) for name, value in item.items()}


def decode(value: AttributeValue) -> Any:
    """Return the Python value of an attribute value."""
    ((kind, content),) = value.items()
    return _DECODERS[kind](content)


def decode_item(item: Mapping[str, AttributeValue]) -> dict[str, Any]:
    """Return ``item`` with each of its attribute values as a Python value."""
    return {name: value["S"] if "S" in value else decode(value) for name, value in item.items()}


def _number(text: str) -> int | Decimal:
    try:
        return int(text)
    except ValueError:
        number = Decimal(text)
        return int(number) if number == number.to_integral_value() else number


def _encode_none(_: None) -> AttributeValue:
    return {"NULL": True}


def _decode_none(_: bool) -> None:
    return None


def _encode_decimal(value: Decimal) -> AttributeValue:
    if not value.is_finite():
        raise TypeError(f"{value} cannot be stored")
    return {"N": f"{value:f}"}


def _encoder_of_relative(value: Any) -> Callable[[Any], AttributeValue]:
    if isinstance(value, Mapping):
        return _ENCODERS[dict]
    if isinstance(value, str):
        return lambda text: {"S": str(text)}
    if isinstance(value, int):
        return lambda number: {"N": str(int(number))}
    raise TypeError(f"{type(value).__name__} cannot be stored")


_ENCODERS: dict[type, Callable[[Any], AttributeValue]] = {
    str: lambda value: {"S": value},
    int: lambda value: {"N": str(value)},
    bool: lambda value: {"BOOL": value},
    type(None): _encode_none,
    Decimal: _encode_decimal,
    dict: lambda value: {"M": {name: encode(inner) for name, inner in value.items()}},
    list: lambda value: {"L": [encode(inner) for inner in value]},
    tuple: lambda value: {"L": [encode(inner) for inner in value]},
}

_DECODERS: dict[str, Callable[[Any], Any]] = {
    "S": lambda content: content,
    "N": _number,
    "BOOL": lambda content: content,
    "NULL": _decode_none,
    "M": decode_item,
    "L": lambda content: [decode(inner) for inner in content],
}
