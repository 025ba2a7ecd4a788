"""Numbers of an object's records: how many there are and what they add up to, in all or with an option of a choice.

They are the counters that boards and reports show, so an alarm and a board never disagree. Whoever does not see every
record of an object is told none: a number of all would tell of what is hidden from them.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from chalicelib.engine import access, overlays, totals
from chalicelib.engine.alarms import metrics
from chalicelib.engine.alarms.metrics import MONEY, Figure, Source, Subject
from chalicelib.engine.catalogue import Object
from chalicelib.engine.events import Event, Occurrence
from chalicelib.engine.objects import Field, Label, Option
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound

NAME: Final = "records"
RECORDS: Final = "count"
OPEN: Final = "open"
EVERY: Final = "*"
"""In place of an option: all that are open."""


def _subjects(ctx: Context, q: str) -> Sequence[Subject]:
    found = (each for each in overlays.load(ctx) if _is_open(ctx, each))
    return metrics.named([Subject(each.plural, each.definition.label_plural.text(ctx.locale)) for each in found], q)


def _called(ctx: Context, plural: str) -> str:
    return _object(ctx, plural).definition.label_plural.text(ctx.locale)


def _figures(ctx: Context, plural: str) -> Sequence[Figure]:
    object = _object(ctx, plural)
    readable = access.readable(ctx, object)
    sums = [each for each in object.sums if each.name in readable and each.type == "money"]
    told = [Figure(RECORDS, Label("Cuántos hay", "How many"))]
    for field in object.counted:
        if field.name in readable:
            told += [figure for option in _groups(field) for figure in _of_option(field, option, sums)]
    return told


def _of_option(field: Field, option: Option, sums: Sequence[Field]) -> list[Figure]:
    start = f"{field.name}:{option.value}"
    return [
        Figure(f"{start}:{RECORDS}", _which(field, option)),
        *(Figure(f"{start}:{sum.name}", _sum(field, option, sum.label), MONEY) for sum in sums),
    ]


def _groups(field: Field) -> list[Option]:
    """Return the options of a counted choice, behind all that are open where the choice knows of such."""
    has_open = any(option.more.get("kind") == OPEN for option in field.options)
    all_open = [Option(EVERY, Label("Abierto", "Open"))] if has_open else []
    return [*all_open, *field.options]


def _which(field: Field, option: Option) -> Label:
    """Return which records are counted, in words that follow their name."""
    if option.value == EVERY:
        return Label("lo abierto", "what is open")
    named = field.label
    return Label(f"con {named.es.lower()} “{option.label.es}”", f"with {named.en.lower()} “{option.label.en}”")


def _sum(field: Field, option: Option, what: Label) -> Label:
    which = _which(field, option)
    if option.value == EVERY:
        return Label(f"{what.es} de {which.es}", f"{what.en} of {which.en}")
    return Label(f"{what.es} {which.es}", f"{what.en} {which.en}")


def _read(ctx: Context, plural: str, figures: Sequence[str]) -> Mapping[str, Decimal | None]:
    object = _object(ctx, plural)
    told: dict[str, Decimal | None] = {}
    by_field: dict[str, list[tuple[str, str, str]]] = {}
    for figure in figures:
        if figure == RECORDS:
            told[figure] = Decimal(int(totals.count(ctx, plural=plural)["count"]))
        else:
            field, option, what = _parts(figure)
            by_field.setdefault(field, []).append((figure, option, what))
    counted = {field.name: field for field in object.counted}
    for name, asked in by_field.items():
        if name in counted:
            told |= _of_field(ctx, object, counted[name], asked)
    return told


def _of_field(
    ctx: Context, object: Object, field: Field, asked: Sequence[tuple[str, str, str]]
) -> dict[str, Decimal | None]:
    items = {item["value"]: item for item in totals.by(ctx, plural=object.plural, field=field.name)["items"]}
    opened = [option.value for option in field.options if option.more.get("kind") == OPEN]
    told: dict[str, Decimal | None] = {}
    for figure, option, what in asked:
        found = [items[value] for value in (opened if option == EVERY else [option]) if value in items]
        if what == RECORDS:
            told[figure] = Decimal(sum(item["count"] for item in found))
        else:
            worth = [base for item in found for base in item["base"] if base["field"] == what]
            told[figure] = sum((Decimal(base["amount"]) for base in worth), Decimal())
    return told


def _parts(figure: str) -> tuple[str, str, str]:
    field, _, rest = figure.partition(":")
    option, _, what = rest.rpartition(":")
    return field, option, what


def _object(ctx: Context, plural: str) -> Object:
    object = overlays.load(ctx).of_plural(plural)
    if not _is_open(ctx, object):
        raise NotFound("There are no such records.")
    return object


def _is_open(ctx: Context, object: Object) -> bool:
    return access.can(ctx, object, "read") and access.sees_all(ctx, object)


def _moves(_: Context, heard: Event | Occurrence) -> Iterable[str]:
    return (heard.plural,) if isinstance(heard, Event) else ()


SOURCE: Final = Source(
    NAME,
    Label("Registros", "Records"),
    subjects=_subjects,
    called=_called,
    figures=_figures,
    read=_read,
    moves=_moves,
)
