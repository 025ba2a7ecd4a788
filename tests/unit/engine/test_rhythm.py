"""The chance of a silence, against an integral that knows nothing of the closed form, and planted customers."""

import math
import random
from datetime import date, timedelta

import pytest

from chalicelib.engine.cards.rhythm import NOBODYS, Prior, fitted, heard

TODAY = date(2026, 11, 22)


def days(*before: int) -> list[date]:
    return [TODAY - timedelta(days=each) for each in before]


def integrated(prior: Prior, gaps: int, span: int, silent: int) -> float:
    """The chance of no purchase in ``silent`` days, the rate spread as a gamma, by Simpson's rule over the rate."""
    shape, scale = prior.shape + gaps, prior.span + span
    most, steps = (shape + 40 * math.sqrt(shape) + 40) / scale, 20_000
    width = most / steps

    def at(rate: float) -> float:
        if rate == 0:
            return 0.0 if shape > 1 else scale
        log = shape * math.log(scale) + (shape - 1) * math.log(rate) - scale * rate - math.lgamma(shape)
        return math.exp(log - rate * silent)

    inner = sum((4 if step % 2 else 2) * at(step * width) for step in range(1, steps))
    return (at(0) + inner + at(most)) * width / 3


@pytest.mark.parametrize(
    ("bought", "prior"),
    [
        (days(120, 150, 180, 210, 240), NOBODYS),
        (days(10, 40), NOBODYS),
        (days(400, 430), Prior(2.5, 75.0)),
        (days(3, 10, 17, 24, 31, 38), Prior(1.25, 90.0)),
        (days(0, 30), Prior(4.0, 100.0)),
    ],
)
def test_the_chance_of_a_silence_is_what_integrating_over_every_rate_gives(bought: list[date], prior: Prior) -> None:
    told = heard(bought, today=TODAY, prior=prior)

    assert told is not None
    silent, span = (TODAY - max(bought)).days, (max(bought) - min(bought)).days
    assert told.chance == pytest.approx(integrated(prior, len(bought) - 1, span, silent), abs=1e-6)


def test_golden_numbers_worked_out_by_hand() -> None:
    # Five purchases every 30 days: 4 gaps in 120 days, then 120 of silence: (120 / 240) ^ 4 = 1 / 16.
    told = heard(days(120, 150, 180, 210, 240), today=TODAY)

    assert told is not None
    assert (told.purchases, told.usual, told.silent, told.chance) == (5, 30.0, 120, 0.0625)
    assert told.level == "medium"
    assert told.expected == TODAY - timedelta(days=90)
    # The firm lends one gap of 60 days: (180 / 300) ^ 5.
    lent = heard(days(120, 150, 180, 210, 240), today=TODAY, prior=Prior(1.0, 60.0))
    assert lent is not None
    assert lent.chance == pytest.approx(0.6**5)
    assert lent.usual == 36.0


def test_who_bought_on_fewer_than_two_days_has_no_rhythm() -> None:
    assert heard([], today=TODAY) is None
    assert heard(days(5), today=TODAY) is None
    assert heard(days(5, 5, 5), today=TODAY) is None
    assert heard([TODAY + timedelta(days=3), *days(5)], today=TODAY) is None


def test_a_longer_silence_is_never_more_usual() -> None:
    bought = days(300, 330, 350, 400)
    chances = []
    for later in range(0, 400, 7):
        told = heard(bought, today=TODAY - timedelta(days=300) + timedelta(days=later), prior=Prior(2.0, 60.0))
        assert told is not None
        chances.append(told.chance)

    assert chances == sorted(chances, reverse=True)
    assert chances[0] == 1.0


def test_the_spread_of_a_firms_customers_is_recovered_from_what_they_bought() -> None:
    lots, shape, span = random.Random(7), 3.0, 90.0
    customers = []
    for _ in range(4_000):
        rate, at = lots.gammavariate(shape, 1 / span), 0.0
        bought = [TODAY]
        for _ in range(12):
            at += lots.expovariate(rate)
            bought.append(TODAY - timedelta(days=round(at)))
        customers.append(bought)

    found = fitted(customers)

    assert found.shape == pytest.approx(shape, rel=0.2)
    assert found.span / found.shape == pytest.approx(span / shape, rel=0.1)


def test_a_firm_with_few_regular_customers_lends_nothing() -> None:
    assert fitted([days(1, 30, 60, 90)] * 9) == NOBODYS
    assert fitted([days(1, 30)] * 500) == NOBODYS
    assert fitted([days(1, 30, 60, 90)] * 10).shape > 0


def test_levels_say_how_unusual_a_silence_is() -> None:
    def level(silent: int) -> str:
        told = heard(days(silent, silent + 30, silent + 60, silent + 90, silent + 120), today=TODAY)
        assert told is not None
        return told.level

    assert [level(silent) for silent in (20, 45, 100, 140)] == ["low", "low", "medium", "high"]
