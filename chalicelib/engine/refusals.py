"""Why a value or a change was refused, in the language of whoever reads it later: in a file, or on a page of a job.

A refusal is known by its code, in which the API tells it at once; a code without words here keeps the English sentence
of whatever refused.
"""

from collections.abc import Mapping
from typing import Final

from chalicelib.engine.objects import Label
from chalicelib.kernel.errors import Problem

_VALUES: Final[Mapping[str, str]] = {
    "already_taken": "Otro registro ya lo tiene.",
    "due_required": "Para recordar la tarea hace falta una fecha de vencimiento.",
    "ends_before_start": "Debe terminar después de empezar.",
    "invalid_characters": "Tiene caracteres que no se pueden guardar.",
    "invalid_email": "No es un correo válido.",
    "invalid_phone": "No es un teléfono válido.",
    "invalid_tag": "No es una etiqueta válida.",
    "invalid_tax_id": "El NIF o VAT no es correcto.",
    "invalid_url": "No es una dirección web.",
    "lost_reason_required": "Hace falta el motivo de la pérdida.",
    "mixed_currencies": "Todas las líneas deben usar la misma moneda.",
    "not_a_boolean": "Escribe sí o no.",
    "not_a_date": "No es una fecha.",
    "not_a_list": "Debe ser una lista.",
    "not_a_number": "No es un número.",
    "not_a_rating": "No es una valoración.",
    "not_a_time": "No es una hora.",
    "not_an_active_user": "Esa persona ya no está activa.",
    "not_an_amount": "No es un importe.",
    "not_an_instant": "No es una fecha con hora.",
    "not_an_option": "No es una de las opciones.",
    "not_text": "Debe ser texto.",
    "other_currency": "Debe estar en la moneda de la empresa.",
    "read_only": "No se puede cambiar.",
    "repeated_link": "Está repetido.",
    "required": "No puede estar vacío.",
    "stage_of_other_pipeline": "Esa etapa es de otro pipeline.",
    "taken": "Otro registro ya lo tiene.",
    "too_few": "Son demasiado pocos.",
    "too_large": "Es demasiado grande.",
    "too_long": "Es demasiado largo.",
    "too_many": "Son demasiados.",
    "too_many_decimals": "Tiene demasiados decimales.",
    "too_many_digits": "Tiene demasiadas cifras.",
    "too_many_lines": "Son demasiadas líneas.",
    "too_many_links": "Son demasiados enlaces.",
    "too_short": "Es demasiado corto.",
    "too_small": "Es demasiado pequeño.",
    "under_way": "Cancela la campaña antes de cambiar su canal.",
    "unknown_country": "No conocemos ese país.",
    "unknown_currency": "No conocemos esa moneda.",
    "unknown_field": "Ese campo ya no existe.",
    "unknown_file": "Ese archivo ya no está.",
    "unknown_option": "No es una de las opciones.",
    "unknown_record": "Ese registro no existe.",
    "unknown_time_zone": "No conocemos esa zona horaria.",
    "unknown_user": "Esa persona ya no está.",
    "use_convert": "Un lead se convierte con «Convertir lead».",
    "use_launch": "Esto lo cambia el envío de la campaña.",
    "use_unconvert": "Deshaz antes la conversión.",
}

_CHANGES: Final[Mapping[str, str]] = {
    "already_exists": "Ya existe un registro con ese id.",
    "changed_meanwhile": "Otra persona ha cambiado los mismos datos en el mismo momento.",
    "forbidden": "Tu rol no permite hacer esto.",
    "last_pipeline": "Debe quedar al menos un pipeline.",
    "merged": "Este registro se fusionó con otro.",
    "not_found": "Ya no existe, o nunca estuvo aquí.",
    "stage_in_use": "Mueve antes las oportunidades que están en ese pipeline.",
    "too_large": "El registro es demasiado grande.",
    "under_way": "Cancela la campaña antes de eliminarla.",
    "version_mismatch": "Otra persona lo ha cambiado mientras tanto.",
}


def told(locale: str, code: str, message: str) -> str:
    """Return why a value was refused, of which its field said ``message`` in English."""
    return Label(_VALUES.get(code, message), message).text(locale)


def told_whole(locale: str, problem: Problem) -> str:
    """Return why a change was refused that names no field."""
    message = problem.detail or problem.code
    return Label(_CHANGES.get(problem.code, message), message).text(locale)
