"""The records that may be the same as one at hand: met by blocking keys, read, judged.

The price does not grow with the object: a query for each key, half a unit each, and one batch read of the few records
that most speaks for.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine import search
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.engine.duplicates import blocking, matching, rules
from chalicelib.engine.duplicates.matching import Verdict
from chalicelib.engine.fields import registry
from chalicelib.engine.objects import DuplicateRule
from chalicelib.kernel.context import Context
from chalicelib.kernel.text import tokens
from chalicelib.storage import index
from chalicelib.storage import records as rows
from chalicelib.storage.records import Row

MOST_READ = 6
ENTRIES_A_KEY = 40
SURE, LIKELY, POSSIBLE = 6, 3, 1


@dataclass(frozen=True, slots=True)
class Likeness:
    """A record that may be the same, and why."""

    row: Row
    verdict: Verdict


def find(
    ctx: Context,
    catalogue: Catalogue,
    object: Object,
    values: Mapping[str, Any],
    *,
    id: str | None = None,
    applied: Sequence[DuplicateRule] | None = None,
) -> list[Likeness]:
    """Return the records that look like one with these values, other than ``id``, the likeliest first."""
    asked = rules.of(catalogue, object) if applied is None else applied
    met = Counter[str]()
    for rule in asked:
        for record, weight in _met(ctx, object, rule, values):
            met[record] += weight
    met.pop(id or "", None)
    likeliest = [record for record, _ in met.most_common(MOST_READ)]
    found = rows.get_many(ctx, object.plural, likeliest)
    is_person = rules.is_person(object)
    judged = [
        Likeness(row, matching.judge(asked, object.fields, values, row.values, is_person=is_person))
        for row in found.values()
    ]
    return sorted(
        (one for one in judged if one.verdict.score >= rules.ENOUGH), key=lambda one: (-one.verdict.score, one.row.id)
    )


def _met(ctx: Context, object: Object, rule: DuplicateRule, values: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    if any(values.get(name) is None for name in rule.fields[:1]):
        return
    if rule.kind == "exact":
        yield from _by_value(ctx, object, rule, values)
    elif rule.kind == "name":
        yield from _by_name(ctx, object, values)
    else:
        starts = blocking.of_addresses if rule.kind == "email" else blocking.of_numbers
        for name in rule.fields:
            for start in starts(values.get(name)):
                page, _ = index.search(ctx, object.plural, start, limit=MOST_READ)
                yield from ((token.record, SURE) for token in page if token.field == name)


def _by_name(ctx: Context, object: Object, values: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield who has a name of the same sound, and who has its last word: the one for frequent names, both for rare."""
    own = set(tokens(str(values[object.name_field])))
    for key in blocking.name_keys(object, values):
        page, _ = index.search(ctx, object.plural, f"{key}#", limit=ENTRIES_A_KEY)
        yield from ((token.record, LIKELY + len(own & set(token.text.split()))) for token in page)
    last = tokens(str(values[object.name_field]))[-1:]
    for word in last:
        page, _ = index.search(ctx, object.plural, f"{word}#", limit=ENTRIES_A_KEY)
        yield from ((token.record, POSSIBLE) for token in page if len(own & set(token.text.split())) > 1)


def _by_value(
    ctx: Context, object: Object, rule: DuplicateRule, values: Mapping[str, Any]
) -> Iterator[tuple[str, int]]:
    for name in rule.fields:
        field = object.fields[name]
        if values.get(name) is None or not (field.unique or field.searched or name in object.slots):
            continue
        raw = registry.of(field).present(field, values[name], ctx)
        found = search.find_by(ctx, plural=object.plural, field=name, value=raw, limit=MOST_READ)
        yield from ((record, SURE) for record in found)
        return
