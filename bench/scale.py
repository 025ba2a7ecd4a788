"""``python -m bench.scale``: one import, one bulk edit and two exports of a hundred thousand records, to the end.

The workers live as Lambda lets them: each turn has so many seconds, and what is not done by then is done by the next.
Files lie in moto's S3, records in DynamoDB Local. Each line says how many turns, calls and CPU seconds it took, and how
much memory the process has ever held.
"""

import argparse
import io
import json
import os
import resource
import time
import zipfile
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote, urlsplit

import boto3
from moto import mock_aws

from bench import importing, place
from bench.firm import send
from bench.place import REGION, Place
from chalicelib.engine import working
from chalicelib.observability import logger
from chalicelib.storage import connection
from functions.job_worker import handler as job_worker

TURN_SECONDS = 240.0
CHANGES = {"job_title": "Jefa de compras"}
_BUCKET = "bench"


class Workshop:
    """A firm's long work, taken turn by turn, and what it took since the last line."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._calls = 0
        self._begin()
        connection.on_client(lambda client: client.meta.events.register("before-call", self._count))

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """Return what the API answers."""
        return send(self._place.firm.request(method, path, body))

    def finish(self, job: str) -> Any:
        """Let workers take the steps that a job is in, until it is in none, and return what it tells then."""
        while True:
            told = self.ask("GET", f"/v1/jobs/{job}")
            steps = working.of_kind(told["kind"]).steps
            name = next((name for name, step in steps.items() if step.state == told["state"]), None)
            if name is None:
                return told
            body = json.dumps({"tenant": self._place.firm.ctx.tenant, "job": job, "step": name})
            record = {"messageId": "scale", "body": body, "eventSource": "aws:sqs"}
            self._turns += 1
            if job_worker.handle({"Records": [record]}, _turn())["batchItemFailures"]:
                raise SystemExit(f"the worker failed at {name}")

    def show(self, what: str, records: int) -> None:
        """Print what the work since the last line took."""
        cpu = time.process_time() - self._began
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{what:<14}{records:>9,}{self._turns:>9}{self._calls:>9,}{self._calls / records:>9.2f}"
            f"{cpu:>9.0f}{cpu / records * 1000:>9.2f}{held:>9.0f}",
            flush=True,
        )
        self._begin()

    def _begin(self) -> None:
        self._turns = self._calls = 0
        self._began = time.process_time()

    def _count(self, **_: Any) -> None:
        self._calls += 1


def main() -> None:
    """Do all of it, and end with an error when a record is missing."""
    arguments = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    arguments.add_argument("--records", type=int, default=100_000)
    records: int = arguments.parse_args().records
    logger.setLevel("WARNING")
    # Only S3 is moto's: the store and the neighbours have addresses of their own, which moto leaves alone.
    os.environ["POWERTOOLS_METRICS_DISABLED"] = "true"
    os.environ["AWS_ENDPOINT_URL_S3"] = f"https://s3.{REGION}.amazonaws.com"
    with mock_aws(), place.opened() as here:
        boto3.client("s3").create_bucket(Bucket=_BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        heads = ("records", "turns", "calls", "a record", "cpu s", "cpu ms", "MB held")
        print(f"{'':<14}" + "".join(f"{head:>9}" for head in heads), flush=True)
        shop = Workshop(here)
        _import(shop, records)
        _edit(shop, records)
        _export(shop, "xlsx", records)
        _export(shop, "csv", records)


def _import(shop: Workshop, records: int) -> None:
    made = shop.ask("POST", "/v1/imports", {"object": "contacts", "filename": "contacts.csv"})
    path, key = f"/v1/imports/{made['id']}", made["upload"]["fields"]["key"]
    boto3.client("s3").put_object(Bucket=_BUCKET, Key=key, Body=importing.file(0, records), ContentType="text/csv")
    shop.ask("POST", f"{path}/preview", {})
    shop.finish(made["id"])
    shop.show("import: look", records)
    shop.ask("POST", f"{path}/start", {"mapping": shop.ask("GET", path)["mapping"], "on_duplicate": "skip"})
    shop.finish(made["id"])
    _require(shop.ask("GET", path)["verdicts"]["created"], records)
    shop.show("import", records)


def _edit(shop: Workshop, records: int) -> None:
    asked = {"object": "contacts", "action": "update", "target": {"filter": {"all": []}}, "changes": CHANGES}
    job = shop.ask("POST", "/v1/bulk", asked)["id"]
    _require(shop.finish(job)["result"]["counts"]["changed"], records)
    shop.show("bulk edit", records)
    shop.ask("POST", f"/v1/jobs/{job}/undo")
    undone = shop.finish(job)
    if undone["state"] != "undone":
        raise SystemExit(f"the undoing ended in {undone['state']}: {undone['problem']}")
    shop.show("bulk undo", records)


def _export(shop: Workshop, format: str, records: int) -> None:
    id = shop.ask("POST", "/v1/exports", {"object": "contacts", "format": format})["id"]
    shop.finish(id)
    told = shop.ask("GET", f"/v1/exports/{id}")
    if told["state"] != "done":
        raise SystemExit(f"the export ended in {told['state']}: {told['problem']}")
    _require(_rows(_fetched(told), format), records)
    shop.show(f"export {format}", records)


def _fetched(told: Any) -> bytes:
    """Return the file behind the link."""
    key = urlsplit(told["download"]["url"]).path.rpartition(f"{_BUCKET}/")[2].lstrip("/")
    content: bytes = boto3.client("s3").get_object(Bucket=_BUCKET, Key=unquote(key))["Body"].read()
    return content


def _rows(content: bytes, format: str) -> int:
    """Return how many records a file holds, below its head."""
    if format == "csv":
        return content.count(b"\r\n") - 1
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return book.read("xl/worksheets/sheet1.xml").count(b"<row") - 1


def _turn() -> Any:
    """Return what Lambda would tell a worker about itself: an id, and how long it has left."""
    ends = time.monotonic() + TURN_SECONDS
    return SimpleNamespace(
        aws_request_id="scale", get_remaining_time_in_millis=lambda: int((ends - time.monotonic()) * 1000)
    )


def _require(found: int, wanted: int) -> None:
    if found != wanted:
        raise SystemExit(f"{found:,} records of {wanted:,} came through")


if __name__ == "__main__":
    main()
