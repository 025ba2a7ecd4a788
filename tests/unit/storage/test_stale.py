"""A note says once that something waits; its writer may repeat it, and nobody waits for ever."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.storage import stale, writes


def test_a_note_stands_until_it_is_taken_away_and_its_writer_may_repeat_it(ctx):
    writes.execute(ctx, [stale.note(ctx, "companies", "01", by="first")])
    writes.execute(ctx, [stale.note(ctx, "companies", "01", by="first")])

    with pytest.raises(writes.Refused):
        writes.execute(ctx, [stale.note(ctx, "companies", "01", by="second")])
    writes.execute(ctx, [stale.note(ctx, "companies", "02", by="second")])

    writes.execute(ctx, [stale.forget(ctx, "companies", "01")])
    writes.execute(ctx, [stale.note(ctx, "companies", "01", by="second")])


def test_a_note_that_nobody_took_away_in_time_stands_for_a_lost_message(ctx):
    writes.execute(ctx, [stale.note(ctx, "companies", "01", by="first")])
    later = replace(ctx, now=ctx.now + stale.LIVES + timedelta(seconds=1))

    writes.execute(later, [stale.note(later, "companies", "01", by="second")])

    with pytest.raises(writes.Refused):
        writes.execute(later, [stale.note(later, "companies", "01", by="first")])
