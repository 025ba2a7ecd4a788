"""The mail that tells somebody that a number is what they waited for."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from chalicelib.engine import definitions, mail_layout, notices, outbox, people
from chalicelib.engine.alarms import kind, metrics, rules
from chalicelib.engine.alarms.judging import LATELY, SAME_WEEKDAY, Verdict
from chalicelib.engine.alarms.kind import Alarm
from chalicelib.engine.alarms.metrics import MONEY, SHARE, Figure
from chalicelib.engine.alarms.rules import Anomaly, Change, Limit
from chalicelib.engine.outbox import Delivery, Mail, MailKind, Policy
from chalicelib.engine.people import Person
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.settings import current
from chalicelib.storage.plan import Write

RUN: Final = "alarms"
NAME: Final = "alarm_raised"

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "es": {
        "subject": "Alarma: {name}",
        "now": "Ahora",
        "waited": "Esperabas",
        "usual": "Lo habitual",
        "usual_of": "entre {low} y {high}",
        SAME_WEEKDAY: "Comparado con {days} días iguales de las últimas semanas.",
        LATELY: "Comparado con los últimos {days} días conocidos.",
        "above": "más de {value}",
        "below": "menos de {value}",
        "between": "entre {value} y {upper}",
        "outside": "fuera de {value} a {upper}",
        "up": "una subida del {percent} % o más",
        "down": "una bajada del {percent} % o más",
        "either": "un cambio del {percent} % o más",
        "unusual": "algo fuera de lo habitual",
        "changed": "Ha cambiado un {percent} %.",
        "total": "",
        "day": " en un día",
        "week": " en una semana",
        "month": " en 30 días",
        "open": "Abrir la alarma",
        "why": "Te lo enviamos porque alguien de tu equipo, o tú, pidió que te avisáramos. Puedes dejar de recibirlo "
        "en tus preferencias.",
    },
    "en": {
        "subject": "Alarm: {name}",
        "now": "Now",
        "waited": "You waited for",
        "usual": "Usual",
        "usual_of": "between {low} and {high}",
        SAME_WEEKDAY: "Compared with {days} equal weekdays of the last weeks.",
        LATELY: "Compared with the last {days} days that are known.",
        "above": "more than {value}",
        "below": "less than {value}",
        "between": "between {value} and {upper}",
        "outside": "outside {value} to {upper}",
        "up": "a rise of {percent}% or more",
        "down": "a fall of {percent}% or more",
        "either": "a change of {percent}% or more",
        "unusual": "something unusual",
        "changed": "It has changed by {percent}%.",
        "total": "",
        "day": " in a day",
        "week": " in a week",
        "month": " in 30 days",
        "open": "Open the alarm",
        "why": "You get this because you, or somebody of your team, asked for it. You can stop it in your preferences.",
    },
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a mail tells: of which alarm, of what (``name``), which figure, its number, and how it was judged."""

    alarm: Alarm
    name: str
    figure: Figure
    value: Decimal
    verdict: Verdict
    at: str


def plan(ctx: Context, to: Person, said: Said, *, cause: str) -> Write:
    """Return the write that plans the mail to one person about one raising."""
    locale = "en" if to.locale == "en" else "es"
    words, verdict, figure = _WORDS[locale], said.verdict, said.figure
    data: dict[str, Any] = {
        "alarm": said.alarm.id,
        "user": to.id,
        "name": said.alarm.name,
        "subject": f"{said.name}: {figure.label.text(locale)}" if said.name else figure.label.text(locale),
        "now": spoken(ctx, locale, figure, said.value),
        "waited": _waited(ctx, locale, figure, said.alarm),
    }
    if verdict.low is not None and verdict.high is not None:
        low, high = (spoken(ctx, locale, figure, number) for number in (verdict.low, verdict.high))
        data["usual"] = words["usual_of"].format(low=low, high=high)
        data["note"] = words[verdict.basis or LATELY].format(days=verdict.days)
    elif isinstance(said.alarm.rule, Change) and verdict.measured is not None:
        data["note"] = words["changed"].format(percent=_number(locale, round(verdict.measured, 1)))
    return outbox.plan(ctx, kind=MAIL, run=RUN, recipient=f"{cause}-{to.id}", to=to.email, locale=to.locale, data=data)


def _waited(ctx: Context, locale: str, figure: Figure, alarm: Alarm) -> str:
    words, rule = _WORDS[locale], alarm.rule
    if isinstance(rule, Limit):
        value, upper = (spoken(ctx, locale, figure, number) for number in (rule.value, rule.upper))
        return words[rule.op].format(value=value, upper=upper) + (words[rule.span] if figure.adds_up else "")
    if isinstance(rule, Change):
        return words[rule.direction].format(percent=_number(locale, rule.percent)) + words[rule.span]
    assert isinstance(rule, Anomaly)
    return words["unusual"]


def spoken(ctx: Context, locale: str, figure: Figure, number: Decimal) -> str:
    """Return a number in the reader's words and the figure's unit."""
    if figure.unit == SHARE:
        text = _number(locale, round(number * 100, 2))
        return f"{text} %" if locale == "es" else f"{text}%"
    if figure.unit == MONEY:
        return f"{_number(locale, round(number, 2))} {ctx.currency}"
    return _number(locale, round(number, 2))


def _number(locale: str, number: Decimal) -> str:
    whole, _, rest = rules.spelled(number).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped, mark = (f"{int(digits):,}", ".") if locale == "en" else (f"{int(digits):,}".replace(",", "."), ",")
    return f"{sign}{grouped}{mark}{rest}" if rest else f"{sign}{grouped}"


def render(locale: str, data: Mapping[str, Any]) -> Mail:
    """Return the mail in the reader's language."""
    words = _WORDS["en" if locale == "en" else "es"]
    details = [(words["now"], data["now"]), (words["waited"], data["waited"])]
    if "usual" in data:
        details.append((words["usual"], data["usual"]))
    return mail_layout.compose(
        locale,
        subject=words["subject"].format(name=data["name"]),
        heading=data["name"],
        paragraphs=[data["subject"], *([data["note"]] if "note" in data else [])],
        details=details,
        button=(words["open"], f"{current().public_url.rstrip('/')}/alarms/{data['alarm']}"),
        footnote=words["why"],
    )


def recheck(ctx: Context, delivery: Delivery) -> str | None:
    """Return why the mail must not go any more, or None."""
    person = people.find(ctx, delivery.data["user"])
    if person is None or not person.is_active:
        return "user_inactive"
    if not notices.wants_mail(ctx, person.id, NAME):
        return "not_wanted"
    try:
        alarm = kind.of(definitions.get(ctx, kind.ALARM, id=delivery.data["alarm"]))
    except NotFound:
        return "alarm_gone"
    if person.id not in alarm.told:
        return "not_wanted"
    return None if metrics.is_known(people.as_they(ctx, person), alarm.metric) else "record_gone"


MAIL: Final = MailKind(NAME, Policy.NOTICE, render, recheck)
