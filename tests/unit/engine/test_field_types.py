"""What each field type takes, what it refuses, and how it orders, finds and shows its values."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from chalicelib.engine import fields
from chalicelib.engine.fields import registry
from chalicelib.engine.fields.contract import Refusal
from chalicelib.engine.objects import Field, Label, stage
from tests.unit.engine.field_samples import (
    ADDRESS,
    ANA,
    BOOLEAN,
    CHOICE,
    CTX,
    DATE,
    EMAIL,
    EVA,
    FILE,
    FILES,
    FORMULA,
    INSTANT,
    INTEGER,
    LINES,
    LINK,
    LINKS,
    LONG,
    MARK,
    MONEY,
    NAME,
    NUMBER,
    PERCENT,
    PHONE,
    PRICE,
    RATING,
    RICH,
    ROLES,
    ROLLUP,
    SEATS,
    SEVERAL,
    STAGE,
    TAX_ID,
    TEXT,
    TIME,
    URL,
    USER,
    WHOLE,
    WORDS,
    ZONED,
    minor,
    one,
)

ACCEPTED: list[tuple[Field, Any, Any]] = [
    (FILE, ANA, {"id": ANA}),
    (FILE, {"id": ANA, "name": "a.pdf", "size": 3, "type": "application/pdf"}, {"id": ANA}),
    (FILES, [ANA, {"id": EVA}, ANA], [{"id": ANA}, {"id": EVA}]),
    (WORDS, ["  VIP ", "Feria 2026", "vip"], ["VIP", "Feria 2026"]),
    (WORDS, ["x" * 40], ["x" * 40]),
    (TEXT, "  Toledo ", "Toledo"),
    (TEXT, "Jose\u0301", "José"),
    (TEXT, "   ", None),
    (TEXT, "👩‍🌾", "👩‍🌾"),
    (TAX_ID, "b-45123452", "B45123452"),
    (TAX_ID, "ES12345678Z", "12345678Z"),
    (TAX_ID, "X1234567L", "X1234567L"),
    (TAX_ID, "PT 501964843", "PT501964843"),
    (TAX_ID, "DE136695976", "DE136695976"),
    (TAX_ID, "FR40303265045", "FR40303265045"),
    (TAX_ID, "IT00743110157", "IT00743110157"),
    (TAX_ID, "IE6388047V", "IE6388047V"),
    (LONG, "uno\r\ndos\ttres", "uno\ndos\ttres"),
    (NUMBER, 3, 3),
    (NUMBER, 3.0, 3),
    (NUMBER, -2.5, Decimal("-2.5")),
    (NUMBER, 0.1, Decimal("0.1")),
    (NUMBER, 1e3, 1000),
    (NUMBER, 999_999_999_999_999, 999_999_999_999_999),
    (WHOLE, 100, 100),
    (INTEGER, -12, -12),
    (INTEGER, 12.0, 12),
    (INTEGER, 10**15 - 1, 10**15 - 1),
    (SEATS, 12, 12),
    (RATING, 1, 1),
    (RATING, 5.0, 5),
    (MARK, 10, 10),
    (TIME, "09:30", "09:30"),
    (TIME, "00:00", "00:00"),
    (TIME, "23:59:59", "23:59:59"),
    (TIME, "09:30:00", "09:30"),
    (RICH, "<p>Hola <b>Ana</b></p>", "<p>Hola <b>Ana</b></p>"),
    (RICH, "Aceite & vinagre < 5 €", "Aceite &amp; vinagre &lt; 5 €"),
    (RICH, "<p onclick='x()'>Hola<script>alert(1)</script></p>", "<p>Hola</p>"),
    (RICH, "<a href='javascript:alert(1)'>ven</a>", '<a rel="noopener noreferrer nofollow">ven</a>'),
    (RICH, "a<img src=x onerror=alert(1)><iframe src='//x'></iframe>", "a"),
    (RICH, "<svg><style><img src=x onerror=alert(1)></style>", None),
    (RICH, "<ul><li>uno<li>dos</ul>", "<ul><li>uno</li><li>dos</li></ul>"),
    (RICH, "<p> </p><p></p>", None),
    (RICH, "uno\r\ndos", "uno\ndos"),
    (PERCENT, 12.5, Decimal("12.5")),
    (MONEY, {"amount": "1250.50", "currency": "EUR"}, minor(125_050)),
    (MONEY, {"amount": "1250.5", "currency": "eur"}, minor(125_050)),
    (MONEY, {"amount": 0.29}, minor(29)),
    (MONEY, "-3", minor(-300)),
    (MONEY, {"amount": "1500", "currency": "JPY"}, minor(1500, "JPY")),
    (MONEY, {"amount": "1.234", "currency": "KWD"}, minor(1234, "KWD")),
    (PRICE, 12, minor(1200)),
    (DATE, "2026-02-28", "2026-02-28"),
    (DATE, "2024-02-29", "2024-02-29"),
    (INSTANT, "2026-11-21T20:15:00Z", "2026-11-21T20:15:00Z"),
    (INSTANT, "2026-11-21T21:15:00.123+01:00", "2026-11-21T20:15:00Z"),
    (
        ZONED,
        "2026-11-23T09:00",
        {"local": "2026-11-23T09:00:00", "time_zone": "Europe/Madrid", "utc": "2026-11-23T08:00:00Z"},
    ),
    (
        ZONED,
        {"local": "2027-03-28T02:30", "time_zone": "Europe/Madrid"},
        {"local": "2027-03-28T02:30:00", "time_zone": "Europe/Madrid", "utc": "2027-03-28T01:00:00Z"},
    ),
    (
        ZONED,
        {"local": "2026-10-25T02:30", "time_zone": "Europe/Madrid"},
        {"local": "2026-10-25T02:30:00", "time_zone": "Europe/Madrid", "utc": "2026-10-25T00:30:00Z"},
    ),
    (
        ZONED,
        "2026-11-23T08:00:00Z",
        {"local": "2026-11-23T09:00:00", "time_zone": "Europe/Madrid", "utc": "2026-11-23T08:00:00Z"},
    ),
    (BOOLEAN, False, False),
    (CHOICE, "red", "red"),
    (SEVERAL, ["blue", "red"], ["red", "blue"]),
    (STAGE, "blue", "blue"),
    (EMAIL, "Ana@Olmedo.Example", [one("ana@olmedo.example")]),
    (EMAIL, ["a@b.es", "a@b.es"], [one("a@b.es")]),
    (
        EMAIL,
        [{"value": "a@b.es", "label": "casa"}, {"value": "c@d.es", "primary": True}],
        [{"value": "a@b.es", "label": "casa", "primary": False}, {"value": "c@d.es", "primary": True}],
    ),
    (EMAIL, "ana@peña.example", [one("ana@xn--pea-8ma.example")]),
    (PHONE, "925 12 34 56", [one("+34925123456")]),
    (PHONE, "0034 925-123-456", [one("+34925123456")]),
    (PHONE, ["+1 (212) 555-0100"], [one("+12125550100")]),
    (PHONE, "tel:+34925123456", [one("+34925123456")]),
    (PHONE, "925123456 ext. 12", [one("+34925123456", extension="12")]),
    (URL, "olmedo.example/tienda", "https://olmedo.example/tienda"),
    (URL, "http://olmedo.example:8080", "http://olmedo.example:8080"),
    (ADDRESS, {"street": " Calle Ancha 1 ", "country": "es", "city": ""}, {"street": "Calle Ancha 1", "country": "ES"}),
    (ADDRESS, {}, None),
    (USER, ANA, ANA),
    (LINK, ANA, ANA),
    (LINK, {"id": ANA}, ANA),
    (LINKS, ANA, [ANA]),
    (LINKS, [ANA, {"id": EVA}], [ANA, EVA]),
    (ROLES, [ANA, EVA], [{"id": ANA, "primary": True}, {"id": EVA, "primary": False}]),
    (
        ROLES,
        [{"id": ANA, "role": "Compras", "since": "2024-01-01", "until": None}],
        [{"id": ANA, "role": "Compras", "since": "2024-01-01", "primary": True}],
    ),
    (LINES, [{"item": "Aceite", "price": "4.50"}], [{"item": "Aceite", "n": 1, "price": minor(450)}]),
]

REFUSED: list[tuple[Field, Any, str, str]] = [
    (WORDS, "VIP", "not_a_list", ""),
    (WORDS, ["x"] * 31, "too_many", ""),
    (WORDS, ["x" * 41], "too_long", "0"),
    (WORDS, [""], "invalid_tag", "0"),
    (WORDS, ["uno, dos"], "invalid_tag", "0"),
    (WORDS, [3], "not_text", "0"),
    (WORDS, ["\ud800"], "invalid_characters", "0"),
    (FILE, "oferta.pdf", "unknown_file", ""),
    (FILE, {"id": ANA, "url": "https://x.example"}, "unknown_file", ""),
    (FILE, [ANA], "unknown_file", ""),
    (FILES, ANA, "not_a_list", ""),
    (FILES, [ANA, 7], "unknown_file", "1"),
    (FILES, [ANA] * 21, "too_many", ""),
    (TEXT, "x" * 11, "too_long", ""),
    (TEXT, "x" * 1_000_000, "too_long", ""),
    (TEXT, "a\x00b", "invalid_characters", ""),
    (TEXT, "a\x1bb", "invalid_characters", ""),
    (TEXT, "a\nb", "invalid_characters", ""),
    (TEXT, "a\ud800b", "invalid_characters", ""),
    (TEXT, "a\u2028b", "invalid_characters", ""),
    (TEXT, 5, "not_text", ""),
    (TEXT, ["a"], "not_text", ""),
    (TAX_ID, "B45123453", "invalid_tax_id", ""),
    (TAX_ID, "12345678A", "invalid_tax_id", ""),
    (TAX_ID, "12345678", "invalid_tax_id", ""),
    (TAX_ID, "PT501964844", "invalid_tax_id", ""),
    (TAX_ID, "ZZ123", "invalid_tax_id", ""),
    (LONG, "x" * 21, "too_long", ""),
    (LONG, "a\x00b", "invalid_characters", ""),
    (NUMBER, "3", "not_a_number", ""),
    (NUMBER, True, "not_a_number", ""),
    (NUMBER, float("nan"), "not_a_number", ""),
    (NUMBER, float("inf"), "not_a_number", ""),
    (NUMBER, 10**15, "too_many_digits", ""),
    (NUMBER, 1e300, "too_many_digits", ""),
    (NUMBER, 0.1234567, "too_many_decimals", ""),
    (WHOLE, 2.5, "too_many_decimals", ""),
    (WHOLE, -1, "too_small", ""),
    (WHOLE, 101, "too_large", ""),
    (INTEGER, 2.5, "too_many_decimals", ""),
    (INTEGER, "12", "not_a_number", ""),
    (INTEGER, True, "not_a_number", ""),
    (INTEGER, float("inf"), "not_a_number", ""),
    (INTEGER, 10**15, "too_many_digits", ""),
    (SEATS, 0, "too_small", ""),
    (SEATS, 13, "too_large", ""),
    (RATING, 0, "not_a_rating", ""),
    (RATING, 6, "not_a_rating", ""),
    (RATING, 3.5, "too_many_decimals", ""),
    (RATING, "5", "not_a_number", ""),
    (MARK, 11, "not_a_rating", ""),
    (TIME, "9:30", "not_a_time", ""),
    (TIME, "24:00", "not_a_time", ""),
    (TIME, "12:60", "not_a_time", ""),
    (TIME, "09:30Z", "not_a_time", ""),
    (TIME, "٠٩:٣٠", "not_a_time", ""),
    (TIME, 930, "not_a_time", ""),
    (RICH, "x" * 121, "too_long", ""),
    (RICH, "<p>" * 1_000_000, "too_long", ""),
    (RICH, "&" * 100, "too_long", ""),
    (RICH, "a\x00b", "invalid_characters", ""),
    (RICH, "a\ud800b", "invalid_characters", ""),
    (RICH, 5, "not_text", ""),
    (RICH, ["<p>a</p>"], "not_text", ""),
    (PERCENT, 101, "too_large", ""),
    (MONEY, {"amount": "1.234", "currency": "EUR"}, "too_many_decimals", "amount"),
    (MONEY, {"amount": "1", "currency": "EURO"}, "unknown_currency", "currency"),
    (MONEY, {"amount": "1", "currency": 5}, "unknown_currency", "currency"),
    (MONEY, {"amount": "1e5", "currency": "EUR"}, "not_an_amount", "amount"),
    (MONEY, {"amount": "١٢", "currency": "EUR"}, "not_an_amount", "amount"),
    (MONEY, {"amount": float("nan")}, "not_an_amount", "amount"),
    (MONEY, {"amount": True}, "not_an_amount", "amount"),
    (MONEY, {"minor": 100, "currency": "EUR"}, "unknown_field", "minor"),
    (MONEY, {"amount": "999999999999999", "currency": "EUR"}, "too_large", "amount"),
    (MONEY, ["1"], "not_an_object", ""),
    (PRICE, "-1", "too_small", "amount"),
    (DATE, "2026-02-29", "not_a_date", ""),
    (DATE, "21/11/2026", "not_a_date", ""),
    (DATE, "20261121", "not_a_date", ""),
    (DATE, "0026-01-01", "not_a_date", ""),
    (DATE, 20261121, "not_a_date", ""),
    (INSTANT, "2026-11-21T20:15:00", "not_an_instant", ""),
    (INSTANT, "2026-11-21", "not_an_instant", ""),
    (INSTANT, "2026-13-01T00:00:00Z", "not_an_instant", ""),
    (INSTANT, 1_795_000_000, "not_an_instant", ""),
    (ZONED, {"local": "2026-11-23T09:00", "time_zone": "Europe/Atlantis"}, "unknown_time_zone", "time_zone"),
    (ZONED, {"local": "2026-11-23T09:00", "time_zone": "../../etc/passwd"}, "unknown_time_zone", "time_zone"),
    (ZONED, {"time_zone": "Europe/Madrid"}, "not_an_instant", ""),
    (ZONED, {"local": "2026-11-23T09:00", "zone": "x"}, "unknown_field", "zone"),
    (BOOLEAN, "true", "not_a_boolean", ""),
    (BOOLEAN, 1, "not_a_boolean", ""),
    (CHOICE, "green", "unknown_option", ""),
    (CHOICE, "Red", "unknown_option", ""),
    (CHOICE, ["red"], "unknown_option", ""),
    (SEVERAL, "red", "not_a_list", ""),
    (SEVERAL, ["green"], "unknown_option", ""),
    (SEVERAL, ["red"] * 3, "too_many", ""),
    (STAGE, "green", "unknown_option", ""),
    (EMAIL, "ana", "invalid_email", "0.value"),
    (EMAIL, "ana@localhost", "invalid_email", "0.value"),
    (EMAIL, "ana garcia@olmedo.example", "invalid_email", "0.value"),
    (EMAIL, "Ana <ana@olmedo.example>", "invalid_email", "0.value"),
    (EMAIL, "=?utf-8?q?x?=@olmedo.example", "invalid_email", "0.value"),
    (EMAIL, "ana@olmedo.example\nBcc: x@y.es", "invalid_characters", "0.value"),
    (EMAIL, ["a@b.es", "nope"], "invalid_email", "1.value"),
    (EMAIL, [{"value": "a@b.es", "main": True}], "unknown_field", "0.main"),
    (EMAIL, [{"value": "a@b.es", "primary": "yes"}], "not_a_boolean", "0.primary"),
    (EMAIL, [f"a{n}@b.es" for n in range(21)], "too_many", ""),
    (PHONE, "12", "invalid_phone", "0.value"),
    (PHONE, "llamar a Ana", "invalid_phone", "0.value"),
    (PHONE, 925123456, "not_an_object", "0"),
    (URL, "javascript:alert(1)", "invalid_url", ""),
    (URL, "ftp://olmedo.example", "invalid_url", ""),
    (URL, "https://user:pass@olmedo.example", "invalid_url", ""),
    (URL, "https://", "invalid_url", ""),
    (URL, "no es una web", "invalid_url", ""),
    (URL, "https://[::1", "invalid_url", ""),
    (ADDRESS, "Calle Ancha 1", "not_an_object", ""),
    (ADDRESS, {"country": "XX"}, "unknown_country", "country"),
    (ADDRESS, {"country": "Spain"}, "too_long", "country"),
    (ADDRESS, {"town": "Toledo"}, "unknown_field", "town"),
    (FORMULA, 2, "read_only", ""),
    (ROLLUP, 2, "read_only", ""),
    (NAME, "Ana", "read_only", ""),
    (USER, "ana@olmedo.example", "unknown_user", ""),
    (LINK, "../other", "unknown_record", ""),
    (LINK, {"id": ANA, "role": "x"}, "unknown_record", ""),
    (LINKS, [ANA, ANA], "repeated_link", ""),
    (LINKS, [5], "not_an_object", "0"),
    (LINKS, [ANA] * 41, "too_many_links", ""),
    (LINKS, [{"id": ANA, "role": "x"}], "unknown_field", "0.role"),
    (ROLES, [{"id": ANA, "since": "ayer"}], "not_a_date", "0.since"),
    (LINES, {"item": "Aceite"}, "not_a_list", ""),
    (LINES, [{"n": 1}], "required", "0.item"),
    (LINES, [{"item": "a"}, {"item": "b", "price": "x"}], "not_an_amount", "1.price.amount"),
    (LINES, [{"item": "a", "vat": 21}], "unknown_field", "0.vat"),
    (LINES, [{"item": "a"}] * 201, "too_many_lines", ""),
]


@pytest.mark.parametrize(("field", "raw", "stored"), ACCEPTED)
def test_a_field_takes(field: Field, raw: Any, stored: Any) -> None:
    assert registry.of(field).parse(field, raw, CTX) == stored


@pytest.mark.parametrize(("field", "raw", "code", "at"), REFUSED)
def test_a_field_refuses(field: Field, raw: Any, code: str, at: str) -> None:
    with pytest.raises(Refusal) as refusal:
        registry.of(field).parse(field, raw, CTX)

    assert (refusal.value.code, refusal.value.at) == (code, at)
    assert refusal.value.message


def test_every_type_is_tried_both_ways() -> None:
    accepting = {field.type for field, *_ in ACCEPTED} | {"person_name", "formula", "rollup"}

    assert accepting == {field.type for field, *_ in REFUSED} == set(registry.TYPES)


def test_every_type_is_one_module() -> None:
    shared = {"__init__", "contract", "registry", "channels"}
    modules = {path.stem for path in Path(fields.__path__[0]).glob("*.py")} - shared

    assert modules == set(registry.TYPES)


def test_every_declared_example_is_taken() -> None:
    for kind in registry.TYPES.values():
        for example in kind.examples:
            assert kind.parse(Field("x", kind.name, Label("X", "X")), example, CTX) is not None


SHOWN: list[tuple[Field, Any, Any]] = [
    (NUMBER, 2.5, 2.5),
    (NUMBER, 3.0, 3),
    (NUMBER, 0.1, 0.1),
    (NUMBER, 123456.789012, 123456.789012),
    (MONEY, {"amount": "1250.5", "currency": "EUR"}, {"amount": "1250.50", "currency": "EUR"}),
    (MONEY, {"amount": "1500", "currency": "JPY"}, {"amount": "1500", "currency": "JPY"}),
    (LINES, [{"item": "Aceite", "n": 2.5, "price": "4.5"}],
     [{"item": "Aceite", "n": 2.5, "price": {"amount": "4.50", "currency": "EUR"}}]),
]  # fmt: skip


@pytest.mark.parametrize(("field", "sent", "shown"), SHOWN)
def test_a_value_is_shown_as_it_was_meant(field: Field, sent: Any, shown: Any) -> None:
    kind = registry.of(field)

    assert kind.present(field, kind.parse(field, sent, CTX), CTX) == shown


ORDERED: list[tuple[Field, list[Any]]] = [
    (TEXT, ["Ana", "álvaro", "Eva", "ñu", "zoo"]),
    (NUMBER, [-1000, -2.5, -2, -0.000001, 0, 0.5, 1, 9, 10, 11, 1000.5]),
    (MONEY, ["-1", "0", "0.99", {"amount": "100", "currency": "JPY"}, "100.01", "20000"]),
    (INTEGER, [-1000, -2, 0, 1, 9, 10, 11, 1000]),
    (MARK, [1, 2, 9, 10]),
    (TIME, ["00:00", "09:30", "09:30:05", "09:31", "23:59"]),
    (DATE, ["1999-12-31", "2026-01-31", "2026-02-01"]),
    (INSTANT, ["2026-11-21T20:15:00Z", "2026-11-21T20:15:01Z", "2026-11-22T00:00:00+01:00"]),
    (ZONED, ["2026-11-21T09:00", {"local": "2026-11-21T08:30", "time_zone": "Atlantic/Canary"}, "2026-11-21T10:00"]),
    (BOOLEAN, [False, True]),
]


@pytest.mark.parametrize(("field", "values"), ORDERED)
def test_keys_stand_in_the_order_of_the_values(field: Field, values: list[Any]) -> None:
    kind = registry.of(field)
    keys = [kind.index_key(field, kind.parse(field, value, CTX)) for value in values]
    expected = keys if field is not TEXT else [keys[1], keys[0], *keys[2:]]

    assert expected == sorted(key for key in keys if key is not None)


@pytest.mark.parametrize(("field", "raw", "stored"), [row for row in ACCEPTED if row[0] is RICH and row[2]])
def test_a_clean_text_stays_as_it_is(field: Field, raw: str, stored: str) -> None:
    assert registry.of(field).parse(field, stored, CTX) == stored


def test_a_rich_text_is_found_by_its_words_and_not_by_its_elements() -> None:
    assert registry.of(RICH).words(RICH, "<p>Aceite &amp; vinagre</p><p>de <b>Jaén</b></p>") == (
        "aceite", "vinagre", "de", "jaen",
    )  # fmt: skip


def test_every_schema_is_a_json_schema() -> None:
    from jsonschema import Draft202012Validator

    for field, raw, _ in ACCEPTED:
        kind = registry.of(field)
        Draft202012Validator.check_schema(dict(kind.json_schema(field)))
        stored = kind.parse(field, raw, CTX)
        if stored is not None:
            Draft202012Validator(dict(kind.json_schema(field))).validate(kind.present(field, stored, CTX))


def test_a_stage_takes_its_options_from_the_tenant() -> None:
    assert stage("x", "X", "X", picklist="steps").picklist == "steps"


def test_a_phone_is_read_as_the_tenants_country_reads_it() -> None:
    london = replace(CTX, time_zone="Europe/London")

    assert registry.of(PHONE).parse(PHONE, "020 7946 0123", london) == [one("+442079460123")]
