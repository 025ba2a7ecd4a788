"""The next best action: of a firm's rules the first that applies to a customer and does not rest, and why it does.

What costs nothing is asked first: days, figures, what was answered lately. What filters ask beside the record is then
read for all the rules that are left at once. A rule that asks for what is hidden from the reader is none for them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Final

from chalicelib.engine import access, definitions, facts, periods
from chalicelib.engine.cards import card, figures, rules, saying
from chalicelib.engine.cards.card import Card
from chalicelib.engine.definitions import Content, Definition
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Label
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.storage import advice
from chalicelib.storage.advice import Answer

MOST_ASKED: Final = 20
"""How many rules are asked of one customer beyond what the card knows."""
AT_WORK: Final = time(9)
COMPARED: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "gte": lambda held, value: held >= value,
    "lte": lambda held, value: held <= value,
    "eq": lambda held, value: held == value,
}


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of a rule that was tried on a customer: ``keeps_out`` is None where it applies."""

    keeps_out: str | None
    told: Mapping[str, Any]


def told_whole(ctx: Context, laid: Card) -> dict[str, Any]:
    """Return a card as the API answers it, with what to do next."""
    return {**card.told(ctx, laid), "next": next_of(ctx, laid)}


def next_of(ctx: Context, laid: Card) -> dict[str, Any] | None:
    """Return what to do next for a customer, None when no rule applies."""
    mine = [each for each in definitions.all(rules.standing(ctx), rules.RULE) if _is_for(laid, each.content)]
    if not mine:
        return None
    mine.sort(key=lambda each: (each.content["priority"], each.name.casefold(), each.id))
    answers, held = advice.of(ctx, _records(laid)), figures.of(ctx, laid)
    open_now = [each for each in mine if _keeps_out(ctx, held, each.content, answers.get(each.id)) is None]
    chosen = next(_meeting(ctx, laid, open_now[:MOST_ASKED]), None)
    if chosen is None:
        return None
    may_answer = access.can(ctx, laid.object, "update", laid.row)
    return {"rule": chosen.id, "name": chosen.name, **told(ctx, laid, held, chosen.content), "may_answer": may_answer}


def tried(ctx: Context, laid: Card, content: Content, *, id: str | None) -> Trial:
    """Return what a rule comes to for a customer, were it enabled, and what keeps it from applying to them."""
    held = figures.of(ctx, laid)
    answered = advice.of(ctx, _records(laid)).get(id) if id else None
    reason = _keeps_out(ctx, held, {**content, "enabled": True}, answered)
    if reason is None and not _is_met(ctx, laid, [content])[0]:
        reason = "filter"
    return Trial(reason, told(ctx, laid, held, content))


def told(ctx: Context, laid: Card, held: Mapping[str, Any], content: Content) -> dict[str, Any]:
    """Return what a rule says of a customer: its words, why, and the action with everything filled in."""
    return {
        "words": saying.filled(ctx, laid, held, content["words"]["es" if ctx.locale == "es" else "en"]),
        "why": _why(ctx, held, content),
        "action": _action(ctx, laid, held, content["action"]),
        "rest_days": content["rest_days"],
    }


def _records(laid: Card) -> list[str]:
    return [laid.row.id, *laid.row.merged_from]


def _is_for(laid: Card, content: Content) -> bool:
    return content["object"] == laid.object.plural and bool(content["enabled"])


def _keeps_out(ctx: Context, held: Mapping[str, Any], content: Content, answered: Answer | None) -> str | None:
    """Return the reason against a rule that is known without asking anything more, None when there is none."""
    today = periods.today(ctx).isoformat()
    if not (content["from"] or today) <= today <= (content["until"] or today):
        return "days"
    if answered is not None and clock.stamp(ctx.now) < answered.until:
        return "rests"
    return None if all(_is_so(held, condition) for condition in content["figures"]) else "figures"


def _is_so(held: Mapping[str, Any], condition: Mapping[str, Any]) -> bool:
    value, wanted = held.get(condition["figure"]), condition["value"]
    if value is None:
        return False
    if condition["op"] == "in":
        return value in wanted
    return COMPARED[condition["op"]](value, wanted if isinstance(value, bool) else rules.operand(wanted))


def _meeting(ctx: Context, laid: Card, candidates: Sequence[Definition]) -> Iterator[Definition]:
    met = _is_met(ctx, laid, [each.content for each in candidates])
    yield from (each for each, is_met in zip(candidates, met, strict=True) if is_met)


def _is_met(ctx: Context, laid: Card, contents: Sequence[Content]) -> list[bool]:
    """Return of each of some rules whether its filter holds, what they ask beside the record read once for all."""
    read = [rules.seen(ctx, laid.object, content["filter"]) for content in contents]
    asked = [tree for tree in read if tree is not None]
    if not asked:
        return [False] * len(read)
    known = facts.gathering(ctx, asked, consistent=True).of([laid.row])
    return [tree is not None and tree.holds(laid.row, known) for tree in read]


def _why(ctx: Context, held: Mapping[str, Any], content: Content) -> str:
    """Return why a rule applies, in one sentence of the reader's language."""
    said = [
        figures.why(ctx, figures.FIGURES[condition["figure"]], held[condition["figure"]])
        for condition in content["figures"]
        if held.get(condition["figure"]) is not None
    ]
    sentence = (content.get("told") or {}).get("es" if ctx.locale == "es" else "en")
    if sentence:
        said.append(Label(f"está entre «{sentence}»", f"they are among “{sentence}”").text(ctx.locale))
    elif content["filter"] is not None:
        said.append(Label("cumple las condiciones de la regla", "they meet the rule's conditions").text(ctx.locale))
    if not said:
        return Label("Vale para todos.", "It is for everybody.").text(ctx.locale)
    listed = Label(" y ", " and ").text(ctx.locale).join([", ".join(said[:-1]), said[-1]] if said[1:] else said)
    return Label(f"Porque {listed}.", f"Because {listed}.").text(ctx.locale)


def _action(ctx: Context, laid: Card, held: Mapping[str, Any], action: Mapping[str, Any]) -> dict[str, Any]:
    """Return an action with everything filled in: what it opens can be created as it stands."""
    told: dict[str, Any] = {"kind": action["kind"], "object": None, "values": None, "template": action.get("template")}
    other = laid.catalogue.plurals.get(action.get("object") or "")
    link = rules.link_to(laid.catalogue, other, laid.object) if other is not None else None
    if action["kind"] not in rules.OPENING or other is None or link is None or not access.can(ctx, other, "create"):
        return told
    values = {
        name: saying.filled(ctx, laid, held, value) if isinstance(value, str) else value
        for name, value in (action.get("values") or {}).items()
        if name in access.writable(ctx, other)
    }
    values[link.name] = [laid.row.id] if link.multiple else laid.row.id
    when = rules.time_of(other)
    if action.get("days") is not None and when is not None:
        day = periods.today(ctx) + timedelta(days=action["days"])
        at = clock.to_utc(datetime.combine(day, AT_WORK), ctx.time_zone)
        raw = day.isoformat() if when.type == "date" else clock.stamp(at)
        kind = registry.of(when)
        values[when.name] = kind.present(when, kind.parse(when, raw, ctx), ctx)
    return {**told, "object": other.plural, "values": values}
