"""What deals, pipelines, leads and orders demand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from chalicelib.engine import overlays, totals
from chalicelib.engine.catalogue import Catalogue
from chalicelib.engine.fields.date_time import spelled
from chalicelib.engine.objects import Label, Option, Overlay
from chalicelib.engine.rules import Change
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict
from chalicelib.kernel.text import tokens
from chalicelib.storage.plan import Write

STAGES = "pipeline.stages"
LONGEST_HISTORY = 100
PATIENCE = timedelta(days=1)
PROBABILITY_WHEN = {"won": 100, "lost": 0}


# Deals


def agree_on_pipeline(ctx: Context, change: Change) -> Change:
    """Let the stage say the pipeline, and the pipeline offer its first stage, but never let them contradict."""
    if change.kind == "update" and not change.changed & {"stage", "pipeline"}:
        return change
    options = change.object.fields["stage"].options
    stage, pipeline = change.values.get("stage"), change.values.get("pipeline")
    option = next((option for option in options if option.value == stage), None)
    if option and option.more["pipeline"] == pipeline:
        return change
    if option and (pipeline is None or "pipeline" not in change.changed):
        return change.holding(pipeline=option.more["pipeline"])
    if option and "stage" in change.changed:
        change.refuse("stage", "stage_of_other_pipeline", "Choose a stage of the deal's pipeline.")
    first = next((option for option in options if pipeline in (None, option.more["pipeline"])), None)
    return change.holding(stage=first.value, pipeline=first.more["pipeline"]) if first else change


def require_lost_reason(ctx: Context, change: Change) -> Change:
    """Refuse to close a deal as lost without saying why; a deal that lives again has no such reason."""
    lost = _kind(change) == "lost"
    if lost and not change.values.get("lost_reason"):
        change.refuse("lost_reason", "lost_reason_required", "Say why the deal was lost.")
    return change if lost else change.holding(lost_reason=None)


def keep_stage_history(ctx: Context, change: Change) -> Change:
    """Note each stage a deal enters, since when it is there, and when it was closed."""
    if "stage" not in change.changed:
        return change
    entered = spelled(ctx.now)
    since = change.values.get("original_created_at", entered) if change.kind == "create" else entered
    visit = {"stage": change.values["stage"], "at": since} | ({"by": ctx.actor.id} if ctx.actor.kind == "user" else {})
    return change.holding(
        stage_history=[*change.values.get("stage_history", ()), visit][-LONGEST_HISTORY:],
        stage_since=since,
        closed_at=entered if _kind(change) in ("won", "lost") else None,
    )


def _kind(change: Change) -> str | None:
    option = change.catalogue.option(change.object.fields["stage"], change.values.get("stage", ""))
    return option.more["kind"] if option else None


def probability_of_stage(record: Mapping[str, Any], catalogue: Catalogue, now: datetime) -> Mapping[str, Any]:
    """Tell how likely a deal is, as its stage says today."""
    option = _stage_of(record, catalogue)
    return {"probability": option.more["probability"]} if option else {}


def deal_flags(record: Mapping[str, Any], catalogue: Catalogue, now: datetime) -> Mapping[str, bool]:
    """Say whether an open deal has stood still longer than its stage expects, and whether nothing is planned."""
    option = _stage_of(record, catalogue)
    is_open = option is not None and option.more["kind"] == "open"
    expected = option.more.get("expected_days") if option else None
    since = record.get("stage_since")
    is_late = bool(expected and since) and clock.parse(str(since)) + timedelta(days=int(expected or 0)) < now
    return {"stalled": is_open and is_late, "without_next_step": is_open and not record.get("next_step")}


def _stage_of(record: Mapping[str, Any], catalogue: Catalogue) -> Option | None:
    return next((option for option in catalogue.picklists.get(STAGES, ()) if option.value == record.get("stage")), None)


# Pipelines


def order_stages(ctx: Context, change: Change) -> Change:
    """Give every stage a key of its own in the whole tenant, a place, and the probability that its kind implies."""
    if "stages" not in change.changed or not change.values.get("stages"):
        return change
    taken = {option.value for option in _others(change)}
    stages = []
    for position, stage in enumerate(_in_order(change.values["stages"])):
        key = stage.get("key") or _free_key(stage["label"], taken)
        if key in taken:
            change.refuse("stages", "taken", f"Another stage already has the key {key}.")
        taken.add(key)
        kind = stage.get("kind", "open")
        probability = PROBABILITY_WHEN.get(kind, stage.get("probability", 0))
        stages.append({**stage, "key": key, "order": position + 1, "kind": kind, "probability": probability})
    return change.holding(stages=stages)


def _others(change: Change) -> list[Option]:
    return [option for option in change.catalogue.picklists.get(STAGES, ()) if option.more["pipeline"] != change.id]


def _in_order(stages: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    numbered = enumerate(stages)
    return [stage for _, stage in sorted(numbered, key=lambda place: (place[1].get("order", place[0] + 1), place[0]))]


def _free_key(label: str, taken: set[str]) -> str:
    base = "_".join(tokens(label))[:48] or "stage"
    return next(key for n in range(1, 1000) if (key := base if n == 1 else f"{base}_{n}") not in taken)


def keep_stages_in_use(ctx: Context, change: Change) -> Change:
    """Refuse to take away a stage in which deals still stand."""
    kept = {stage["key"] for stage in change.values.get("stages", ())}
    gone = {stage["key"] for stage in change.before.get("stages", ())} - kept
    if gone & _stages_in_use(ctx) if gone else False:
        change.refuse("stages", "stage_in_use", "Move the deals of a stage before you take it away.")
    return change


def keep_one_pipeline(ctx: Context, change: Change) -> Change:
    """Refuse to delete the last pipeline, or one in which deals still stand.

    :raises Conflict: when that is so.
    """
    if not _others(change):
        raise Conflict("A workspace keeps at least one pipeline.", code="last_pipeline")
    if {stage["key"] for stage in change.before.get("stages", ())} & _stages_in_use(ctx):
        raise Conflict("Move the deals of this pipeline first.", code="stage_in_use")
    return change


def _stages_in_use(ctx: Context) -> frozenset[str]:
    return totals.held(ctx, plural="deals", field="stage")


def copy_stages_to_overlay(ctx: Context, change: Change) -> Sequence[Write]:
    """Copy a pipeline's stages to where deals look for their options, in the same transaction."""
    if change.kind == "update" and not change.changed & {"stages", "name", "is_default"}:
        return ()
    own = [] if change.kind == "delete" else [_stage_option(change, stage) for stage in change.values["stages"]]

    def with_own_stages(overlay: Overlay) -> Overlay:
        known = overlay.picklists.get(STAGES, ())
        place = next((n for n, option in enumerate(known) if option.more["pipeline"] == change.id), len(known))
        others = [option for option in known if option.more["pipeline"] != change.id]
        at = 0 if change.values.get("is_default") else min(place, len(others))
        return replace(overlay, picklists={**overlay.picklists, STAGES: (*others[:at], *own, *others[at:])})

    return overlays.change(ctx, with_own_stages)


