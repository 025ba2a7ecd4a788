"""A bulk update by its public route and its worker; the step that edits the records is what is measured."""

import json
from collections.abc import Sequence
from typing import Any

from bench.firm import Firm, send
from bench.pipeline import LAMBDA
from functions.job_worker import handler

RECORDS = 196


class Bulk:
    """A bulk update of ``RECORDS`` contacts that is ready to run; ``run`` edits them."""

    def __init__(self, firm: Firm, ids: Sequence[str], number: int) -> None:
        self._firm = firm
        asked = {"object": "contacts", "action": "update", "target": {"ids": list(ids)}}
        self._id = send(firm.request("POST", "/v1/bulk", {**asked, "changes": {"job_title": f"Jefe {number}"}}))["id"]

    def run(self) -> None:
        """Edit the records and write the verdicts."""
        body = json.dumps({"tenant": self._firm.ctx.tenant, "job": self._id, "step": "run"})
        answer: Any = handler.handle(
            {"Records": [{"messageId": "bench", "body": body, "eventSource": "aws:sqs"}]}, LAMBDA
        )
        if answer["batchItemFailures"]:
            raise SystemExit("the bulk's worker failed")

    def check(self) -> None:
        """End the bench unless every record was changed."""
        told = send(self._firm.request("GET", f"/v1/jobs/{self._id}"))
        if told["state"] != "done" or told["result"]["counts"]["changed"] != RECORDS:
            raise SystemExit(f"the bulk ended in {told['state']}: {told['result']} {told['problem']}")
