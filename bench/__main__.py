"""``python -m bench``: measure, print a table, and write the same to ``bench/results.json``."""

import argparse
import subprocess
import sys

import boto3

from bench import battery, cold_start, largest, people, place, report
from bench.battery import Fired
from bench.meter import Meter
from bench.operations import Operations, Row, Stage
from bench.pipeline import Stream
from chalicelib.observability import logger
from chalicelib.storage import connection, names

MAILS = 300
"""How many mails of one campaign say what a thousand cost; in a process of their own, whose time jumps."""


def main() -> None:
    """Measure whatever is asked for, everything by default."""
    arguments = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    arguments.add_argument(
        "--records", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="how full the store is"
    )
    arguments.add_argument("--no-cold-start", action="store_true", help="leave the cold start out")
    asked = arguments.parse_args()
    logger.setLevel("WARNING")
    merged = largest.measure()
    started = None if asked.no_cold_start else cold_start.measure(place.home())
    rows, fired = _measure(sorted(asked.records))
    report.show(rows, started)
    battery.show(fired)
    largest.show(merged)
    report.write(report.RESULTS, rows, started, fired, merged)
    print(f"\nSending {MAILS} mails ...", flush=True)
    subprocess.run([sys.executable, "-m", "bench.mails", "--recipients", str(MAILS), "--faults", "0"], check=True)


def _measure(sizes: list[int]) -> tuple[list[Row], list[Fired]]:
    with place.opened() as here:
        meter = Meter(boto3.client("dynamodb", endpoint_url=here.address), place.PREFIX)
        connection.on_client(meter.watch)
        streams = boto3.client("dynamodbstreams", endpoint_url=here.address)
        stage = Stage(
            firm=here.firm,
            meter=meter,
            stream=Stream(here.plain, streams, f"{place.PREFIX}-{names.RECORDS}"),
            bare=here.plain,
            table=f"{place.PREFIX}-{names.RECORDS}",
            index_table=f"{place.PREFIX}-{names.INDEX}",
        )
        ids: list[str] = []
        rows: list[Row] = []
        for size in sizes:
            print(f"Filling the store with {size:,} contacts ...", flush=True)
            ids += people.fill(here.firm.ctx, first=len(ids), last=size)
            print("Measuring ...", flush=True)
            rows += Operations(stage, ids).measure()
        return rows, battery.measure(here.firm, meter)


if __name__ == "__main__":
    main()
