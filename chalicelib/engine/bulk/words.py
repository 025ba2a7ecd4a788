"""What is said of the records of a bulk, in the language of whoever asked for it."""

from collections.abc import Mapping
from typing import Final

from chalicelib.engine.objects import Label

HEADER: Final = (
    Label("objeto", "object"),
    Label("id", "id"),
    Label("nombre", "name"),
    Label("veredicto", "verdict"),
    Label("por qué", "reason"),
)
OUTCOME: Final[Mapping[str, Label]] = {
    "changed": Label("cambiado", "changed"),
    "unchanged": Label("sin cambios", "unchanged"),
    "refused": Label("rechazado", "refused"),
    "hidden": Label("no visible", "hidden"),
}

NO_SUCH: Final = Label("No existe ese registro.", "There is no such record.")
TOO_MANY_LINKS: Final = Label("Crea demasiados enlaces a la vez.", "This makes too many links at once.")
AT_ONCE: Final = Label(
    "Otra persona ha cambiado el mismo registro en el mismo momento.",
    "Somebody else changed the same record at the same moment.",
)
OURS: Final = Label(
    "Algo ha fallado por nuestra parte con este registro.", "Something went wrong on our side with this record."
)
EDITED: Final = Label("Editado después.", "Edited since.")
DELETED: Final = Label("Eliminado después.", "Deleted since.")
PURGED: Final = Label("Eliminado para siempre.", "Gone for ever.")
