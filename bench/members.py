"""``python -m bench.members``: a million members of a segment, each of whom time will move, and one schedule a firm.

Everybody came within the last year, each at a moment of their own: they are in *El último año* for 365 days, in *El
último mes* for 30, and in a welcome that waits 30 days and then marks them. Two people live through that for real, in
a time that jumps from schedule to schedule; what the product stored for them by then is stored again for everybody
else (``copying``), in one large firm and in small ones beside it. Then days pass, and nobody wakes a function but the
schedules that exist. What lies beside a record and has no part in that - search tokens, history, runs that are over -
is left out, and the stream of the records that the welcome marks is not followed: ``make bench`` has the price of an
update.
"""

import argparse
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import boto3

from bench import firm, people, place, report
from bench.copying import File, Specimen
from bench.crowd import (
    A_DAY,
    BEGINS,
    IDS,
    LATELY,
    MARK,
    MONTH,
    NOW,
    PLURAL,
    WAIT,
    YEAR,
    Crowd,
    House,
    came_within,
    everybody,
    leaves,
)
from bench.firm import Firm, send
from bench.meter import Bill, Meter
from bench.passed import Passed
from bench.passing import Passing
from bench.place import Place
from chalicelib import settings
from chalicelib.engine import records
from chalicelib.engine.segments import waking
from chalicelib.kernel import clock
from chalicelib.observability import logger
from chalicelib.storage import connection, guard, keys, names, runs, segment_keys, segments, writes
from chalicelib.storage.keys import Key

MEMORY: Final = Path("/dev/shm")  # noqa: S108 - a folder of the machine's memory
"""Where the store's file lies, so that no disk is waited for; its other folder for such things has one."""


def main() -> None:
    """Store the members, let days pass, and say what it took; fails unless all is as it must be."""
    arguments = argparse.ArgumentParser(prog="python -m bench.members", description=__doc__)
    arguments.add_argument("--members", type=int, default=1_000_000)
    arguments.add_argument("--beside", type=int, default=2, help="firms beside, each with a thousandth of the members")
    asked = arguments.parse_args()
    logger.setLevel("CRITICAL")
    os.environ["POWERTOOLS_METRICS_DISABLED"] = "true"
    passing = Passing(f"{place.PREFIX}-{names.TIMERS}", BEGINS)
    clock.system_now = passing
    with (
        tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder,
        place.opened(Path(folder)) as here,
    ):
        queues = {"segment": "segments", "automation": "automations", "work": "work", "derive": "derivations"}
        urls = {f"{name}_queue_url": f"https://passing/{queue}" for name, queue in queues.items()}
        arns = {"timer_function_arn": "arn:passing:timer-firer", "scheduler_role_arn": "arn:passing:scheduler"}
        settings.use(replace(settings.current(), **urls, **arns))
        connection.reset()
        meter = Meter(boto3.client("dynamodb", endpoint_url=here.address), place.PREFIX)
        for watch in (passing.watch, meter.watch):
            connection.on_client(watch)
        sys.exit(Year(here, File(Path(folder)), passing, meter).pass_with(asked.members, asked.beside))


