"""An import by its public routes and its worker, up to the step that stores the rows, which is what is measured."""

import csv
import io
import json
from typing import Any

from bench import neighbours, people
from bench.firm import Firm, send
from bench.pipeline import LAMBDA
from functions.import_worker import handler

ROWS = 200
HEADER = ("First name", "Last name", "Job title", "Email", "Mobile phone", "Street", "City", "Postal code", "Record ID")


class Import:
    """An import of ``ROWS`` new contacts that is ready to run; ``run`` stores the rows."""

    def __init__(self, firm: Firm, first: int) -> None:
        self._firm = firm
        made = send(firm.request("POST", "/v1/imports", {"object": "contacts", "filename": "contacts.csv"}))
        self._id = made["id"]
        neighbours.FILES[made["upload"]["fields"]["key"]] = file(first, ROWS)
        send(firm.request("POST", f"/v1/imports/{self._id}/preview", {}))
        self._take("preview")
        looked = self._told()
        if looked["state"] != "ready":
            raise SystemExit(f"the preview ended in {looked['state']}: {looked['problem']}")
        asked = {"mapping": looked["mapping"], "on_duplicate": "skip"}
        send(firm.request("POST", f"/v1/imports/{self._id}/start", asked))

    def run(self) -> None:
        """Store the rows and write the report."""
        self._take("run")

    def check(self) -> None:
        """End the bench unless every row became a contact."""
        told = self._told()
        if told["verdicts"] != {"created": ROWS, "updated": 0, "skipped": 0, "failed": 0}:
            raise SystemExit(f"the import ended in {told['state']}: {told['verdicts']} {told['problem']}")

    def _told(self) -> Any:
        return send(self._firm.request("GET", f"/v1/imports/{self._id}"))

    def _take(self, step: str) -> None:
        body = json.dumps({"tenant": self._firm.ctx.tenant, "job": self._id, "step": step})
        record = {"messageId": "bench", "body": body, "eventSource": "aws:sqs"}
        answer = handler.handle({"Records": [record]}, LAMBDA)
        if answer["batchItemFailures"]:
            raise SystemExit(f"the import worker failed at {step}")


def file(first: int, rows: int) -> bytes:
    """Return a CSV file of so many contacts."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(HEADER)
    for number in range(first, first + rows):
        person = people.contact(number)
        address = person["address"]
        table.writerow(
            (
                person["first_name"],
                person["last_name"],
                person["job_title"],
                person["emails"][0]["value"],
                person["phones"][0]["value"],
                address["street"],
                address["city"],
                address["postal_code"],
                person["external_id"],
            )
        )
    return written.getvalue().encode()
