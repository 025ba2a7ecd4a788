"""What a formula says, what it refuses to say, and what it makes of nothing."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.engine.formulas import evaluation, kinds
from chalicelib.engine.formulas.amounts import Amount
from chalicelib.engine.formulas.functions import ALL, Moment, kind_of
from chalicelib.engine.formulas.parsing import DEEPEST, LONGEST, parsed
from chalicelib.engine.formulas.tree import Name
from chalicelib.kernel.errors import InvalidInput
from chalicelib.kernel.money import Money

MOMENT = Moment(datetime(2026, 11, 21, 23, 30, tzinfo=UTC), "Europe/Madrid", "EUR")
RECORD: Mapping[str, tuple[str, Any]] = {
    "name": ("text", "  Bodegas   Ferrán "),
    "nickname": ("text", None),
    "hours": ("number", Decimal("7.5")),
    "nothing_yet": ("number", None),
    "amount": ("money", Amount(Money(125_050, "EUR"))),
    "fee": ("money", Amount(Money(10_000, "USD"), worth=Money(9_200, "EUR"))),
    "unrated": ("money", Amount(Money(10_000, "JPY"))),
    "no_amount": ("money", None),
    "signed": ("date", date(2026, 1, 31)),
    "called": ("date_time", datetime(2026, 11, 21, 23, 30, tzinfo=UTC)),
    "is_vip": ("boolean", True),
    "is_late": ("boolean", None),
    "tags": ("list", ("red", "blue")),
    "company.industry": ("text", "wine"),
    "company.name": ("text", None),
}


def kind(name: Name) -> str:
    return RECORD[name.spelled][0]


def value(text: str, record: Mapping[str, tuple[str, Any]] = RECORD) -> Any:
    tree = parsed(text)
    kinds.of(tree, kind)
    return evaluation.value_of(tree, lambda name: record[name.spelled][1], MOMENT)


VALUES = [
    ("1 + 2 * 3", Decimal(7)),
    ("(1 + 2) * 3", Decimal(9)),
    ("10 - 4 - 3", Decimal(3)),
    ("-hours + 8", Decimal("0.5")),
    ("- 2 * 3", Decimal(-6)),
    ("0.1 + 0.2", Decimal("0.3")),
    ("1 / 0", None),
    ("mod(7, 0)", None),
    ("mod(-7, 3)", Decimal(2)),
    ("nothing_yet + 1", None),
    ("hours > 7 and hours < 8", True),
    ("hours > 7 or is_late", True),
    ("hours > 8 and is_late", False),
    ("hours > 7 and is_late", None),
    ("not is_late", None),
    ("not hours = 7.5", False),
    ("1 = 1.0", True),
    ("hours <> 7.5", False),
    ("hours != 7", True),
    ("if(is_late, 1, 2)", Decimal(2)),
    ("if(is_vip, 1)", Decimal(1)),
    ("if(is_vip, null, 1)", None),
    ("IF(true, 1, 1 / 0)", Decimal(1)),
    ("coalesce(nickname, company.name, company.industry)", "wine"),
    ("is_empty(nickname) and not is_empty(name)", True),
    ("concat(name, nickname, '!')", "  Bodegas   Ferrán !"),
    ("trim(name) + ' S.L.'", "Bodegas Ferrán S.L."),
    ("nickname + 'x'", None),
    ("upper('ñu') + lower('ÑU')", "ÑUñu"),
    ('"say ""hello"""', 'say "hello"'),
    ("'it''s'", "it's"),
    ("len('niño')", Decimal(4)),
    ("len(tags)", Decimal(2)),
    ("left('abc', 2) + right('abc', 1)", "abc"),
    ("right('abc', 0)", ""),
    ("contains(name, 'FERRAN')", True),
    ("contains(tags, 'blue')", True),
    ("starts(trim(name), 'bodegas f')", True),
    ("text(1500.50)", "1500.5"),
    ("number(' 12.5 ') * 2", Decimal("25.0")),
    ("number('twelve')", None),
    ("number('Infinity')", None),
    ("round(2.5) + round(-2.5)", Decimal(0)),
    ("round(2.345, 2)", Decimal("2.35")),
    ("floor(-1.5) + ceil(-1.5)", Decimal(-3)),
    ("abs(-3)", Decimal(3)),
    ("min(3, nothing_yet, 1, 2)", Decimal(1)),
    ("max(nothing_yet)", None),
    ("today()", date(2026, 11, 22)),
    ("date(called)", date(2026, 11, 22)),
    ("date(2026, 2, 30)", None),
    ("date('2026-02-28') + 1", date(2026, 3, 1)),
    ("date('soon')", None),
    ("add_months(signed, 1)", date(2026, 2, 28)),
    ("add_months(signed, -2)", date(2025, 11, 30)),
    ("add_days(signed, 1)", date(2026, 2, 1)),
    ("add_days(signed, 9999999)", None),
    ("date(2026, 12, 25) - signed", Decimal(328)),
    ("days_between(signed, date(2026, 12, 25))", Decimal(328)),
    ("days_between(called, now())", Decimal(0)),
    ("year(signed) * 100 + month(signed)", Decimal(202601)),
    ("day(called)", Decimal(22)),
    ("signed < today()", True),
    ("amount * 2", Amount(Money(250_100, "EUR"))),
    ("0.5 * money(0.05, 'EUR')", Amount(Money(2, "EUR"))),
    ("0.5 * money(0.07, 'EUR')", Amount(Money(4, "EUR"))),
    ("amount / 3", Amount(Money(41_683, "EUR"))),
    ("amount / amount", Decimal(1)),
    ("amount / 0", None),
    ("amount / (amount - amount)", None),
    ("amount + fee", None),
    ("base(amount) + base(fee)", Amount(Money(134_250, "EUR"))),
    ("base(unrated)", None),
    ("amount > fee", True),
    ("amount > unrated", None),
    ("amount = money(1250.50, 'EUR')", True),
    ("min(amount, fee)", Amount(Money(10_000, "USD"), worth=Money(9_200, "EUR"))),
    ("max(amount, unrated)", None),
    ("-amount", Amount(Money(-125_050, "EUR"))),
    ("abs(-amount)", Amount(Money(125_050, "EUR"))),
    ("amount(fee)", Decimal(100)),
    ("currency(fee)", "USD"),
    ("money(1, 'XXX')", None),
    ("no_amount + amount", None),
    ("true and not false", True),
    ("if(company.industry = 'wine', 'Vino', 'Otro')", "Vino"),
]


