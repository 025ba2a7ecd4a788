"""What a channel is for, as the products that export it say."""

from chalicelib.engine.importing.aliases import QUALIFIERS
from chalicelib.engine.importing.headers import words

_LABELS = {qualifier: label for label, qualifiers in QUALIFIERS.items() for qualifier in qualifiers}
_MEANINGLESS = frozenset({"smtp", "ex", "obsolete"})


def label_of(text: str) -> tuple[str | None, bool]:
    """Return our label for a cell such as ``* Work`` or ``Móvil``, and whether a star marks it as the primary one."""
    said = text.split(" ::: ")[0].strip()
    plain = words(said)
    if not plain or plain in _MEANINGLESS:
        return None, said.startswith("*")
    return _LABELS.get(plain, said.lstrip("* ")[:40]), said.startswith("*")
