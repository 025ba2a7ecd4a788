"""An upload and a comment, broken at every call in every way: repeating them makes them whole, once."""

from dataclasses import replace

import pytest

from chalicelib import wiring  # noqa: F401 - declares the catalogue
from chalicelib.engine import records
from chalicelib.engine.attachments import keeping, uploading
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.talk import comments
from chalicelib.gateways import files as store
from chalicelib.storage import guard, timeline
from tests import specimens
from tests.faults import FaultInjector
from tests.world import World

PHOTO = specimens.jpeg()


@pytest.mark.every_fault
def test_a_broken_completion_can_be_repeated(world: World, faults: FaultInjector) -> None:
    ctx = world.ctx()
    with guard.entered(ctx.tenant):
        bar = records.create(ctx, plural="companies", values={"name": "Bar Pepe"})["id"]
        ticket = uploading.begin(ctx, plural="companies", id=bar, name="foto.jpg", size=len(PHOTO))
        store.put(ticket["upload"]["fields"]["key"], PHOTO, content_type="image/jpeg")
        file = ticket["file"]["id"]

        faults.surviving(lambda: uploading.complete(ctx, plural="companies", id=bar, file=file))
        uploading.complete(replace(ctx, request_id="again"), plural="companies", id=bar, file=file)

        entries, _ = timeline.page(ctx, bar, limit=10, kinds={"file"})
        assert [one.id for one in keeping.of_record(ctx, "companies", bar)] == [file]
        assert len(entries) == 1
        assert store.find(f"t/{ctx.tenant}/{file}.1") is not None


@pytest.mark.every_fault
def test_a_broken_comment_can_be_repeated(world: World, faults: FaultInjector) -> None:
    ctx = world.ctx()
    key = Idempotency.of("c-1", "comment")
    with guard.entered(ctx.tenant):
        bar = records.create(ctx, plural="companies", values={"name": "Bar Pepe"})["id"]

        def say() -> str:
            said = comments.write(ctx, plural="companies", id=bar, text="Hola", idempotency_key=key)
            return str(said["id"])

        faults.surviving(say)
        said = say()

        assert [one["id"] for one in comments.page(ctx, plural="companies", id=bar, limit=10)["items"]] == [said]
