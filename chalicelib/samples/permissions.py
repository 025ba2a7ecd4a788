"""Who of the sample firm may be written to: what each contact has permitted, since when, and what became of it.

Eighty firms name their first person on what they buy and their second on what a campaign sold, so those agreed long
ago. The others fall into groups by their number, spread over all companies.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from chalicelib.samples.plan import Dice, Sample, Step

EARLY: Final = "early"
RECENT: Final = "recent"
WELCOMED: Final = "welcomed"
CUSTOMER: Final = "customer"
LEFT_EARLY: Final = "left early"
LEFT_BY_MAIL: Final = "left by mail"
LEFT_WELCOME: Final = "left while welcomed"
BOUNCED_EARLY: Final = "bounced early"
BOUNCED_BY_MAIL: Final = "bounced by mail"
SILENT: Final = "silent"

ALWAYS_EARLY: Final = 160
GROUPS: Final[Mapping[str, int]] = {
    EARLY: 143,
    RECENT: 31,
    WELCOMED: 30,
    CUSTOMER: 90,
    LEFT_EARLY: 14,
    LEFT_BY_MAIL: 7,
    LEFT_WELCOME: 4,
    BOUNCED_EARLY: 3,
    BOUNCED_BY_MAIL: 12,
    SILENT: 10,
}
"""How many of the contacts behind the first hundred and sixty belong to each group; ``people_file`` brings the rest."""

CAMPAIGN_AGE: Final = 40
"""How many days ago the campaign went of which the sample firm tells; who left by mail did so because of it."""

WELCOME_AGE: Final = 28
"""How many days ago the automation was enabled that welcomes whoever agrees."""

STAYS: Final = 9
"""Of those who were welcomed, so many agreed so lately that they still wait for the second step."""

_STRIDE: Final = 113
"""Has no divisor in common with the number of those who are grouped, so that every place is taken once."""

_SOURCES: Final = (
    ("Alta de cliente", "Customer sign-up"),
    ("Formulario de la web", "Web form"),
    ("Encuesta en la tienda", "Survey in the shop"),
)
_FIRST_ORDER: Final = ("Primer pedido", "First order")
_ONE_CLICK: Final = ("Baja en un clic", "One-click unsubscribe")


def groups(people: Sequence[Sample]) -> Mapping[str, str]:
    """Return the group of each contact, by key."""
    grouped = [name for name, count in GROUPS.items() for _ in range(count)]
    rest = people[ALWAYS_EARLY:]
    early = {person.key: EARLY for person in people[:ALWAYS_EARLY]}
    return early | {person.key: grouped[place * _STRIDE % len(grouped)] for place, person in enumerate(rest)}


def permitted(dice: Dice, people: Sequence[Sample]) -> Sequence[Sample]:
    """Return the contacts with what each has said about being written to, at the moment of saying it."""
    group, seen = groups(people), Counter[str]()
    told = []
    for number, person in enumerate(people):
        name = group[person.key]
        told.append(_telling(dice, person, name, number, seen[name]))
        seen[name] += 1
    return told


def bounces(dice: Dice, people: Sequence[Sample]) -> Iterator[Sample]:
    """Yield the addresses that bounced before anybody remembers."""
    group = groups(people)
    for person in people:
        if group[person.key] == BOUNCED_EARLY:
            address = person.values["emails"][0]["value"]
            yield Sample(f"bounce:{person.key}", "bounces", dice.days_ago(200), person.owner, {"address": address})


def welcomed_at(dice: Dice, group: str, place: int) -> datetime:
    """Return when one of those whom the automation welcomed agreed; ``place`` is theirs in the group."""
    if group == LEFT_WELCOME:
        return dice.days_ago(9 + 3 * place)
    return dice.days_ago(1 + place % 4 if place < STAYS else 7 + place % (WELCOME_AGE - 8))


def _telling(dice: Dice, person: Sample, group: str, number: int, place: int) -> Sample:
    source = dice.said(_SOURCES[number % len(_SOURCES)])
    if group == SILENT:
        return person
    if group == CUSTOMER:
        said = _agreed(person.at, dice.said(_FIRST_ORDER), basis="soft_opt_in")
        return replace(person, values={**person.values, **said})
    if group == RECENT:
        at = dice.days_ago(WELCOME_AGE + 2 + place % (CAMPAIGN_AGE - WELCOME_AGE - 4))
        return replace(person, steps=(*person.steps, Step(at, _agreed(at, source))))
    if group in (WELCOMED, LEFT_WELCOME):
        at = welcomed_at(dice, group, place)
        left = (_left(dice, at + timedelta(days=2)),) if group == LEFT_WELCOME else ()
        return replace(person, steps=(*person.steps, Step(at, _agreed(at, source)), *left))
    agreed = replace(person, values={**person.values, **_agreed(person.at, source)})
    if group == LEFT_EARLY:
        return replace(agreed, steps=(_left(dice, dice.days_ago(60 + 9 * place)),))
    if group == LEFT_BY_MAIL:
        return replace(agreed, steps=(_left(dice, dice.days_ago(CAMPAIGN_AGE - 1 - place % 3)),))
    return agreed


def _agreed(at: datetime, source: str, *, basis: str = "consent") -> Mapping[str, Any]:
    """Return a permission that was given on the day before it is noted: that day has come wherever the firm is."""
    day = (at - timedelta(days=1)).date().isoformat()
    return {"email_opt_in": True, "consent_basis": basis, "consent_source": source, "consent_date": day}


def _left(dice: Dice, at: datetime) -> Step:
    return Step(at, {"email_opt_out": True, "consent_source": dice.said(_ONE_CLICK)})
