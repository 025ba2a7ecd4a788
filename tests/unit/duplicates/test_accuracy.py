"""How many of the doubles planted among the people of a town are found, and how many strangers with them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from chalicelib import wiring  # noqa: F401 - declares the catalogue
from chalicelib.engine import catalogue, search
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.duplicates import blocking, matching, rules
from chalicelib.engine.objects import Overlay
from tests.unit.duplicates import planted

PEOPLE, DOUBLES = 2_000, 600
PRECISION, RECALL = 0.97, 0.90
MOST_KEYS = 2

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Town:
    """The people as the store keeps them, and what they have laid down in the search index, in order."""

    people: Mapping[str, Values]
    pairs: frozenset[tuple[str, str]]
    tokens: list[tuple[str, str]]

    def under(self, start: str) -> Iterator[str]:
        for token, id in self.tokens[bisect_left(self.tokens, (start,)) :]:
            if not token.startswith(start):
                return
            yield id


@pytest.fixture(scope="module")
def firm() -> Catalogue:
    return catalogue.merge(catalogue.standard(), Overlay())


@pytest.fixture(scope="module")
def contacts(firm: Catalogue) -> Object:
    return firm.of_plural("contacts")


@pytest.fixture(scope="module")
def town(contacts: Object) -> Town:
    made = planted.town(people=PEOPLE, doubles=DOUBLES)
    people = {id: dict(planted.stored(values)) for id, values in made.people.items()}
    tokens = [
        (f"{token}#", id)
        for id, values in people.items()
        for token in {**search.entries(contacts, values).tokens, **blocking.laid_down(contacts, values)}
    ]
    return Town(people, made.pairs, sorted(tokens))


def met(contacts: Object, town: Town, id: str) -> set[str]:
    values = town.people[id]
    starts = [
        *blocking.of_addresses(values.get("emails")),
        *blocking.of_numbers(values.get("phones")),
        *(f"{key}#" for key in blocking.name_keys(contacts, values)),
    ]
    return {other for start in starts for other in town.under(start)} - {id}


def test_planted_doubles_are_found_and_strangers_are_not(
    firm: Catalogue, contacts: Object, town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = rules.of(firm, contacts)

    found = {
        tuple(sorted((id, other)))
        for id in town.people
        for other in met(contacts, town, id)
        if matching.judge(
            asked, contacts.fields, town.people[id], town.people[other], is_person=True
        ).score >= rules.ENOUGH
    }  # fmt: skip

    right = found & town.pairs
    precision, recall = len(right) / len(found), len(right) / len(town.pairs)
    with capsys.disabled():
        print(f"\nduplicates: {len(town.people):,} people, {DOUBLES} doubles, {precision=:.3f} {recall=:.3f}")  # noqa: T201
    assert precision >= PRECISION
    assert recall >= RECALL


def test_a_person_lays_down_two_keys_at_most_beside_the_words(contacts: Object, town: Town) -> None:
    for values in town.people.values():
        assert len(blocking.name_keys(contacts, values)) <= MOST_KEYS
