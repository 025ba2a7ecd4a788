"""Rules of action: what a firm agrees to do for a customer at the moment when somebody has them before them.

A rule is for the customers of one object of whom a filter holds and whose figures are as it says; it has words to be
said, in both languages, and an action: a call, a task, a mail, an offer, or any record to be opened with some values.
The first that applies wins, by its priority. What its filter asks is told in words when it is stored, so that a card
says why at no cost.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from chalicelib.engine import access, filters, overlays
from chalicelib.engine.cards import figures, saying
from chalicelib.engine.cards.around import house
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.definitions import Content, Kind
from chalicelib.engine.fields.contract import Refusal, plain_text
from chalicelib.engine.filters import Depth
from chalicelib.engine.objects import Field
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput

LANGUAGES: Final = ("es", "en")
SAY, MAIL = "say", "mail"
ACTIONS: Final = (SAY, "call", "task", "offer", "create", MAIL)
OPENING: Final = ("call", "task", "offer", "create")
"""The actions that open a record of some object, to be created with the customer in it."""
OPERATORS: Final[Mapping[str, Sequence[str]]] = {
    figures.NUMBER: ("gte", "lte", "eq"),
    figures.MONEY: ("gte", "lte"),
    figures.CHOICE: ("in",),
    figures.FLAG: ("eq",),
}
LONGEST_WORDS: Final = 500
MOST_FIGURES: Final = 8
MOST_VALUES: Final = 12
MOST_DAYS: Final = 365
USUAL_REST: Final = 30
LARGEST: Final = Decimal(10) ** 13
TIMES: Final = ("date", "date_time")


def checked(ctx: Context, content: Content) -> Content:
    """Return a rule as it is stored, with what its filter asks in the words of both languages.

    :raises InvalidInput: naming each part that makes no sense.
    """
    usual: dict[str, Any] = {
        "filter": None,
        "figures": [],
        "priority": 100,
        "enabled": True,
        "from": None,
        "until": None,
    }
    asked = {**usual, "rest_days": USUAL_REST, **content}

    def understood(catalogue: Catalogue) -> Object:
        object = catalogue.plurals.get(asked["object"])
        if object is None or not object.features.customer or not access.can(ctx, object, "read"):
            raise InvalidInput.of("object", "unknown_object", "Rules are for people and companies.")
        if asked["filter"] is not None:
            filters.read(ctx, object, asked["filter"], depth=Depth.ALL)
        faults = [
            *_of_figures(asked),
            *_of_words(object, asked),
            *_of_days(asked),
            *_of_action(ctx, catalogue, object, asked),
        ]
        if faults:
            raise InvalidInput("Some parts of the rule make no sense.", errors=faults)
        return object

    overlays.understood(ctx, understood)
    return {**asked, "told": _told(ctx, asked)}


def _told(ctx: Context, asked: Content) -> dict[str, str | None]:
    """Return what the filter asks as a sentence of each language, None where there is none."""
    from chalicelib.engine.asking import interpreting  # noqa: PLC0415 - who only starts need not

    if asked["filter"] is None:
        return dict.fromkeys(LANGUAGES)
    return {
        language: interpreting.tell(ctx, plural=asked["object"], tree=asked["filter"], locale=language)["sentence"]
        for language in LANGUAGES
    }


def _of_figures(asked: Content) -> list[FieldError]:
    faults = []
    for place, condition in enumerate(asked["figures"]):
        figure = figures.FIGURES.get(condition["figure"])
        at = f"figures.{place}"
        if figure is None:
            faults.append(FieldError(f"{at}.figure", "unknown_figure", "There is no such figure."))
        elif condition["op"] not in OPERATORS[figure.kind]:
            allowed = ", ".join(OPERATORS[figure.kind])
            faults.append(FieldError(f"{at}.op", "unknown_operator", f"It can be compared by {allowed}."))
        elif not _is_operand(figure.kind, condition["value"]):
            faults.append(FieldError(f"{at}.value", "wrong_value", "This is no value to compare it with."))
    return faults


def _is_operand(kind: str, value: Any) -> bool:
    if kind == figures.FLAG:
        return isinstance(value, bool)
    if kind == figures.CHOICE:
        return (
            isinstance(value, list)
            and bool(value)
            and all(isinstance(one, str) for one in value)
            and (set(value) <= figures.LEVELS.keys())
        )
    return operand(value) is not None


def operand(value: Any) -> Decimal | None:
    """Return the number that a condition compares with, None when it is none."""
    if isinstance(value, bool) or not isinstance(value, int | str | float | Decimal):
        return None
    try:
        read = Decimal(str(value))
    except InvalidOperation:
        return None
    return read if read.is_finite() and abs(read) < LARGEST else None


def _of_words(object: Object, asked: Content) -> list[FieldError]:
    faults = []
    for language in LANGUAGES:
        at = f"words.{language}"
        try:
            text = plain_text(asked["words"][language], max_length=LONGEST_WORDS, lines=True)
        except Refusal as refusal:
            faults.append(FieldError(at, refusal.code, refusal.message))
            continue
        if not text:
            faults.append(FieldError(at, "required", "Say what is to be said, in both languages."))
        faults += [FieldError(at, code, "Write a gap as {{ record.name }}.") for code in saying.faults(object, text)]
    return faults


def _of_days(asked: Content) -> list[FieldError]:
    days, faults = {}, []
    for name in ("from", "until"):
        try:
            days[name] = date.fromisoformat(asked[name]) if asked[name] is not None else None
        except ValueError:
            faults.append(FieldError(name, "not_a_date", "Send a day such as 2026-11-21."))
    if not faults and days["from"] and days["until"] and days["until"] < days["from"]:
        faults.append(FieldError("until", "ends_before_it_begins", "It ends before it begins."))
    return faults


def _of_action(ctx: Context, catalogue: Catalogue, object: Object, asked: Content) -> list[FieldError]:
    action = asked["action"]
    if action["kind"] == MAIL:
        is_there = bool(action.get("template")) and object.features.reachable
        return [] if is_there else [FieldError("action.template", "required", "Say which template people are sent.")]
    if action["kind"] == SAY:
        return []
    other = catalogue.plurals.get(action.get("object") or "")
    if other is None or not access.can(ctx, other, "read") or link_to(catalogue, other, object) is None:
        message = "Name an object whose records can point to the customer."
        return [FieldError("action.object", "unknown_object", message)]
    faults = []
    for name, value in (action.get("values") or {}).items():
        at = f"action.values.{name[:60]}"
        if name not in other.writable:
            faults.append(FieldError(at, "unknown_field", "There is no such field to fill."))
        elif not _is_plain(value):
            faults.append(FieldError(at, "wrong_value", f"Send a plain value of at most {LONGEST_WORDS} characters."))
        elif isinstance(value, str):
            faults += [
                FieldError(at, code, "Write a gap as {{ record.name }}.") for code in saying.faults(object, value)
            ]
    if action.get("days") is not None and time_of(other) is None:
        faults.append(FieldError("action.days", "not_a_time", "These records have no day."))
    return faults


def _is_plain(value: Any) -> bool:
    if isinstance(value, str):
        try:
            return plain_text(value, max_length=LONGEST_WORDS, lines=True) is not None
        except Refusal:
            return False
    return isinstance(value, bool) or (isinstance(value, int | float) and abs(value) < LARGEST)


def link_to(catalogue: Catalogue, other: Object, object: Object) -> Field | None:
    """Return the field by which records of another object point to a customer, None where there is none."""
    links = (field for field in other.links if field.name in other.writable)
    return next((field for field in links if catalogue.target(field).name == object.name), None)


def time_of(other: Object) -> Field | None:
    """Return the field that says when a record is due or took place: the first indexed day or instant."""
    slotted = (field for field in other.slotted if field and not field.system and field.name in other.writable)
    return next((field for field in slotted if field.type in TIMES), None)


def seen(ctx: Context, object: Object, tree: Any) -> filters.Filter | None:
    """Return what a rule's filter asks, as the caller can ask it; None when something of it is hidden from them."""
    try:
        return filters.read(ctx, object, tree, depth=Depth.ALL)
    except InvalidInput:
        return None


def standing(ctx: Context) -> Context:
    """Return the context in which a card reads the rules: they are there to be acted upon, whoever may change them."""
    return house(ctx)


PARTS: Final = (
    *("object", "filter", "figures", "words", "action", "priority", "enabled", "from", "until", "rest_days"),
    *("told", "starter"),
)
RULE: Final = Kind("action_rule", "action_rules", listed=PARTS, most=60, checked=checked)
