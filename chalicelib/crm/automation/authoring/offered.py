"""What is offered to whoever writes an automation: triggers, and actions with their parameters, in both languages."""

from collections.abc import Mapping
from typing import Any, Final

from chalicelib.crm.automation.authoring import triggers
from chalicelib.crm.automation.authoring.kind import AUTOMATION
from chalicelib.engine import access, actions
from chalicelib.engine.actions import Parameter
from chalicelib.engine.objects import Label
from chalicelib.kernel.context import Context

TRIGGERS: Final[Mapping[str, Label]] = {
    "created": Label("Se crea un registro", "A record is created"),
    "changed": Label("Cambia un registro", "A record changes"),
    "deleted": Label("Se borra un registro", "A record is deleted"),
    "date": Label("Llega una fecha", "A date comes"),
    "segment_entered": Label("Entra en un segmento", "It enters a segment"),
    "segment_left": Label("Sale de un segmento", "It leaves a segment"),
    "mail_opened": Label("Abre un correo", "They open a mail"),
    "mail_clicked": Label("Hace clic en un correo", "They click in a mail"),
    "form_sent": Label("Envía un formulario", "They send a form"),
    "consent_given": Label("Da su permiso", "They give their permission"),
    "consent_withdrawn": Label("Retira su permiso", "They withdraw their permission"),
    "returned": Label("Vuelve tras un tiempo", "They return after a while"),
    "schedule": Label("A una hora fija", "At a set time"),
}


def parts(ctx: Context) -> dict[str, Any]:
    """Return every trigger and every action that an automation may be made of."""
    access.require_managed(ctx, AUTOMATION.plural, "read")
    return {
        "triggers": [{"kind": kind, "label": TRIGGERS[kind].both()} for kind in triggers.KINDS],
        "actions": [
            {
                "name": action.name,
                "label": action.label.both(),
                "needs_person": action.needs_person,
                "parameters": [_parameter(parameter) for parameter in action.parameters],
            }
            for action in actions.all()
        ],
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "shape": parameter.shape,
        "label": parameter.label.both(),
        "required": parameter.required,
        "of": parameter.of,
        "options": [{"value": option.value, "label": option.label.both()} for option in parameter.options],
    }
