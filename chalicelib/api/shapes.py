"""The shapes of bodies, answers and parameters, as JSON Schema.

One dictionary checks what comes in at the door and stands in the OpenAPI document, so that the document cannot say
something else than the door does. Only the few keywords that we use are read; a test holds the list.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from chalicelib.kernel.errors import FieldError
from chalicelib.kernel.ids import ULID_PATTERN

Schema = dict[str, Any]

MAX_ERRORS: Final = 50
_CHARACTER: Final = r"[^\u0000-\u001f\u007f-\u009f\u2028\u2029]"
_BLANK: Final = r"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_VISIBLE: Final = r"[^\s\u0000-\u001f\u007f-\u009f\u2028\u2029]"
_EMAIL: Final = (
    r"[A-Za-z0-9.!#$%&'*+/?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def obj(*, optional: Mapping[str, Schema] | None = None, more: bool = False, **required: Schema) -> Schema:
    """Return an object: named properties are required, ``optional`` ones not, others are refused unless ``more``."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": more,
    }


def every(parts: Mapping[str, Schema], *, optional: Mapping[str, Schema] | None = None) -> Schema:
    """Return an object of which all ``parts`` are required, whatever they are called."""
    return {**obj(optional={**parts, **(optional or {})}), "required": [*parts]}


def string(min_length: int = 0, max_length: int | None = None, *, pattern: str | None = None) -> Schema:
    """Return a text; ``pattern`` must match the whole of it."""
    schema: Schema = {"type": "string"}
    if min_length:
        schema["minLength"] = min_length
    if max_length is not None:
        schema["maxLength"] = max_length
    if pattern is not None:
        schema["pattern"] = f"^(?:{pattern})$"
    return schema


def line(max_length: int) -> Schema:
    """Return a text of one line that is not blank and holds no control character, safe in a mail's header."""
    return string(1, max_length, pattern=f"{_BLANK}*{_VISIBLE}{_CHARACTER}*")


def email() -> Schema:
    """Return an email address of at most 254 characters."""
    return string(6, 254, pattern=_EMAIL)


def record_id() -> Schema:
    """Return a record's id."""
    return string(pattern=ULID_PATTERN)


def timestamp() -> Schema:
    """Return an instant such as ``2026-11-21T20:15:00Z``."""
    return string(pattern=r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})")


def choice(*values: str) -> Schema:
    """Return one of the given texts."""
    return {"type": "string", "enum": list(values)}


def integer(minimum: int | None = None, maximum: int | None = None) -> Schema:
    """Return a whole number."""
    bounds = {"minimum": minimum, "maximum": maximum}
    return {"type": "integer", **{name: bound for name, bound in bounds.items() if bound is not None}}


def boolean() -> Schema:
    """Return true or false."""
    return {"type": "boolean"}


def array(items: Schema, *, min_items: int = 0, max_items: int | None = None) -> Schema:
    """Return a list of ``items``."""
    schema: Schema = {"type": "array", "items": items}
    if min_items:
        schema["minItems"] = min_items
    if max_items is not None:
        schema["maxItems"] = max_items
    return schema


def nullable(schema: Schema) -> Schema:
    """Return the same, or null."""
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    widened = {**schema, "type": [schema["type"], "null"]}
    return {**widened, "enum": [*schema["enum"], None]} if "enum" in schema else widened


def free() -> Schema:
    """Return an object of any properties, for what the engine checks against the catalogue."""
    return {"type": "object"}


def anything() -> Schema:
    """Return any value."""
    return {}


def component(name: str) -> Schema:
    """Return a reference to an object among the OpenAPI document's components; what is in it, the engine checks."""
    return {"$ref": f"#/components/schemas/{name}", "type": "object"}


def check(schema: Schema, value: Any) -> list[FieldError]:
    """Return what is wrong with ``value``, at most ``MAX_ERRORS`` faults, each with the path to its field."""
    found: list[FieldError] = []
    for fault in _faults(schema, value, ""):
        found.append(fault)
        if len(found) == MAX_ERRORS:
            break
    return found


def _faults(schema: Schema, value: Any, path: str) -> Iterator[FieldError]:
    if not _has_type(schema.get("type"), value):
        yield FieldError(path, "wrong_type", f"This must be {_spoken(schema['type'])}.")
    elif value is not None and "enum" in schema and value not in schema["enum"]:
        options = ", ".join(str(option) for option in schema["enum"] if option is not None)
        yield FieldError(path, "not_an_option", f"Choose one of: {options}.")
    elif isinstance(value, str):
        yield from _string_faults(schema, value, path)
    elif isinstance(value, dict):
        yield from _object_faults(schema, value, path)
    elif isinstance(value, list):
        yield from _array_faults(schema, value, path)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        if value < schema.get("minimum", value):
            yield FieldError(path, "too_small", f"This must be at least {schema['minimum']}.")
        if value > schema.get("maximum", value):
            yield FieldError(path, "too_large", f"This must be at most {schema['maximum']}.")


def _has_type(declared: str | list[str] | None, value: Any) -> bool:
    if declared is None:
        return True
    if isinstance(declared, list):
        return any(_has_type(one, value) for one in declared)
    if isinstance(value, bool):
        return declared == "boolean"
    return isinstance(value, _TYPES[declared])


def _spoken(declared: str | list[str]) -> str:
    return " or ".join(declared) if isinstance(declared, list) else declared


def _string_faults(schema: Schema, value: str, path: str) -> Iterator[FieldError]:
    if len(value) < schema.get("minLength", 0):
        yield FieldError(path, "too_short", f"This needs at least {schema['minLength']} characters.")
    elif len(value) > schema.get("maxLength", len(value)):
        yield FieldError(path, "too_long", f"This may have at most {schema['maxLength']} characters.")
    elif "pattern" in schema and not _compiled(schema["pattern"]).fullmatch(value):
        yield FieldError(path, "invalid", "This does not have the expected form.")


def _object_faults(schema: Schema, value: dict[str, Any], path: str) -> Iterator[FieldError]:
    properties: Mapping[str, Schema] = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            yield FieldError(_join(path, name), "required", "This is required.")
    for name, inner in value.items():
        if name in properties:
            yield from _faults(properties[name], inner, _join(path, name))
        elif schema.get("additionalProperties") is False:
            yield FieldError(_join(path, name[:100]), "unknown_field", "There is no such field here.")
        elif isinstance(schema.get("additionalProperties"), dict):
            yield from _faults(schema["additionalProperties"], inner, _join(path, name[:100]))


def _array_faults(schema: Schema, value: list[Any], path: str) -> Iterator[FieldError]:
    if len(value) < schema.get("minItems", 0):
        yield FieldError(path, "too_few", f"This needs at least {schema['minItems']} items.")
    elif len(value) > schema.get("maxItems", len(value)):
        yield FieldError(path, "too_many", f"This may have at most {schema['maxItems']} items.")
    elif "items" in schema:
        for position, inner in enumerate(value):
            yield from _faults(schema["items"], inner, _join(path, str(position)))


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
