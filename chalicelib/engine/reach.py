"""Reaching a person: at which address, in which language, by which clock, and which other records are of them.

A person is a record of an object that declares itself ``reachable``. What is empty there, the firm's own stands in for.
The fields that such an object has are declared here once, so that whoever writes to people finds the same on each.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, cast

from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.copies import Copies
from chalicelib.engine.fields import channels
from chalicelib.engine.fields.link import edges
from chalicelib.engine.objects import boolean, choice, date, option, text, told_choice
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import directory, links, records
from chalicelib.storage.records import Row

Language = Literal["es", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("es", "en")
CONSENT: Final = "email_consent"
LONGEST_ZONE: Final = 64
MOST_KIN: Final = 25

LANGUAGE_FIELD: Final = choice(
    "language",
    "Idioma",
    "Language",
    (option("es", "Español", "Spanish"), option("en", "Inglés", "English")),
    aliases=("idioma", "lengua", "preferred language", "idioma preferido"),
)
ZONE_FIELD: Final = text(
    "time_zone",
    "Zona horaria",
    "Time zone",
    max_length=LONGEST_ZONE,
    check="time_zone",
    aliases=("timezone", "huso horario"),
)
CONSENT_FIELD: Final = told_choice(
    CONSENT,
    "Permiso para escribirle",
    "Email permission",
    (
        option("granted", "Concedido", "Granted", "albahaca"),
        option("soft_opt_in", "Cliente", "Customer", "albahaca"),
        option("pending", "Pendiente de confirmar", "Waiting to be confirmed", "harina"),
        option("withdrawn", "Retirado", "Withdrawn", "pimenton"),
        option("none", "Ninguno", "None", "harina"),
    ),
    default="none",
)
"""What a person has said about marketing by mail; the domain that keeps the ledger tells it."""

OPT_OUT_FIELD: Final = boolean(
    "email_opt_out",
    "No quiere correos",
    "Email opt-out",
    aliases=("opt out", "unsubscribed", "has opted out of email", "baja", "dado de baja", "no enviar correos"),
)
OPT_IN_FIELD: Final = boolean(
    "email_opt_in",
    "Acepta correos",
    "Email opt-in",
    aliases=("opt in", "newsletter", "subscribed", "acepta publicidad", "consentimiento", "acepta comunicaciones"),
)
BASIS_FIELD: Final = choice(
    "consent_basis",
    "Base del permiso",
    "Basis of the permission",
    (
        option("consent", "Consentimiento", "Consent"),
        option("soft_opt_in", "Cliente que pudo negarse", "Customer who could refuse"),
    ),
    aliases=("base legal", "legal basis", "lawful basis"),
)
SOURCE_FIELD: Final = text(
    "consent_source",
    "Origen del permiso",
    "Source of the permission",
    aliases=("consent source", "origen del consentimiento"),
)
DAY_FIELD: Final = date(
    "consent_date",
    "Fecha del permiso",
    "Date of the permission",
    aliases=("consent date", "opt in date", "fecha del consentimiento", "fecha de alta en la newsletter"),
)
FIELDS: Final = (
    *(LANGUAGE_FIELD, ZONE_FIELD, CONSENT_FIELD),
    *(
        replace(field, said=True, hidden=True, audited=False)
        for field in (OPT_OUT_FIELD, OPT_IN_FIELD, BASIS_FIELD, SOURCE_FIELD, DAY_FIELD)
    ),
)
"""Every field of a person whom a firm writes to; the last five are said by an import and heard by the ledger."""


@dataclass(frozen=True, slots=True)
class _Firm:
    language: Language
    zone: str


def address(object: Object, row: Row) -> str | None:
    """Return the mail address at which a person is reached: the primary one, or None."""
    found = addresses(object, row)
    return found[0] if found else None


def addresses(object: Object, row: Row) -> list[str]:
    """Return every mail address of a person, the primary one first, in lower case."""
    stored = [row.values.get(field.name) for field in object.fields.values() if field.type == "email"]
    return list(dict.fromkeys(entry["value"] for held in stored if held for entry in channels.in_order(held)))


def language(ctx: Context, row: Row) -> Language:
    """Return the language in which a person is written to."""
    said = row.values.get(LANGUAGE_FIELD.name)
    return said if said in LANGUAGES else _firms.load(ctx).language


def zone(ctx: Context, row: Row) -> str:
    """Return the IANA zone of the clocks that a person lives by."""
    said = row.values.get(ZONE_FIELD.name)
    return said if isinstance(said, str) and _is_zone(said) else _firms.load(ctx).zone


def kin(ctx: Context, catalogue: Catalogue, object: Object, row: Row) -> list[tuple[str, str]]:
    """Return the other records of a person, each as plural and id, read consistently: merged into this one, or linked.

    A person's record is kin of those that its object names as such: a contact of the lead it was made from.
    """
    merged = ((object.plural, id) for id in row.merged_from)
    linked = (each for name in object.features.kin for each in _linked(ctx, catalogue, object, row, name))
    found = dict.fromkeys((*merged, *linked))
    found.pop((object.plural, row.id), None)
    return list(found)[:MOST_KIN]


def living(ctx: Context, catalogue: Catalogue, plural: str, id: str) -> tuple[Object, Row] | None:
    """Return the record under which a person lives now, read consistently, following merges; None for nobody."""
    object = catalogue.plurals.get(plural)
    if object is None or not object.features.reachable:
        return None
    for _ in range(MOST_KIN):
        row = records.get(ctx, plural, id, include_deleted=True)
        if row is None or row.merged_into is None:
            return None if row is None else (object, row)
        id = row.merged_into
    return None


def _linked(ctx: Context, catalogue: Catalogue, object: Object, row: Row, name: str) -> Iterator[tuple[str, str]]:
    field = object.fields.get(name)
    if field is not None and field.link is not None:
        yield from ((catalogue.target(field).plural, id) for id in edges(row.values.get(name)))
    elif name in object.inbound:
        plural = object.inbound[name].plural
        ends, _ = links.related(ctx, row.id, name, limit=MOST_KIN, consistent=True)
        yield from ((plural, end.id) for end in ends if end.object == plural)


def _is_zone(name: str) -> bool:
    try:
        clock.zone(name)
    except ValueError:
        return False
    return True


def _read(ctx: Context) -> _Firm:
    row: dict[str, Any] = directory.get(ctx, directory.TENANT) or {}
    said = row.get("locale", ctx.locale)
    return _Firm(cast(Language, said) if said in LANGUAGES else "es", row.get("time_zone", ctx.time_zone))


_firms: Final = Copies(_read)
