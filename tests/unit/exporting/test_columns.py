"""Every type of field fills a cell, whatever it holds."""

from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib import wiring  # noqa: F401 - declares the types
from chalicelib.engine.exporting import csv_table, workbook
from chalicelib.engine.exporting.columns import Column, Table
from chalicelib.engine.exporting.csv_table import Style
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Field, Label, Option
from chalicelib.engine.sheet_columns import header, parts_of
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.ids import Ids, TenantId

EVA = "01J000000000000000000000EV"
CTX = Context(
    TenantId("a" * 20), Actor("user", EVA, "admin"), "test", datetime(2026, 11, 21, tzinfo=UTC), Ids(), currency="EUR"
)
OPTIONS = (Option("gold", Label("Oro", "Gold")),)
COMPUTED: dict[str, list[Any]] = {
    "formula": [3, 2.5, "texto", True, {"amount": "1.00", "currency": "EUR"}],
    "rollup": [3, 2.5, {"amount": "1.00", "currency": "EUR"}],
    "choice": ["gold"],
    "multi_choice": [["gold"]],
    "user": [EVA],
    "link": [EVA],
}


def shown(type: str) -> list[Any]:
    """Return values of a type as a record shows them."""
    kind = registry.TYPES[type]
    field = declared(type)
    parsed = [kind.parse(field, example, CTX) for example in kind.examples] if type not in COMPUTED else []
    return [kind.present(field, value, CTX) for value in parsed] + COMPUTED.get(type, [])


def declared(type: str) -> Field:
    is_several = type in ("email", "phone", "multi_choice")
    return Field("campo", type, Label("Campo", "Field"), options=OPTIONS, multiple=is_several)


@pytest.mark.parametrize("type", sorted(registry.TYPES))
def test_a_value_of_each_type_fills_its_cells(type: str) -> None:
    field = declared(type)
    columns = tuple(Column(field, part, header(field, part, by_name=True, locale="es")) for part in parts_of(field))
    for value in shown(type):
        links = {"campo": [{"id": EVA, "name": "Oli"}]}

        cells = Table(columns).row(CTX, {"campo": value, "links": links})

        assert any(cell is not None for cell in cells)
        assert csv_table.rows([cells], Style())
        assert workbook.rows([cells], workbook.opening(["a"], title="x")[1], time_zone="UTC")[0]


def test_an_empty_value_fills_none() -> None:
    columns = (Column(declared("text"), None, "campo"),)

    assert [Table(columns).row(CTX, {"campo": value}) for value in (None, [], {})] == [[None]] * 3
