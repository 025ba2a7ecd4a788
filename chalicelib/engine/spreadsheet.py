"""Cells that leave for a spreadsheet and come back: no cell of ours ever runs as a formula.

A spreadsheet reads a cell as a formula by its first visible character, so the mark goes before whatever hides that
character too (blanks, controls, zero-width signs, full-width forms). The pair is exact: ``unescaped(escaped(x)) == x``.
"""

import re
import unicodedata

_PLAIN_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_PLAIN_PHONE = re.compile(r"\+[0-9]{6,15}")
_HIDDEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def escaped(cell: str) -> str:
    """Return the cell with a leading mark if a spreadsheet could take it for a formula."""
    return f"'{cell}" if _is_risky(cell) else cell


def unescaped(cell: str) -> str:
    """Return the cell as it was before it was escaped."""
    return cell[1:] if cell.startswith("'") and _is_risky(cell[1:]) else cell


def _is_risky(cell: str) -> bool:
    if not cell or (cell[0].isalnum() and cell[0].isascii()):
        return False
    if _PLAIN_NUMBER.fullmatch(cell) or _PLAIN_PHONE.fullmatch(cell):
        return False
    return _lead(cell) in {"=", "+", "-", "@"}


def _lead(cell: str) -> str:
    for character in cell:
        for shown in unicodedata.normalize("NFKC", character):
            if shown != "'" and not shown.isspace() and unicodedata.category(shown) not in _HIDDEN:
                return shown
    return ""
