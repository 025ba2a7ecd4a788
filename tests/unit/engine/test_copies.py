"""What a container believes of a firm's settings: for a minute, unless whoever asks has seen more."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from chalicelib.engine import copies
from chalicelib.engine.copies import MOST_LOOKS, TRUSTED, Copies
from chalicelib.kernel.context import Context

SECOND = timedelta(seconds=1)


@dataclass(slots=True)
class Settings:
    """A firm's settings in the store, one container's copy of them, and how often it was read."""

    value: str = "as it was"
    reads: int = 0
    kept: Copies[str] = field(init=False)

    def __post_init__(self) -> None:
        self.kept = Copies(self._read)

    def _read(self, _: Context) -> str:
        self.reads += 1
        return self.value


@pytest.fixture
def settings(ctx: Context) -> Iterator[Settings]:
    copies.forget()
    made = Settings()
    assert made.kept.load(ctx) == "as it was"
    yield made
    copies.forget()


def at(ctx: Context, seconds: float, *, seen: datetime | None = None) -> Context:
    return replace(ctx, now=ctx.now + seconds * SECOND, seen=seen)


def test_a_copy_is_believed_for_a_minute(ctx: Context, settings: Settings) -> None:
    settings.value = "changed elsewhere"

    assert settings.kept.load(at(ctx, 59)) == "as it was"
    assert settings.kept.load(at(ctx, 60)) == "changed elsewhere"
    assert settings.reads == 2


def test_whoever_has_seen_a_change_is_not_shown_what_was_before(ctx: Context, settings: Settings) -> None:
    settings.value = "changed elsewhere"
    seen = ctx.now + 2 * SECOND

    assert settings.kept.load(at(ctx, 1)) == "as it was"
    assert [settings.kept.load(at(ctx, second, seen=seen)) for second in (3, 3, 4, 50)] == ["changed elsewhere"] * 4
    assert settings.reads == 2


def test_an_instant_that_is_yet_to_come_costs_one_read_a_request(ctx: Context, settings: Settings) -> None:
    request = at(ctx, 1, seen=ctx.now + timedelta(days=365))

    assert {settings.kept.load(request) for _ in range(10)} == {"as it was"}
    assert settings.reads == 2


def test_instants_that_are_made_up_cost_no_more_than_so_many_reads_a_minute(ctx: Context, settings: Settings) -> None:
    begun = ctx.now.replace(second=0)
    requests = [replace(ctx, now=begun + n * SECOND / 50, seen=begun + TRUSTED) for n in range(1, 2_900)]

    for request in requests:
        settings.kept.load(request)

    assert settings.reads == MOST_LOOKS + 1


def test_a_change_is_told_for_a_minute_to_whoever_has_not_seen_it(ctx: Context, settings: Settings) -> None:
    settings.kept.outdate(ctx)
    over = ctx.now + SECOND / 2

    told = copies.latest_change(ctx, now=over)

    assert told == over
    assert copies.latest_change(at(ctx, 30), now=ctx.now + 30 * SECOND) == over
    assert copies.latest_change(at(ctx, 30, seen=over), now=ctx.now + 30 * SECOND) is None
    assert copies.latest_change(at(ctx, 61), now=ctx.now + 61 * SECOND) is None


def test_a_change_that_was_made_elsewhere_is_told_by_whoever_meets_it(ctx: Context, settings: Settings) -> None:
    settings.value = "changed elsewhere"
    unmoved, met = at(ctx, 59), at(ctx, 61)

    settings.kept.load(unmoved)
    assert copies.latest_change(unmoved, now=unmoved.now) is None
    settings.kept.load(met)

    assert copies.latest_change(met, now=met.now + SECOND) == met.now + SECOND
