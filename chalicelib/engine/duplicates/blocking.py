"""Where records that may be one meet: what a record lays down in the search index beside its words. Pure.

Addresses and numbers meet under the tokens that search has anyway. What they cannot meet under is added: two of the
sounds of a name, and the mailbox behind an address with a tag. Nobody can type these tokens, so no search finds them.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from chalicelib.engine.catalogue import Object
from chalicelib.engine.duplicates import matching, names
from chalicelib.engine.fields import phone

LINE_DIGITS = 8
"""As many digits, counted from the end, as every form of a number has in common."""

MOST_ASKED = 2


def laid_down(object: Object, values: Mapping[str, Any]) -> dict[str, str]:
    """Return the blocking keys of a record, each with the field it comes from."""
    found = dict.fromkeys(name_keys(object, values), object.name_field)
    for field in object.searched:
        if field.type == "email":
            for entry in values.get(field.name) or ():
                box = matching.mailbox(entry["value"])
                if box != entry["value"]:
                    found[names.MARK + box.replace("#", "")] = field.name
    return found


def name_keys(object: Object, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the keys under which a record's name is found."""
    named = object.fields[object.name_field]
    if not named.searched or not values.get(named.name):
        return ()
    is_person = bool(named.parts)
    return names.keys(matching.told(values[named.name], is_person=is_person), is_person=is_person)


def of_addresses(stored: Any) -> Iterator[str]:
    """Yield the beginnings of the tokens under which somebody with one of these addresses is found."""
    for entry in (stored or ())[:MOST_ASKED]:
        box = matching.mailbox(entry["value"]).replace("#", "")
        yield from dict.fromkeys((f"{entry['value'].replace('#', '')}#", f"{box}#", f"{names.MARK}{box}#"))


def of_numbers(stored: Any) -> Iterator[str]:
    """Yield the beginnings of the tokens under which somebody with one of these numbers is found."""
    for entry in (stored or ())[:MOST_ASKED]:
        yield phone.backwards(entry["value"])[: LINE_DIGITS + len(phone.MARK)]
