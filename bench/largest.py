"""What the largest allowed tenant costs a container that hears of a new version of its catalogue."""

from collections.abc import Callable
from dataclasses import dataclass
from time import process_time

from chalicelib import wiring
from chalicelib.engine import catalogue
from chalicelib.engine.designing import parts
from chalicelib.engine.designing.soundness import MOST_FIELDS, MOST_OBJECTS
from chalicelib.engine.objects import Features, Field, Label, ObjectChange, ObjectDef, Option, Overlay

REPEATED = 15
ALLOWED_MS = 10.0
LABEL = Label("Obra", "Work")
OPTIONS = tuple(Option(f"option_{number}", LABEL) for number in range(20))


@dataclass(frozen=True, slots=True)
class Merged:
    """CPU of the merge of catalogue and overlay, and of reading the overlay's rows, the best of several."""

    objects: int
    fields: int
    rows: int
    merge_ms: float
    read_ms: float


def overlay() -> Overlay:
    """Return an overlay of as many objects and fields as a tenant may have."""
    objects: dict[str, ObjectChange] = {}
    for number in range(MOST_OBJECTS):
        name = f"c_object_{number}"
        declared = ObjectDef(
            name, f"{name}s", LABEL, LABEL, "box", "c_name", (),
            features=Features(importable=True, activities=True), custom=True,
        )  # fmt: skip
        named = Field("c_name", "text", LABEL, required=True, searched=True, indexed=True, slot=6, custom=True)
        chosen = Field("c_state", "choice", LABEL, options=OPTIONS, counted=True, custom=True)
        own = (named, chosen) if number < MOST_OBJECTS - MOST_OBJECTS // 4 else (named,)
        objects[declared.plural] = ObjectChange(declared=declared, fields={field.name: field for field in own})
    standard = [definition.plural for definition in wiring.STANDARD][:3]
    left = MOST_FIELDS - sum(len(change.fields) for change in objects.values())
    texts = [Field(f"c_text_{number}", "text", LABEL, custom=True) for number in range(left)]
    for place, plural in enumerate(standard):
        objects[plural] = ObjectChange(fields={field.name: field for field in texts[place :: len(standard)]})
    return Overlay(1, {}, objects)


def measure() -> Merged:
    """Return what the largest tenant's catalogue costs."""
    wanted = overlay()
    items = parts.spelled(wanted)
    fields = sum(len(change.fields) for change in wanted.objects.values())
    merge_ms = _best(lambda: catalogue.merge(wiring.STANDARD, wanted))
    return Merged(MOST_OBJECTS, fields, len(items), merge_ms, _best(lambda: parts.read(1, items)))


def show(merged: Merged) -> None:
    """Print it."""
    verdict = "met" if merged.merge_ms < ALLOWED_MS else "MISSED"
    print(
        f"\nthe largest tenant, {merged.objects} objects and {merged.fields} fields of its own: merged in "
        f"{merged.merge_ms:.1f} ms of CPU ({verdict}: under {ALLOWED_MS:.0f}), its {merged.rows} rows read in "
        f"{merged.read_ms:.1f} ms"
    )


def _best(work: Callable[[], object]) -> float:
    spent = []
    for _ in range(REPEATED):
        started = process_time()
        work()
        spent.append(process_time() - started)
    return min(spent) * 1000
