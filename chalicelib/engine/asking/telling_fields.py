"""Conditions on fields in words: places, days, choices, figures, and what each field is called."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from chalicelib.engine.asking import numbers, phrasing, places
from chalicelib.engine.asking.firm import Firm
from chalicelib.engine.asking.phrasing import PHRASINGS, Phrasing
from chalicelib.engine.asking.trees import Node
from chalicelib.engine.asking.values import NUMBERS, kind_of
from chalicelib.engine.asking.vocabulary import Chosen, Path, Vocabulary, forms
from chalicelib.engine.asking.words import phrase, quoted
from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import Field
from chalicelib.kernel.money import Money

OF, WITH, THAT, GROUP = "of", "with", "that", "group"
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_SIGNS: Final = {"EUR": "€", "GBP": "£"}


class Untold(Exception):
    """There are no words for a part of the filter."""


@dataclass(frozen=True, slots=True)
class Told:
    """A condition in words, and of which kind: *de …*, *con …*, or what somebody did."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldTelling:
    """One filter being told. One that is ``exact`` calls every field and choice by its name in the API."""

    vocabulary: Vocabulary
    firm: Firm
    currency: str
    exact: bool = False

    @property
    def locale(self) -> str:
        """The language."""
        return self.vocabulary.locale

    @property
    def words(self) -> Phrasing:
        """The words of the language."""
        return PHRASINGS[self.locale]

    def _field(self, object: Object, node: Node) -> Told:
        field, via, path = self._found(object, node["field"])
        if via is not None:
            other = self.vocabulary.catalogue.target(via)
            inner = self._field(other, {**node, "field": path})
            link = self._called(object, via, via.name, "LINK")
            return Told(WITH, f"{self.words.names['with']} {link} ({begun(self.words, inner)})")
        op, value = node.get("op", "eq"), node.get("value")
        work = self._work(object, node)
        if work is not None:
            return work
        place = self._place(object, path, op, value)
        if place is not None:
            return place
        name = self._called(object, field, path, "LINK" if field.link else "FIELD")
        if op in ("empty", "not_empty"):
            return Told(WITH, f"{self.words.names['without' if op == 'empty' else 'with']} {name}")
        said = self._said(object, field, op, value)
        bare = "" if self.exact else self.words.names.get(path, name)
        if (
            self.locale == "en"
            and path in ("created_at", "updated_at")
            and not self.exact
            and kind_of(field) == "date_time"
        ):
            if op in ("during", "older_than") or (op in ("gte", "lt") and _is_day(value)):
                return Told(OF, f"{'created' if path == 'created_at' else 'updated'} {said}")
            bare = name
        text = f"{self.words.names['with']} {bare or name} {said}"
        return Told(WITH, text.replace(" : ", ": ", 1) if said.startswith(": ") else text)

    def _work(self, object: Object, node: Node) -> Told | None:
        """Return whether there is still something to do about a record, where a field without a value says so."""
        asked = object.features.open_work
        if self.exact or asked is None or asked.get("op") != "empty" or node.get("field") != asked.get("field"):
            return None
        if node.get("op") not in ("empty", "not_empty"):
            return None
        if node.get("op") == "empty":
            return Told(WITH, "sin cerrar") if self.locale == "es" else Told(THAT, "are open")
        is_she = object.definition.label.es.endswith(("a", "ad", "ción"))
        return Told(THAT, f"están cerrad{'as' if is_she else 'os'}" if self.locale == "es" else "are closed")

    def _place(self, object: Object, path: str, op: str, value: Any) -> Told | None:
        part = path.rpartition(".")[2] if "." in path else ""
        only = sum(each.type == "address" for each in self.vocabulary.fields[object.name].values()) == 1
        if (
            self.exact
            or not only
            or part not in ("city", "region", "country")
            or op not in ("eq", "in", "ne", "not_in")
        ):
            return None
        is_out = op in ("ne", "not_in")
        values = value if isinstance(value, list) else [value]
        if part == "country":
            names = [phrasing.country(str(each), self.locale) for each in values]
            if any(
                name is None or places.country(phrase(name)) != code for name, code in zip(names, values, strict=True)
            ):
                return None
            which = "out" if is_out else "in"
            return Told(OF, f"{self.words.names[which]} {self._listed([str(name) for name in names])}")
        names = [self._town(str(each)) for each in values]
        which = f"{'out' if is_out else 'in'}_{part}"
        return Told(OF, f"{self.words.names[which]} {self._listed([str(name) for name in names])}")

    def _town(self, name: str) -> str:
        return name if places.known().get(phrase(name)) == name else quoted(name)

    def _said(self, object: Object, field: Field, op: str, value: Any) -> str:
        kind = kind_of(field)
        if op in ("during", "not_during"):
            told = phrasing.period(str(value), self.locale)
            return told if op == "during" else f"{self.words.names['not']} {told}"
        if op in ("older_than", "further_than"):
            return phrasing.age(op, str(value), self.locale)
        if kind in ("date", "date_time") and not self.exact:
            told_day = self._day(kind, op, value)
            if told_day is not None:
                return told_day
        if op in ("in", "not_in"):
            values = [self._value(object, field, each) for each in value]
            if not values:
                raise Untold
            listed = self._listed(values)
            if op == "not_in":
                return self.words.ops["ne"].format(listed)
            return listed if kind in ("choice", "stage") else self.words.ops["eq"].format(listed)
        if op in ("between", "not_between"):
            return self.words.ops[op].format(*(self._value(object, field, each) for each in value))
        told_value = self._value(object, field, value)
        if op == "eq" and (kind in ("choice", "stage") or (kind == "user" and told_value[0] != "[")):
            return told_value
        if op == "eq" and kind == "boolean":
            return f": {told_value}"
        if op not in self.words.ops:
            raise Untold
        return self.words.ops[op].format(
            told_value if op in ("eq", "ne", "gt", "gte", "lt", "lte") else quoted(str(value))
        )

    def _day(self, kind: str, op: str, value: Any) -> str | None:
        spanish = self.locale == "es"
        if op == "between" and kind == "date" and all(map(_is_day, value)):
            first, last = (phrasing.day(each, self.locale) for each in sorted(value))
            if value[0] == value[1]:
                return None
            begin, end = map(date.fromisoformat, sorted(value))
            if (begin.year, begin.month) == (end.year, end.month):
                first = str(begin.day)
            return f"entre el {first} y el {last}" if spanish else f"between {first} and {last}"
        if not _is_day(value):
            return None
        told = phrasing.day(str(value), self.locale)
        if op == "gte":
            return f"desde el {told}" if spanish else f"since {told}"
        if op == "lte" and kind == "date":
            return f"hasta el {told}" if spanish else f"until {told}"
        if op == "lt" and kind == "date_time":
            return f"antes del {told}" if spanish else f"before {told}"
        if op == "eq" and kind == "date":
            return f"el {told}" if spanish else f"on {told}"
        return None

    def _value(self, object: Object, field: Field, value: Any) -> str:
        kind = kind_of(field)
        if isinstance(value, bool):
            return self.words.names["true" if value else "false"]
        if kind == "money":
            return self._money(value)
        if kind in NUMBERS and isinstance(value, int | float) and value >= 0:
            return numbers.told(Decimal(str(value)), self.locale) + (" %" if kind == "percent" else "")
        if kind in ("choice", "stage", "multi_choice") and field.options:
            return self._option(object, field, str(value))
        if kind == "user" and not self.exact and value in self.firm.people:
            name = self.firm.people[value]
            if self.firm.people_called().get(phrase(name)) == (value,):
                return name
        if kind in ("user", "link") and isinstance(value, str) and re.fullmatch(r"[^\[\]\s]{1,120}", value):
            return f"[{value}]"
        if isinstance(value, str):
            return quoted(value)
        if isinstance(value, int | float):
            return quoted(str(value))
        raise Untold

    def _money(self, value: Any) -> str:
        told = value if isinstance(value, Mapping) else {"amount": value, "currency": self.currency}
        try:
            money = Money.parse(str(told["amount"]), str(told.get("currency") or self.currency))
        except (KeyError, ValueError):
            raise Untold from None
        if money.minor < 0:
            raise Untold
        return f"{numbers.told(money.decimal, self.locale)} {_SIGNS.get(money.currency, money.currency)}"

    def _option(self, object: Object, field: Field, value: str) -> str:
        option = next((option for option in field.options if option.value == value), None)
        if option is None:
            return quoted(value)
        label = option.label.text(self.locale)
        means = {each for each in self._means(label, "CHOICE") if each.object == object.name}
        if self.exact or means != {Chosen(object.name, field.name, value)} or len(phrase(label)) > 6:
            return f"[{value}]" if re.fullmatch(r"[^\[\]\s]{1,120}", value) else quoted(value)
        return label

    def _found(self, object: Object, path: str) -> tuple[Field, Field | None, str]:
        own, _, part = path.partition(".")
        field = self.vocabulary.fields.get(object.name, {}).get(own)
        if field is None:
            raise Untold
        if not part:
            return field, None, path
        if field.link is not None:
            return field, field, part
        inner = registry.of(field).inside(field).get(part)
        if inner is None:
            raise Untold
        return inner, None, path

    def _called(self, object: Object, field: Field, path: str, terminal: str) -> str:
        label = field.label.text(self.locale)
        if not self.exact and terminal == "FIELD" and "." not in path:
            told = self.words.names.get(path)
            if told:
                return told
        if self.exact or not self._is_plain(object, label, path, terminal):
            return f"[{path}]"
        return label if label.isupper() or label[1:2].isupper() else label[:1].lower() + label[1:]

    def _is_plain(self, object: Object, label: str, path: str, terminal: str) -> bool:
        """Return whether a label means this field of the object and no other."""
        said = phrase(label)
        if terminal == "LINK":
            return {each.name for each in self._means(label, "LINK") if each.object == object.name} == {path}
        candidates = [
            each for each in (*self._means(label, "FIELD"), *self._means(label, "DATED")) if isinstance(each, Path)
        ]
        own = {
            each.name for each in candidates if each.object == object.name and self._is_label(object, each.name, said)
        }
        return own == {path}

    def _is_label(self, object: Object, name: str, said: tuple[str, ...]) -> bool:
        field = self.vocabulary.fields[object.name].get(name)
        return "." in name or (field is not None and said in forms(field.label.text(self.locale), self.locale))

    def _means(self, label: str, terminal: str) -> set[Any]:
        return set(self.vocabulary.labelled(phrase(label), terminal))

    def _listed(self, values: Sequence[str]) -> str:
        if len(values) == 1:
            return values[0]
        return f"{', '.join(values[:-1])} {self.words.names['or']} {values[-1]}"


def begun(words: Phrasing, told: Told) -> str:
    return f"{words.names['that']} {told.text}" if told.kind == THAT else told.text


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and _ISO.fullmatch(value) is not None