@pytest.mark.parametrize(("text", "expected"), VALUES, ids=[text for text, _ in VALUES])
def test_a_formula_says(text: str, expected: Any) -> None:
    assert value(text) == expected


REFUSED = [
    ("", "unexpected", 1),
    ("1 +", "unexpected", 4),
    ("1 2", "unexpected", 3),
    ("(1", "unexpected", 3),
    ("round(1", "unexpected", 8),
    ("round(1,)", "unexpected", 9),
    ("'open", "unreadable", 1),
    ("1 ; 2", "unreadable", 3),
    ("amount ** 2", "unexpected", 9),
    ("__import__('os')", "unknown_function", 1),
    ("name.__class__", "unknown_field", 1),
    ("1 < 2 < 3", "unexpected", 7),
    ("1 + 'a'", "wrong_kind", 3),
    ("amount + 1", "wrong_kind", 8),
    ("signed + signed", "wrong_kind", 8),
    ("amount = 1", "wrong_kind", 8),
    ("if(1, 2, 3)", "wrong_kind", 1),
    ("if(is_vip, 1, 'a')", "wrong_kind", 1),
    ("len()", "wrong_kind", 1),
    ("len('a', 'b')", "wrong_kind", 1),
    ("launch('rockets')", "unknown_function", 1),
    ("-'a'", "wrong_kind", 1),
    ("tags = tags", "wrong_kind", 6),
    ("1" * (LONGEST + 1), "too_long", LONGEST + 1),
    ("(" * DEEPEST + "1" + ")" * DEEPEST, "too_deep", DEEPEST + 1),
    ("not " * DEEPEST + "true", "too_deep", None),
    ("\ud800", "unreadable", 1),
    ("１ + 1", "unreadable", 1),
]


def unknown(name: Name) -> str:
    if name.spelled not in RECORD:
        raise InvalidInput.of("formula", "unknown_field", f"There is no such field (at character {name.at + 1})")
    return kind(name)


@pytest.mark.parametrize(("text", "code", "at"), REFUSED, ids=[text[:30] for text, *_ in REFUSED])
def test_a_formula_is_refused_where_it_goes_wrong(text: str, code: str, at: int | None) -> None:
    with pytest.raises(InvalidInput) as refusal:
        kinds.of(parsed(text), unknown)

    (error,) = refusal.value.errors
    assert (error.field, error.code) == ("formula", code)
    assert at is None or f"(at character {at})" in error.message


@given(st.text(alphabet="abc ()+-*/<>=.,'\"0123456789\n¿é", max_size=60))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    try:
        tree = parsed(text)
    except InvalidInput:
        return

    assert 0 <= tree.at <= len(text)


numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4)
leaves = st.sampled_from(["hours", "nothing_yet", "amount", "fee", "signed", "called", "name", "is_late", "null"])
trees = st.recursive(
    leaves | numbers.map(str),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/=<>"), inner).map(lambda parts: f"({' '.join(parts)})"),
        st.tuples(st.sampled_from(sorted(set(ALL) - set("+-*/=") - {"!=", "<", "<=", ">", ">="})), inner, inner).map(
            lambda parts: f"{parts[0]}({parts[1]}, {parts[2]})"
        ),
        st.tuples(st.sampled_from(["abs", "base", "year", "coalesce", "max", "trim"]), inner).map(
            lambda parts: f"{parts[0]}({parts[1]})"
        ),
    ),
    max_leaves=12,
)


@given(trees)
def test_a_checked_formula_never_fails_and_keeps_its_kind(text: str) -> None:
    try:
        tree = parsed(text)
        promised = kinds.of(tree, kind)
    except InvalidInput:
        return

    found = evaluation.value_of(tree, lambda name: RECORD[name.spelled][1], MOMENT)

    assert found is None or ("money" if isinstance(found, Amount) else kind_of(found)) == promised


@given(numbers, numbers, numbers)
def test_arithmetic_is_that_of_decimals(a: Decimal, b: Decimal, c: Decimal) -> None:
    record = {"hours": ("number", a), "nothing_yet": ("number", b)}

    assert value(f"hours * nothing_yet - {abs(c)}", record) == a * b - abs(c)
