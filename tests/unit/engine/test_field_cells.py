"""What each field type reads from the cell of a file, and what it writes into one."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from chalicelib.engine.fields import registry
from chalicelib.engine.fields.contract import CsvStyle, Refusal
from chalicelib.engine.objects import Field
from tests.unit.engine.field_samples import (
    ADDRESS,
    ANA,
    BOOLEAN,
    CHOICE,
    CTX,
    DATE,
    EMAIL,
    EVA,
    INSTANT,
    INTEGER,
    LINES,
    MONEY,
    NUMBER,
    PERCENT,
    PHONE,
    RATING,
    RICH,
    ROLES,
    SEVERAL,
    TIME,
    ZONED,
    minor,
    one,
)

FILED: list[tuple[Field, str, CsvStyle, Any]] = [
    (NUMBER, "1.234,5", CsvStyle(decimal_mark=","), Decimal("1234.5")),
    (NUMBER, "1,234.5", CsvStyle(decimal_mark="."), Decimal("1234.5")),
    (PERCENT, "25 %", CsvStyle(decimal_mark=","), 25),
    (MONEY, "1.250,50 €", CsvStyle(decimal_mark=","), minor(125_050)),
    (MONEY, "$1,250.50", CsvStyle(decimal_mark="."), minor(125_050, "USD")),
    (MONEY, "1250.50 GBP", CsvStyle(decimal_mark="."), minor(125_050, "GBP")),
    (DATE, "03/04/2026", CsvStyle(day_first=True), "2026-04-03"),
    (DATE, "03/04/2026", CsvStyle(day_first=False), "2026-03-04"),
    (DATE, "3-4-26", CsvStyle(day_first=True), "2026-04-03"),
    (DATE, "19970101", CsvStyle(), "1997-01-01"),
    (DATE, "45631", CsvStyle(), "2024-12-05"),
    (DATE, "2024-03-12 09:14", CsvStyle(), "2024-03-12"),
    (INSTANT, "2024-03-12 09:14", CsvStyle(), "2024-03-12T08:14:00Z"),
    (INSTANT, "12/03/2024 9:14 PM", CsvStyle(), "2024-03-12T20:14:00Z"),
    (INSTANT, "2024-03-12T09:14:00.000+0000".replace("+0000", "+00:00"), CsvStyle(), "2024-03-12T09:14:00Z"),
    (BOOLEAN, "Sí", CsvStyle(), True),
    (BOOLEAN, "no", CsvStyle(), False),
    (CHOICE, "AZUL MARINO", CsvStyle(), "blue"),
    (CHOICE, "navy blue", CsvStyle(), "blue"),
    (SEVERAL, "Rojo; navy blue", CsvStyle(), ["red", "blue"]),
    (EMAIL, "a@b.es ::: c@d.es", CsvStyle(), [one("a@b.es"), {"value": "c@d.es", "primary": False}]),
    (PHONE, "925 123 456, 925 123 457", CsvStyle(), [one("+34925123456"), {"value": "+34925123457", "primary": False}]),
    (INTEGER, "1.234", CsvStyle(decimal_mark=","), 1234),
    (RATING, "★★★☆☆", CsvStyle(), 3),
    (RATING, "4/5", CsvStyle(), 4),
    (TIME, "9:30", CsvStyle(), "09:30"),
    (TIME, "9.30 h", CsvStyle(), "09:30"),
    (TIME, "9h05", CsvStyle(), "09:05"),
    (TIME, "9:30 p.m.", CsvStyle(), "21:30"),
    (TIME, "12 am", CsvStyle(), "00:00"),
    (RICH, "Prefiere té & pastas\nLlamar tarde", CsvStyle(), "<p>Prefiere té &amp; pastas</p><p>Llamar tarde</p>"),
    (RICH, "<p>ya es <b>HTML</b></p>", CsvStyle(), "<p>ya es <b>HTML</b></p>"),
    (ADDRESS, "Calle Ancha 1\nToledo", CsvStyle(), {"street": "Calle Ancha 1 Toledo"}),
]


@pytest.mark.parametrize(("field", "cell", "style", "stored"), FILED)
def test_a_cell_of_a_file_is_read_as_its_country_writes(field: Field, cell: str, style: CsvStyle, stored: Any) -> None:
    kind = registry.of(field)

    assert kind.parse(field, kind.csv_in(field, cell, CTX, style), CTX) == stored


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        (NUMBER, "doce"),
        (MONEY, "gratis"),
        (DATE, "ayer"),
        (DATE, "31/02/2026"),
        (BOOLEAN, "quizá"),
        (INSTANT, "1/2/2026 25:00"),
        (TIME, "mañana"),
        (TIME, "25:00"),
        (TIME, "13 pm"),
        (INTEGER, "doce"),
        (RATING, "muy bueno"),
    ],
)
def test_a_cell_that_means_nothing_is_refused(field: Field, cell: str) -> None:
    with pytest.raises(Refusal):
        registry.of(field).csv_in(field, cell, CTX, CsvStyle(decimal_mark=","))


EXPORTED: list[tuple[Field, Any, str]] = [
    (NUMBER, 2.5, "2.5"),
    (MONEY, "1250.5", "1250.50 EUR"),
    (CHOICE, "blue", "Azul marino"),
    (SEVERAL, ["blue", "red"], "Rojo; Azul marino"),
    (ZONED, "2026-11-23T09:00", "2026-11-23T08:00:00Z"),
    (EMAIL, [{"value": "a@b.es"}, {"value": "c@d.es", "primary": True}], "c@d.es; a@b.es"),
    (PHONE, "925123456", "+34925123456"),
    (ADDRESS, {"street": "Calle Ancha 1", "city": "Toledo", "country": "ES"}, "Calle Ancha 1, Toledo, ES"),
    (BOOLEAN, True, "true"),
    (ROLES, [ANA, EVA], f"{ANA}; {EVA}"),
    (LINES, [{"item": "Aceite"}], '[{"item": "Aceite", "n": 1}]'),
]


@pytest.mark.parametrize(("field", "sent", "cell"), EXPORTED)
def test_a_value_goes_into_a_file(field: Field, sent: Any, cell: str) -> None:
    kind = registry.of(field)

    assert kind.csv_out(field, kind.parse(field, sent, CTX), CTX) == cell


@pytest.mark.parametrize("locale", ["es", "en"])
def test_a_choice_is_filed_in_the_readers_words(locale: str) -> None:
    assert (
        registry.of(CHOICE).csv_out(CHOICE, "red", replace(CTX, locale=locale)) == {"es": "Rojo", "en": "Red"}[locale]
    )
