"""Checks of a value that arithmetic can make: a wrong digit is a typing mistake found before it becomes an invoice."""

import re
from collections.abc import Callable, Mapping

from chalicelib.engine.fields.contract import Refusal
from chalicelib.kernel import clock

NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
CIF_LETTERS = "JABCDEFGHI"
PERSON = re.compile(r"[0-9XYZKLM]\d{7}[A-Z]", re.ASCII)
ENTITY = re.compile(r"[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]", re.ASCII)
LETTER_ONLY = "NPQRSW"
DIGIT_ONLY = "ABEH"

VAT_SHAPES = {
    "AT": r"U\d{8}",
    "BE": r"[01]\d{9}",
    "BG": r"\d{9,10}",
    "CH": r"E\d{9}(MWST|TVA|IVA)?",
    "CY": r"\d{8}[A-Z]",
    "CZ": r"\d{8,10}",
    "DE": r"[1-9]\d{8}",
    "DK": r"\d{8}",
    "EE": r"\d{9}",
    "EL": r"\d{9}",
    "FI": r"\d{8}",
    "FR": r"[0-9A-HJ-NP-Z]{2}\d{9}",
    "GB": r"(\d{9}|\d{12}|GD\d{3}|HA\d{3})",
    "HR": r"\d{11}",
    "HU": r"\d{8}",
    "IE": r"(\d{7}[A-W][A-I]?|\d[A-Z*+]\d{5}[A-W])",
    "IT": r"\d{11}",
    "LT": r"(\d{9}|\d{12})",
    "LU": r"\d{8}",
    "LV": r"\d{11}",
    "MT": r"\d{8}",
    "NL": r"\d{9}B\d{2}",
    "NO": r"\d{9}(MVA)?",
    "PL": r"\d{10}",
    "PT": r"\d{9}",
    "RO": r"\d{2,10}",
    "SE": r"\d{10}01",
    "SI": r"\d{8}",
    "SK": r"\d{10}",
}


def tax_id(raw: str) -> str:
    """Return a Spanish NIF, NIE or CIF without prefix, or a foreign VAT number with its country's.

    :raises Refusal: when it has another shape or its check digit does not fit.
    """
    written = re.sub(r"[\s.\-/]", "", raw).upper()
    spanish = written.removeprefix("ES")
    if PERSON.fullmatch(spanish):
        return _agreed(spanish, _nif_letter(spanish) == spanish[-1])
    if ENTITY.fullmatch(spanish):
        return _agreed(spanish, spanish[-1] in _cif_controls(spanish))
    country, number = written[:2], written[2:]
    if country in VAT_SHAPES and re.fullmatch(VAT_SHAPES[country], number, re.ASCII):
        return _agreed(written, country not in VAT_ARITHMETIC or VAT_ARITHMETIC[country](number))
    raise Refusal("invalid_tax_id", "Send a NIF, NIE, CIF or EU VAT number such as B45123452 or PT501964843.")


def _agreed(written: str, agrees: bool) -> str:
    if not agrees:
        raise Refusal("invalid_tax_id", "The check digit does not fit: look at the number again.")
    return written


def _nif_letter(number: str) -> str:
    digits = number[:-1].translate(str.maketrans("XYZKLM", "012000"))
    return NIF_LETTERS[int(digits) % 23]


def _cif_controls(number: str) -> str:
    digits = [int(digit) for digit in number[1:8]]
    odd = sum(sum(divmod(2 * digit, 10)) for digit in digits[::2])
    control = -(odd + sum(digits[1::2])) % 10
    if number[0] in LETTER_ONLY:
        return CIF_LETTERS[control]
    return str(control) if number[0] in DIGIT_ONLY else f"{control}{CIF_LETTERS[control]}"


def _portuguese(number: str) -> bool:
    control = 11 - sum(int(digit) * weight for digit, weight in zip(number, range(9, 1, -1), strict=False)) % 11
    return int(number[8]) == (control if control < 10 else 0)


def _luhn(number: str) -> bool:
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])
    return (sum(doubled) + sum(int(digit) for digit in number[-1::-2])) % 10 == 0


def _german(number: str) -> bool:
    product = 10
    for digit in number[:8]:
        product = 2 * ((int(digit) + product) % 10 or 10) % 11
    return int(number[8]) == (11 - product) % 10


def _french(number: str) -> bool:
    return not number[:2].isdigit() or int(number[:2]) == (12 + 3 * (int(number[2:]) % 97)) % 97


VAT_ARITHMETIC: Mapping[str, Callable[[str], bool]] = {
    "DE": _german,
    "FR": _french,
    "IT": _luhn,
    "PT": _portuguese,
}


def time_zone(raw: str) -> str:
    """Return the name of a time zone as IANA spells it.

    :raises Refusal: when IANA knows no such zone.
    """
    try:
        clock.zone(raw)
    except ValueError:
        raise Refusal("unknown_time_zone", "Send an IANA name such as Europe/Madrid.") from None
    return raw


NAMED: Mapping[str, Callable[[str], str]] = {"tax_id": tax_id, "time_zone": time_zone}
