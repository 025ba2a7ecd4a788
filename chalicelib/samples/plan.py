"""What a sample is, and the dice that all of them are thrown with."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar

from chalicelib.kernel.text import fold
from chalicelib.samples import words

T = TypeVar("T")

ADMINISTRATOR = 0
REPS = (2, 3, 4)
"""Positions among the users: admin, manager, three sales reps, viewer. A visitor looks around as the first."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Stands for the id of another sample record."""

    key: str


@dataclass(frozen=True, slots=True)
class Step:
    """A later change to a sample record."""

    at: datetime
    changes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """One record to be. ``owner`` is a position among the workspace's users, taken modulo their number."""

    key: str
    plural: str
    at: datetime
    owner: int
    values: Mapping[str, Any]
    steps: Sequence[Step] = field(default=())


@dataclass(frozen=True, slots=True)
class StageSketch:
    """What the plan must know of a stage: its key, how long deals should stay there, and whether it ends them."""

    key: str
    expected_days: int | None
    kind: str


class Dice:
    """Chance from a fixed seed, and the day and language in which the firm is told."""

    def __init__(self, *, seed: int, today: date, locale: str) -> None:
        self.random = random.Random(seed)  # noqa: S311 - sample data, not a secret
        self.today = today
        self._language = 0 if locale.startswith("es") else 1

    def said(self, pair: tuple[str, str]) -> str:
        """Return the Spanish or the English of a pair."""
        return pair[self._language]

    def pick(self, options: Sequence[T]) -> T:
        """Return one of the options."""
        return self.random.choice(options)

    def between(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return self.random.randint(low, high)

    def name(self) -> tuple[str, str]:
        """Return a first name and two surnames."""
        return self.pick(words.FIRST_NAMES), f"{self.pick(words.LAST_NAMES)} {self.pick(words.LAST_NAMES)}"

    def phone(self) -> str:
        """Return a number in the block that is assigned to nobody."""
        return f"+34925000{self.between(0, 999):03}"

    def days_ago(self, days: int) -> datetime:
        """Return a moment of business hours that many days before today."""
        return datetime.combine(self.today - timedelta(days=days), time(9 + days % 8, days % 60), UTC)


def address_of(first: str, last: str, number: str, domain: str) -> str:
    """Return an e-mail address that cannot receive; ``number`` keeps namesakes apart."""
    return f"{slug(first)}.{slug(last.split()[0])}{number}@{domain}.example"


def slug(name: str) -> str:
    """Return a name as it would stand in an address: folded letters and digits."""
    return "".join(character for character in fold(name) if character.isalnum())


def euros(cents: int) -> Mapping[str, str]:
    """Return an amount as the API takes it."""
    return {"amount": f"{cents // 100}.{cents % 100:02}", "currency": "EUR"}