class Year:
    """The measurement: two lives, their copies, and the days that pass."""

    def __init__(self, here: Place, file: File, passing: Passing, meter: Meter) -> None:
        self._here, self._file, self._passing, self._meter = here, file, passing, meter

    def pass_with(self, members: int, beside: int) -> int:
        """Return 0 if everything is as it must be."""
        firms = [firm.sign_up(f"Firma {number}", f"ana@firma{number}.example") for number in range(beside + 1)]
        model, *houses = [self._housed(each) for each in (self._here.firm, *firms)]
        old, young = self._lived(model)
        sizes = [members, *(max(1, members // 1_000) for _ in range(beside))]
        began = time.perf_counter()
        crowds = [self._crowded(house, size, old, young) for house, size in zip(houses, sizes, strict=True)]
        self._passing.settle()
        stored = sum(crowd.rows for crowd in crowds)
        print(f"{stored:,} rows stored in {time.perf_counter() - began:.0f} s", flush=True)
        met = [self._show(crowds)]
        bill = self._metered_day()
        told = Passed.of(self._passing, bill, crowds)
        met.append(self._show(crowds))
        cpu, took = self._timed_day()
        met.append(self._show(crowds))
        figures = told.show(cpu, took)
        if all(met):
            report.keep(report.RESULTS, "a million members", {"members": members, **figures})
        return 0 if all(met) else 1

    # The two lives.

    def _housed(self, firm: Firm) -> House:
        """Return a firm in which segments and welcome are ready for whoever comes."""
        lasting = {"object": PLURAL}
        year, month = (
            send(firm.request("POST", "/v1/segments", {**lasting, "name": name, "filter": came_within(days)}))["id"]
            for name, days in (("El último año", YEAR), ("El último mes", MONTH))
        )
        asked = {**lasting, "name": "Bienvenida", "trigger": {"kind": "created"}, "steps": [WAIT, MARK]}
        welcome = send(firm.request("POST", "/v1/automations", asked))["id"]
        send(firm.request("POST", f"/v1/automations/{welcome}/enable", {"who": "new"}))
        self._passing.settle()
        return House(firm, year, month, welcome)

    def _lived(self, house: House) -> tuple[Specimen, Specimen]:
        """Return the rows of somebody who came long ago and of somebody who came lately, as they are now."""
        self._passing.until(BEGINS + timedelta(hours=1))  # the firm's people lived in the real present until now
        long_ago = self._come(house)
        self._passing.until(NOW - LATELY)
        lately = self._come(house)
        self._passing.until(NOW)
        return self._rows_of(house, long_ago), self._rows_of(house, lately)

    def _come(self, house: House) -> str:
        ctx = replace(house.ctx, now=self._passing.now, ids=IDS)
        with guard.entered(ctx.tenant):
            plan = records.plan_create(ctx, plural=PLURAL, values=people.contact(0))
            writes.execute(ctx, plan.writes)
        self._passing.follow(self._item(names.RECORDS, keys.record(ctx, PLURAL, plan.row.id)))
        self._passing.settle()
        return plan.row.id

    def _rows_of(self, house: House, id: str) -> Specimen:
        """Return what is copied of a person: the record, where it stands, where it is a member, when it is looked at
        again, and a welcome that waits with all that belongs to it."""
        ctx = house.ctx
        with guard.entered(ctx.tenant):
            standing = segments.standings(ctx, PLURAL, [id])[id]
            (mention,), _ = runs.mentions(ctx, id, limit=1)
            run = runs.get(ctx, house.welcome, mention.run) or {}
        assert standing.due is not None, "time will move everybody"
        assert (house.month in standing.inside) == (run["state"] == "waiting"), "both end after as long"
        found = [(names.RECORDS, keys.record(ctx, PLURAL, id)), (names.INDEX, segment_keys.standing(ctx, PLURAL, id))]
        found += [(names.INDEX, segment_keys.member(ctx, segment, id)) for segment in standing.inside]
        found += [(names.INDEX, segment_keys.turn(ctx, standing.due, PLURAL, id))]
        told = {value: name for name, value in house.names().items()} | {id: "id", standing.due: "turn"}
        told |= {f"segturn#{keys.shard_of(id)}": "turns", run["entered_at"]: "came"}
        if run["state"] == "waiting":
            timer = f"run:{run['id']}"
            found += [(names.JOBS, keys.run(ctx, house.welcome, run["id"]))]
            found += [(names.JOBS, keys.place(ctx, id, house.welcome))]
            found += [(names.JOBS, keys.mentioned(ctx, id, house.welcome, run["id"]))]
            found += [(names.TIMERS, keys.timer(ctx, run["due"], timer))]
            told |= {run["id"]: "run", run["due"]: "end", keys.due_shard(keys.shard_of(timer)): "hand"}
        return Specimen([self._file.row(f"{place.PREFIX}-{table}", key.pk, key.sk) for table, key in found], told)

    def _item(self, table: str, key: Key) -> dict[str, Any]:
        asked = {"pk": {"S": key.pk}, "sk": {"S": key.sk}}
        found = self._here.plain.get_item(TableName=f"{place.PREFIX}-{table}", Key=asked, ConsistentRead=True)
        item: dict[str, Any] = found["Item"]
        return item

    # Their copies.

    def _crowded(self, house: House, size: int, old: Specimen, young: Specimen) -> Crowd:
        """Store so many members in a house, and the timers, counts and sizes that they have together."""
        crowd = Crowd(house)
        ctx = replace(house.ctx, now=NOW, ids=IDS)
        own = house.names()
        by_age = itertools.groupby(everybody(crowd, size), key=lambda told: "run" in told)
        for is_young, group in by_age:
            crowd.rows += self._file.store(young if is_young else old, (own | told for told in group))
        month, year = crowd.inside(MONTH, NOW), crowd.inside(YEAR, NOW)
        with guard.entered(ctx.tenant):
            waking.see_to(ctx, {leaves(day) for day in crowd.came})
            counted = {"entered": month, f"in:{WAIT['id']}": month}
            writes.execute(ctx, [segments.count(ctx, house.year, year, shard=0),
                                 segments.count(ctx, house.month, month, shard=0),
                                 runs.count(ctx, house.welcome, IDS.ulid(NOW), counted)])  # fmt: skip
        self._passing.stir(ctx.tenant)
        return crowd

    # The days.

    def _show(self, crowds: Sequence[Crowd]) -> bool:
        """Print how each firm stands, and return whether that is what its members' days say, and one schedule."""
        now, standing = self._passing.now, self._passing.standing()
        heads = ("this year", "this month", "waiting", "timers", "schedules")
        print(f"\n{now:%d.%m. %H:%M} UTC" + "".join(f"{head:>12}" for head in heads), flush=True)
        is_met = True
        for crowd in crowds:
            house = crowd.house
            wanted = (crowd.inside(YEAR, now), crowd.inside(MONTH, now), crowd.waiting(now))
            with guard.entered(house.ctx.tenant):
                sizes = segments.sizes(house.ctx, consistent=True)
                waiting = runs.counts(house.ctx, house.welcome).get(f"in:{WAIT['id']}", 0)
                rows = tuple(self._rows(names.INDEX, segment_keys.members(house.ctx, each)) for each in house.segments)
                timers = self._rows(names.TIMERS, keys.of_tenant(house.ctx))
            found = (sizes[house.year], sizes[house.month], waiting)
            schedules = standing[house.ctx.tenant]
            good = found == wanted and rows == wanted[:2] and schedules == 1
            print(f"{'':<16}{found[0]:>12,}{found[1]:>12,}{found[2]:>12,}{timers:>12,}{schedules:>12}", end="")
            print("" if good else f"  WRONG: {wanted} wanted, {rows} rows")
            is_met &= good
        return is_met

    def _rows(self, table: str, pk: str) -> int:
        return self._file.count(f"{place.PREFIX}-{table}", pk)

    def _metered_day(self) -> Bill:
        self._passing.forget()
        with self._meter.reading() as bill:
            self._passing.until(self._passing.now + A_DAY)
        return bill

    def _timed_day(self) -> tuple[float, float]:
        """Return the CPU and wall seconds of a day."""
        began, cpu = time.perf_counter(), time.process_time()
        self._passing.until(self._passing.now + A_DAY)
        return time.process_time() - cpu, time.perf_counter() - began


if __name__ == "__main__":
    main()
