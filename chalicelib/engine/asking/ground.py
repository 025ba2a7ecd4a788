"""What the words of a sentence are held against: the object they speak of, its fields, its relations."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine.asking.deciding import Deciding, Option, Unmeant
from chalicelib.engine.asking.lexing import Reading, Sentence
from chalicelib.engine.asking.trees import Node
from chalicelib.engine.asking.values import kind_of
from chalicelib.engine.asking.vocabulary import Chosen, Path, Relation, forms
from chalicelib.engine.asking.words import phrase
from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Bought, Field, Label


@dataclass(frozen=True, slots=True)
class Found:
    """A field as a filter reaches it: its path from the object that is spoken of, and of which object it is."""

    path: str
    field: Field
    owner: Object


@dataclass(frozen=True, slots=True)
class Ground:
    """One sentence being understood. ``me`` is whoever says it; ``reads`` tells whether segments take a filter."""

    sentence: Sentence
    deciding: Deciding
    me: str | None
    reads: Callable[[Object, Node], bool]

    @property
    def currency(self) -> str:
        """The firm's currency."""
        return self.sentence.currency

    def object(self, name: str) -> Object:
        """Return an object of the firm."""
        return self.sentence.vocabulary.catalogue.object(name)

    def fields(self, object: Object) -> dict[str, Field]:
        """Return the fields of an object that may be asked for."""
        return dict(self.sentence.vocabulary.fields.get(object.name, {}))

    def named(self, object: Object, name: str) -> Field | None:
        """Return the field, or the part of one, that a name means."""
        whole, _, part = name.partition(".")
        field = self.fields(object).get(whole)
        if field is None or not part:
            return field
        return registry.of(field).inside(field).get(part)

    def links(self, object: Object) -> list[tuple[str, Object]]:
        """Return the links of an object, each with what it leads to."""
        catalogue = self.sentence.vocabulary.catalogue
        return [
            (field.name, catalogue.target(field)) for field in self.fields(object).values() if field.link is not None
        ]

    def found(self, object: Object, candidates: Sequence[Any], reading: Reading) -> list[tuple[Found, Any]]:
        """Return which fields some meanings are: the object's own, else those of what it is linked to.

        Those that are called so come before those that may be called so.
        """
        own = self._of(object, candidates, "", reading)
        if own:
            return own
        return [
            found
            for link, other in self.links(object)
            if not link.startswith("converted")
            for found in self._of(other, candidates, f"{link}.", reading)
        ]

    def _of(self, object: Object, candidates: Sequence[Any], before: str, reading: Reading) -> list[tuple[Found, Any]]:
        said = phrase(self.sentence.said(reading.start, reading.end))
        found: list[tuple[int, Found, Any]] = []
        for each in candidates:
            if not isinstance(each, Path | Chosen) or each.object != object.name:
                continue
            field = self.named(object, each.name)
            if field is not None:
                label = field.label.text(self.sentence.locale)
                rank = (
                    0
                    if isinstance(each, Chosen) or "." in each.name or said in forms(label, self.sentence.locale)
                    else 1
                )
                found.append((rank, Found(before + each.name, field, object), each))
        best = min((rank for rank, _, _ in found), default=0)
        return [(field, each) for rank, field, each in found if rank == best]

    def one(self, object: Object, candidates: Sequence[Any], reading: Reading) -> tuple[Found, Any]:
        """Return which field some words mean, asking where there are several.

        :raises Unmeant: when there is none.
        """
        found = self.found(object, candidates, reading)
        if not found:
            raise Unmeant("unknown_field")
        options = [Option(field.path, self.label(object, field)) for field, _ in found]
        chosen = self.deciding.pick("field", options, at=reading.start)
        return next(pair for pair in found if pair[0].path == chosen)

    def label(self, object: Object, found: Found) -> Label:
        """Return what a field is called, after the link that leads there."""
        link = found.path.partition(".")[0]
        via = self.fields(object).get(link)
        if via is None or via.link is None:
            return found.field.label
        return Label(f"{via.label.es}: {found.field.label.es}", f"{via.label.en}: {found.field.label.en}")

    def day_of(self, object: Object) -> list[Found]:
        """Return the fields that may tell when a record was, the most telling first."""
        fields = self.fields(object)
        bought = object.features.bought
        dates = [field for field in fields.values() if kind_of(field) in ("date", "date_time") and not field.hidden]
        own = [field for field in dates if field.indexed and not field.system]
        names = dict.fromkeys([*([bought.on] if bought else []), *(field.name for field in own), "created_at"])
        return [Found(name, fields[name], object) for name in names if name in fields]

    def purchases(self, object: Object) -> list[tuple[Relation, Object, Bought]]:
        """Return the relations of an object to its purchases."""
        return [
            (relation, other, other.features.bought)
            for relation, other in self.relations(object)
            if other.features.bought is not None
        ]

    def relations(self, object: Object) -> list[tuple[Relation, Object]]:
        """Return the relations of an object that other objects declare."""
        plurals = self.sentence.vocabulary.catalogue.plurals
        return [
            (Relation(object.name, inbound.name, plurals[inbound.plural].name), plurals[inbound.plural])
            for inbound in object.inbound.values()
            if inbound.plural in plurals
            and inbound.field in self.sentence.vocabulary.fields.get(plurals[inbound.plural].name, {})
        ]
