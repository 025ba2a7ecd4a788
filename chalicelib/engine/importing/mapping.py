"""The mapping that is proposed for a file: which column fills which field, and by what a row finds its record.

A proposal is never silent: each carries its confidence, and the person corrects it before anything is written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.importing import aliases, asking, vocabulary
from chalicelib.engine.importing.columns import Evidence
from chalicelib.engine.importing.headers import grouped, words
from chalicelib.engine.importing.looks import is_email, is_phone
from chalicelib.engine.importing.targets import Match, Target, accepted, family
from chalicelib.engine.importing.vocabulary import Meaning
from chalicelib.engine.sheet_columns import CURRENCY, LABEL

_GUESSED = 0.6
_DOUBTED = 0.4


@dataclass(frozen=True, slots=True)
class Proposal:
    """What we think a column is; ``candidates`` where it may be several things and nothing is guessed."""

    column: int
    header: str
    target: Target | None
    confidence: float
    samples: tuple[str, ...]
    candidates: tuple[Target, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the proposal as it travels."""
        told = {
            "column": self.column,
            "header": self.header,
            "target": self.target.as_dict() if self.target else None,
            "confidence": round(self.confidence, 2),
            "samples": list(self.samples),
        }
        if not self.candidates:
            return told
        return {**told, "ask": True, "question": "meaning", "candidates": [one.as_dict() for one in self.candidates]}


def propose(catalogue: Catalogue, main: Object, header: Sequence[str], evidence: Sequence[Evidence]) -> list[Proposal]:
    """Return one proposal a column."""
    objects = list(family(catalogue, main).values())
    phrases = {object.plural: vocabulary.of_object(object) for object in objects}
    candidates = {
        column: vocabulary.meanings(name, objects, phrases) or _guessed(main, evidence[column])
        for column, name in enumerate(header)
    }
    chosen = _assigned(_one_address(candidates, evidence), header, evidence, catalogue)
    chosen = _whole_names(main, header, chosen, phrases[main.plural])
    chosen = _with_labels(header, _address_in_parts(chosen))
    asked = asking.rivals(objects, header, evidence, candidates, chosen)
    return [
        Proposal(
            column,
            name,
            chosen[column].target if column in chosen and column not in asked else None,
            _doubted(chosen[column], evidence[column], main) if column in chosen else 0.0,
            tuple(evidence[column].samples),
            asked.get(column, ()),
        )
        for column, name in enumerate(header)
    ]


def match_key(main: Object, targets: Mapping[int, Target]) -> Match:
    """Return by what a row finds its record: what identifies, and only where there is nothing better its name."""
    mapped = {target.field for target in targets.values() if target.object == main.plural and target.part is None}
    fields = [main.fields[name] for name in main.fields if name in mapped]
    name = main.fields[main.name_field]
    emails = [field.name for field in fields if field.type == "email" and name.parts]
    keys = [field.name for field in fields if field.unique or field.name == "external_id"]
    phones = [field.name for field in fields if field.type == "phone" and name.parts]
    is_named = name.name in main.slots and (name.name in mapped or bool(mapped & set(name.parts)))
    names = [name.name] if is_named else []
    if not name.parts:
        return Match(main.plural, (*keys, *names))
    return Match(main.plural, tuple(emails + keys) or tuple(phones[:1]) or tuple(names))


def _guessed(main: Object, column: Evidence) -> list[Meaning]:
    """A column without a known header may still be seen to hold addresses or numbers."""
    for type_name, looks in (("email", is_email), ("phone", is_phone)):
        if column.samples and all(map(looks, column.samples)):
            field = next((field for field in main.writable.values() if field.type == type_name), None)
            if field:
                return [Meaning(Target(main.plural, field.name), _GUESSED)]
    return []


