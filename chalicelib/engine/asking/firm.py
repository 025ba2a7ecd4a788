"""Who and what of a firm a sentence may name beside its catalogue: its people and its segments."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from chalicelib.engine import access
from chalicelib.engine.asking.words import phrase
from chalicelib.engine.segments import lookup, plans, viewing
from chalicelib.kernel.context import Context
from chalicelib.storage import directory

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment as people call it: of which object (a plural)."""

    id: str
    name: str
    object: str


@dataclass(frozen=True, slots=True)
class Firm:
    """The firm's people by id, and its segments by id."""

    people: Mapping[str, str] = field(default_factory=dict)
    segments: Mapping[str, Segment] = field(default_factory=dict)

    def people_called(self) -> Mapping[Phrase, tuple[str, ...]]:
        """Return whom each name, whole or the first word of it, may mean."""
        found: dict[Phrase, tuple[str, ...]] = {}
        for id, name in self.people.items():
            whole = phrase(name)
            for said in {whole, whole[:1]}:
                found[said] = (*found.get(said, ()), id)
        return {said: ids for said, ids in found.items() if said and len(said[0]) > 1}

    def segments_called(self, name: str) -> list[Segment]:
        """Return the segments of that name."""
        asked = phrase(name)
        return [segment for segment in self.segments.values() if phrase(segment.name) == asked]


def load(ctx: Context) -> Firm:
    """Return the firm's people, and those of its segments that the caller may know of."""
    people = {row["id"]: str(row.get("full_name", "")) for row in directory.of_kind(ctx, "user")}
    rows = directory.of_kind(ctx, directory.definition(lookup.KIND, "").removesuffix("#"))
    standing = [row for row in rows if "deleted_at" not in row]
    told = viewing.told(ctx) if standing and access.permissions_to(ctx, plans.SET)["read"] == "all" else frozenset()
    segments = [
        Segment(row["name"].rpartition("#")[2], row["title"], json.loads(row["listed"])["object"]) for row in standing
    ]
    return Firm(people, {segment.id: segment for segment in segments if told is None or segment.id in told})
