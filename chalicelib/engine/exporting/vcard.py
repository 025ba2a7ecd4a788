"""Records as vCards 3.0 (RFC 2426) or 4.0 (RFC 6350), for any object that has a way to reach somebody.

Which property a field becomes follows from its type, and for the few that types cannot tell apart from its name: the
day of birth among days, the job title among texts. Nothing is known of any object.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields import channels
from chalicelib.engine.objects import Field

CONTENT_TYPE = "text/vcard"
VERSIONS = (3, 4)
REACHING = frozenset({"email", "phone", "address", "person_name"})
BIRTHDAY, TITLE, COMPANY, TAGS = "birthday", "job_title", "company_name", "tags"
_LINE = 75
_KINDS: Mapping[str, str] = {"work": "work", "home": "home", "mobile": "cell", "fax": "fax", "main": "pref"}
_PHONE_KINDS = frozenset({"cell", "fax"})
_TOKEN = re.compile(r"[A-Za-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Cards:
    """How the records of one object become cards of one version; only ``fields`` are told."""

    object: Object
    fields: tuple[Field, ...]
    version: int = 4

    def rows(self, records: Sequence[Mapping[str, Any]]) -> bytes:
        """Return the cards of some records."""
        lines = (folded(line) for record in records for line in self._lines(record))
        return "".join(f"{line}\r\n" for line in lines).encode("utf-8", "replace")

    def _lines(self, record: Mapping[str, Any]) -> Iterator[str]:
        yield "BEGIN:VCARD"
        yield f"VERSION:{self.version}.0"
        yield f"UID{';VALUE=text' if self.version == 4 else ''}:{escaped(str(record['id']))}"
        yield from self._named(record)
        grouped = 0
        for field in self.fields:
            value = record.get(field.name)
            if value in (None, "", [], {}):
                continue
            for line, label in self._told(field, value):
                grouped += bool(label)
                mark = f"item{grouped}." if label else ""
                yield f"{mark}{line}"
                if label:
                    yield f"{mark}X-ABLABEL:{escaped(label)}"
        yield from self._organisation(record)
        yield f"REV:{record['updated_at']}"
        yield "END:VCARD"

    def _named(self, record: Mapping[str, Any]) -> Iterator[str]:
        names = {field.name for field in self.fields}
        field = self.object.fields[self.object.name_field]
        name = str(record.get(field.name) or "")
        parts = [str(record.get(part) or "") for part in field.parts if part in names]
        said = name or " ".join(filter(None, parts)) or str(record["id"])
        yield f"FN:{escaped(said)}"
        if field.parts:
            first, last = [*parts, "", ""][:2]
            yield f"N:{escaped(last)};{escaped(first)};;;"
            return
        if self.version == 4:
            yield "KIND:org"
        yield f"N:{escaped(said)};;;;"
        yield f"ORG:{escaped(said)}"

    def _organisation(self, record: Mapping[str, Any]) -> Iterator[str]:
        """A person belongs to the firm that they are linked to, or else to the one that a text names."""
        if not self.object.fields[self.object.name_field].parts:
            return
        through = [field.name for field in self.fields if field.link and field.link.found_through]
        ends = [str(end.get("name") or "") for name in through for end in record.get("links", {}).get(name, ())]
        told = {field.name for field in self.fields}
        firm = next(filter(None, ends), "") or (str(record.get(COMPANY) or "") if COMPANY in told else "")
        if firm:
            yield f"ORG:{escaped(firm)}"

    def _told(self, field: Field, value: Any) -> Iterator[tuple[str, str]]:
        """Yield the lines that a field becomes, each with the label that no parameter can say."""
        if field.type == "email":
            yield from self._channels("EMAIL", value, lambda entry: escaped(entry["value"]))
        elif field.type == "phone":
            yield from self._channels("TEL", value, self._number, value="uri")
        elif field.type == "address":
            yield f"ADR:{_address(value)}", ""
        elif field.type == "url":
            yield f"URL:{escaped(str(value))}", ""
        elif field.type == "date" and field.name == BIRTHDAY:
            yield f"BDAY:{value.replace('-', '') if self.version == 4 else value}", ""
        elif field.type == "text" and field.name == TITLE:
            yield f"TITLE:{escaped(value)}", ""
        elif field.type in ("long_text", "rich_text"):
            yield f"NOTE:{escaped(str(value))}", ""
        elif field.name == TAGS:
            yield f"CATEGORIES:{','.join(escaped(tag) for tag in value)}", ""

    def _channels(
        self, name: str, entries: Sequence[Mapping[str, Any]], spelled: Any, *, value: str = ""
    ) -> Iterator[tuple[str, str]]:
        for entry in channels.in_order(list(entries)):
            label = str(entry.get("label") or "")
            kind = _KINDS.get(label, "")
            kinds = [kind] if kind and kind != "pref" and (name == "TEL" or kind not in _PHONE_KINDS) else []
            unsaid = label if label and not kinds and kind != "pref" else ""
            is_first = bool(entry.get("primary")) and len(entries) > 1
            yield f"{name}{self._parameters(kinds, is_first=is_first, value=value)}:{spelled(entry)}", unsaid

    def _parameters(self, kinds: Sequence[str], *, is_first: bool, value: str) -> str:
        if self.version == 3:
            said = [kind.upper() for kind in (*kinds, *(["pref"] if is_first else []))]
            return f";TYPE={','.join(said)}" if said else ""
        told = f";VALUE={value}" if value else ""
        told += f";TYPE={','.join(kinds)}" if kinds else ""
        return told + (";PREF=1" if is_first else "")

    def _number(self, entry: Mapping[str, Any]) -> str:
        extension = entry.get("extension")
        if self.version == 4:
            return f"tel:{entry['value']}" + (f";ext={extension}" if extension else "")
        return escaped(entry["value"] + (f" ext. {extension}" if extension else ""))


def fits(object: Object) -> bool:
    """Tell whether the records of an object can be cards: there is a way to reach them."""
    return any(field.type in REACHING for field in object.fields.values())


def escaped(text: str) -> str:
    """Return a text as a value of a card, in which nothing begins a new value, part or line."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", clean)
    return clean.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")


def folded(line: str) -> str:
    """Return a line in pieces of at most 75 bytes, none of which cuts a letter."""
    pieces: list[str] = []
    piece, size, most = "", 0, _LINE
    for letter in line:
        width = len(letter.encode("utf-8", "replace"))
        if size + width > most:
            pieces.append(piece)
            piece, size, most = "", 0, _LINE - 1
        piece += letter
        size += width
    return "\r\n ".join([*pieces, piece])


def _address(value: Mapping[str, str]) -> str:
    parts = ("", value.get("street2"), value.get("street"), *map(value.get, ("city", "region", "postal_code")))
    return ";".join(escaped(part or "") for part in (*parts, value.get("country")))
