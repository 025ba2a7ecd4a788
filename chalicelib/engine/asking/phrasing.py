"""The words with which a filter is told, in each language: the same that ``lexicon`` reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from chalicelib.engine.asking import days
from chalicelib.engine.asking.words import fold
from chalicelib.engine.importing.countries import _ENGLISH, _SPANISH, _names


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One language. ``ops`` put a value behind a field, ``counts`` a number before a noun."""

    locale: str
    ops: Mapping[str, str]
    counts: Mapping[str, str]
    units: Mapping[str, tuple[str, str]]
    names: Mapping[str, str]
    events: Mapping[str, tuple[str, str, str]]
    measures: Mapping[str, str]


ES: Final = Phrasing(
    "es",
    {
        "eq": "igual a {}", "ne": "distinto de {}", "gt": "mayor que {}", "gte": "mayor o igual que {}",
        "lt": "menor que {}", "lte": "menor o igual que {}", "between": "entre {} y {}",
        "not_between": "no entre {} y {}", "contains": "que contiene {}", "not_contains": "que no contiene {}",
        "starts": "que empieza por {}", "not_starts": "que no empieza por {}", "ends": "que termina en {}",
        "not_ends": "que no termina en {}", "like": "que encaja con {}", "not_like": "que no encaja con {}",
        "regexp": "que cumple la expresión {}", "not_regexp": "que no cumple la expresión {}",
    },
    {
        "eq": "exactamente {}", "ne": "distinto de {}", "gt": "más de {}", "gte": "al menos {}", "lt": "menos de {}",
        "lte": "como máximo {}", "between": "entre {} y {}", "not_between": "no entre {} y {}",
    },
    {
        "day": ("día", "días"), "week": ("semana", "semanas"), "month": ("mes", "meses"),
        "quarter": ("trimestre", "trimestres"), "year": ("año", "años"),
    },
    {
        "with": "con", "without": "sin", "and": "y", "or": "o", "not": "no", "that": "que",
        "times": "veces", "time": "vez",
        "true": "sí", "false": "no", "of": "de", "people": "de personas", "machines": "contando máquinas",
        "campaign": "de la campaña", "segment": "en el segmento", "bought": "compraron",
        "not_bought": "no compraron", "spent": "gastaron", "ticket": "ticket medio", "last": "última compra",
        "first": "primera compra", "in_city": "de la ciudad de", "in_region": "de la provincia de", "in": "de",
        "out": "fuera de", "out_city": "fuera de la ciudad de", "out_region": "fuera de la provincia de",
        "ever": "alguna vez",
        "created_at": "alta", "updated_at": "fecha de modificación",
    },
    {
        "mail_sent": ("envíos de correo", "", ""), "mail_delivered": ("entregas de correo", "", ""),
        "mail_opened": ("aperturas de correo", "abrieron algún correo", "no abrieron ningún correo"),
        "mail_clicked": ("clics en correos", "hicieron clic en algún enlace", "no hicieron clic en ningún enlace"),
        "mail_bounced": ("rebotes de correo", "", ""), "mail_complained": ("quejas por correo", "", ""),
        "mail_unsubscribed": ("bajas de correo", "", ""), "consent_given": ("consentimientos dados", "", ""),
        "consent_withdrawn": ("consentimientos retirados", "", ""), "form_sent": ("formularios enviados", "", ""),
    },
    {"sum": "suma de", "avg": "media de", "max": "máximo de", "min": "mínimo de"},
)  # fmt: skip
EN: Final = Phrasing(
    "en",
    {
        "eq": "equal to {}", "ne": "other than {}", "gt": "greater than {}", "gte": "greater than or equal to {}",
        "lt": "less than {}", "lte": "less than or equal to {}", "between": "between {} and {}",
        "not_between": "not between {} and {}", "contains": "containing {}", "not_contains": "not containing {}",
        "starts": "starting with {}", "not_starts": "not starting with {}", "ends": "ending in {}",
        "not_ends": "not ending in {}", "like": "matching {}", "not_like": "not matching {}",
        "regexp": "fitting the expression {}", "not_regexp": "not fitting the expression {}",
    },
    {
        "eq": "exactly {}", "ne": "other than {}", "gt": "more than {}", "gte": "at least {}", "lt": "fewer than {}",
        "lte": "at most {}", "between": "between {} and {}", "not_between": "not between {} and {}",
    },
    {
        "day": ("day", "days"), "week": ("week", "weeks"), "month": ("month", "months"),
        "quarter": ("quarter", "quarters"), "year": ("year", "years"),
    },
    {
        "with": "with", "without": "without", "and": "and", "or": "or", "not": "not", "that": "that",
        "times": "times", "time": "time", "true": "yes", "false": "no", "of": "of", "people": "by people",
        "machines": "including machines", "campaign": "of the campaign", "segment": "in the segment",
        "bought": "bought", "not_bought": "did not buy", "spent": "spent", "ticket": "average order value",
        "last": "last purchase", "first": "first purchase", "in_city": "in the city of",
        "in_region": "in the province of", "in": "in",
        "out": "outside", "out_city": "outside the city of", "out_region": "outside the province of",
        "ever": "at any time", "created_at": "", "updated_at": "",
    },
    {
        "mail_sent": ("mails sent", "", ""), "mail_delivered": ("mails delivered", "", ""),
        "mail_opened": ("mail opens", "opened an email", "did not open any email"),
        "mail_clicked": ("mail clicks", "clicked a link", "did not click any link"),
        "mail_bounced": ("mail bounces", "", ""), "mail_complained": ("mail complaints", "", ""),
        "mail_unsubscribed": ("mail unsubscribes", "", ""), "consent_given": ("consents given", "", ""),
        "consent_withdrawn": ("consents withdrawn", "", ""), "form_sent": ("forms sent", "", ""),
    },
    {"sum": "sum of", "avg": "average of", "max": "maximum of", "min": "minimum of"},
)  # fmt: skip
PHRASINGS: Final = {"es": ES, "en": EN}
_FIXED: Final[Mapping[str, Mapping[str, str]]] = {
    "es": {"today": "hoy", "yesterday": "ayer", "tomorrow": "mañana"},
    "en": {"today": "today", "yesterday": "yesterday", "tomorrow": "tomorrow"},
}


