"""``python -m bench``: measure, print a table, and write the same to ``bench/results.json``."""

import argparse
import os
from pathlib import Path

import boto3

from bench import battery, cold_start, firm, largest, neighbours, people, report, store
from bench.battery import Fired
from bench.meter import Meter
from bench.operations import Operations, Row, Stage
from bench.pipeline import Stream
from chalicelib import settings
from chalicelib.observability import logger
from chalicelib.settings import Settings
from chalicelib.storage import connection, names
from tests.cloud import create_tables

PREFIX = "tendero-bench"
REGION = "eu-west-1"
RESULTS = Path(__file__).with_name("results.json")


def main() -> None:
    """Measure whatever is asked for, everything by default."""
    arguments = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    arguments.add_argument(
        "--records", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="how full the store is"
    )
    arguments.add_argument("--no-cold-start", action="store_true", help="leave the cold start out")
    asked = arguments.parse_args()
    logger.setLevel("WARNING")
    home = Path(os.environ.get("TENDERO_HOME", ".local")).resolve() / "bench"
    merged = largest.measure()
    started = None if asked.no_cold_start else cold_start.measure(home)
    with store.running(home) as address, neighbours.answering(firm.JWKS) as others:
        rows, fired = _measure(address, others, sorted(asked.records))
    report.show(rows, started)
    battery.show(fired)
    largest.show(merged)
    report.write(RESULTS, rows, started, fired, merged)


def _measure(address: str, others: str, sizes: list[int]) -> tuple[list[Row], list[Fired]]:
    os.environ.update(
        AWS_ACCESS_KEY_ID="bench",
        AWS_SECRET_ACCESS_KEY="bench",  # noqa: S106 - nobody checks it
        AWS_DEFAULT_REGION=REGION,
        AWS_ENDPOINT_URL=others,
        AWS_ENDPOINT_URL_DYNAMODB=address,
    )
    settings.use(
        Settings(
            prefix=PREFIX,
            stage="bench",
            region=REGION,
            user_pool_id="bench",
            user_pool_client_id="bench",
            token_issuer="https://issuer.example/bench",  # noqa: S106 - an address
            jwks_url=f"{others}/jwks.json",
            secrets_id="bench",
            bus_name="bench",
            import_queue_url=f"{others}/queue",
            work_queue_url=f"{others}/queue",
            files_bucket="bench",
        )
    )
    plain = boto3.client("dynamodb", endpoint_url=address)
    create_tables(plain, PREFIX)
    meter = Meter(boto3.client("dynamodb", endpoint_url=address), PREFIX)
    connection.on_client(meter.watch)
    tenant = firm.sign_up()
    streams = boto3.client("dynamodbstreams", endpoint_url=address)
    stage = Stage(
        firm=tenant,
        meter=meter,
        stream=Stream(plain, streams, f"{PREFIX}-{names.RECORDS}"),
        bare=plain,
        table=f"{PREFIX}-{names.RECORDS}",
        index_table=f"{PREFIX}-{names.INDEX}",
    )
    ids: list[str] = []
    rows: list[Row] = []
    for size in sizes:
        print(f"Filling the store with {size:,} contacts ...", flush=True)
        ids += people.fill(tenant.ctx, first=len(ids), last=size)
        print("Measuring ...", flush=True)
        rows += Operations(stage, ids).measure()
    return rows, battery.measure(tenant, meter)


if __name__ == "__main__":
    main()
