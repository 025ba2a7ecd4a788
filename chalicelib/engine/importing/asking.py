"""What a header leaves open: where two meanings are as likely as each other, a person is asked and nothing guessed."""

from collections.abc import Mapping, Sequence

from chalicelib.engine.catalogue import Object
from chalicelib.engine.importing import aliases
from chalicelib.engine.importing.columns import Evidence
from chalicelib.engine.importing.headers import words
from chalicelib.engine.importing.looks import is_firm
from chalicelib.engine.importing.targets import Target
from chalicelib.engine.importing.vocabulary import Meaning

AS_LIKELY = 0.04


def rivals(
    objects: Sequence[Object],
    header: Sequence[str],
    evidence: Sequence[Evidence],
    candidates: Mapping[int, Sequence[Meaning]],
    chosen: Mapping[int, Meaning],
) -> dict[int, tuple[Target, ...]]:
    """Return, for each column that must be asked about, what it may mean."""
    taken = {column: _place(meaning.target) for column, meaning in chosen.items()}
    open_ones: dict[int, tuple[Target, ...]] = {}
    for column, meaning in chosen.items():
        others = {place for at, place in taken.items() if at != column}
        likely = {
            _place(found.target): found.target
            for found in (meaning, *candidates[column])
            if abs(found.confidence - meaning.confidence) <= AS_LIKELY and not found.joins
        }
        free = [target for place, target in likely.items() if place not in others]
        named = _whose_name(objects, header[column], evidence[column], meaning.target, others)
        if len(free) > 1 and not meaning.joins:
            open_ones[column] = tuple(free)
        elif named:
            open_ones[column] = named
    return open_ones


def _whose_name(
    objects: Sequence[Object], said: str, column: Evidence, target: Target, others: set[tuple[str, str, str | None]]
) -> tuple[Target, ...]:
    """``Name`` over firms in a table of people: the name of the person, or of the firm that they work for?"""
    main = objects[0]
    if not main.fields[main.name_field].parts or words(said) not in aliases.FIELDS["name"]:
        return ()
    if target.object != main.plural or not any(map(is_firm, column.first)):
        return ()
    firms = [Target(other.plural, other.name_field) for other in objects[1:] if _is_firm_like(main, other)]
    free = [firm for firm in firms if _place(firm) not in others]
    return (target, *free) if free else ()


def _is_firm_like(main: Object, other: Object) -> bool:
    """Tell whether the main object's records are found through the other: people are, through their firms."""
    through = {field.link.to for field in main.links if field.link and field.link.found_through}
    return other.name in through and not other.fields[other.name_field].parts


def _place(target: Target) -> tuple[str, str, str | None]:
    return target.object, target.field, target.part
