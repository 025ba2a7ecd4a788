"""Deals: stages, history, reasons, flags and totals."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.engine import records, totals
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage import index, writes
from tests.unit.crm.conftest import STAGES


@pytest.fixture
def deal(ctx: Context, pipeline: dict[str, Any]) -> dict[str, Any]:
    values = {"name": "Aceite para Hotel Retiro", "amount": "1250.50", "next_step": "Enviar muestra"}
    return records.create(ctx, plural="deals", values=values)


def move(ctx: Context, deal: dict[str, Any], stage: str, **more: Any) -> dict[str, Any]:
    return records.update(
        ctx, plural="deals", id=deal["id"], changes={"stage": stage, **more}, expected_version=deal["version"]
    )


def test_a_deal_begins_in_the_first_stage_of_the_first_pipeline(deal: dict[str, Any], pipeline: dict[str, Any]) -> None:
    assert (deal["stage"], deal["pipeline"], deal["probability"]) == ("nueva", pipeline["id"], 10)
    assert deal["amount"] == {"amount": "1250.50", "currency": "EUR"}
    assert deal["links"]["pipeline"] == [{"id": pipeline["id"], "plural": "pipelines", "name": "Ventas"}]


def test_the_stage_says_the_pipeline(ctx: Context, pipeline: dict[str, Any]) -> None:
    hotels = records.create(ctx, plural="pipelines", values={"name": "Hoteles", "stages": STAGES})

    deal = records.create(ctx, plural="deals", values={"name": "Vino", "stage": "propuesta_2"})

    assert deal["pipeline"] == hotels["id"]


def test_another_pipeline_begins_at_its_first_stage(ctx: Context, deal: dict[str, Any]) -> None:
    hotels = records.create(ctx, plural="pipelines", values={"name": "Hoteles", "stages": STAGES})

    moved = records.update(
        ctx, plural="deals", id=deal["id"], changes={"pipeline": hotels["id"]}, expected_version=deal["version"]
    )

    assert moved["stage"] == "nueva_2"


def test_a_stage_of_another_pipeline_is_refused(ctx: Context, pipeline: dict[str, Any]) -> None:
    records.create(ctx, plural="pipelines", values={"name": "Hoteles", "stages": STAGES})

    with pytest.raises(InvalidInput) as problem:
        records.create(ctx, plural="deals", values={"name": "Vino", "pipeline": pipeline["id"], "stage": "propuesta_2"})

    assert problem.value.code == "stage_of_other_pipeline"


def test_losing_a_deal_asks_why(ctx: Context, deal: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as problem:
        move(ctx, deal, "perdida")

    assert [(error.field, error.code) for error in problem.value.errors] == [("lost_reason", "lost_reason_required")]
    assert problem.value.code == "lost_reason_required"
    assert move(ctx, deal, "perdida", lost_reason="price")["lost_reason"] == "price"


def test_a_deal_that_lives_again_has_no_lost_reason_and_no_end(ctx: Context, deal: dict[str, Any]) -> None:
    lost = move(ctx, deal, "perdida", lost_reason="price")

    back = move(ctx, lost, "propuesta")

    assert lost["closed_at"] == "2026-11-21T20:15:00Z"
    assert (back["lost_reason"], back["closed_at"]) == (None, None)


def test_a_deal_remembers_its_stages(ctx: Context, deal: dict[str, Any]) -> None:
    later = replace(ctx, now=ctx.now + timedelta(days=2))

    moved = move(later, move(ctx, deal, "propuesta"), "ganada")

    assert moved["stage_history"] == [
        {"stage": "nueva", "at": "2026-11-21T20:15:00Z", "by": ctx.actor.id},
        {"stage": "propuesta", "at": "2026-11-21T20:15:00Z", "by": ctx.actor.id},
        {"stage": "ganada", "at": "2026-11-23T20:15:00Z", "by": ctx.actor.id},
    ]
    assert moved["stage_since"] == moved["closed_at"] == "2026-11-23T20:15:00Z"
    assert moved["probability"] == 100


def test_an_edit_that_leaves_the_stage_leaves_the_history(ctx: Context, deal: dict[str, Any]) -> None:
    edited = records.update(ctx, plural="deals", id=deal["id"], changes={"name": "Vino"}, expected_version=1)

    assert edited["stage_history"] == deal["stage_history"]


@pytest.mark.parametrize("name", ["stage_history", "stage_since", "closed_at", "probability"])
def test_nobody_writes_the_history(ctx: Context, deal: dict[str, Any], name: str) -> None:
    with pytest.raises(InvalidInput) as problem:
        records.update(ctx, plural="deals", id=deal["id"], changes={name: None}, expected_version=1)

    assert problem.value.errors[0].code == "read_only"


def test_an_imported_deal_stands_in_its_stage_since_its_own_beginning(ctx: Context, pipeline: dict[str, Any]) -> None:
    deal = records.create(ctx, plural="deals", values={"name": "Viejo", "original_created_at": "2026-10-01T08:00:00Z"})

    assert deal["stage_since"] == "2026-10-01T08:00:00Z"
    assert deal["flags"]["stalled"] is True


@pytest.mark.parametrize(("days", "stalled"), [(0, False), (7, False), (8, True)])
def test_an_open_deal_is_stalled_beyond_the_days_its_stage_expects(
    ctx: Context, deal: dict[str, Any], days: int, stalled: bool
) -> None:
    then = replace(ctx, now=ctx.now + timedelta(days=days))

    assert records.get(then, plural="deals", id=deal["id"])["flags"]["stalled"] is stalled


def test_a_closed_deal_is_neither_stalled_nor_without_next_step(ctx: Context, deal: dict[str, Any]) -> None:
    won = move(ctx, deal, "ganada", next_step=None)
    then = replace(ctx, now=ctx.now + timedelta(days=400))

    assert records.get(then, plural="deals", id=won["id"])["flags"] == {"stalled": False, "without_next_step": False}


def test_an_open_deal_without_next_step_says_so(ctx: Context, deal: dict[str, Any]) -> None:
    assert deal["flags"]["without_next_step"] is False

    changed = records.update(ctx, plural="deals", id=deal["id"], changes={"next_step": None}, expected_version=1)

    assert changed["flags"]["without_next_step"] is True


def test_totals_are_weighted_by_the_stage_and_kept_by_currency(ctx: Context, pipeline: dict[str, Any]) -> None:
    added = [
        ("nueva", "ana", "EUR", index.Counter("nueva", "ana", "EUR", 2, {"amount": 100_005})),
        ("nueva", "eva", "EUR", index.Counter("nueva", "eva", "EUR", 1, {"amount": 50_000})),
        ("propuesta", "eva", "USD", index.Counter("propuesta", "eva", "USD", 1, {"amount": 10_001})),
    ]
    writes.execute(
        ctx, [index.add_to_counter(ctx, "deals", "stage", counter, shard=n) for n, (*_, counter) in enumerate(added)]
    )

    told = totals.by(ctx, plural="deals", field="stage")["items"]
    of_eva = totals.by(ctx, plural="deals", field="stage", owner="eva")["items"]

    assert told[:2] == [
        {
            "value": "nueva",
            "count": 3,
            "sums": [{"field": "amount", "amount": "1500.05", "currency": "EUR"}],
            "weighted": [{"field": "amount", "amount": "150.01", "currency": "EUR"}],
            "base": [
                {"field": "amount", "amount": "1500.05", "currency": "EUR", "complete": True, "weighted": "150.01"}
            ],
        },
        {
            "value": "propuesta",
            "count": 1,
            "sums": [{"field": "amount", "amount": "100.01", "currency": "USD"}],
            "weighted": [{"field": "amount", "amount": "50.01", "currency": "USD"}],
            "base": [{"field": "amount", "amount": "0.00", "currency": "EUR", "complete": False, "weighted": "0.00"}],
        },
    ]
    assert [item["count"] for item in of_eva] == [1, 1, 0, 0]


def test_totals_are_kept_only_by_counted_choices(ctx: Context) -> None:
    with pytest.raises(InvalidInput):
        totals.by(ctx, plural="deals", field="source")
