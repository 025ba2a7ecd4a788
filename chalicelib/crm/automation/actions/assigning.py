"""Whose turn it is: rules by which records are given to people, fair also when many come at once.

A rule's turns are one small row (``turns.py``): of two that come at the same moment one draws again, and nobody is
drawn twice for one turn. The row keeps who was drawn for what lately: the same draw again, after a crash or a lost
answer, brings the same person.

Round robin gives each as many as the others. Open work gives to whoever has least of it, counted now and then, with
what was given since. A territory is a condition with people of its own; the first that a record meets takes it.
Whoever is away is passed over, and comes back with as many turns as whoever has fewest, not with all that they missed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Any, Final

from chalicelib.crm.automation.actions import turns as turning
from chalicelib.crm.automation.actions.turns import MODES, OPEN_WORK, ROUND_ROBIN, Drawn, Group, Turns, row_of
from chalicelib.crm.automation.authoring import conditions
from chalicelib.crm.automation.authoring.kind import object_of
from chalicelib.engine import definitions, filters, people, periods
from chalicelib.engine.catalogue import Object
from chalicelib.engine.definitions import Content, Definition, Kind
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, Unavailable
from chalicelib.storage import directory, index, patience, plan, slots
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row

MOST_PEOPLE: Final = 50
MOST_TERRITORIES: Final = 50
MOST_AWAY: Final = 200
LONGEST_LABEL: Final = 120
TRIES: Final = 80
COUNTED_EVERY: Final = timedelta(minutes=5)


def checked(ctx: Context, content: Content) -> Content:
    """Return a rule as it is to be stored.

    :raises InvalidInput: naming the part that makes no sense.
    """
    object = object_of(ctx, content.get("object"))
    if not object.features.owned:
        raise InvalidInput.of("object", "not_owned", "These records are nobody's.")
    territories = content.get("territories", [])
    if not isinstance(territories, list) or len(territories) > MOST_TERRITORIES:
        raise InvalidInput.of("territories", "not_a_list", f"Send at most {MOST_TERRITORIES} territories.")
    people = _people(ctx, content.get("people", []), "people")
    parts = [_territory(ctx, object, one, f"territories.{n}") for n, one in enumerate(territories)]
    named = {*people, *(id for part in parts for id in part["people"])}
    return {
        "object": object.plural,
        "mode": _mode(content.get("mode", ROUND_ROBIN), "mode"),
        "people": people,
        "territories": parts,
        "away": [one for one in _away(ctx, content.get("away", [])) if one["person"] in named],
    }


def _territory(ctx: Context, object: Object, said: Any, at: str) -> dict[str, Any]:
    if not isinstance(said, Mapping) or said.keys() - {"label", "condition", "people", "mode"}:
        raise InvalidInput.of(at, "not_a_territory", "Send a label, a condition, people and a mode.")
    label = said.get("label", "")
    if not isinstance(label, str) or len(label) > LONGEST_LABEL:
        raise InvalidInput.of(f"{at}.label", "invalid", f"Use at most {LONGEST_LABEL} characters.")
    condition = conditions.checked(ctx, object, said.get("condition"), f"{at}.condition")
    if condition is None:
        raise InvalidInput.of(f"{at}.condition", "required", "Say which records belong to it.")
    return {
        "label": label,
        "condition": condition,
        "people": _people(ctx, said.get("people", []), f"{at}.people"),
        "mode": _mode(said.get("mode", ROUND_ROBIN), f"{at}.mode"),
    }


def _mode(said: Any, at: str) -> str:
    if said not in MODES:
        raise InvalidInput.of(at, "unknown_option", f"Choose one of {', '.join(MODES)}.")
    return str(said)


def _people(ctx: Context, said: Any, at: str) -> list[str]:
    if not isinstance(said, list) or len(said) > MOST_PEOPLE or not all(isinstance(id, str) for id in said):
        raise InvalidInput.of(at, "not_a_list", f"Send the ids of at most {MOST_PEOPLE} people.")
    chosen = list(dict.fromkeys(said))
    known = people.several(ctx, [id for id in chosen if len(id) <= 40])
    if len(known) < len(chosen):
        raise InvalidInput.of(at, "unknown_user", "Choose members of your team.")
    return chosen


def _away(ctx: Context, said: Any) -> list[dict[str, Any]]:
    """Return who is passed over and until which day, None while nobody knows."""
    if not isinstance(said, list) or len(said) > MOST_AWAY:
        raise InvalidInput.of("away", "not_a_list", f"Send at most {MOST_AWAY} people.")
    found: dict[str, str | None] = {}
    for n, one in enumerate(said):
        if not isinstance(one, Mapping) or one.keys() - {"person", "until"}:
            raise InvalidInput.of(f"away.{n}", "not_a_person", "Send a person, and a day if it is known.")
        until = one.get("until")
        if until is not None and not _is_day(until):
            raise InvalidInput.of(f"away.{n}.until", "not_a_date", "Send a day, such as 2026-12-24.")
        found[str(one.get("person"))] = until
    return [{"person": id, "until": found[id]} for id in _people(ctx, [*found], "away")]


def _is_day(said: Any) -> bool:
    try:
        return isinstance(said, str) and date.fromisoformat(said).isoformat() == said
    except ValueError:
        return False


def is_away(ctx: Context, content: Content, person: str) -> bool:
    """Return whether somebody is passed over today."""
    today = periods.today(ctx).isoformat()
    until = {one["person"]: one["until"] for one in content.get("away", ())}
    return person in until and (until[person] is None or until[person] >= today)


def _beside(ctx: Context, before: Definition | None, after: Definition | None) -> Sequence[plan.Write]:
    return () if after is not None or before is None else [directory.delete(ctx, row_of(before.id))]


ASSIGNMENT: Final = Kind(
    "assignment", "assignments", listed=("object", "mode", "people"), most=100, checked=checked, beside=_beside
)


def content_of(ctx: Context, id: str) -> Content:
    """Return a rule as it stands.

    :raises NotFound: when there is none.
    """
    return definitions.get(ctx, ASSIGNMENT, id=id).content


def draw(ctx: Context, *, rule: str, key: str, object: Object, row: Row, is_dry: bool = False) -> str | None:
    """Return whom a record goes to, None when nobody works there; the same ``key`` draws the same person.

    In a dry run nobody's turn passes.

    :raises NotFound: when the rule is not there any more.
    :raises Unavailable: when too many draw at once.
    """
    content = content_of(ctx, rule)
    group = _group(ctx, content, object, row)
    candidates = working(ctx, content, group)
    if not candidates:
        return None
    digest = sha256(key.encode()).hexdigest()[:20]
    for attempt in range(TRIES):
        turns = turning.read(ctx, rule)
        drawn = next((one.person for one in turns.recent if one.digest == digest), None)
        if drawn is not None:
            return drawn
        turns = counted(ctx, turns, group, content, object)
        person = turning.following(turns, group, candidates)
        drawn_now = Drawn(digest, person, clock.stamp(ctx.now), row.id)
        if is_dry or turning.keep(ctx, rule, turning.after(turns, group, candidates, drawn_now)):
            return person
        patience.pause(min(attempt, 2))
    raise Unavailable("Many are being given out at once; this comes again.")


def groups(content: Content) -> list[Group]:
    """Return the groups of a rule: its territories in their order, and last whoever takes the rest."""
    parts = [Group(f"t{n}", one["mode"], one["people"]) for n, one in enumerate(content["territories"])]
    return [*parts, Group("all", content["mode"], content["people"])]


def working(ctx: Context, content: Content, group: Group) -> list[str]:
    """Return those of a group who work here and are not away, in their order."""
    active = {id for id, person in people.several(ctx, group.people).items() if person.is_active}
    return [id for id in group.people if id in active and not is_away(ctx, content, id)]


def _group(ctx: Context, content: Content, object: Object, row: Row) -> Group:
    *parts, rest = groups(content)
    for part, territory in zip(parts, content["territories"], strict=True):
        if conditions.holds(ctx, object, territory["condition"], row):
            return part
    return rest


def counted(ctx: Context, turns: Turns, group: Group, content: Content, object: Object) -> Turns:
    """Return turns that know how much open work each has, counted again when that was long ago."""
    if group.mode != OPEN_WORK:
        return turns
    if turns.counted_at and clock.parse(turns.counted_at) + COUNTED_EVERY > ctx.now:
        return turns
    named = {*content["people"], *(id for one in content["territories"] for id in one["people"])}
    load = {id: number for id, number in open_work(ctx, object, named).items() if number}
    return replace(turns, load=load, counted_at=clock.stamp(ctx.now))


def open_work(ctx: Context, object: Object, who: set[str]) -> dict[str, int]:
    """Return how many open records of an object each person has, from its counters where they tell."""
    what = object.features.open_work
    values = what.get("value") if what and what.get("op") in ("in", "eq") else None
    name = what.get("field") if what else None
    if values is not None and any(field.name == name for field in object.counted):
        wanted = values if isinstance(values, list) else [values]
        found = dict.fromkeys(who, 0)
        for counter in index.counters(ctx, object.plural, str(name)):
            if counter.option in wanted and counter.owner in found:
                found[counter.owner] += counter.count
        return found
    return {id: _read_through(ctx, object, what, id) for id in who}


def _read_through(ctx: Context, object: Object, what: Any, owner: str) -> int:
    is_open = filters.read(ctx, object, what, alone=True)
    theirs = slots.equal(owner)
    found = rows.each(ctx, object.plural, slot=object.slots["owner"], lower=theirs.lower, upper=theirs.upper)
    return sum(1 for row in found if is_open.holds(row))
