"""vCards 2.1, 3.0 and 4.0 as rows of a table, in the words that Google's own table of contacts uses.

Every product writes its own dialect: folded lines, quoted-printable, a charset a line, groups with a label of their
own. A card is read line by line from bytes; a picture is stepped over without being held, and counted.
"""

import quopri
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from chalicelib.engine.importing.problems import FileIsNotATable

MOST_CARDS = 200_000
MOST_OF_A_KIND = 5
LONGEST_VALUE = 50_000
BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_PROPERTY = re.compile(rb'(?:([A-Za-z0-9-]+)\.)?([A-Za-z0-9-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)', re.DOTALL)
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_BIRTHDAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T.*)?", re.ASCII)
_NO_YEAR = "1604"
_TYPES: Mapping[str, str] = {
    "work": "Work",
    "home": "Home",
    "cell": "Mobile",
    "mobile": "Mobile",
    "iphone": "Mobile",
    "fax": "Fax",
    "main": "Main",
    "other": "Other",
}
_ADDRESS = ("PO Box", "Extended Address", "Street", "City", "Region", "Postal Code", "Country")
_SINGLE = ("Full Name", "First Name", "Last Name", "Organization Name", "Organization Title", "Birthday", "Notes")
_LAST = ("Website", "Labels", "External ID")
_EMAIL, _PHONE, _PLACE = "E-mail", "Phone", "Address"


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card, decoded."""

    group: str
    name: str
    types: tuple[str, ...]
    value: str
    is_preferred: bool = False


@dataclass(slots=True)
class Card:
    """What one card says."""

    said: dict[str, str] = field(default_factory=dict)
    several: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    pictures: int = 0


@dataclass(slots=True)
class Seen:
    """What a first look at a file tells: how many cards, how many columns of each kind, what will be left out."""

    cards: int = 0
    most: dict[str, int] = field(default_factory=dict)
    pictures: int = 0


def looks_like(head: bytes) -> bool:
    """Tell whether a file begins as cards do."""
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:22].replace(b"\x00", b"").upper().startswith(b"BEGIN:VCARD")


def cards(content: bytes) -> Iterator[Card]:
    """Yield the cards of a file.

    :raises FileIsNotATable: there are more than we read.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", "replace").encode()
    card: list[Property] | None = None
    pictures = count = 0
    for group, name, parameters, value in _lines(content):
        if name == "BEGIN" and value.strip().upper() == b"VCARD":
            card, pictures = [], 0
        elif card is None:
            continue
        elif name == "END":
            count += 1
            if count > MOST_CARDS:
                raise FileIsNotATable(f"The file has more than {MOST_CARDS} cards. Divide it and import the parts.")
            yield _card(card, pictures)
            card = None
        elif name in BINARY:
            pictures += 1
        else:
            card.append(_property(group, name, parameters, value))


def survey(found: Iterable[Card]) -> Seen:
    """Return what a file's columns must be."""
    seen = Seen()
    for card in found:
        seen.cards += 1
        seen.pictures += card.pictures
        for kind, entries in card.several.items():
            seen.most[kind] = min(MOST_OF_A_KIND, max(seen.most.get(kind, 0), len(entries)))
    if not seen.cards:
        raise FileIsNotATable("The file holds no cards.")
    return seen


def header(seen: Seen) -> list[str]:
    """Return the header of the table."""
    names = [*_SINGLE]
    for kind in (_EMAIL, _PHONE):
        for number in range(1, seen.most.get(kind, 0) + 1):
            names += [f"{kind} {number} - Label", f"{kind} {number} - Value"]
    for number in range(1, min(seen.most.get(_PLACE, 0), 1) + 1):
        names += [f"{_PLACE} {number} - {part}" for part in _ADDRESS]
    return [*names, *_LAST]


def row(card: Card, seen: Seen) -> list[str]:
    """Return a card's cells."""
    cells = [card.said.get(name, "") for name in _SINGLE]
    for kind in (_EMAIL, _PHONE):
        entries = card.several.get(kind, [])
        for number in range(seen.most.get(kind, 0)):
            cells += entries[number] if number < len(entries) else ("", "")
    if seen.most.get(_PLACE):
        places = card.several.get(_PLACE, [])
        cells += places[0] if places else ("",) * len(_ADDRESS)
    return [*cells, *(card.said.get(name, "") for name in _LAST)]


def _lines(content: bytes) -> Iterator[tuple[str, str, str, bytes]]:
    """Yield group, name, parameters and raw value of each line, put together again where it was folded."""
    held: list[bytes] = []
    size = 0
    is_quoted = False
    for line in content.splitlines():
        goes_on = bool(held) and (line[:1] in (b" ", b"\t") or is_quoted or (b":" not in line and bool(line.strip())))
        if goes_on:
            piece = line if is_quoted or line[:1] not in (b" ", b"\t") else line[1:]
            if is_quoted:
                held[-1] = held[-1][:-1]
            if size < LONGEST_VALUE:
                held.append(piece)
                size += len(piece)
            is_quoted = is_quoted and piece.endswith(b"=")
            continue
        yield from _cut(b"".join(held))
        held, size = [line], len(line)
        is_quoted = b"QUOTED-PRINTABLE" in line[:200].upper() and line.endswith(b"=")
    yield from _cut(b"".join(held))


