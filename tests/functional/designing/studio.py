"""A studio: an administrator who designs objects and fields, and the workers by whom records follow."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from chalicelib.engine import background, working
from chalicelib.storage import guard
from tests.builders import Firm
from tests.client import Answer
from tests.functional.work.workshop import Workshop
from tests.world import World

Json = dict[str, Any]


def both(text: str) -> dict[str, str]:
    return {"es": text, "en": text}


def field(name: str, type: str, **more: Any) -> Json:
    return {"name": name, "type": type, "label": both(name), **more}


def options(*labels: str) -> list[Json]:
    return [{"label": both(label)} for label in labels]


PROJECT: Json = {
    "name": "c_project",
    "plural": "c_projects",
    "label": {"es": "Proyecto", "en": "Project"},
    "label_plural": {"es": "Proyectos", "en": "Projects"},
    "name_field": "c_title",
    "icon": "hammer",
    "features": {"board_by": "c_state", "board_sum": "c_budget"},
    "fields": [
        field("c_title", "text", max_length=80),
        field("c_state", "choice", options=options("Abierto", "En obra", "Cerrado"), indexed=True, counted=True),
        field("c_budget", "money"),
        field("c_client", "link", link={"to": "companies"}),
    ],
}


@dataclass(slots=True)
class Studio:
    """One firm's administrator."""

    world: World
    firm: Firm

    def post(self, path: str, body: Any = None, **more: Any) -> Answer:
        return self.firm.admin.post(path, body, **more)

    def get(self, path: str) -> Any:
        answer = self.firm.admin.get(path)
        assert answer.status == 200, answer.raw
        return answer.body

    def declare(self, **more: Any) -> Json:
        """Declare the object of projects, and return its document."""
        answer = self.post("/v1/objects", {**PROJECT, **more})
        assert answer.status == 201, answer.raw
        return dict(answer.body)

    def add(self, plural: str, name: str, type: str, **more: Any) -> Json:
        """Add a field, and return it as the metadata describes it."""
        answer = self.post(f"/v1/objects/{plural}/fields", field(name, type, **more))
        assert answer.status == 201, answer.raw
        return self.told(plural, name)

    def change(self, plural: str, name: str, /, **given: Any) -> Answer:
        return self.firm.admin.patch(f"/v1/objects/{plural}/fields/{name}", given, version=self.version)

    def remove(self, plural: str, name: str) -> Answer:
        return self.firm.admin.delete(f"/v1/objects/{plural}/fields/{name}", version=self.version)

    def restore(self, plural: str, name: str) -> Answer:
        return self.post(f"/v1/objects/{plural}/fields/{name}/restore", headers={"If-Match": f'"{self.version}"'})

    def told(self, plural: str, name: str) -> Json:
        """Return a field as the metadata describes it."""
        return next(each for each in self.get(f"/v1/objects/{plural}")["fields"] if each["name"] == name)

    def names(self, plural: str) -> list[str]:
        return [each["name"] for each in self.get(f"/v1/objects/{plural}")["fields"]]

    def record(self, plural: str, **values: Any) -> Json:
        """Create a record and return it."""
        answer = self.post(f"/v1/records/{plural}", values)
        assert answer.status == 201, answer.raw
        return dict(answer.body)

    def found(self, plural: str, **term: Any) -> list[str]:
        """Return the ids of the records that meet a condition."""
        answer = self.post(f"/v1/records/{plural}/query", {"filter": term})
        assert answer.status == 200, answer.raw
        return sorted(item["id"] for item in answer.body["items"])

    @property
    def version(self) -> int:
        return int(self.get("/v1/objects")["catalogue_version"])

    def refit(self) -> Json:
        """Let a minute pass and the workers do what the newest change of a field asks for; return the job."""
        job = self.get("/v1/jobs")["items"][0]
        with guard.entered(self.firm.tenant["id"]):
            ctx = background.as_system(self.firm.tenant["id"], name="job_worker", request_id="later")
            later = replace(ctx, now=self.world.now + timedelta(minutes=2))
            working.take_step(later, job=job["id"], step="wait", time_left=lambda: timedelta(minutes=10))
        Workshop(self.world, self.firm.admin).work()
        self.world.pass_time(minutes=2)
        return dict(self.get(f"/v1/jobs/{job['id']}"))
