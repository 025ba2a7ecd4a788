"""From the tree of a sentence to the conditions that it makes: how they are joined, negated and go on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from chalicelib.engine.asking import comparing, locating, relating, trees, values
from chalicelib.engine.asking.adjuncts import Wrapped, compared, number, remeasured, whole
from chalicelib.engine.asking.clauses import Clause
from chalicelib.engine.asking.comparing import COMPARES, Valued, only, reading, tokens
from chalicelib.engine.asking.deciding import Option, Unmeant
from chalicelib.engine.asking.doing import Doings
from chalicelib.engine.asking.ground import Found
from chalicelib.engine.asking.lexing import Place
from chalicelib.engine.asking.locating import Located
from chalicelib.engine.asking.relating import Compared
from chalicelib.engine.asking.trees import Node
from chalicelib.engine.asking.vocabulary import Relation
from chalicelib.engine.catalogue import Object
from chalicelib.engine.objects import Label

if TYPE_CHECKING:
    from lark import Tree


@dataclass(frozen=True, slots=True)
class Understanding(Doings):
    """The reading of a whole sentence."""

    def about(self, object: Object) -> "Understanding":
        """Return the reading of a part that is about another object."""
        return replace(self, object=object)

    # A body: conditions, and what joins them

    def body(self, tree: "Tree[Any]") -> Node:
        """Return the conditions of a body."""
        runs: list[list[tuple[str, Clause]]] = []
        for joint, part in _parts(tree):
            last = runs[-1][-1][1] if runs else None
            if joint and last is not None:
                self._follow(runs[-1], joint, part)
            elif last is None or not self._goes_within(runs[-1], part):
                runs.append([("", self.item(part))])
        return trees.joined("all", [self._run(run) for run in runs])

    def _goes_within(self, run: list[tuple[str, Clause]], part: "Tree[Any]") -> bool:
        """Try what makes no sense for the object with the records that were spoken of last: *con pedidos … de …*."""
        joint, last = run[-1]
        if last.within is None or last.inner is None:
            return False
        try:
            self.ground.deciding.tried(lambda: self.item(part).node(self.ground))
        except Unmeant:
            inner = self.about(last.inner).item(part).node(self.ground)
            run[-1] = (joint, last.within(inner))
            return True
        return False

    def _follow(self, run: list[tuple[str, Clause]], joint: str, part: "Tree[Any]") -> None:
        last = run[-1][1]
        if part.data == "bare" or _is_short(part):
            added = self._short(last, joint, part)
            if added is None:
                return
            run.append((joint, added))
            return
        added = self.item(part, negative=joint == "NOR")
        if not _added(last, added, joint):
            run.append((joint, added))

    def _short(self, last: Clause, joint: str, part: "Tree[Any]") -> Clause | None:
        """Return what a short part says after another: one more value of the same, else a condition like the last."""
        bare = part if part.data == "bare" else _core(part)
        goes_on = self._goes_on(last, joint, bare)
        if not isinstance(goes_on, bool):
            return goes_on
        negative = joint == "NOR" or last.negative
        if part.data == "bare":
            is_denied = getattr(bare.children[0], "type", "") == "NO"
            return self.own(bare.children[-1], negative=is_denied or negative)
        return self.item(part, negative=negative)

    def _goes_on(self, last: Clause, joint: str, bare: "Tree[Any]") -> "Clause | bool | None":
        """Return a further condition, None when the last one took it as a value, False when it is none of these."""
        first = bare.children[0]
        kind = str(getattr(first, "type", None) or first.data)
        token = tokens(bare)[0] if tokens(bare) else None
        meant = last.meant
        if kind == "WHEN" and last.lately is not None and token is not None:
            return Clause(last.lately(token.payload, token.start), last.negative, lately=last.lately)
        if isinstance(meant, Valued) and token is not None and len(tokens(bare)) == 1:
            option = values.option(meant.found.field, self.ground.sentence.said(token.start, token.end))
            if option is not None:
                meant.values.append(option)
                meant.joint = "and" if joint in ("AND", "NOR") else meant.joint if joint == "COMMA" else "or"
                return None
        if kind in ("own", "shared"):
            inner = first.children[0]
            kind = str(getattr(inner, "type", None) or inner.data)
            if kind == "amount" and isinstance(meant, Valued) and len(tokens(inner)) == 1:
                _, figure = relating.amount(self.ground, meant.found, compared(inner))
                meant.values.append(figure)
                return None
            if kind == "amount" and last.again is not None:
                return last.again(compared(inner))
        if token is None or kind not in ("PLACE", "USER", "CHOICE", "QUOTED", "REF", "PERCENT", "words"):
            return False
        word = "and" if joint in ("AND", "NOR") else "or"
        if isinstance(meant, Located) and isinstance(token.payload, Place):
            meant.places.append((token.payload, token.start))
            meant.joint = word
            return None
        if isinstance(meant, Valued):
            value = token if kind != "words" else replace(token, end=tokens(bare)[-1].end, payload=None)
            text = self.ground.sentence.said(value.start, value.end)
            try:
                meant.values.append(values.of(meant.found.field, value, text, self.ground.currency))
            except Unmeant:
                return False
            meant.joint = word if joint != "COMMA" else meant.joint
            return None
        return False

    def _run(self, run: Sequence[tuple[str, Clause]]) -> Node:
        """Return conditions joined by *y* and *o*; how both group is a choice."""
        joints = [joint for joint, _ in run][1:]
        for place in range(len(joints) - 1, -1, -1):
            if joints[place] == "COMMA":
                joints[place] = next((joint for joint in joints[place + 1 :] if joint != "COMMA"), "AND")
        nodes = [clause.node(self.ground) for _, clause in run]
        ands = [joint in ("AND", "NOR") for joint in joints]
        if all(ands) or not any(ands):
            return trees.joined("all" if all(ands) else "any", nodes)
        options = [
            Option("and_first", Label("primero «y»", "“and” first")),
            Option("or_first", Label("primero «o»", "“or” first")),
        ]
        is_and_first = self.ground.deciding.pick("joint", options, at=0) == "and_first"
        outer, inner = ("any", "all") if is_and_first else ("all", "any")
        groups = [[nodes[0]]]
        for is_and, node in zip(ands, nodes[1:], strict=True):
            if is_and == is_and_first:
                groups[-1].append(node)
            else:
                groups.append([node])
        return trees.joined(outer, [trees.joined(inner, group) for group in groups])

    # An item: one condition

    def item(self, tree: "Tree[Any]", *, negative: bool = False) -> Clause:
        """Return the condition of an item."""
        if tree.data == "excepted":
            inner = tree.children[1]
            if inner.data == "bare":
                return self.own(inner.children[-1], negative=not negative)
            return self.clause(inner, negative=not negative)
        if tree.data == "item":
            return self.item(tree.children[0], negative=negative)
        return self.clause(tree, negative=negative)

    def before(self, tree: "Tree[Any]") -> Clause:
        """Return the condition of what stands before a noun."""
        token = reading(tree.children[0])
        if token.terminal == "PLACE":
            return Clause(Located(self.object, [(token.payload, token.start)]))
        return self.shared(tree, negative=False)

    def clause(self, tree: "Tree[Any]", *, negative: bool) -> Clause:
        """Return the condition of a clause, or of a whole group.

        :raises Unmeant: naming its words, when they mean nothing.
        """
        readings = tokens(tree)
        words = (readings[0].start, readings[-1].end)
        try:
            return replace(self._clause(tree, negative=negative), words=words)
        except Unmeant as unmeant:
            unmeant.words = unmeant.words or words
            raise

    def _clause(self, tree: "Tree[Any]", *, negative: bool) -> Clause:
        is_negative = negative != any(getattr(child, "type", "") == "NO" for child in tree.children)
        last = tree.children[-1]
        if last.data == "group":
            node = self.body(last.children[1])
            return Clause({"not": node} if is_negative else node)
        return self.core(last, negative=is_negative)

    def core(self, tree: "Tree[Any]", *, negative: bool) -> Clause:
        """Return the condition of the core of a clause."""
        if tree.data == "extreme":
            return self._extreme_of_purchases(tree, negative=negative)
        first = tree.children[0]
        kind = str(getattr(first, "type", None) or first.data)
        if kind == "prep":
            marks = {token.terminal for token in tokens(first)}
            turned = negative != bool(marks & {"NO", "OUT", "WITHOUT"})
            return self.own(tree.children[1], negative=turned)
        if kind == "shared":
            return self.shared(first, negative=negative)
        if kind == "WHEN" and len(tree.children) == 1:
            return self._when(tree, negative=negative)
        return self._verb(tree, negative=negative)

    def own(self, tree: Any, *, negative: bool) -> Clause:
        """Return the condition that a thing makes behind its preposition."""
        if getattr(tree, "data", "") == "shared":
            return self.shared(tree, negative=negative)
        if getattr(tree, "data", "") == "extreme":
            return self._extreme(tree, negative=negative)
        if getattr(tree, "data", "") != "own":
            raise Unmeant
        first = tree.children[0]
        kind = str(getattr(first, "type", None) or first.data)
        if kind == "USER":
            return self._user(reading(first), negative=negative)
        if kind == "FIELD":
            return self._field(tree, negative=negative)
        found: Clause = getattr(self, f"_{kind}")(first, negative=negative)
        return found

    def _related(self, tree: "Tree[Any]", *, negative: bool) -> Clause:
        marks = [token.terminal for token in tokens(tree) if token.terminal in ("NONE", "SOME", "RELATED", "EVENTS")]
        counted = number(only(tree, "number"))
        is_negative = negative or marks[0] == "NONE"
        noun = reading(next(child for child in tree.children if getattr(child, "type", "") in ("RELATED", "EVENTS")))
        if noun.terminal == "EVENTS":
            return self._events(tree, noun, counted, negative=is_negative)
        relation = self._relation(noun)
        other = self.ground.object(relation.to)
        where: list[Node] = []
        beside: list[Clause] = []
        if relation.purchases and other.features.bought:
            where.append(relating.counted(self.ground, other.features.bought, noun.start))
        for mod in _mods(only(tree, "mods")):
            self._modify(mod, other, where, beside)

        def clause(conditions: Sequence[Node], figure: Compared) -> Clause:
            node = relating.related(relation, figure, conditions, negative=is_negative)
            return Clause(
                node, is_negative, inner=other, within=lambda more: clause([*conditions, more], figure),
                again=lambda other: clause(conditions, (other[0], whole(other[1]))), beside=beside,
            )  # fmt: skip

        return clause(where, counted or relating.ONCE)

    def _modify(self, mod: "Tree[Any]", other: Object, where: list[Node], beside: list[Clause]) -> None:
        """Take what stands behind a noun as said of it, or of whom the sentence is about if it makes no sense there."""
        theirs = self.about(other)
        first = mod.children[0]
        kind = str(getattr(first, "type", None) or first.data)
        if kind == "group":
            where.append(theirs.body(first.children[1]))
        elif kind == "WHEN":
            where.append(theirs._when(mod, negative=False).node(self.ground))
        elif kind == "CHOICE":
            where.append(theirs._choice(reading(first), None, negative=False).node(self.ground))
        elif kind == "FLAG":
            where.append(theirs.shared(mod, negative=False).node(self.ground))
        elif kind == "money":
            where.append(theirs._amount(Wrapped([first]), negative=False).node(self.ground))  # type: ignore[arg-type]
        else:
            thing = mod.children[1]
            is_place = any(token.terminal == "PLACE" for token in tokens(thing)[:1])
            if is_place and not locating.has_places(self.ground, other):
                beside.append(self.own(thing, negative=False))
                return
            try:
                where.append(self.ground.deciding.tried(lambda: theirs.own(thing, negative=False).node(self.ground)))
            except Unmeant:
                beside.append(self.own(thing, negative=False))

    def _linked(self, tree: "Tree[Any]", *, negative: bool) -> Clause:
        token = reading(tree.children[0])
        found = [each for each in token.payload if isinstance(each, Relation) and each.object == self.object.name]
        if not found:
            raise Unmeant("unknown_field")
        options = [Option(each.name, self.ground.fields(self.object)[each.name].label) for each in found]
        name = self.ground.deciding.pick("field", options, at=token.start)
        relation = next(each for each in found if each.name == name)
        if len(tree.children) == 1:
            return Clause(trees.condition(name, "empty" if negative else "not_empty"), negative)
        second: Any = tree.children[1]
        if getattr(second, "type", "") in ("EMPTY", "FILLED"):
            return Clause(trees.condition(name, "empty" if (second.type == "EMPTY") != negative else "not_empty"))
        if second.data == "compare":
            link = Found(name, self.ground.fields(self.object)[name], self.object)
            op = COMPARES[second.children[0].type]
            is_other = (op == "ne") != negative
            return Clause(Valued(link, [reading(tree.children[2]).payload], is_other, at=token.start), is_other)
        node = self.about(self.ground.object(relation.to)).clause(second, negative=False).node(self.ground)
        there = trees.prefixed(node, name)
        if there is None:
            there = {"related": name, "of": "count", "op": "gte", "value": 1, "where": node}
        return Clause(trees.negated(there) if negative else there, negative)

    def _measured(self, tree: "Tree[Any]", *, negative: bool) -> Clause:
        readings = tokens(tree)
        asked = only(tree, "predicate")
        if readings[0].terminal == "TICKET":
            found = self.ground.purchases(self.object)
            if not found:
                raise Unmeant("never_buys")
            relation, other, bought = found[0]
            of, where = {"avg": bought.worth}, [relating.counted(self.ground, bought, readings[0].start)]
        else:
            noun = reading(next(child for child in tree.children if getattr(child, "type", "") == "RELATED"))
            relation = self._relation(noun)
            other = self.ground.object(relation.to)
            of = {readings[0].payload: self._measure_of(other, tree)}
            group = only(tree, "narrowed")
            where = [self.about(other).body(group.children[0].children[1])] if group and group.children else []
        name = next(iter(of.values()))
        field = self.ground.named(other, name)
        assert field is not None
        meant = comparing.predicate(self.ground, Found(name, field, other), asked, negative=negative)
        told = meant.node(self.ground) if isinstance(meant, Valued) else meant
        return Clause(remeasured(told, relation, of, where), negative)


def _added(last: Clause, clause: Clause, joint: str) -> bool:
    """Add the values of a clause to those of the last, where both say the same of the same: *de Madrid y de Toledo*."""
    one, other = last.meant, clause.meant
    if joint not in ("AND", "COMMA") or last.beside or clause.beside:
        return False
    if isinstance(one, Located) and isinstance(other, Located) and not (one.negative or other.negative):
        one.places += other.places
        return True
    return False


def _parts(tree: "Tree[Any]") -> list[tuple[str, Any]]:
    """Return the parts of a body, each with what joins it to the one before."""
    if tree.data == "joined":
        joints = [token.terminal for token in tokens(tree.children[1])]
        return [*_parts(tree.children[0]), (joints[-1], tree.children[2])]
    if tree.data == "beside":
        return [*_parts(tree.children[0]), ("", tree.children[1])]
    return [("", tree.children[0])] if tree.data == "body" else [("", tree)]


def _mods(tree: "Tree[Any] | None") -> list[Any]:
    if tree is None:
        return []
    return [part for child in tree.children for part in (_mods(child) if child.data == "mods" else [child])]


def _core(item: "Tree[Any]") -> "Tree[Any]":
    found: Tree[Any] = item.children[0].children[-1]
    return found


def _is_short(item: "Tree[Any]") -> bool:
    """Return whether an item says no more than a value or a time, and so goes on with what came before."""
    if item.data != "item" or item.children[0].data != "clause" or len(item.children[0].children) != 1:
        return False
    core = _core(item)
    if core.data != "core" or len(core.children) != 1:
        return False
    first: Any = core.children[0]
    if getattr(first, "type", "") == "WHEN":
        return True
    return (
        getattr(first, "data", "") == "shared"
        and len(first.children) == 1
        and getattr(first.children[0], "type", "") in ("CHOICE", "PLACE", "")
    )