def period(word: str, locale: str) -> str:
    """Return a period of ``periods`` in words: *en los últimos 3 meses*."""
    if word in _FIXED[locale]:
        return _FIXED[locale][word]
    which, _, rest = word.partition("_")
    number, _, unit = rest.partition("_")
    if not number.isdigit():
        return _named(which, rest, locale)
    is_calendar = unit.startswith("calendar_")
    one, several = PHRASINGS[locale].units[unit.removeprefix("calendar_").rstrip("s")]
    noun = one if int(number) == 1 else several
    if locale == "en":
        return f"in the {'last' if which == 'last' else 'next'} {number} {'calendar ' if is_calendar else ''}{noun}"
    many, lately = ("las", "últimas") if one == "semana" else ("los", "últimos")
    soon = "próximas" if one == "semana" else "próximos"
    tail = " de calendario" if is_calendar else ""
    return f"en {many} {lately if which == 'last' else soon} {number} {noun}{tail}"


def _named(which: str, unit: str, locale: str) -> str:
    if locale == "en":
        return f"{which} {unit}"
    noun, article = PHRASINGS["es"].units[unit][0], "la" if unit == "week" else "el"
    ending = "a" if unit == "week" else "o"
    return {
        "this": f"est{'a' if unit == 'week' else 'e'} {noun}", "last": f"{article} {noun} pasad{ending}",
        "next": f"{article} próxim{ending} {noun}",
    }[which]  # fmt: skip


def age(op: str, word: str, locale: str) -> str:
    """Return that something lies further away than an age: *hace más de 3 meses*."""
    number, _, unit = word.partition("_")
    one, several = PHRASINGS[locale].units[unit.rstrip("s")]
    noun = one if int(number) == 1 else several
    if locale == "es":
        return f"{'hace' if op == 'older_than' else 'dentro de'} más de {number} {noun}"
    return f"more than {number} {noun} {'ago' if op == 'older_than' else 'from now'}"


def day(written: str, locale: str) -> str:
    """Return a day in words."""
    from datetime import date  # noqa: PLC0415

    return days.told(date.fromisoformat(written), locale)


def country(code: str, locale: str) -> str | None:
    """Return what a country is called, None when nobody told us."""
    table = _SPANISH if locale == "es" else _ENGLISH
    named = [name for name, each in (*table.items(), *_names().items()) if each == code and len(name) > 3]
    name = next((name for name in named if fold(name) == name or locale == "en"), None)
    return name.title() if name else None
