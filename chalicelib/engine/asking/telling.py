"""A filter as a sentence that says it, and that is read as the very same filter.

What people say most has the words in which they say it: *que no compraron en los últimos 3 meses*. Everything else is
told piece by piece, and whatever two things are called alike is told by its name in the API, between brackets. Groups
within groups stand in parentheses. Of what cannot be told at all there is no sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from chalicelib.engine.asking import numbers, phrasing
from chalicelib.engine.asking.telling_fields import (
    GROUP,
    OF,
    THAT,
    WITH,
    FieldTelling,
    Told,
    Untold,
    begun,
)
from chalicelib.engine.asking.trees import EVERYTHING, Node
from chalicelib.engine.asking.values import kind_of
from chalicelib.engine.asking.vocabulary import Relation
from chalicelib.engine.asking.words import quoted
from chalicelib.engine.catalogue import Object
from chalicelib.engine.objects import Bought


@dataclass(frozen=True, slots=True)
class Telling(FieldTelling):
    """One filter being told."""

    def sentence(self, object: Object, tree: Node) -> str:
        """Return the whole sentence.

        :raises Untold: when there are no words for a part of it.
        """
        name = object.definition.label_plural.text(self.locale)
        if self.exact or self._means(name, "SUBJECT") != {object.name}:
            name = f"[{object.plural}]"
        body = self.body(object, tree)
        told = f"{name} {body}" if body else name
        return told[:1].upper() + told[1:]

    def body(self, object: Object, tree: Node) -> str:
        """Return the conditions of a filter, without what it is about."""
        if tree == EVERYTHING:
            return ""
        if "any" in tree:
            if not tree["any"]:
                raise Untold
            members = [self._member(object, member) for member in tree["any"]]
            return f" {self.words.names['or']} ".join(begun(self.words, told) for told in members)
        members = [self._member(object, member) for member in tree.get("all", [tree])]
        return self._joined(members)

    def _member(self, object: Object, node: Node) -> Told:
        if "all" in node or "any" in node:
            if not next(iter(node.values())):
                raise Untold
            return Told(GROUP, f"({self.body(object, node)})")
        return self.condition(object, node)

    def _joined(self, members: Sequence[Told]) -> str:
        said = begun(self.words, members[0])
        for before, told in pairwise(members):
            if before.kind == OF and told.kind in (WITH, THAT):
                said += f" {begun(self.words, told)}"
            elif before.kind == told.kind == THAT:
                said += f" {self.words.names['and']} {told.text}"
            else:
                said += f" {self.words.names['and']} {begun(self.words, told)}"
        return said

    def condition(self, object: Object, node: Node) -> Told:
        """Return one condition in words."""
        if "field" in node:
            return self._field(object, node)
        if "related" in node:
            return self._related(object, node)
        if "event" in node:
            return self._event(object, node)
        if "segment" in node:
            return self._segment(object, node)
        if "not" in node:
            inner = node["not"]
            if "segment" in inner:
                told = self._segment(object, inner)
                return Told(WITH, f"{self.words.names['not']} {told.text}")
            return Told(GROUP, f"{self.words.names['not']} ({self.body(object, inner)})")
        raise Untold

    def _segment(self, object: Object, node: Node) -> Told:
        segment = self.firm.segments.get(node["segment"])
        if segment is None or segment.object != object.plural:
            raise Untold
        is_only = len(self.firm.segments_called(segment.name)) == 1
        name = quoted(segment.name) if is_only else f"[{segment.id}]"
        return Told(OF, f"{self.words.names['segment']} {name}")

    def _related(self, object: Object, node: Node) -> Told:
        name = node["related"]
        inbound = object.inbound.get(name)
        if inbound is None or inbound.plural not in self.vocabulary.catalogue.plurals:
            return self._through_link(object, node)
        other = self.vocabulary.catalogue.plurals[inbound.plural]
        told = None if self.exact or other.features.bought is None else self._bought(other, other.features.bought, node)
        if told is not None:
            return told
        noun = self._noun(object, name, inbound.label.text(self.locale))
        where = f" ({self.body(other, node['where'])})" if node.get("where") is not None else ""
        of, op, value = node.get("of", "count"), node.get("op", "gte"), node.get("value", 1)
        if of == "count":
            return self._counted(noun + where, op, value)
        measure, path = next(iter(of.items()))
        field, _, path = self._found(other, path)
        said = self._said(other, field, op, value)
        what = self._called(other, field, path, "FIELD")
        text = f"{self.words.measures[measure]} {what} {self.words.names['of']} {noun}{where} {said}"
        return Told(WITH, f"{self.words.names['with']} {text}")

    def _through_link(self, object: Object, node: Node) -> Told:
        field = self.vocabulary.fields.get(object.name, {}).get(node["related"])
        where = node.get("where")
        if field is None or field.link is None or where is None:
            raise Untold
        if node.get("of", "count") != "count" or (node.get("op", "gte"), node.get("value", 1)) not in (
            ("gte", 1),
            ("eq", 0),
        ):
            raise Untold
        link = self._called(object, field, field.name, "LINK")
        inner = self.body(self.vocabulary.catalogue.target(field), where)
        which = "with" if node.get("op", "gte") == "gte" else "without"
        return Told(WITH, f"{self.words.names[which]} {link} ({inner})")

    def _noun(self, object: Object, name: str, label: str) -> str:
        found = {
            each for each in self._means(label, "RELATED") if isinstance(each, Relation) and each.object == object.name
        }
        if self.exact or {(each.name, each.purchases) for each in found} != {(name, False)}:
            return f"[{name}]"
        return label[:1].lower() + label[1:]

    def _counted(self, noun: str, op: str, value: Any) -> Told:
        if (op, value) == ("eq", 0):
            return Told(WITH, f"{self.words.names['without']} {noun}")
        if (op, value) == ("gte", 1):
            return Told(WITH, f"{self.words.names['with']} {noun}")
        return Told(WITH, f"{self.words.names['with']} {self._count(op, value)} {noun}")

    def _count(self, op: str, value: Any) -> str:
        figures = [
            numbers.told(Decimal(str(each)), self.locale) for each in (value if isinstance(value, list) else [value])
        ]
        return self.words.counts[op].format(*figures)

    def _bought(self, other: Object, terms: Bought, node: Node) -> Told | None:
        """Return purchases in the words that people use for them, None when they do not fit."""
        where = node.get("where", EVERYTHING)
        members = list(where.get("all", [where]))
        if terms.counted is None or not members or members[0] != terms.counted:
            return None
        of, op, value = node.get("of", "count"), node.get("op", "gte"), node.get("value", 1)
        rest = members[1:]
        names = self.words.names
        when, what = "", ""
        if rest and rest[0].get("field") == terms.on:
            told = self._when(other, terms, rest[0])
            if told is None:
                return None
            when, rest = f" {told}", rest[1:]
        if rest and (rest[0].get("field"), rest[0].get("op")) == (terms.what, "contains"):
            what, rest = f" {quoted(str(rest[0]['value']))}", rest[1:]
        if rest:
            return None
        if of == "count":
            if (op, value) in (("gte", 1), ("eq", 0)):
                ever = f" {names['ever']}" if op == "gte" and not when and not what else ""
                return Told(THAT, f"{names['bought' if op == 'gte' else 'not_bought']}{what}{when}{ever}")
            times = names["time" if value == 1 else "times"]
            return Told(THAT, f"{names['bought']}{what} {self._count(op, value)} {times}{when}")
        if what:
            return None
        measure, path = next(iter(of.items()))
        field, _, _ = self._found(other, path)
        if path == terms.worth and measure == "sum" and op in self.words.counts:
            figures = [self._money(each) for each in (value if isinstance(value, list) else [value])]
            if op in ("ne", "not_between"):
                return None
            return Told(THAT, f"{names['spent']} {self.words.counts[op].format(*figures)}{when}")
        if when:
            return None
        if path == terms.worth and measure == "avg":
            return Told(WITH, f"{names['with']} {names['ticket']} {self._said(other, field, op, value)}")
        if path == terms.on and measure in ("max", "min"):
            if op not in ("during", "older_than", "gte", "lte"):
                return None
            told = names["last" if measure == "max" else "first"]
            return Told(WITH, f"{names['with']} {told} {self._said(other, field, op, value)}")
        return None

    def _when(self, other: Object, terms: Bought, node: Node) -> str | None:
        if node.get("field") != terms.on:
            return None
        field, _, _ = self._found(other, terms.on)
        op = node.get("op", "eq")
        if op in ("during", "older_than"):
            return self._said(other, field, op, node["value"])
        return self._day(kind_of(field), op, node.get("value")) if op in ("gte", "lte", "between", "eq") else None

    def _event(self, object: Object, node: Node) -> Told:
        if node["event"] not in self.words.events:
            raise Untold
        noun, did, did_not = self.words.events[node["event"]]
        op, value, demands = node.get("op", "gte"), node.get("value", 1), dict(node.get("where") or {})
        when = ""
        if node.get("during"):
            when = f" {phrasing.period(node['during'], self.locale)}"
        elif node.get("since") or node.get("until"):
            when = f" {self._stretch(node.get('since'), node.get('until'))}"
        if did and demands == {"human": True} and (op, value) in (("gte", 1), ("eq", 0)) and object.features.reachable:
            return Told(THAT, (did if op == "gte" else did_not) + when)
        if demands.pop("human", None) not in (None, True):
            raise Untold
        mods = f" {self.words.names['people']}" if (node.get("where") or {}).get("human") is True else ""
        campaign = demands.pop("campaign", None)
        if campaign is not None:
            if not re.fullmatch(r"[^\[\]\s]{1,120}", str(campaign)):
                raise Untold
            mods += f" {self.words.names['campaign']} [{campaign}]"
        if demands or not object.features.reachable:
            raise Untold
        return self._counted(noun + mods + when, op, value)

    def _stretch(self, since: str | None, until: str | None) -> str:
        """Return the days between which something happened, as the words that are read as those days."""
        op, value = (
            ("gte", since) if until is None else ("lte", until) if since is None else ("between", [since, until])
        )
        if since is not None and since == until:
            op, value = "eq", since
        told = self._day("date", op, value)
        if told is None:
            raise Untold
        return told


def exactly(telling: Telling) -> Telling:
    """Return the telling that calls everything by its name in the API."""
    return replace(telling, exact=True)
