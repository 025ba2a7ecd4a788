"""From a tree to its sentence and back: whatever somebody builds by hand is said, and read as what it was."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.engine import filters, overlays
from chalicelib.engine.asking import interpreting, trees
from chalicelib.engine.asking.values import kind_of
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import guard
from tests.builders import Api
from tests.world import World

EXAMPLES = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
PERIODS = ["today", "yesterday", "tomorrow", "this_week", "last_month", "next_quarter", "this_year", "last_90_days",
           "last_1_month", "next_3_months", "last_3_calendar_months"]  # fmt: skip
AGES = ["30_days", "2_weeks", "6_months", "1_year"]
NUMBERS = ("number", "integer", "percent", "rating")
WORDS = st.text("abcñÁé »\\«()¿,.0123'\"", min_size=1, max_size=12).map(str.strip).filter(bool)
DAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31)).map(date.isoformat)
WRITTEN = {
    "email": "ana@olmedo.example",
    "phone": "+34925123456",
    "url": "https://olmedo.example",
    "time": "09:30",
    "tags": "vip",
}
ULID = "01KBANA0000000000000000000"


@pytest.fixture(scope="module")
def ctx(shared_api: Api, shared_world: World) -> Iterator[Context]:
    firm = shared_api.sign_up()
    ctx = shared_world.ctx(TenantId(firm.id), now=datetime(2026, 11, 22, 9, tzinfo=UTC))
    with guard.entered(ctx.tenant):
        yield ctx


def value_of(draw: Any, field: Field) -> Any:
    kind = kind_of(field)
    if kind in ("choice", "stage", "multi_choice") and field.options:
        return draw(st.sampled_from([option.value for option in field.options]))
    if kind == "money":
        return {"amount": f"{draw(st.integers(0, 10**6)) / 100:.2f}", "currency": "EUR"}
    if kind in NUMBERS:
        return draw(st.integers(0, 10_000))
    if kind == "boolean":
        return draw(st.booleans())
    if kind in ("date", "date_time"):
        return draw(DAYS)
    if kind in ("user", "link"):
        return ULID
    if kind in WRITTEN:
        return WRITTEN[kind]
    return draw(WORDS)


def condition(draw: Any, ctx: Context, plural: str) -> dict[str, Any]:
    """Return a condition on a field of an object, or on a part of one, as its editor might make it."""
    catalogue = overlays.load(ctx)
    object = catalogue.of_plural(plural)
    fields = [field for field in object.fields.values() if filters.operators(field) and not field.hidden]
    field = draw(st.sampled_from(fields))
    parts = registry.of(field).inside(field) if field.type == "address" else {}
    path = field.name
    if parts and draw(st.booleans()):
        name = draw(st.sampled_from(["city", "region", "postal_code"]))
        field, path = parts[name], f"{field.name}.{name}"
    op = draw(st.sampled_from(filters.operators(field)))
    if op in ("empty", "not_empty"):
        return {"field": path, "op": op}
    if op in ("during", "not_during"):
        return {"field": path, "op": op, "value": draw(st.sampled_from(PERIODS))}
    if op in ("older_than", "further_than"):
        return {"field": path, "op": op, "value": draw(st.sampled_from(AGES))}
    if op in ("in", "not_in"):
        values = [value_of(draw, field) for _ in range(draw(st.integers(2, 3)))]
        return {"field": path, "op": op, "value": list({str(each): each for each in values}.values())}
    if op in ("between", "not_between"):
        pair = sorted((value_of(draw, field) for _ in range(2)), key=lambda each: (str(type(each)), sizes(each)))
        return {"field": path, "op": op, "value": pair}
    if op in ("like", "not_like", "regexp", "not_regexp", "contains", "not_contains", "starts", "ends"):
        part = value_of(draw, field) if field.options else draw(st.sampled_from(["ana", "Olmedo", "s.l.", "a b"]))
        return {"field": path, "op": op, "value": part}
    return {"field": path, "op": op, "value": value_of(draw, field)}


def sizes(value: Any) -> Any:
    return float(value["amount"]) if isinstance(value, dict) else value


def predicate(draw: Any, ctx: Context, plural: str) -> dict[str, Any]:
    """Return what only a segment asks: how many orders, for how much, or what happened to somebody."""
    kind = draw(st.sampled_from(["count", "sum", "event"] if plural == "contacts" else ["count", "sum"]))
    op = draw(st.sampled_from(["eq", "ne", "gt", "gte", "lt", "lte"]))
    if kind == "event":
        when = draw(st.sampled_from(EVENT_TIMES))
        where = draw(st.sampled_from([{}, {"where": {"human": True}}]))
        return {"event": draw(st.sampled_from(["mail_opened", "mail_clicked", "form_sent"])), "of": "count", "op": op,
                "value": draw(st.integers(0, 9)), **when, **where}  # fmt: skip
    where = {"where": condition(draw, ctx, "orders")} if draw(st.booleans()) else {}
    if kind == "sum":
        return {"related": "orders", "of": {"sum": "total"}, "op": op, "value": value_of(draw, MONEY), **where}
    return {"related": "orders", "of": "count", "op": op, "value": draw(st.integers(0, 9)), **where}


EVENT_TIMES = (
    {},
    {"during": "last_30_days"},
    {"since": "2026-06-01"},
    {"until": "2026-05-31"},
    {"since": "2026-03-01", "until": "2026-03-31"},
    {"since": "2026-03-08", "until": "2026-03-08"},
)
MONEY = Field("total", "money", label=None)  # type: ignore[arg-type]


@st.composite
def tree(draw: Any, ctx: Context, plural: str, depth: int = 0) -> dict[str, Any]:
    kind = draw(st.sampled_from(["one", "one", "predicate", "all", "any", "not"] if depth < 2 else ["one"]))
    if kind == "one":
        return condition(draw, ctx, plural)
    if kind == "predicate" and plural in ("companies", "contacts"):
        return predicate(draw, ctx, plural)
    if kind == "not":
        return {"not": draw(tree(ctx, plural, depth + 1))}
    if kind == "predicate":
        return condition(draw, ctx, plural)
    return {kind: draw(st.lists(tree(ctx, plural, depth + 1), min_size=2, max_size=3))}


@pytest.mark.parametrize("locale", ["es", "en"])
@pytest.mark.parametrize("plural", ["companies", "contacts", "deals", "orders", "tasks"])
@EXAMPLES
@given(data=st.data())
def test_a_tree_is_read_again_from_its_sentence(ctx: Context, plural: str, locale: str, data: Any) -> None:
    asked = data.draw(tree(ctx, plural))

    sentence = interpreting.tell(ctx, plural=plural, tree=asked, locale=locale)["sentence"]

    assert sentence is not None, asked
    again = interpreting.interpret(ctx, text=sentence, locale=locale)
    assert (again["object"], again["filter"], again["unknown"]) == (plural, trees.normal(asked), []), sentence
