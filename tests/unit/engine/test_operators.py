"""Every operator on every type against a plain reading of what it says, and the stretches that it leaves of a slot."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from datetime import date as calendar_day
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.engine import catalogue, filters, operators, ranges
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import (
    Field,
    Label,
    ObjectDef,
    Overlay,
    boolean,
    choice,
    date,
    date_time,
    email,
    money,
    multi_choice,
    number,
    option,
    percent,
    phone,
    text,
    url,
)
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.kernel.ids import Ids, TenantId
from chalicelib.kernel.text import fold
from chalicelib.storage import slots
from chalicelib.storage.records import Row

STAMP = "2026-11-21T20:15:00.000Z"
COLOURS = [option(value, value, value) for value in ("red", "redder", "blue")]
FIELDS = (
    text("name", "Nombre", "Name", indexed=True),
    number("size", "Talla", "Size", indexed=True),
    date("day", "Día", "Day", indexed=True),
    choice("colour", "Color", "Colour", COLOURS, indexed=True),
    percent("share", "Parte", "Share"),
    money("price", "Precio", "Price"),
    date_time("moment", "Momento", "Moment"),
    boolean("done", "Hecho", "Done"),
    multi_choice("colours", "Colores", "Colours", COLOURS),
    email("emails", "Correos", "Emails"),
    phone("phones", "Teléfonos", "Phones"),
    url("website", "Web", "Website"),
)
DEFINITION = ObjectDef("thing", "things", Label("Cosa", "Thing"), Label("Cosas", "Things"), "box", "name", FIELDS)
THING = catalogue.merge([DEFINITION], Overlay()).object("thing")
CTX = Context(
    TenantId("a" * 20), Actor("system", "tests"), "test", datetime(2026, 11, 21, 20, 15, tzinfo=UTC), Ids()
)  # fmt: skip

NAMES = st.text("aAáñb _%", min_size=1, max_size=6).filter(lambda name: fold(name) != "")
DAYS = st.dates(calendar_day(2026, 11, 1), calendar_day(2026, 12, 31)).map(str)
NUMBERS = st.one_of(st.integers(-20, 20), st.decimals(-3, 3, places=2))
ADDRESSES = st.sampled_from(["ana@olmedo.example", "eva@olmedo.example", "ana@casa.example"])
PHONES = st.sampled_from(["+34925123456", "+34925123457", "+442079460123"])
VALUES: Mapping[str, st.SearchStrategy[Any]] = {
    "name": NAMES,
    "size": NUMBERS,
    "day": DAYS,
    "colour": st.sampled_from(["red", "redder", "blue"]),
    "share": st.integers(0, 100),
    "price": st.integers(0, 500).map(lambda minor: {"amount": f"{Decimal(minor) / 100:.2f}", "currency": "EUR"}),
    "moment": DAYS.map(lambda day: f"{day}T10:00:00Z"),
    "done": st.booleans(),
    "colours": st.lists(st.sampled_from(["red", "redder", "blue"]), min_size=1, max_size=3, unique=True),
    "emails": st.lists(ADDRESSES, min_size=1, max_size=2, unique=True),
    "phones": st.lists(PHONES, min_size=1, max_size=2, unique=True),
    "website": st.sampled_from(["https://olmedo.example", "https://www.lucena.example/aceite"]),
}
BARE: Mapping[str, Callable[[Any], Any]] = {
    "name": fold,
    "size": Decimal,
    "share": Decimal,
    "price": lambda value: Decimal(value["amount"]),
    "website": lambda value: value.removeprefix("https://").removeprefix("www.").rstrip("/"),
}
PLAIN: Mapping[str, Callable[[Sequence[Any], Any], bool]] = {
    "eq": lambda own, asked: asked in own,
    "in": lambda own, asked: any(each in asked for each in own),
    "gt": lambda own, asked: any(each > asked for each in own),
    "gte": lambda own, asked: any(each >= asked for each in own),
    "lt": lambda own, asked: any(each < asked for each in own),
    "lte": lambda own, asked: any(each <= asked for each in own),
    "between": lambda own, asked: any(min(asked) <= each <= max(asked) for each in own),
    "contains": lambda own, asked: any(asked in each for each in own),
    "starts": lambda own, asked: any(each.startswith(asked) for each in own),
    "ends": lambda own, asked: any(each.endswith(asked) for each in own),
    "empty": lambda own, _: not own,
}
OPPOSITES = {f"not_{name}": name for name in PLAIN} | {"ne": "eq"}
ASKED = [
    (name, op)
    for name in VALUES
    for op in filters.operators(THING.fields[name])
    if op in PLAIN or (op in OPPOSITES and OPPOSITES[op] in PLAIN)
]


def row_of(values: Mapping[str, Any], id: str = "01ARZ3NDEKTSV4RRFFQ69G5FAV") -> Row:
    stored = {
        name: registry.of(THING.fields[name]).parse(THING.fields[name], value, CTX)
        for name, value in values.items()
        if value is not None
    }
    return Row(id, "things", 1, stored, STAMP, "u", STAMP, "u")


def bare(name: str, value: Any) -> Any:
    return BARE.get(name, lambda each: each)(value)


def own_of(name: str, value: Any) -> list[Any]:
    if value is None:
        return []
    return [bare(name, each) for each in (value if isinstance(value, list) else [value])]


def single(field: Field) -> st.SearchStrategy[Any]:
    values = VALUES[field.name]
    return values.map(lambda several: several[0]) if field.multiple else values


@pytest.mark.parametrize(("name", "op"), ASKED)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_an_operator_asks_what_it_says(name: str, op: str, data: st.DataObject) -> None:
    field, plain = THING.fields[name], OPPOSITES.get(op, op)
    value = data.draw(st.none() | VALUES[name])
    takes = operators.TABLE[op].takes
    operand: Any = data.draw(single(field))
    if takes in (operators.SEVERAL, operators.TWO):
        operand = [operand, data.draw(single(field))]
    elif takes == operators.PART and not field.options:
        text = bare(name, operand)
        cut = data.draw(
            st.slices(len(text)).map(lambda slice: text[slice]).filter(lambda part: fold(part) == part != "")
        )
        operand = cut if name != "phones" else operand
    tree = {"field": name, "op": op} if takes == operators.NOTHING else {"field": name, "op": op, "value": operand}

    holds = filters.read(CTX, THING, tree).holds(row_of({name: value}))

    asked = [bare(name, each) for each in operand] if isinstance(operand, list) else bare(name, operand)
    if takes == operators.PART:
        asked = bare(name, operand) if name == "website" else operand
        if field.options:
            plain = "eq"
    expected = PLAIN[plain](own_of(name, value), asked)
    assert holds is (not expected if op in OPPOSITES else expected)


def terms() -> st.SearchStrategy[Any]:
    def term(name: str) -> st.SearchStrategy[Any]:
        ops = [op for op in filters.operators(THING.fields[name]) if operators.TABLE[op].takes != operators.PATTERN]
        return st.sampled_from(ops).flatmap(
            lambda op: operand(name, op).map(lambda value: {"field": name, "op": op, **value})
        )

    def operand(name: str, op: str) -> st.SearchStrategy[Any]:
        takes, one = operators.TABLE[op].takes, VALUES[name]
        values: Mapping[str, st.SearchStrategy[Any]] = {
            operators.SEVERAL: st.lists(one, min_size=1, max_size=3),
            operators.TWO: st.lists(one, min_size=2, max_size=2),
            operators.PERIOD: st.sampled_from(["today", "this_week", "last_30_days", "next_month", "this_year"]),
            operators.AGO: st.sampled_from(["3_days", "1_month"]),
            operators.AHEAD: st.sampled_from(["3_days", "1_month"]),
        }
        return st.just({}) if takes == operators.NOTHING else values.get(takes, one).map(lambda value: {"value": value})

    return st.sampled_from(["name", "size", "day", "colour"]).flatmap(term)


TREES = st.recursive(
    terms(),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda members: {"all": members}),
        st.lists(inner, max_size=3).map(lambda members: {"any": members}),
        inner.map(lambda member: {"not": member}),
    ),
    max_leaves=6,
)
ROWS = st.fixed_dictionaries({name: st.none() | VALUES[name] for name in ("name", "size", "day", "colour")})


def place(row: Row, name: str) -> str:
    field = THING.fields[name]
    return slots.key(registry.of(field).index_key(field, row.values.get(name)), row.id)


def lies_in(stretches: Sequence[slots.Bounds], key: str) -> bool:
    return any((low is None or key >= low) and (high is None or key <= high) for low, high in stretches)


@settings(max_examples=300, deadline=None)
@given(tree=TREES, values=ROWS)
def test_every_answer_lies_in_the_stretches_that_a_filter_leaves(tree: Any, values: Mapping[str, Any]) -> None:
    wanted, row = filters.read(CTX, THING, tree), row_of(values)

    for name in ("name", "size", "day", "colour"):
        stretches = ranges.of(wanted, name)
        if wanted.holds(row):
            assert lies_in(stretches, place(row, name))
        elif ranges.is_exact(wanted, name):
            assert not lies_in(stretches, place(row, name))
        assert list(stretches) == sorted(stretches, key=lambda bounds: bounds.lower or "")
    cover = ranges.cover(THING, wanted)
    if cover is not None and wanted.holds(row):
        assert any(lies_in([bounds], place(row, name)) for name, bounds in cover)


PERIODS = [
    ("today", "2026-11-21", "2026-11-22"),
    ("yesterday", "2026-11-20", "2026-11-21"),
    ("tomorrow", "2026-11-22", "2026-11-23"),
    ("this_week", "2026-11-16", "2026-11-23"),
    ("last_week", "2026-11-09", "2026-11-16"),
    ("next_month", "2026-12-01", "2027-01-01"),
    ("last_month", "2026-10-01", "2026-11-01"),
    ("this_quarter", "2026-10-01", "2027-01-01"),
    ("next_quarter", "2027-01-01", "2027-04-01"),
    ("last_year", "2025-01-01", "2026-01-01"),
    ("last_7_days", "2026-11-15", "2026-11-22"),
    ("next_7_days", "2026-11-21", "2026-11-28"),
    ("last_2_weeks", "2026-11-08", "2026-11-22"),
    ("next_3_months", "2026-11-21", "2027-02-21"),
]


@pytest.mark.parametrize(("period", "first", "beyond"), PERIODS)
def test_a_period_begins_and_ends_with_the_readers_days(period: str, first: str, beyond: str) -> None:
    (days,) = [filters.read(CTX, THING, {"field": "day", "op": "during", "value": period})]
    (moments,) = [filters.read(CTX, THING, {"field": "moment", "op": "during", "value": period})]

    assert isinstance(days, filters.Term)
    assert isinstance(moments, filters.Term)
    assert days.keys == (first, beyond)
    assert [key[:10] for key in moments.keys] != list(days.keys)  # midnight in Madrid is the evening before in UTC
    assert all(key.endswith(("23:00:00.000Z", "22:00:00.000Z")) for key in moments.keys)


def test_the_day_is_that_of_the_readers_zone() -> None:
    late = replace(CTX, now=datetime(2026, 11, 21, 23, 30, tzinfo=UTC))

    in_madrid = filters.read(late, THING, {"field": "day", "op": "during", "value": "today"})
    in_lima = filters.read(
        replace(late, time_zone="America/Lima"), THING, {"field": "day", "op": "during", "value": "today"}
    )

    assert isinstance(in_madrid, filters.Term)
    assert isinstance(in_lima, filters.Term)
    assert (in_madrid.keys[0], in_lima.keys[0]) == ("2026-11-22", "2026-11-21")


@pytest.mark.parametrize(
    ("op", "age", "day", "holds"),
    [
        ("older_than", "30_days", "2026-10-21", True),
        ("older_than", "30_days", "2026-10-22", False),
        ("older_than", "1_month", "2026-10-20", True),
        ("further_than", "7_days", "2026-11-28", False),
        ("further_than", "7_days", "2026-11-29", True),
    ],
)
def test_an_age_is_counted_from_today(op: str, age: str, day: str, holds: bool) -> None:
    assert filters.read(CTX, THING, {"field": "day", "op": op, "value": age}).holds(row_of({"day": day})) is holds


REFUSED: list[tuple[Any, str]] = [
    ({"field": "day", "op": "during", "value": "someday"}, "unknown_period"),
    ({"field": "day", "op": "during", "value": "last_9999_years"}, "unknown_period"),
    ({"field": "day", "op": "during", "value": 7}, "unknown_period"),
    ({"field": "day", "op": "older_than", "value": "old"}, "unknown_age"),
    ({"field": "size", "op": "between", "value": [1]}, "not_a_list"),
    ({"field": "size", "op": "between", "value": [1, 2, 3]}, "not_a_list"),
    ({"field": "size", "op": "like", "value": "1"}, "unknown_operator"),
    ({"field": "name", "op": ["eq"], "value": "x"}, "unknown_operator"),
    ({"field": "name", "op": "regexp", "value": "(a"}, "unreadable_pattern"),
    ({"field": "name", "op": "regexp", "value": "a{99}"}, "unreadable_pattern"),
    ({"field": "name", "op": "regexp", "value": "x" * 500}, "too_long"),
    ({"field": "name", "op": "contains", "value": None}, "no_value"),
    ({"field": "name.size", "op": "eq", "value": 1}, "unknown_field"),
    ({"field": "thing.name.size", "op": "eq", "value": 1}, "unknown_field"),
]


@pytest.mark.parametrize(("tree", "code"), REFUSED)
def test_an_operand_that_makes_no_sense_is_refused(tree: Any, code: str) -> None:
    with pytest.raises(InvalidInput) as problem:
        filters.read(CTX, THING, tree)

    assert [error.code for error in problem.value.errors] == [code]


@pytest.mark.parametrize(
    ("op", "pattern", "name", "holds"),
    [
        ("like", "dist%olm_do", "Distribuciones Olmedo", True),
        ("like", "olmedo", "Distribuciones Olmedo", False),
        ("like", "%OLMEDO", "Distribuciones Olmedo", True),
        ("like", "100\\%", "100%", True),
        ("like", "100\\%", "1000", False),
        ("not_like", "d%", "Olmedo", True),
        ("regexp", "^dist", "Distribuciones Olmedo", True),
        ("regexp", "pe(ñ|n)a$", "Ana Peña", True),
        ("regexp", "[0-9]{2,}", "Bar 42", True),
        ("not_regexp", "\\d", "Bar Pepe", True),
    ],
)
def test_a_pattern_fits_whatever_the_case_and_the_accents(op: str, pattern: str, name: str, holds: bool) -> None:
    assert (
        filters.read(CTX, THING, {"field": "name", "op": op, "value": pattern}).holds(row_of({"name": name})) is holds
    )
