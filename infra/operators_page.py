"""The page of operators, written from their table and from what each type of field offers."""

from collections.abc import Iterator

from chalicelib.engine.fields import registry
from chalicelib.engine.operators import TABLE
from chalicelib.engine.periods import WORDS

BEGINNING = """A condition is `{"field", "op", "value"}`. `{"all": [...]}`, `{"any": [...]}` and `{"not": ...}` combine
conditions: at most 100 of them, ten levels deep. A query string says `amount[gte]=1000` or `stage[in]=won,lost`. A
field may be one of a linked record, such as `company.industry`. Texts are compared without case and accents. A field
of several values meets a condition when one of them does; an operator that says *not* is the plain opposite of the
other, so it holds for a record without a value.
"""
END = """
## Periods and ages

A period is {periods}, or counted: `last_7_days`, `next_3_months`. A counted one
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
    yield END.format(periods=", ".join(f"`{word}`" for word in WORDS))
