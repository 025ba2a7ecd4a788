"""Shapes, as they check what comes in."""

from typing import Any

import pytest

from chalicelib.api import shapes
from chalicelib.api.shapes import (
    array,
    boolean,
    choice,
    email,
    integer,
    line,
    nullable,
    obj,
    record_id,
    string,
    timestamp,
)

PERSON = obj(name=line(20), optional={"age": integer(0, 150), "tags": array(string(1, 5), max_items=2)})


def faults(schema: dict[str, Any], value: Any) -> dict[str, str]:
    return {fault.field: fault.code for fault in shapes.check(schema, value)}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"name": "Ana"}, {}),
        ({"name": "Ana", "age": 41, "tags": ["vip"]}, {}),
        ({}, {"name": "required"}),
        ({"name": "Ana", "nick": "A"}, {"nick": "unknown_field"}),
        ({"name": 1}, {"name": "wrong_type"}),
        ({"name": "Ana", "age": "41"}, {"age": "wrong_type"}),
        ({"name": "Ana", "age": True}, {"age": "wrong_type"}),
        ({"name": "Ana", "age": -1}, {"age": "too_small"}),
        ({"name": "Ana", "age": 151}, {"age": "too_large"}),
        ({"name": "Ana", "tags": ["vip", "", "x" * 6]}, {"tags": "too_many"}),
        ({"name": "Ana", "tags": ["", "x" * 6]}, {"tags.0": "too_short", "tags.1": "too_long"}),
        ([], {"": "wrong_type"}),
        (None, {"": "wrong_type"}),
    ],
)
def test_an_object_names_each_of_its_faults(value: Any, expected: dict[str, str]) -> None:
    assert faults(PERSON, value) == expected


@pytest.mark.parametrize("text", ["Ana", "Íñigo Ñuñez", "  Ana  ", "日本", "😀", "a" * 20])
def test_a_line_takes_any_script(text: str) -> None:
    assert faults(line(20), text) == {}


@pytest.mark.parametrize("text", ["", " ", "\u3000", "a\r\nBcc: b", "a\x00", "a\x85b", "a\u2028b", "a" * 21])
def test_a_line_takes_no_blank_and_no_control_character(text: str) -> None:
    assert faults(line(20), text) != {}


@pytest.mark.parametrize("text", ["ana@rios.example", "a.b+c@x.co", "o'neil@sub.domain.example"])
def test_an_email_address_is_one(text: str) -> None:
    assert faults(email(), text) == {}


@pytest.mark.parametrize(
    "text", ["ana", "@rios.example", "ana@", "ana@rios", "ana@rios..es", "ana@-rios.es", "a b@c.es", "ana@rios.es\n"]
)
def test_what_is_no_email_address_is_refused(text: str) -> None:
    assert faults(email(), text) != {}


def test_a_pattern_must_match_the_whole() -> None:
    assert faults(record_id(), "01ARZ3NDEKTSV4RRFFQ69G5FAV") == {}
    assert faults(record_id(), "01ARZ3NDEKTSV4RRFFQ69G5FAV\n") == {"": "invalid"}
    assert faults(record_id(), "x01ARZ3NDEKTSV4RRFFQ69G5FAV") == {"": "invalid"}
    assert faults(timestamp(), "2026-11-21T20:15:00Z") == {}
    assert faults(timestamp(), "2026-11-21") == {"": "invalid"}


def test_null_is_taken_only_where_it_is_said() -> None:
    assert faults(nullable(choice("a", "b")), None) == {}
    assert faults(nullable(choice("a", "b")), "c") == {"": "not_an_option"}
    assert faults(choice("a", "b"), None) == {"": "wrong_type"}
    assert faults(nullable(string()), None) == {}
    assert faults(boolean(), 1) == {"": "wrong_type"}


def test_a_flood_of_faults_is_cut_short() -> None:
    assert len(shapes.check(PERSON, {f"f{n}": n for n in range(10_000)})) == shapes.MAX_ERRORS


def test_a_pattern_cannot_be_made_to_hang() -> None:
    for schema in (line(100_000), email(), timestamp(), record_id()):
        shapes.check({**schema, "maxLength": 10**6}, "a" * 100_000 + "\x00")
        shapes.check({**schema, "maxLength": 10**6}, " " * 100_000)


def test_what_a_shape_says_of_every_other_property_is_asked_of_each() -> None:
    shape = {"type": "object", "additionalProperties": integer(0)}

    assert faults(shape, {"a": 1}) == {}
    assert faults(shape, {"a": []}) == {"a": "wrong_type"}
