"""Fifty segments of contacts, and the keeper that hears of a change: its look at one record is what is measured."""

import itertools
import json
from typing import Any

from bench.firm import Firm, send
from bench.pipeline import LAMBDA
from chalicelib.engine.segments import plans
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import directory, guard, writes
from functions.segment_keeper import handler

SEGMENTS = 50
TITLES = ("Compras", "Cocina")


def asked(number: int) -> dict[str, Any]:
    """Return what a segment asks: most of the contact itself, a tenth each of its companies and of its orders."""
    if number % 10 == 8:
        return {"field": "companies.industry", "op": "eq", "value": "hospitality"}
    if number % 10 == 9:
        recent = {"field": "date", "op": "during", "value": f"last_{number}_days"}
        return {"related": "orders", "of": "count", "op": "gte", "value": 2, "where": recent}
    if number == 0:
        return {"field": "job_title", "op": "eq", "value": TITLES[0]}
    return {"all": [{"field": "last_name", "op": "starts", "value": chr(97 + number % 26)},
                    {"field": "created_at", "op": "during", "value": f"last_{number}_days"}]}  # fmt: skip


class Segmented:
    """A firm with fifty segments, and one contact that moves into one of them and out again."""

    def __init__(self, firm: Firm, id: str) -> None:
        self._firm, self._id, self._turn = firm, id, itertools.count()
        known = send(firm.request("GET", "/v1/segments"))["items"]
        for number in range(len(known), SEGMENTS):
            body = {"name": f"Segmento {number}", "object": "contacts", "filter": asked(number)}
            self._let_be_ready(send(firm.request("POST", "/v1/segments", body))["id"])

    def move(self) -> None:
        """Let the contact ask to move into a segment, or out of it."""
        self._change({"job_title": TITLES[next(self._turn) % 2]})

    def touch(self) -> None:
        """Change of the contact what moves it nowhere."""
        self._change({"last_name": f"Ñandú {next(self._turn)}"})

    def keep(self) -> None:
        """Let the keeper hear of the change."""
        names = ["job_title", "last_name"]
        changed = {"object": "contacts", "id": self._id, "names": names, "values": {}}
        body = json.dumps({"tenant": self._firm.ctx.tenant, "changed": changed})
        event = {"Records": [{"messageId": "bench", "body": body, "eventSource": "aws:sqs"}]}
        if handler.handle(event, LAMBDA)["batchItemFailures"]:
            raise SystemExit("the keeper of segments failed")

    def _change(self, changes: dict[str, Any]) -> None:
        path = f"/v1/records/contacts/{self._id}"
        version = send(self._firm.request("GET", path))["version"]
        send(self._firm.request("PATCH", path, changes, {"If-Match": f'"{version}"'}))

    def _let_be_ready(self, segment: str) -> None:
        """Let a segment be ready as its work would, without looking at every contact for each of fifty."""
        ctx = self._firm.ctx
        with guard.entered(TenantId(ctx.tenant)):
            state = directory.update(ctx, f"{plans.STATE}#{segment}", set={"ready": True})
            writes.execute(ctx, [state, directory.update(ctx, plans.SET, add={"version": 1})])
