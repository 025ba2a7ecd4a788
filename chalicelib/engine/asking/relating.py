"""What is told of related records and of what happened: purchases, counts, sums, opens and clicks."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from chalicelib.engine.asking import dating, trees, values
from chalicelib.engine.asking.deciding import Option, Unmeant
from chalicelib.engine.asking.ground import Found, Ground
from chalicelib.engine.asking.trees import Node
from chalicelib.engine.asking.vocabulary import Relation
from chalicelib.engine.asking.whens import When
from chalicelib.engine.catalogue import Object
from chalicelib.engine.objects import Bought, Label

HUMAN: Final = ("mail_opened", "mail_clicked")
Compared = tuple[str, Any]
ONCE: Final[Compared] = ("gte", 1)


@dataclass(slots=True)
class Purchases:
    """What somebody bought: how often, for how much, when and what."""

    times: Compared | None = None
    worth: Compared | None = None
    whens: list[tuple[When, int]] = field(default_factory=list)
    what: list[str] = field(default_factory=list)
    negative: bool = False
    measure: str = "sum"


def bought(ground: Ground, object: Object, asked: Purchases, *, at: int) -> Node:
    """Return the condition that purchases make.

    :raises Unmeant: when nothing of the object's is a purchase.
    """
    reach = _reach(ground, object, at=at)
    relation, other, terms = reach.to
    is_worth = asked.worth is not None
    settled = [(dating.settled(ground, when, place, negative=asked.negative), place) for when, place in asked.whens]
    if is_worth and asked.measure == "sum" and not settled:
        settled = _since(ground, at)
    where = [counted(ground, terms, at), *(_lately(ground, other, terms, when) for when, _ in settled)]
    where += [_named(ground, other, terms, what) for what in asked.what]
    if asked.worth is not None:
        op, amount = asked.worth
        summed = {"related": relation.name, "of": {asked.measure: terms.worth}, "op": op, "value": amount}
        told = _where(summed, where)
        return reach.from_there(trees.otherwise(told) if asked.negative else told)
    op, number = asked.times or ONCE
    node = _where({"related": relation.name, "of": "count", "op": op, "value": number}, where)
    meant = trees.counted_otherwise(node) if asked.negative else node
    if not (asked.negative and settled and asked.times is None):
        return reach.from_there(meant)
    return _with_never(ground, reach, meant, _where({**node, "op": "gte", "value": 1}, where[:1]), at)


def _with_never(ground: Ground, reach: "Reach", told: Node, ever: Node, at: int) -> Node:
    options = [
        Option("included", Label("entra", "is included")),
        Option("excluded", Label("no entra", "is not included")),
    ]
    if ground.deciding.pick("never", options, at=at) == "included":
        return reach.from_there(told)
    return trees.joined("all", [reach.from_there(ever), reach.from_there(told)])


def stopped(ground: Ground, object: Object, whens: Sequence[tuple[When, int]], *, at: int) -> Node:
    """Return that somebody bought once, and has not for a while."""
    reach = _reach(ground, object, at=at)
    relation, other, terms = reach.to
    lately = [(dating.settled(ground, when, place, negative=True), place) for when, place in whens]
    if not lately:
        options = [
            Option("3_months", Label("no comprar en 3 meses", "not buying in 3 months")),
            Option("6_months", Label("no comprar en 6 meses", "not buying in 6 months")),
            Option("12_months", Label("no comprar en 12 meses", "not buying in 12 months")),
        ]
        lately = [(When(during=f"last_{ground.deciding.pick('stopped', options, at=at)}"), at)]
    rule = counted(ground, terms, at)
    ever = _where({"related": relation.name, "of": "count", "op": "gte", "value": 1}, [rule])
    where = [rule, *(_lately(ground, other, terms, when) for when, _ in lately)]
    none = _where({"related": relation.name, "of": "count", "op": "eq", "value": 0}, where)
    return trees.joined("all", [reach.from_there(ever), reach.from_there(none)])


@dataclass(frozen=True, slots=True)
class Reach:
    """Where somebody's purchases are: their own, or those of records that they are related to by ``through``."""

    to: tuple[Relation, Object, Bought]
    through: str = ""

    def from_there(self, node: Node) -> Node:
        """Return a condition on purchases as one of the object that the sentence is about."""
        if not self.through:
            return node
        nobody = node.get("of") == "count" and (node.get("op"), node.get("value")) == ("eq", 0)
        inner = trees.counted_otherwise(node) if nobody else node
        return {"related": self.through, "of": "count", "op": "eq" if nobody else "gte", "value": 0 if nobody else 1,
                "where": inner}  # fmt: skip


def _reach(ground: Ground, object: Object, *, at: int) -> Reach:
    """Return whose purchases are meant: the object's own, or those of the people or firms that it is related to."""
    own = ground.purchases(object)
    reaches = {"own": Reach(own[0])} if own else {}
    options = [Option("own", Label("los suyos propios", "their own"))] if own else []
    near = [(name, other, other.definition.label_plural) for name, other in ground.links(object)]
    near += [
        (relation.name, other, object.inbound[relation.name].label) for relation, other in ground.relations(object)
    ]
    for name, other, label in near:
        theirs = ground.purchases(other) if not other.features.bought and other.name != object.name else []
        if not theirs or not _is_kin(object, other):
            continue
        reach = Reach(theirs[0], name)
        probe = reach.from_there({"related": theirs[0][0].name, "of": "count", "op": "gte", "value": 1})
        if ground.reads(object, probe):
            reaches[name] = reach
            options.append(Option(name, Label(f"los de sus {label.es.lower()}", f"those of their {label.en.lower()}")))
    if not reaches:
        raise Unmeant("never_buys")
    return reaches[ground.deciding.pick("whose", options, at=at, once=True)]


