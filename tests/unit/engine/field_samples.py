"""One field of every type, and the stored forms that several tests speak of."""

from datetime import UTC, datetime
from typing import Any

from chalicelib.engine.objects import (
    Field,
    Label,
    Rollup,
    address,
    boolean,
    choice,
    date,
    date_time,
    email,
    file,
    integer,
    lines,
    link,
    long_text,
    money,
    multi_choice,
    number,
    option,
    percent,
    person_name,
    phone,
    rating,
    rich_text,
    tags,
    text,
    time,
    url,
    user,
)
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.ids import Ids, TenantId

CTX = Context(
    TenantId("a" * 20), Actor("user", "01HSOFIA0000000000000000AA"), "r", datetime(2026, 11, 21, tzinfo=UTC), Ids()
)
ANA, EVA = "01HANA00000000000000000AAA", "01HEVA00000000000000000AAA"
COLOURS = (option("red", "Rojo", "Red"), option("blue", "Azul marino", "Navy blue"))

TEXT = text("x", "X", "X", max_length=10)
TAX_ID = text("x", "X", "X", check="tax_id")
LONG = long_text("x", "X", "X", max_length=20)
NUMBER = number("x", "X", "X")
WHOLE = number("x", "X", "X", decimals=0, min=0, max=100)
INTEGER = integer("x", "X", "X")
SEATS = integer("x", "X", "X", min=1, max=12)
RATING = rating("x", "X", "X")
MARK = rating("x", "X", "X", max=10)
TIME = time("x", "X", "X")
RICH = rich_text("x", "X", "X", max_length=120)
PERCENT = percent("x", "X", "X")
MONEY = money("x", "X", "X")
PRICE = money("x", "X", "X", min=0)
DATE = date("x", "X", "X")
INSTANT = date_time("x", "X", "X")
ZONED = date_time("x", "X", "X", zoned=True)
BOOLEAN = boolean("x", "X", "X")
CHOICE = choice("x", "X", "X", COLOURS)
SEVERAL = multi_choice("x", "X", "X", COLOURS)
WORDS = tags("x", "X", "X")
STAGE = Field("x", "stage", Label("X", "X"), options=COLOURS)
EMAIL = email("x", "X", "X")
PHONE = phone("x", "X", "X")
URL = url("x", "X", "X")
ADDRESS = address("x", "X", "X")
NAME = person_name("x", "X", "X", parts=("first_name", "last_name"))
FORMULA = Field("x", "formula", Label("X", "X"), formula="1 + 1")
ROLLUP = Field("x", "rollup", Label("X", "X"), rollup=Rollup("deals", "count"))
USER = user("x", "X", "X")
FILE = file("x", "X", "X")
FILES = file("x", "X", "X", multiple=True)
LINK = link("x", "X", "X", to="other", inverse="xs", inverse_label=("X", "X"))
LINKS = link("x", "X", "X", to="other", inverse="xs", inverse_label=("X", "X"), multiple=True)
ROLES = link(
    "x", "X", "X", to="other", inverse="xs", inverse_label=("X", "X"), multiple=True,
    attributes=("role", "since", "until", "primary"),
)  # fmt: skip
LINES = lines(
    "x", "X", "X", (text("item", "Y", "Y", required=True), number("n", "N", "N", default=1), money("price", "P", "P"))
)


def one(value: str, **more: Any) -> dict[str, Any]:
    return {"value": value, **more, "primary": True}


def minor(amount: int, currency: str = "EUR") -> dict[str, Any]:
    return {"minor": amount, "currency": currency}
