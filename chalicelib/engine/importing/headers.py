"""Headers as words, and the groups that numbered headers make."""

import re
from dataclasses import dataclass
from functools import lru_cache

from chalicelib.kernel.text import fold

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_GROUPED = re.compile(r"(?P<kind>.+?) (?P<number>[0-9]{1,2}) (?P<rest>[a-z ]+)")


@dataclass(frozen=True, slots=True)
class Group:
    """A header such as ``E-mail 2 - Value``: the kind, which one, and what of it."""

    kind: str
    number: int
    rest: str


@lru_cache(maxsize=4096)
def words(header: str) -> str:
    """Return the header as plain lower-case words, one space apart."""
    text = header if header.isupper() else _CAMEL.sub(" ", header.replace("IDs", "Ids"))
    plain = " ".join(_NOT_A_WORD.sub(" ", fold(text)).split())
    return re.sub(r"\be mail", "email", plain)


def grouped(header: str) -> Group | None:
    """Return the group of a numbered header, None when it is none."""
    match = _GROUPED.fullmatch(words(header))
    return Group(match["kind"], int(match["number"]), match["rest"]) if match else None