def _is_kin(object: Object, other: Object) -> bool:
    """Return whether two objects are the two sides of one customer: each has purchases, or the first has none."""
    return bool(other.features.activities and object.features.activities)


def counted(ground: Ground, terms: Bought, at: int) -> Node:
    """Return which purchases count."""
    if terms.counted is None:
        return trees.EVERYTHING
    options = [
        Option("valid", Label("sin borradores ni cancelados", "no drafts, none cancelled")),
        Option("every", Label("todas, también borradores y cancelados", "all, drafts and cancelled too")),
    ]
    return terms.counted if ground.deciding.pick("counted", options, at=at, once=True) == "valid" else trees.EVERYTHING


def _since(ground: Ground, at: int) -> list[tuple[When, int]]:
    """Return since when spending is summed, when the sentence does not say."""
    options = [
        Option("ever", Label("desde siempre", "since ever")),
        Option("last_12_months", Label("en los últimos 12 meses", "over the last 12 months")),
        Option("this_year", Label("este año", "this year")),
    ]
    chosen = ground.deciding.pick("since", options, at=at)
    return [] if chosen == "ever" else [(When(during=chosen), at)]


def _lately(ground: Ground, other: Object, terms: Bought, when: When) -> Node:
    day = ground.named(other, terms.on)
    if day is None:
        raise Unmeant("unknown_field")
    return dating.condition(terms.on, day, when)


def _named(ground: Ground, other: Object, terms: Bought, what: str) -> Node:
    if terms.what is None or ground.named(other, terms.what) is None:
        raise Unmeant("unknown_field")
    return trees.condition(terms.what, "contains", what)


def _where(node: dict[str, Any], conditions: Sequence[Node]) -> Node:
    where = trees.joined("all", conditions)
    return node if where == trees.EVERYTHING else {**node, "where": where}


def related(relation: Relation, compared: Compared, where: Sequence[Node], *, negative: bool) -> Node:
    """Return how many records are related to one."""
    op, number = compared
    node = _where({"related": relation.name, "of": "count", "op": op, "value": number}, where)
    return trees.counted_otherwise(node) if negative else node


def measured(
    relation: Relation, of: dict[str, str], compared: Compared, where: Sequence[Node], *, negative: bool
) -> Node:
    """Return what a field of related records comes to."""
    op, amount = compared
    node = _where({"related": relation.name, "of": of, "op": op, "value": amount}, where)
    return {"not": node} if negative else node


def happened(
    ground: Ground, object: Object, event: str, times: Compared | None, whens: Sequence[tuple[When, int]],
    demands: dict[str, Any], *, negative: bool, plain: bool, at: int,
) -> Node:  # fmt: skip
    """Return how often something happened to a person, or to those who are related to the record.

    What is told ``plain`` counts machines too; else people are meant, and somebody may choose otherwise.
    """
    where = dict(demands)
    if event in HUMAN and not plain and "human" not in where:
        options = [
            Option("people", Label("solo de personas", "by people only")),
            Option("all", Label("también de máquinas", "by machines too")),
        ]
        if ground.deciding.pick("human", options, at=at, once=True) == "people":
            where["human"] = True
    op, number = times or ONCE
    node: dict[str, Any] = {"event": event, "of": "count", "op": op, "value": number}
    for when, place in whens:
        node |= dating.of_event(dating.settled(ground, when, place, negative=negative or op == "eq"))
    told: Node = {**node, "where": where} if where else node
    told = trees.counted_otherwise(told) if negative else told
    if object.features.reachable:
        return told
    return _of_people(ground, object, told)


def _of_people(ground: Ground, object: Object, node: Node) -> Node:
    """Return that it happened to somebody who is related to the record.

    :raises Unmeant: when nobody is.
    """
    for relation, other in ground.relations(object):
        if other.features.reachable:
            told = Reach((relation, other, Bought("", "")), relation.name).from_there(node)
            if ground.reads(object, told):
                return told
    raise Unmeant("not_a_person")


def amount(ground: Ground, found: Found, compared: Compared) -> Compared:
    """Return a comparison whose figures are values of a field: money where it holds money.

    :raises Unmeant: when they are none of it.
    """
    op, value = compared
    told = [
        values.money(each, ground.currency) if values.kind_of(found.field) == "money" else values.number(each)
        for each in (value if isinstance(value, list) else [value])
    ]
    return op, told if isinstance(value, list) else told[0]


def same(compared: Compared, purchases: Purchases) -> Purchases:
    """Return the purchases with another comparison: *o menos de 100 €*."""
    if purchases.worth is not None:
        return replace(purchases, worth=compared)
    return replace(purchases, times=compared)
