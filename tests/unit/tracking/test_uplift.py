"""A planted effect is found, a season is not taken for one, and what cannot be known is not told."""

import random

import pytest

from chalicelib.crm.marketing.results import uplift
from chalicelib.crm.marketing.results.uplift import Group, Person


def firm(chance: random.Random, people: int, *, season: int, effect: int) -> Group:
    """Return people who buy now and then, all more by a season, those written to more by the effect."""
    bought = []
    for _ in range(people):
        before = chance.choice([0, 0, 2_000, 5_000, 9_000])
        after = max(0, before + season + effect + chance.choice([-3_000, 0, 3_000]))
        bought.append(Person(before, after))
    return Group.of(people, bought)


def test_a_planted_effect_is_recovered_and_the_season_is_not_taken_for_it() -> None:
    found = covered = 0
    for seed in range(200):
        chance = random.Random(seed)
        estimate = uplift.effect(firm(chance, 900, season=6_000, effect=500), firm(chance, 100, season=6_000, effect=0))
        assert estimate is not None
        found += abs(estimate.value - 500) < 1_000
        covered += estimate.low <= 500 <= estimate.high

    assert found >= 195
    assert 180 <= covered <= 199


def test_where_there_is_no_effect_none_is_proved() -> None:
    proved = 0
    for seed in range(200):
        chance = random.Random(seed)
        estimate = uplift.effect(firm(chance, 300, season=6_000, effect=0), firm(chance, 60, season=6_000, effect=0))
        assert estimate is not None
        proved += estimate.is_proved

    assert proved <= 20


def test_whoever_bought_nothing_counts_as_nought() -> None:
    few = Group.of(10, [Person(0, 100)])

    assert (few.change, few.share) == (10.0, 0.1)
    assert few.variance == pytest.approx(1_000.0)


def test_without_anybody_to_compare_with_nothing_is_said() -> None:
    assert uplift.effect(Group.of(500, [Person(0, 100)]), Group.of(1, [])) is None
    assert uplift.effect_on_buyers(Group.of(0, []), Group.of(10, [])) is None


def test_a_share_of_buyers_has_an_interval_that_stays_a_share() -> None:
    estimate = uplift.effect_on_buyers(Group.of(50, [Person(0, 1)] * 50), Group.of(50, []))

    assert estimate is not None
    assert (estimate.value, estimate.high <= 1.0, estimate.is_proved) == (1.0, True, True)


@pytest.mark.parametrize(("freedom", "t"), [(5, 2.571), (10, 2.228), (30, 2.042), (120, 1.980), (1e9, 1.960)])
def test_students_t_is_what_the_tables_say(freedom: float, t: float) -> None:
    assert uplift.quantile(freedom) == pytest.approx(t, abs=0.005)
