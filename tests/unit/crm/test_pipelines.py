"""Pipelines, and the stages that deals take from them."""

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.engine import metadata, overlays, records
from chalicelib.kernel.context import Context, Role
from chalicelib.kernel.errors import Conflict, Forbidden, InvalidInput
from chalicelib.storage import index, writes
from tests.unit.crm.conftest import STAGES


def stage_options(ctx: Context) -> list[dict[str, Any]]:
    described = metadata.describe(ctx, plural="deals")
    options: list[dict[str, Any]] = next(field for field in described["fields"] if field["name"] == "stage")["options"]
    return options


def test_a_stage_gets_a_key_a_place_and_the_probability_of_its_kind(pipeline: dict[str, Any]) -> None:
    told = [(stage["key"], stage["order"], stage["probability"], stage["kind"]) for stage in pipeline["stages"]]

    assert told == [
        ("nueva", 1, 10, "open"),
        ("propuesta", 2, 50, "open"),
        ("ganada", 3, 100, "won"),
        ("perdida", 4, 0, "lost"),
    ]


def test_stages_are_the_options_of_a_deal(ctx: Context, pipeline: dict[str, Any]) -> None:
    assert stage_options(ctx)[1] == {
        "value": "propuesta",
        "label": {"es": "Propuesta", "en": "Propuesta"},
        "probability": 50,
        "kind": "open",
        "order": 2,
        "expected_days": 14,
        "pipeline": pipeline["id"],
        "pipeline_name": "Ventas",
    }


def test_a_second_pipeline_has_keys_of_its_own(ctx: Context, pipeline: dict[str, Any]) -> None:
    second = records.create(ctx, plural="pipelines", values={"name": "Hoteles", "stages": STAGES})

    assert [stage["key"] for stage in second["stages"]] == ["nueva_2", "propuesta_2", "ganada_2", "perdida_2"]
    assert len(stage_options(ctx)) == 8


def test_a_key_of_another_pipeline_is_refused(ctx: Context, pipeline: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as problem:
        records.create(ctx, plural="pipelines", values={"name": "Hoteles", "stages": [{"key": "nueva", "label": "X"}]})

    assert [(error.field, error.code) for error in problem.value.errors] == [("stages", "taken")]


def test_a_renamed_stage_keeps_its_key(ctx: Context, pipeline: dict[str, Any]) -> None:
    stages = [{**pipeline["stages"][0], "label": "Entrante"}, *pipeline["stages"][1:]]

    records.update(ctx, plural="pipelines", id=pipeline["id"], changes={"stages": stages}, expected_version=1)

    assert (stage_options(ctx)[0]["value"], stage_options(ctx)[0]["label"]["es"]) == ("nueva", "Entrante")


def test_a_new_stage_works_at_once_in_a_container_that_has_not_heard_of_it(
    ctx: Context, pipeline: dict[str, Any]
) -> None:
    overlays.load(ctx)
    known = overlays._copies[ctx.tenant]
    stages = [*pipeline["stages"], {"label": "En pausa", "kind": "open", "probability": 5}]
    records.update(ctx, plural="pipelines", id=pipeline["id"], changes={"stages": stages}, expected_version=1)
    overlays._copies[ctx.tenant] = replace(known, read_at=ctx.now, request_id="an older request")

    deal = records.create(ctx, plural="deals", values={"name": "Aceite", "stage": "en_pausa"})

    assert deal["stage"] == "en_pausa"


def test_a_stage_with_deals_stays(ctx: Context, pipeline: dict[str, Any]) -> None:
    counter = index.Counter("propuesta", ctx.actor.id, "EUR", 1)
    writes.execute(ctx, [index.add_to_counter(ctx, "deals", "stage", counter, shard=0)])
    stages = [stage for stage in pipeline["stages"] if stage["key"] != "propuesta"]

    with pytest.raises(InvalidInput) as problem:
        records.update(ctx, plural="pipelines", id=pipeline["id"], changes={"stages": stages}, expected_version=1)

    assert problem.value.code == "stage_in_use"


def test_the_last_pipeline_stays(ctx: Context, pipeline: dict[str, Any]) -> None:
    with pytest.raises(Conflict) as problem:
        records.delete(ctx, plural="pipelines", id=pipeline["id"], expected_version=1)

    assert problem.value.code == "last_pipeline"


def test_a_deleted_pipeline_takes_its_stages_along_and_brings_them_back(ctx: Context, pipeline: dict[str, Any]) -> None:
    second = records.create(ctx, plural="pipelines", values={"name": "Hoteles", "stages": STAGES})

    records.delete(ctx, plural="pipelines", id=second["id"], expected_version=1)
    without = len(stage_options(ctx))
    records.restore(ctx, plural="pipelines", id=second["id"])

    assert (without, len(stage_options(ctx))) == (4, 8)


def test_two_pipelines_at_once_cannot_lose_each_others_stages(ctx: Context, pipeline: dict[str, Any]) -> None:
    slow = records.plan_create(ctx, plural="pipelines", values={"name": "Lenta", "stages": STAGES})
    records.create(ctx, plural="pipelines", values={"name": "Rápida", "stages": STAGES})

    with pytest.raises(Conflict) as problem:
        records.commit(ctx, [slow], answer={})

    assert problem.value.code == "changed_meanwhile"


@pytest.mark.parametrize("role", [Role.REP, Role.VIEWER])
def test_only_managers_touch_pipelines(ctx: Context, pipeline: dict[str, Any], role: Role) -> None:
    acting = replace(ctx, actor=replace(ctx.actor, role=role))

    with pytest.raises(Forbidden):
        records.create(acting, plural="pipelines", values={"name": "Hoteles", "stages": STAGES})
    assert records.get(acting, plural="pipelines", id=pipeline["id"]) == pipeline
