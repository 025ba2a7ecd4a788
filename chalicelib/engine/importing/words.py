"""What the verdict of a row says, in the language of whoever imports.

What any field may refuse a value with has its words in ``chalicelib/engine/refusals.py``.
"""

from collections.abc import Mapping
from typing import Final

from chalicelib.engine import refusals
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
    "invalid_boolean": "Escribe sí o no.",
    "invalid_date": "No es una fecha que exista.",
    "invalid_date_time": "No es una fecha con hora que exista.",
    "invalid_number": "No es un número como los de su columna.",
    "unknown_user": "Aquí nadie tiene ese correo; el registro queda a tu nombre.",
}
"""What is refused of a cell only, or comes to something else there."""


def refused(locale: str, code: str, message: str) -> str:
    """Return why a field refused a cell, of which it said ``message`` in English."""
    own = _CELLS.get(code)
    return refusals.told(locale, code, message) if own is None else Label(own, message).text(locale)
