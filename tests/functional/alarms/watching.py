"""A firm that watches numbers, and the works behind it: those of automations, segments and alarms."""

from dataclasses import dataclass
from typing import Any

from functions.alarm_keeper import handler as alarm_keeper
from functions.segment_keeper import handler as segment_keeper
from tests.client import Caller
from tests.functional.automation.works import Works, _batch

LEADS = {"source": "records", "of": "leads", "figure": "count"}
ABOVE_TWO = {"kind": "limit", "op": "above", "value": "2"}


@dataclass(slots=True)
class Watching(Works):
    """A firm whose numbers are watched."""

    looks: int = 0

    def watch(self, metric: Any = LEADS, rule: Any = ABOVE_TWO, *, name: str = "Muchos leads", **more: Any) -> str:
        """Make an alarm and return its id."""
        answer = self.admin.post("/v1/alarms", {"name": name, "metric": metric, "rule": rule, **more})
        assert answer.status == 201, answer.raw
        self.until_quiet()
        return str(answer.body["id"])

    def alarm(self, id: str) -> dict[str, Any]:
        answer = self.admin.get(f"/v1/alarms/{id}")
        assert answer.status == 200, answer.raw
        return dict(answer.body)

    def state(self, id: str) -> dict[str, Any]:
        return dict(self.alarm(id)["state"])

    def raisings(self, id: str) -> list[dict[str, Any]]:
        answer = self.admin.get(f"/v1/alarms/{id}/raisings")
        assert answer.status == 200, answer.raw
        return list(answer.body["items"])

    def days(self, id: str) -> dict[str, str]:
        answer = self.admin.get(f"/v1/alarms/{id}/days")
        assert answer.status == 200, answer.raw
        return {item["day"]: item["value"] for item in answer.body["items"]}

    def leads(self, *names: str) -> list[str]:
        return [self.create("leads", first_name=name)["id"] for name in names]

    def remove(self, plural: str, id: str) -> None:
        version = self.admin.get(f"/v1/records/{plural}/{id}").body["version"]
        assert self.admin.delete(f"/v1/records/{plural}/{id}", version=version).status == 204

    def _drain(self, *, twice: bool) -> int:
        entries = self.entries()
        self.heard -= len(entries)
        moved = Works._drain(self, twice=twice)
        found = [(function, entry) for entry in entries for function in (alarm_keeper, segment_keeper)]
        settings = self.world.settings
        queues = {settings.alarm_queue_url: alarm_keeper, settings.segment_queue_url: segment_keeper}
        found += [(function, body) for url, function in queues.items() for body in self.messages(url)]
        for function, body in found:
            self.looks += "alarm" in body
            for _ in range(2 if twice else 1):
                assert function.handle(_batch(body), self._context()) == {"batchItemFailures": []}  # type: ignore[attr-defined]
        return moved + len(found)


def told(caller: Caller) -> list[dict[str, Any]]:
    """Return what somebody was told of alarms, the latest first."""
    items = caller.get("/v1/notifications").body["items"]
    return [item["data"] for item in items if item["data"]["what"] == "alarm_raised"]
