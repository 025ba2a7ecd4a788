"""What the text of a cell looks like, before anybody knows what its column means."""

import re
from collections.abc import Sequence

_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]+")
_PHONE = re.compile(r"\+?[0-9(][0-9 ().\-/]{5,22}[0-9]")
_AMOUNT = re.compile(r"[-+]?[€$£]?\s?[0-9][0-9.,]*[.,][0-9]+\s?[€$£%]?")
_FIRM = re.compile(
    r"[\s,](?:s\.?\s?l\.?\s?u?\.?|s\.?\s?a\.?(?:\s?(?:u|s|de c\.?v)\.?)?|s\.?\s?c\.?(?:\s?coop\.?)?|c\.?\s?b\.?"
    r"|ltda?\.?|inc\.?|llc|gmbh|ag|plc|corp\.?|s\.?r\.?l\.?|b\.?v\.?|sarl|& co\.?)$",
    re.IGNORECASE,
)
_DATE = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}([ T,].*)?")


def is_email(cell: str) -> bool:
    """Tell whether the cell holds one address."""
    return len(cell) <= 320 and _EMAIL.fullmatch(cell.strip()) is not None


def is_phone(cell: str) -> bool:
    """Tell whether the cell could be a phone number: nine digits or more, or a plus."""
    text = cell.strip()
    if len(text) > 30 or _PHONE.fullmatch(text) is None or _DATE.fullmatch(text) is not None:
        return False
    digits = sum(character.isdigit() for character in text)
    return digits >= 9 or (text.startswith("+") and digits >= 6)


def is_firm(cell: str) -> bool:
    """Tell whether the cell ends as the names of firms do."""
    return _FIRM.search(cell.strip()[-40:]) is not None


def is_data(cells: Sequence[str]) -> bool:
    """Tell whether a row is surely data and no header: it holds an address, a date, an amount or mostly numbers."""
    texts = [cell.strip()[:100] for cell in cells if cell.strip()]
    if any(is_email(text) or is_phone(text) or _DATE.fullmatch(text) or _AMOUNT.fullmatch(text) for text in texts):
        return True
    return sum(text.isdigit() for text in texts) * 2 > len(texts)