def _cut(line: bytes) -> Iterator[tuple[str, str, str, bytes]]:
    found = _PROPERTY.fullmatch(line.strip(b"\r\n"))
    if found:
        group, name, parameters, value = found.groups()
        yield (group or b"").decode(), name.decode().upper(), parameters.decode("utf-8", "replace"), value


def _property(group: str, name: str, parameters: str, value: bytes) -> Property:
    types: list[str] = []
    charset = "utf-8"
    is_quoted = is_preferred = False
    for parameter in parameters.split(";")[1:]:
        key, mark, said = parameter.partition("=")
        key, said = (key.upper(), said.strip('"')) if mark else ("TYPE", key)
        if key == "CHARSET":
            charset = said
        elif key == "ENCODING" or said.upper() == "QUOTED-PRINTABLE":
            is_quoted = said.upper() == "QUOTED-PRINTABLE"
        elif key == "PREF":
            is_preferred = True
        elif key == "TYPE":
            types += [one.strip().lower() for one in said.split(",")]
    raw = quopri.decodestring(value) if is_quoted else value
    text = _decoded(raw, charset)[:LONGEST_VALUE]
    is_preferred = is_preferred or "pref" in types
    return Property(group.lower(), name, tuple(types), text.replace("\x00", ""), is_preferred)


def _decoded(raw: bytes, charset: str) -> str:
    for codec in (charset, "utf-8", "cp1252"):
        try:
            return raw.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("latin-1")


def _card(lines: Sequence[Property], pictures: int) -> Card:
    card = Card(pictures=pictures)
    labels = {line.group: _label_of(line.value) for line in lines if line.name == "X-ABLABEL" and line.group}
    ordered = sorted(lines, key=lambda line: not line.is_preferred)
    for line in ordered:
        _tell(card, line, labels.get(line.group, ""))
    if not (card.said.get("First Name") or card.said.get("Last Name")):
        card.said["First Name"], _, card.said["Last Name"] = card.said.get("Full Name", "").partition(" ")
    return card


def _tell(card: Card, line: Property, label: str) -> None:
    text = _plain(line.value)
    if line.name == "FN":
        card.said.setdefault("Full Name", text)
    elif line.name == "N":
        family, given, middle, *_ = [*_parts(line.value), "", "", ""]
        card.said["First Name"], card.said["Last Name"] = " ".join(filter(None, (given, middle))), family
    elif line.name in ("ORG", "TITLE", "NOTE", "UID", "URL", "CATEGORIES", "BDAY"):
        _tell_one(card, line, text)
    elif line.name == "EMAIL":
        card.several.setdefault(_EMAIL, []).append((_kind(line, label), text.removeprefix("mailto:")))
    elif line.name == "TEL":
        number = text.removeprefix("tel:").replace(";ext=", " ext. ")
        card.several.setdefault(_PHONE, []).append((_kind(line, label), number))
    elif line.name == "ADR":
        place = tuple([*_parts(line.value), *[""] * len(_ADDRESS)][: len(_ADDRESS)])
        if any(place):
            card.several.setdefault(_PLACE, []).append(place)


def _tell_one(card: Card, line: Property, text: str) -> None:
    if line.name == "BDAY":
        day = _BIRTHDAY.fullmatch(text.strip())
        if day and day[1] != _NO_YEAR:
            card.said.setdefault("Birthday", "-".join(day.groups()))
        return
    if line.name == "ORG":
        text = next(filter(None, _parts(line.value)), "")
    if line.name == "CATEGORIES":
        text = "; ".join(part for part in re.split(r"(?<!\\),", line.value) if part)
    place = {
        "ORG": "Organization Name",
        "TITLE": "Organization Title",
        "NOTE": "Notes",
        "UID": "External ID",
        "URL": "Website",
        "CATEGORIES": "Labels",
    }[line.name]
    card.said.setdefault(place, text)


def _kind(line: Property, label: str) -> str:
    said = label or next(
        (_TYPES[one] for one in ("fax", "cell", *line.types) if one in line.types and one in _TYPES), ""
    )
    return f"* {said}".strip() if line.is_preferred else said


def _label_of(value: str) -> str:
    apple = _APPLE_LABEL.fullmatch(value.strip())
    return apple[1] if apple else _plain(value)


def _parts(value: str) -> list[str]:
    return [_plain(part).strip() for part in re.split(r"(?<!\\);", value)]


def _plain(value: str) -> str:
    return re.sub(r"\\([\\,;:nN])", lambda found: "\n" if found[1] in "nN" else found[1], value).strip()
