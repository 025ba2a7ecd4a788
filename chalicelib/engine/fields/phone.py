"""Phone numbers: E.164, however they were typed, found by any of their endings and from their beginning.

A number is looked up by its digits read backwards. Its last six, its national form and its international form are
then three prefixes of one token, so that a single token in the index finds it in any format. A second one holds the
digits as they are dialled, for a number that is still being typed.
"""

import functools
import re
from collections.abc import Mapping
from importlib import resources
from typing import Any

from chalicelib.engine.fields import channels
from chalicelib.engine.fields.contract import EQUALITY, WORDS, FieldType, Refusal, plain_text
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context

MARK = "~"
FORWARDS = "^"
FEWEST_DIGITS = 6
FEWEST_AT_THE_BEGINNING = 4
TYPED = re.compile(r"[+\d\s().\-/]*", re.ASCII)
WRONG = "Send a phone number such as +34 925 123 456."


def parse(field: Field, raw: Any, ctx: Context) -> list[dict[str, Any]] | None:
    """Return the numbers in E.164, read as one of the tenant's country reads them."""
    region = region_of(ctx.time_zone)
    return channels.several(raw, lambda value: number(value, region))


def number(raw: Any, region: str) -> dict[str, Any]:
    """Return one number, with its extension when it has one.

    :raises Refusal: when nobody could dial it.
    """
    import phonenumbers  # noqa: PLC0415 - its metadata costs more to load than the rest of the engine

    text = plain_text(raw, max_length=60).removeprefix("tel:")
    try:
        parsed = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        raise Refusal("invalid_phone", WRONG) from None
    if not phonenumbers.is_possible_number(parsed):
        raise Refusal("invalid_phone", WRONG)
    value = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return {"value": value, "extension": parsed.extension} if parsed.extension else {"value": value}


@functools.cache
def region_of(time_zone: str) -> str:
    """Return the country in which a time zone lies, Spain when it lies in none."""
    table = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    for row in table.splitlines():
        columns = row.split("\t")
        if not row.startswith("#") and len(columns) > 2 and columns[2] == time_zone:
            return columns[0]
    return "ES"


def operand(field: Field, raw: Any, ctx: Context) -> str:
    """Return what a filter compares with."""
    return str(number(raw, region_of(ctx.time_zone))["value"])


def part(field: Field, raw: Any) -> str:
    """Return the digits that a number may begin with, hold or end with."""
    typed = plain_text(raw, max_length=60)
    return ("+" if typed.startswith("+") else "") + "".join(filter(str.isdigit, typed))


def words(field: Field, stored: Any) -> tuple[str, ...]:
    """Return every number's digits, backwards to be found by its ending, and forwards while it is being typed."""
    return tuple(
        token for entry in stored for token in (backwards(entry["value"]), FORWARDS + entry["value"].lstrip("+"))
    )


def backwards(digits: str) -> str:
    """Return the token of a number."""
    return MARK + "".join(filter(str.isdigit, digits))[::-1]


def typed_token(text: str) -> str | None:
    """Return the token that a typed number begins, or None when the text is no phone number."""
    digits = "".join(filter(str.isdigit, text))
    if len(digits) < FEWEST_DIGITS or not TYPED.fullmatch(text):
        return None
    return backwards(digits.lstrip("0") if text.strip().startswith("0") else digits)


def typed_beginning(text: str, region: str) -> str | None:
    """Return the token that a number begins which is typed from its beginning, national or international."""
    digits = "".join(filter(str.isdigit, text))
    if len(digits) < FEWEST_AT_THE_BEGINNING or not TYPED.fullmatch(text):
        return None
    if text.lstrip().startswith("+"):
        return FORWARDS + digits
    if digits.startswith("00"):
        return FORWARDS + digits[2:]
    return FORWARDS + _calling_code(region) + digits.removeprefix("0")


@functools.cache
def _calling_code(region: str) -> str:
    import phonenumbers  # noqa: PLC0415 - as above

    return str(phonenumbers.country_code_for_region(region) or "")


def json_schema(field: Field) -> Mapping[str, Any]:
    """Describe a list of numbers."""
    described = channels.json_schema({"type": "string", "maxLength": 60})
    described["items"]["properties"]["extension"] = {"type": "string", "readOnly": True}
    return described


PHONE = FieldType(
    name="phone",
    widget="phones",
    parse=parse,
    keys=channels.keys,
    json_schema=json_schema,
    operators=(*EQUALITY, *WORDS),
    operand=operand,
    part=part,
    words=words,
    csv_out=channels.csv_out,
    csv_in=channels.csv_in,
    examples=([{"value": "+34925123456", "label": "work", "primary": True}],),
    properties=("unique", "indexed", "searched"),
)
