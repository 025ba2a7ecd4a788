"""Writing records: changing the one that the run is about, or making another. Both can be undone."""

from collections.abc import Mapping
from typing import Any, Final

from chalicelib.crm.automation.authoring import filling
from chalicelib.engine import access, drafts, records
from chalicelib.engine.actions import Action, Moment, Outcome, Parameter, Parameters, Touched
from chalicelib.engine.catalogue import Object
from chalicelib.engine.objects import Label
from chalicelib.engine.records import Known, Plan
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput
from chalicelib.storage.records import Row

OWNER: Final = "owner"


def changed(ctx: Context, moment: Moment, changes: Mapping[str, Any]) -> Outcome:
    """Return the outcome of changing the record of a moment; one that holds all of it already is left alone."""
    plan = records.plan_update(
        ctx, plural=moment.object.plural, id=moment.row.id, changes=changes, known=Known(row=moment.row)
    )
    if not plan.writes:
        return Outcome(skipped="unchanged")
    touched = touched_by(moment.row, plan)
    told = {"plural": plan.object.plural, "id": plan.row.id, "fields": sorted(touched.after)}
    return Outcome(plan.writes, told, (touched,))


def touched_by(row: Row, plan: Plan) -> Touched:
    """Return what a plan changes of a record, field by field."""
    before, after = _whole(row), _whole(plan.row)
    names = [name for name in {*before, *after} if before.get(name) != after.get(name)]
    return Touched(
        "changed",
        row.object,
        row.id,
        plan.row.version,
        {name: before.get(name) for name in names},
        {name: after.get(name) for name in names},
    )


def _whole(row: Row) -> dict[str, Any]:
    return {**drafts.whole(row), OWNER: row.owner}


def _check_update(ctx: Context, object: Object, parameters: Parameters) -> Parameters:
    access.require(ctx, object, "update")
    return {"values": filling.checked(ctx, object, object, parameters["values"])}


def _update(ctx: Context, moment: Moment, parameters: Parameters) -> Outcome:
    return changed(ctx, moment, filling.filled(ctx, moment, moment.object, parameters["values"]))


def _check_create(ctx: Context, object: Object, parameters: Parameters) -> Parameters:
    target = filling.target_of(ctx, parameters["object"], "object")
    access.require(ctx, target, "create")
    link = parameters.get("link")
    if link is not None:
        field = target.fields.get(link)
        if field is None or field.link is None or field.link.to != object.name or field.read_only:
            raise InvalidInput.of("link", "unknown_field", "Choose a link of the new record that may lead to this one.")
    values = filling.checked(ctx, object, target, parameters["values"])
    missing = [field for field in target.required if field.name not in {*values, link} and field.default is None]
    named = [field.name for field in missing if field.name in target.writable]
    if named:
        raise InvalidInput.of(f"values.{named[0]}", "required", "The new record needs a value here.")
    return {"object": target.plural, "values": values, **({"link": link} if link else {})}


def _create(ctx: Context, moment: Moment, parameters: Parameters) -> Outcome:
    target = filling.target_of(ctx, parameters["object"], "object")
    values = filling.filled(ctx, moment, target, parameters["values"])
    values = {name: value for name, value in values.items() if value is not None}
    link = parameters.get("link")
    if link is not None:
        values[link] = [{"id": moment.row.id}] if target.fields[link].multiple else moment.row.id
    plan = records.plan_create(ctx, plural=target.plural, values=values, id=moment.id_for("record"))
    touched = Touched("created", target.plural, plan.row.id, plan.row.version)
    return Outcome(plan.writes, {"plural": target.plural, "id": plan.row.id}, (touched,))


VALUES: Final = Parameter("values", "values", Label("Valores", "Values"), required=True)

UPDATE: Final = Action(
    name="update_record",
    label=Label("Cambiar el registro", "Change the record"),
    parameters=(VALUES,),
    check=_check_update,
    perform=_update,
)
CREATE: Final = Action(
    name="create_record",
    label=Label("Crear un registro", "Create a record"),
    parameters=(
        Parameter("object", "text", Label("Objeto", "Object"), required=True, of="object"),
        VALUES,
        Parameter("link", "text", Label("Enlazado por", "Linked by"), of="field"),
    ),
    check=_check_create,
    perform=_create,
)
