"""Conditions on what somebody did, and what was done to them: purchases, events, first and last times, segments."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from chalicelib.engine.asking import dating, relating, values
from chalicelib.engine.asking.adjuncts import Adjuncts, Wrapped, remeasured
from chalicelib.engine.asking.clauses import Clause
from chalicelib.engine.asking.comparing import only, reading, tokens
from chalicelib.engine.asking.deciding import Option, Unmeant
from chalicelib.engine.asking.fielding import Fields
from chalicelib.engine.asking.relating import Compared, Purchases
from chalicelib.engine.asking.trees import Node
from chalicelib.engine.asking.vocabulary import Relation
from chalicelib.engine.asking.whens import When
from chalicelib.engine.catalogue import Object

if TYPE_CHECKING:
    from lark import Tree


@dataclass(frozen=True, slots=True)
class Doings(Fields):
    """A reading that knows verbs."""

    def _verb(self, tree: "Tree[Any]", *, negative: bool) -> Clause:
        verb = reading(next(child for child in tree.children if getattr(child, "data", "") == "verb").children[0])
        told = Adjuncts.of(self.ground, tree)
        is_negative = negative or told.nothing
        if verb.terminal == "HAPPENED":
            return self._happened(verb, told, negative=is_negative)
        if verb.terminal == "STOPPED":
            node = relating.stopped(self.ground, self.object, told.whens, at=verb.start)
            return Clause({"not": node} if is_negative else node, is_negative)
        if verb.terminal == "SPEND" and told.worth is None:
            raise Unmeant("no_amount")
        asked = Purchases(told.times, None, told.whens, told.what, is_negative)
        if told.worth is not None:
            asked = replace(asked, worth=self._money(told.worth))
        return self._bought(asked, verb.start)

    def _bought(self, asked: Purchases, at: int) -> Clause:
        def again(compared: Compared) -> Clause:
            figure = self._money(compared) if asked.worth is not None else compared
            return self._bought(relating.same(figure, asked), at)

        def lately(when: When, place: int) -> Node:
            return relating.bought(self.ground, self.object, replace(asked, whens=[(when, place)]), at=at)

        node = relating.bought(self.ground, self.object, asked, at=at)
        return Clause(node, asked.negative, again=again, lately=lately)

    def _money(self, compared: Compared) -> Compared:
        op, value = compared
        told = [values.money(each, self.ground.currency) for each in (value if isinstance(value, list) else [value])]
        return op, told if isinstance(value, list) else told[0]

    def _happened(self, verb: Any, told: "Adjuncts", *, negative: bool) -> Clause:
        if told.worth is not None:
            raise Unmeant("not_a_value")
        demands = {**({"human": True} if told.people else {}), **told.demands}

        def node(whens: Sequence[tuple[When, int]]) -> Node:
            return relating.happened(
                self.ground, self.object, verb.payload, told.times, whens, demands,
                negative=negative, plain=told.machines, at=verb.start,
            )  # fmt: skip

        return Clause(node(told.whens), negative, lately=lambda when, at: node([(when, at)]))

    def _extreme_of_purchases(self, tree: "Tree[Any]", *, negative: bool) -> Clause:
        """Return when somebody bought first or last: *last bought more than 3 months ago*."""
        found = self.ground.purchases(self.object)
        if not found:
            raise Unmeant("never_buys")
        return self._extreme_at(tree, found[0][0], purchases=True, negative=negative)

    def _extreme(self, tree: "Tree[Any]", *, negative: bool) -> Clause:
        token = reading(tree.children[1])
        relation = self._relation(token)
        return self._extreme_at(tree, relation, purchases=relation.purchases, negative=negative)

    def _extreme_at(self, tree: "Tree[Any]", relation: Relation, *, purchases: bool, negative: bool) -> Clause:
        other = self.ground.object(relation.to)
        readings = tokens(tree)
        measure = "max" if readings[0].terminal == "LAST" else "min"
        when = next((token for token in readings if token.terminal == "WHEN"), None)
        days = self.ground.day_of(other)
        if when is None or not days:
            raise Unmeant("not_a_date")
        bought = other.features.bought
        where = [relating.counted(self.ground, bought, readings[0].start)] if purchases and bought else []
        found = days[0]

        def lately(said: When, at: int) -> Node:
            settled = dating.settled(self.ground, said, at)
            told = dating.condition(found.path, found.field, settled, negative=negative)
            return remeasured(told, relation, {measure: found.path}, where)

        return Clause(lately(when.payload, when.start), negative, lately=lately)

    def _relation(self, token: Any) -> Relation:
        found = [each for each in token.payload if isinstance(each, Relation) and each.object == self.object.name]
        if not found:
            raise Unmeant("unknown_field")
        options = [
            Option(each.name, self.object.inbound[each.name].label)
            for each in {each.name: each for each in found}.values()
        ]
        chosen = self.ground.deciding.pick("field", options, at=token.start)
        return next(each for each in found if each.name == chosen)

    def _events(self, tree: "Tree[Any]", noun: Any, compared: Compared | None, *, negative: bool) -> Clause:
        told = Adjuncts.of(self.ground, only(tree, "emods") or Wrapped([]))
        demands = {**({"human": True} if told.people else {}), **told.demands}
        node = relating.happened(
            self.ground, self.object, noun.payload, compared, told.whens, demands,
            negative=negative, plain=True, at=noun.start,
        )  # fmt: skip
        return Clause(node, negative)

    def _segment(self, tree: "Tree[Any]", *, negative: bool) -> Clause:
        token = reading(tree.children[1])
        firm = self.ground.sentence.firm
        ids = [token.payload]
        if token.terminal == "QUOTED":
            ids = [segment.id for segment in firm.segments_called(token.payload)]
        known = [id for id in ids if id in firm.segments and firm.segments[id].object == self.object.plural]
        if not known:
            raise Unmeant("unknown_segment")
        node: Node = {"segment": known[0]}
        return Clause({"not": node} if negative else node, negative)

    def _measure_of(self, other: Object, tree: "Tree[Any]") -> str:
        named = next((child for child in tree.children if getattr(child, "type", "") == "FIELD"), None)
        if named is not None:
            found, _ = self.ground.one(other, reading(named).payload, reading(named))
            return found.path
        name = other.features.bought.worth if other.features.bought else other.features.board_sum
        if name is None:
            raise Unmeant("no_amount")
        return name
