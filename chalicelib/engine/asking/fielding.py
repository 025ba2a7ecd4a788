"""Conditions on what a record holds: its fields, its choices, whose it is, when it was."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.engine.asking import comparing, dating, relating, trees, values
from chalicelib.engine.asking.adjuncts import compared, place_of
from chalicelib.engine.asking.clauses import Clause
from chalicelib.engine.asking.comparing import Valued, only, reading, tokens
from chalicelib.engine.asking.deciding import Option, Unmeant
from chalicelib.engine.asking.ground import Found, Ground
from chalicelib.engine.asking.locating import Located
from chalicelib.engine.asking.relating import Compared
from chalicelib.engine.asking.trees import Node
from chalicelib.engine.asking.vocabulary import OPEN_WORK, Chosen
from chalicelib.engine.asking.whens import When
from chalicelib.engine.catalogue import Object
from chalicelib.engine.objects import Label

if TYPE_CHECKING:
    from lark import Tree


@dataclass(frozen=True, slots=True)
class Fields:
    """The reading of one sentence, or of a part of it that is about other records."""

    ground: Ground
    object: Object

    def shared(self, tree: "Tree[Any]", *, negative: bool) -> Clause:
        """Return the condition of an adjective, of a date told as a verb, of whose it is."""
        if getattr(tree.children[0], "data", "") == "amount":
            return self._amount(tree.children[0], negative=negative)
        token = reading(tree.children[0])
        if token.terminal == "PLACE":
            return Clause(Located(self.object, [(token.payload, token.start)], negative), negative)
        if token.terminal == "CHOICE":
            within = reading(tree.children[1]).payload if len(tree.children) > 1 else None
            return self._choice(token, within, negative=negative)
        if token.terminal == "FLAG":
            if any(each.name == OPEN_WORK and each.object == self.object.name for each in token.payload):
                return self._open(token, negative=negative)
            found, chosen = self.ground.one(self.object, token.payload, token)
            return Clause(trees.condition(found.path, "eq", chosen.value != negative), negative)
        if token.terminal == "DATED":
            return self._field(tree, negative=negative)
        owner = self._named_field("owner")
        if token.terminal == "UNASSIGNED":
            return Clause(trees.condition(owner.path, "not_empty" if negative else "empty"), negative)
        if token.terminal == "MINE":
            return Clause(Valued(owner, [self.ground.me or "me"], negative, at=token.start), negative)
        return self._user(reading(tree.children[1]), negative=negative)

    def _open(self, token: Any, *, negative: bool) -> Clause:
        chosen = next(each for each in token.payload if each.object == self.object.name)
        asked = self.object.features.open_work
        assert asked is not None
        return Clause(asked if chosen.value != negative else trees.negated(asked), negative)

    def _choice(self, token: Any, within: Any, *, negative: bool) -> Clause:
        candidates = token.payload
        if within is not None:
            named = {(path.object, path.name) for path in within}
            candidates = [chosen for chosen in candidates if (chosen.object, chosen.name) in named]
        found, chosen = self.ground.one(self.object, candidates, token)
        assert isinstance(chosen, Chosen)
        return Clause(Valued(found, [chosen.value], negative, at=token.start), negative)

    def _user(self, token: Any, *, negative: bool) -> Clause:
        owner = self._named_field("owner")
        ids = token.payload
        people = self.ground.sentence.firm.people
        options = [Option(id, Label(people.get(id, id), people.get(id, id))) for id in ids]
        id = self.ground.deciding.pick("person", options, at=token.start)
        return Clause(Valued(owner, [id], negative, at=token.start), negative)

    def _named_field(self, name: str) -> Found:
        known = self.ground.fields(self.object).get(name)
        if known is None:
            raise Unmeant("unknown_field")
        return Found(name, known, self.object)

    def _when(self, tree: "Tree[Any]", *, negative: bool) -> Clause:
        token = reading(tree.children[0])
        days = self.ground.day_of(self.object)
        if not days:
            raise Unmeant("not_a_date")
        options = [Option(found.path, found.field.label) for found in days]
        path = self.ground.deciding.pick("field", options, at=token.start)
        found = next(each for each in days if each.path == path)

        def lately(when: When, at: int) -> Node:
            settled = dating.settled(self.ground, when, at, negative=negative)
            return dating.condition(found.path, found.field, settled, negative=negative)

        return Clause(lately(token.payload, token.start), negative, lately=lately)

    def _field(self, tree: "Tree[Any]", *, negative: bool) -> Clause:
        token = reading(tree.children[0])
        found, _ = self.ground.one(self.object, token.payload, token)
        asked = only(tree, "predicate")
        if asked is None:
            return Clause(trees.condition(found.path, "empty" if negative else "not_empty"), negative)
        place = place_of(asked)
        if place is not None and found.path.rpartition(".")[2] not in ("city", "region", "country", "postal_code"):
            present = Clause(trees.condition(found.path, "empty" if negative else "not_empty"), negative)
            present.beside.append(Clause(Located(self.object, [(place.payload, place.start)])))
            return present
        meant = comparing.predicate(self.ground, found, asked, negative=negative)

        def again(figure: Compared) -> Clause:
            op, value = relating.amount(self.ground, found, figure)
            return Clause(trees.condition(found.path, op, value), negative, again=again)

        def lately(when: When, at: int) -> Node:
            settled = dating.settled(self.ground, when, at, negative=negative)
            return dating.condition(found.path, found.field, settled, negative=negative)

        is_dated = values.kind_of(found.field) in ("date", "date_time")
        is_counted = values.kind_of(found.field) in ("money", *values.NUMBERS)
        return Clause(meant, negative, again=again if is_counted else None, lately=lately if is_dated else None)

    def _amount(self, tree: "Tree[Any]", *, negative: bool) -> Clause:
        """Return a comparison of the amount that the object is known by: *oportunidades de más de 1.000 €*."""
        asked = compared(tree)
        named = [self.object.features.board_sum] if self.object.features.board_sum else []
        fields = self.ground.fields(self.object)
        kinds = ("money",) if tree.children[0].data == "money" else ("money", *values.NUMBERS)
        names = dict.fromkeys([*named, *(name for name, each in fields.items() if values.kind_of(each) in kinds)])
        found = [Found(name, fields[name], self.object) for name in names if name in fields]
        if not found:
            raise Unmeant("no_amount")
        options = [Option(each.path, each.field.label) for each in found]
        chosen = self.ground.deciding.pick("field", options, at=tokens(tree)[0].start)
        known = next(each for each in found if each.path == chosen)

        def again(figure: Compared) -> Clause:
            op, value = relating.amount(self.ground, known, figure)
            node = trees.condition(known.path, op, value)
            return Clause({"not": node} if negative else node, negative, again=again)

        return again(asked)
