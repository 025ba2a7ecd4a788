"""The page of operators, written from their table and from what each type of field offers."""

from collections.abc import Iterator

from chalicelib.engine import predicates
from chalicelib.engine.fields import registry
from chalicelib.engine.operators import TABLE
from chalicelib.engine.periods import WORDS

BEGINNING = """A condition is `{"field", "op", "value"}`. `{"all": [...]}`, `{"any": [...]}` and `{"not": ...}` combine
conditions: at most 100 of them, ten levels deep. A query string says `amount[gte]=1000` or `stage[in]=won,lost`. A
field may be one of a linked record, such as `company.industry`, or a part of an address, such as `address.city`.
Texts are compared without case and accents. A field of several values meets a condition when one of them does; an
operator that says *not* is the plain opposite of the other, so it holds for a record without a value.
"""
END = """
## What no record holds

A segment, and a condition of an automation, may ask more:

- `{{"related": "orders", "of": "count", "op": "gte", "value": 2, "where": {{...}}}}`: how many records are related to
  one, or what a field of theirs comes to: `"of": {{"sum": "total"}}`, `min`, `max` or `avg`. A relation is one that
  the object's metadata lists as related, or a link of its own. `where` is a filter over the related records; it may
  ask of their links (`company.industry`) and lines (`lines.product`). Compared by {compared}; the `min` or `max` of
  days by periods and ages too. The sum of nothing is zero; of nothing there is no average, least or most.
- `{{"event": "mail_opened", "op": "eq", "value": 0, "during": "last_30_days", "where": {{"human": true}}}}`: how often
  something happened to a record, in a period, or `"since": "2026-06-01"` and `"until": "2026-06-30"`
  or either, with what its entry says. One of {events}.
- `{{"segment": "<id>"}}`: whether it is in a segment of its object. A list of records may ask this too.

## Periods and ages

A period is {periods}, or counted: `last_7_days`, `next_3_months`, `last_3_calendar_months`. A counted one
includes today. An age is `30_days`, `2_weeks`, `6_months`, `1_quarter` or `1_year`. Days are those of the reader's
time zone, weeks begin on Monday. A saved view keeps the words, so it moves with the calendar.

## Patterns

`like` compares the whole text: `%` is any text, `_` any character, `\\` takes the next sign as it is. `regexp` looks
for a part of it: literals, `.`, `[a-z]`, `\\d`, `\\w`, `\\s`, `( )`, `|`, `*`, `+`, `?`, `{{2,5}}`, and `^` and `$` at
the ends. A pattern has at most 200 characters, and takes a time that grows with the text and no faster.

## What is read

A condition on an indexed field narrows what is read. Any other is asked of each record, at most a thousand in a
request. When that ends before the page is full, the answer says `complete: false` and how many records were
`scanned`, and `next_cursor` goes on.
"""
TAKES = {
    "nothing": "nothing",
    "one": "a value",
    "two": "a list of two values",
    "several": "a list of values",
    "part": "a text",
    "pattern": "a pattern",
    "period": "a period",
    "ago": "an age",
    "ahead": "an age",
}


def lines() -> Iterator[str]:
    """Yield the lines of the page."""
    yield BEGINNING
    yield "| operator | holds when the field | compared with | types |"
    yield "| --- | --- | --- | --- |"
    for name, operator in TABLE.items():
        types = ", ".join(kind for kind, type in sorted(registry.TYPES.items()) if name in type.operators)
        yield f"| `{name}` | {operator.says} | {TAKES[operator.takes]} | {types} |"
    yield END.format(
        periods=", ".join(f"`{word}`" for word in WORDS),
        compared=", ".join(f"`{op}`" for op in predicates.COMPARED),
        events=", ".join(f"`{event}`" for event in predicates.EVENTS),
    )
