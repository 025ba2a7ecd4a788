"""What the verdict of a row says, in the language of whoever imports.

A cell's refusal is known by its code, in which the API tells it too; a code without words here keeps the sentence of
the field that refused.
"""

from collections.abc import Mapping
from typing import Final

from chalicelib.engine.objects import Label

HEADER: Final = (
    Label("fila", "row"),
    Label("línea", "line"),
    Label("veredicto", "verdict"),
    Label("por qué", "reason"),
    Label("registros", "records"),
)
"""Over the cells that stand before the file's own. None of them is like the name of a field, so that a file that was
mended can be imported as it is."""

SEPARATOR: Final = Label(";", ",")
"""What a spreadsheet parts cells by where the language is spoken: where decimals have the comma, it parts nothing."""

OUTCOME: Final[Mapping[str, Label]] = {
    "created": Label("creado", "created"),
    "updated": Label("actualizado", "updated"),
    "skipped": Label("omitido", "skipped"),
    "failed": Label("con errores", "failed"),
}

BROKEN: Final[Mapping[str, Label]] = {
    "unbalanced_quote": Label(
        "En esta fila se abren unas comillas que no se cierran.", "A quote opens in this row and never closes."
    ),
    "damaged_text": Label(
        "Esta fila tiene bytes que no son texto en la codificación del archivo.",
        "This row holds bytes that are no text in the file's encoding.",
    ),
    "unreadable": Label("Esta fila no se puede leer.", "This row cannot be read."),
}

LEFT_OUT: Final = Label("No se ha importado {cell}", "Left out {cell}")
TOO_MANY_CELLS: Final = Label(
    "La fila tiene {cells} celdas y la cabecera {header}.", "The row has {cells} cells and the header {header}."
)
NOTHING: Final = Label("La fila no tiene nada que importar.", "The row holds nothing to import.")
NOTHING_NEW: Final = Label("No hay nada nuevo.", "Nothing new.")
HERE_ALREADY: Final = Label("Ya está aquí: {place}.", "Here already as {place}.")
SEVERAL: Final = Label(
    "Hay varios registros que se llaman así en {object}; no se ha elegido ninguno.",
    "Several records in {object} are called so; none was chosen.",
)
SEVERAL_BESIDE: Final = Label(
    "No se ha enlazado nada en {object}: hay varios registros que se llaman así. Asigna la columna de su id.",
    "Nothing was linked in {object}: several records are called so. Map their id.",
)
NO_SUCH: Final = Label(
    "En {object} no hay ningún registro con el id “{value}”. Importa antes esos registros.",
    "There is no record in {object} with the id “{value}”. Import those first.",
)
NAMELESS_BESIDE: Final = Label(
    "No se ha añadido nada en {object}: falta el nombre.", "Nothing was added to {object}: the name is blank."
)
KNOWN_BESIDE: Final = Label(
    "No se ha añadido nada en {object}: puede que ya esté.", "Nothing was added to {object}: it may be there already."
)
TOO_MANY_LINKS: Final = Label("La fila crea demasiados enlaces a la vez.", "The row makes too many links at once.")
OURS: Final = Label(
    "Algo ha fallado por nuestra parte con esta fila. Vuelve a importarla.",
    "Something went wrong on our side with this row. Import it again.",
)
AT_ONCE: Final = Label(
    "Otra persona ha cambiado el mismo registro en el mismo momento. Vuelve a importar esta fila.",
    "Somebody else changed the same record at the same moment. Import this row again.",
)

_CELLS: Final[Mapping[str, str]] = {
    "already_taken": "Otro registro ya lo tiene.",
    "invalid_boolean": "Escribe sí o no.",
    "invalid_characters": "Tiene caracteres que no se pueden guardar.",
    "invalid_date": "No es una fecha que exista.",
    "invalid_date_time": "No es una fecha con hora que exista.",
    "invalid_email": "No es un correo válido.",
    "invalid_number": "No es un número como los de su columna.",
    "invalid_phone": "No es un teléfono válido.",
    "invalid_tag": "No es una etiqueta válida.",
    "invalid_tax_id": "El NIF o VAT no es correcto.",
    "invalid_url": "No es una dirección web.",
    "lost_reason_required": "Hace falta el motivo de la pérdida.",
    "due_required": "Para recordar la tarea hace falta una fecha de vencimiento.",
    "mixed_currencies": "Todas las líneas deben usar la misma moneda.",
    "not_a_boolean": "Escribe sí o no.",
    "not_a_date": "No es una fecha.",
    "not_a_number": "No es un número.",
    "not_a_rating": "No es una valoración.",
    "not_a_time": "No es una hora.",
    "not_an_active_user": "Esa persona ya no está activa.",
    "not_an_amount": "No es un importe.",
    "not_an_instant": "No es una fecha con hora.",
    "not_an_option": "No es una de las opciones.",
    "not_text": "Debe ser texto.",
    "required": "No puede estar vacío.",
    "taken": "Otro registro ya lo tiene.",
    "too_few": "Son demasiado pocos.",
    "too_large": "Es demasiado grande.",
    "too_long": "Es demasiado largo.",
    "too_many": "Son demasiados.",
    "too_many_decimals": "Tiene demasiados decimales.",
    "too_many_digits": "Tiene demasiadas cifras.",
    "too_short": "Es demasiado corto.",
    "too_small": "Es demasiado pequeño.",
    "unknown_country": "No conocemos ese país.",
    "unknown_currency": "No conocemos esa moneda.",
    "unknown_option": "No es una de las opciones.",
    "unknown_record": "Ese registro no existe.",
    "unknown_time_zone": "No conocemos esa zona horaria.",
    "unknown_user": "Aquí nadie tiene ese correo; el registro queda a tu nombre.",
}


def refused(locale: str, code: str, message: str) -> str:
    """Return why a field refused a cell, of which it said ``message`` in English."""
    return Label(_CELLS.get(code, message), message).text(locale)
