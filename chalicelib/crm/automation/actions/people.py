"""Giving a record to somebody, and telling people of it."""

from collections.abc import Sequence
from typing import Any, Final

from chalicelib.crm.automation.actions import assigning, writing
from chalicelib.engine import access, notices, people
from chalicelib.engine.actions import Action, Moment, Outcome, Parameter, Parameters
from chalicelib.engine.catalogue import Object
from chalicelib.engine.objects import Label, Option
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput

MOST_TOLD: Final = 50
LONGEST_TEXT: Final = 500


def _check_assign(ctx: Context, object: Object, parameters: Parameters) -> Parameters:
    if not object.features.owned:
        raise InvalidInput.of("rule", "not_owned", "These records are nobody's.")
    access.require(ctx, object, "update")
    rule = assigning.content_of(ctx, parameters["rule"])
    if rule["object"] != object.plural:
        raise InvalidInput.of("rule", "other_object", f"This rule gives out {rule['object']}.")
    return {"rule": parameters["rule"], "only_unowned": bool(parameters.get("only_unowned", False))}


def _assign(ctx: Context, moment: Moment, parameters: Parameters) -> Outcome:
    if parameters["only_unowned"] and moment.row.owner is not None:
        return Outcome(skipped="has_owner")
    person = assigning.draw(
        ctx, rule=parameters["rule"], key=moment.key, object=moment.object, row=moment.row, is_dry=moment.is_dry
    )
    if person is None:
        return Outcome(skipped="nobody_active")
    outcome = writing.changed(ctx, moment, {"owner": person})
    return Outcome(outcome.writes, {**outcome.told, "owner": person}, outcome.touched, outcome.skipped)


def _check_notify(ctx: Context, object: Object, parameters: Parameters) -> Parameters:
    whom = parameters.get("people", [])
    if parameters["to"] == "owner" and not object.features.owned:
        raise InvalidInput.of("to", "not_owned", "These records are nobody's; choose people.")
    if parameters["to"] == "people":
        known = people.several(ctx, whom)
        if not whom or len(known) < len(set(whom)) or len(whom) > MOST_TOLD:
            raise InvalidInput.of("people", "unknown_user", f"Choose one to {MOST_TOLD} members of your team.")
    return {"to": parameters["to"], "people": list(dict.fromkeys(whom)), "text": parameters.get("text", "")}


def _notify(ctx: Context, moment: Moment, parameters: Parameters) -> Outcome:
    """Tell of the record by a notice that names it and copies nothing from it."""
    told: Sequence[Any] = [moment.row.owner] if parameters["to"] == "owner" else parameters["people"]
    known = people.several(ctx, [id for id in told if id])
    whom = [id for id, person in known.items() if person.is_active]
    if not whom:
        return Outcome(skipped="nobody_active")
    data = {
        "object": moment.object.name,
        "plural": moment.object.plural,
        "id": moment.row.id,
        "automation": moment.automation,
        "title": moment.name,
        "text": parameters["text"][:LONGEST_TEXT],
    }
    written = [notices.tell(ctx, user=id, kind="automation_told", data=data, cause=moment.key) for id in sorted(whom)]
    return Outcome(written, {"people": sorted(whom)})


ASSIGN: Final = Action(
    name="assign",
    label=Label("Asignar por una regla", "Assign by a rule"),
    parameters=(
        Parameter("rule", "id", Label("Regla", "Rule"), required=True, of="assignment"),
        Parameter("only_unowned", "boolean", Label("Solo si no es de nadie", "Only if nobody has it")),
    ),
    check=_check_assign,
    perform=_assign,
)
NOTIFY: Final = Action(
    name="notify",
    label=Label("Avisar", "Notify"),
    parameters=(
        Parameter(
            "to",
            "choice",
            Label("A quién", "Whom"),
            required=True,
            options=(
                Option("owner", Label("Su responsable", "Its owner")),
                Option("people", Label("Personas", "People")),
            ),
        ),
        Parameter("people", "ids", Label("Personas", "People"), of="user"),
        Parameter("text", "text", Label("Texto", "Text")),
    ),
    check=_check_notify,
    perform=_notify,
)