def _stage_option(change: Change, stage: Mapping[str, Any]) -> Option:
    more = {name: stage[name] for name in ("probability", "kind", "order", "expected_days") if name in stage}
    label = Label(stage["label"], stage["label"])
    return Option(stage["key"], label, None, {**more, "pipeline": change.id, "pipeline_name": change.values["name"]})


# Leads


def convert_only_by_conversion(ctx: Context, change: Change) -> Change:
    """Keep ``converted`` a fact: only the conversion makes it true, and only its undoing makes it false."""
    is_converted, has_lineage = change.values.get("status") == "converted", bool(change.values.get("converted_at"))
    if is_converted and not has_lineage:
        change.refuse("status", "use_convert", "Convert the lead with its own action, so that we know what it became.")
    if has_lineage and not is_converted:
        change.refuse("status", "use_unconvert", "Undo the conversion first.")
    return change


def lead_flags(record: Mapping[str, Any], catalogue: Catalogue, now: datetime) -> Mapping[str, bool]:
    """Say whether nobody has answered a new lead for a day."""
    arrived = clock.parse(record.get("original_created_at") or record["created_at"])
    return {"unattended": record.get("status") == "new" and arrived + PATIENCE < now}


# Orders


def number_when_missing(ctx: Context, change: Change) -> Change:
    """Give an order without a number one of ours."""
    return change if change.values.get("number") else change.holding(number=f"{ctx.now:%Y}-{change.id[-8:]}")


def total_from_lines(ctx: Context, change: Change) -> Change:
    """Add up the lines, each rounded to the currency's minor unit; an order without lines keeps its given total."""
    lines = [line for line in change.values.get("lines", ()) if "unit_price" in line]
    if not lines:
        return change
    currencies = {line["unit_price"]["currency"] for line in lines}
    if len(currencies) > 1:
        change.refuse("lines", "mixed_currencies", "Use one currency for all lines of an order.")
    return change.holding(total={"minor": sum(map(_line_total, lines)), "currency": currencies.pop()})


def _line_total(line: Mapping[str, Any]) -> int:
    share = 1 - Decimal(line.get("discount", 0)) / 100
    amount = Decimal(line["unit_price"]["minor"]) * Decimal(line.get("quantity", 1)) * share
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))