def _one_address(candidates: Mapping[int, list[Meaning]], evidence: Sequence[Evidence]) -> dict[int, list[Meaning]]:
    """Keep one address of the several that a file may have: the first in our order that holds anything."""
    order = {group or "plain": rank for rank, group in enumerate(aliases.ADDRESS_GROUPS)}
    groups: dict[str, int] = {}
    for column, meanings in candidates.items():
        for meaning in meanings:
            if meaning.group:
                groups[meaning.group] = groups.get(meaning.group, 0) + evidence[column].filled
    if not groups:
        return dict(candidates)
    best = min(groups, key=lambda group: (not groups[group], order[group]))
    return {
        column: [meaning for meaning in meanings if meaning.group in ("", best)]
        for column, meanings in candidates.items()
    }


def _assigned(
    candidates: Mapping[int, list[Meaning]], header: Sequence[str], evidence: Sequence[Evidence], catalogue: Catalogue
) -> dict[int, Meaning]:
    """Give each place to the surest column: filled before empty ones, and ``Job Title`` before ``Title``."""
    ranked = sorted(
        ((column, meaning) for column, meanings in candidates.items() for meaning in meanings),
        key=lambda pair: (
            -pair[1].confidence,
            not evidence[pair[0]].filled,
            -len(words(header[pair[0]]).split()),
            pair[0],
        ),
    )
    chosen: dict[int, Meaning] = {}
    taken: set[tuple[str, str, str | None]] = set()
    for column, meaning in ranked:
        target = meaning.target
        place = (target.object, target.field, target.part)
        is_shared = meaning.joins or catalogue.of_plural(target.object).fields[target.field].multiple
        if column not in chosen and (place not in taken or is_shared):
            chosen[column] = meaning
            taken.add(place)
    return chosen


def _whole_names(
    main: Object, header: Sequence[str], chosen: dict[int, Meaning], phrases: vocabulary.Phrases
) -> dict[int, Meaning]:
    """``Nombre`` beside ``Apellidos`` is a first name; alone it is the whole name, which is split row by row."""
    name = main.fields[main.name_field]
    places = {
        meaning.target.field: column for column, meaning in chosen.items() if meaning.target.object == main.plural
    }
    if not name.parts or name.name in places or any(part in places for part in name.parts[1:]):
        return chosen
    alone = places.get(name.parts[0])
    whole = (
        [found for found in phrases.get(words(header[alone]), ()) if found.target.field == name.name]
        if alone is not None
        else []
    )
    return chosen | ({alone: whole[0]} if alone is not None and whole else {})


def _address_in_parts(chosen: dict[int, Meaning]) -> dict[int, Meaning]:
    """Drop a column that repeats in one line the address whose parts have columns of their own."""
    places = {
        (meaning.target.object, meaning.target.field)
        for meaning in chosen.values()
        if meaning.target.part not in (None, LABEL, CURRENCY)
    }
    return {
        column: meaning
        for column, meaning in chosen.items()
        if meaning.target.part is not None or (meaning.target.object, meaning.target.field) not in places
    }


def _with_labels(header: Sequence[str], chosen: dict[int, Meaning]) -> dict[int, Meaning]:
    """Tie ``Phone 2 - Label`` to ``Phone 2 - Value``."""
    groups = {column: grouped(header[column]) for column in chosen}
    labels = {
        (group.kind, group.number): column
        for column, group in groups.items()
        if group and chosen[column].target.part == LABEL
    }
    tied = dict(chosen)
    ours = {
        (meaning.target.object, meaning.target.field): column
        for column, meaning in chosen.items()
        if meaning.target.part == LABEL and not groups[column]
    }
    for column, group in groups.items():
        if group and chosen[column].target.part is None and (group.kind, group.number) in labels:
            target = replace(chosen[column].target, label_column=labels[group.kind, group.number])
            tied[column] = replace(chosen[column], target=target)
        elif chosen[column].target.part is None and not group:
            place = (chosen[column].target.object, chosen[column].target.field)
            if place in ours:
                tied[column] = replace(chosen[column], target=replace(chosen[column].target, label_column=ours[place]))
    return tied


def _doubted(meaning: Meaning, column: Evidence, main: Object) -> float:
    """Lower the confidence where the cells contradict the header."""
    target = meaning.target
    is_email_field = target.object == main.plural and target.part is None and accepted(main, target.field) == "email"
    if is_email_field and column.samples and not any("@" in sample for sample in column.samples):
        return _DOUBTED
    return meaning.confidence
