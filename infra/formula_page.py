"""The page about formulas: what they may say, with the functions as the code knows them."""

from collections.abc import Iterator, Mapping, Sequence

from chalicelib.engine.derived import definitions, graph
from chalicelib.engine.formulas import functions, kinds, parsing
from chalicelib.engine.formulas.functions import Function

RESULTS = ", ".join(f"`{result}`" for result in kinds.RESULTS)
ROLLUPS = ", ".join(f"`{name}`" for name in definitions.FUNCTIONS)
LANGUAGE = f"""A field of type `formula` is computed from other fields, one of type `rollup` from related records.
Nobody writes them; they are shown, filtered, exported and described as fields of the type that is their `result`:
{RESULTS}.

```json
{{"name": "c_margin", "type": "formula", "label": {{"es": "Margen", "en": "Margin"}},
 "formula": "if(is_empty(c_cost), null, base(amount) - base(c_cost))"}}
{{"name": "c_spent", "type": "rollup", "label": {{"es": "Gastado", "en": "Spent"}},
 "rollup": {{"relation": "orders", "function": "sum", "field": "total",
            "filter": {{"field": "status", "op": "eq", "value": "delivered"}}}}}}
```

## What a formula may say

- Numbers `12.5`, texts `"wine"` or `'wine'` (a quote inside is written twice), `true`, `false`, `null`.
- Fields of the record by name, `amount`, and of the record behind a link to one, `company.industry`. Many
  records are summed up by a rollup, not by a formula.
- `or`, `and`, `not`, then `=` `!=` `<` `<=` `>` `>=`, then `+` `-`, then `*` `/`, then the sign; parentheses as
  usual.
- At most {parsing.LONGEST:,} characters and {parsing.DEEPEST} levels of parentheses and calls. Kinds are
  checked when the field is defined, and a refusal names the character.

**Nothing.** A field may be empty, and so may a formula. Whatever is computed from nothing is nothing, unless
the table says otherwise; `false and null` is false, `true or null` is true. What cannot be computed is nothing
too: a division by zero, a day that does not exist, a number of more than 15 digits.

**Numbers** are exact decimals, never binary fractions; a result keeps six decimals, or as many as its field
says.

**Money** of one currency adds and compares. Amounts of two currencies compare by what they were worth when they
were written, and do not add: `base(a) + base(b)` says that the firm's currency is meant. Products and quotients
are rounded half to even to the minor unit.

**Days** of an instant are those of the reader's zone where a formula is computed at reading, of the firm's
where it is kept.

## When it is computed

A formula over the record's own fields is computed whenever the record is read, and so may use `today()` and
`now()`. A formula that looks at a linked record, and a rollup, are kept: a change of either record is followed
within seconds, without a new version, event or entry in the history, and ends as a recount would. Because they
are kept they cannot use the clock, nor a filter such as `during`. When one is defined, the records that are
there follow by a job, a minute later at the earliest.

- A field cannot be computed from itself, by whatever way round, nor through more than {graph.DEEPEST} other
  records, nor from a chain of more than {graph.LONGEST_CHAIN} formulas.
- A rollup is one of {ROLLUPS} over a relation that the
  metadata lists as `related`, with a filter over the related records' own fields. Nothing counts 0 and sums to
  0; it has no least or most.
- Money sums in the firm's currency: an amount in it as it is, another by the rate kept with it. When the worth
  of one amount is not known, neither is the sum.
- A formula over a field that a role may not read is hidden from that role. What a formula says of a linked
  record, or a rollup of related ones, is seen by whoever may read the field itself; deny it like any other
  field where that is too much.
"""


def lines() -> Iterator[str]:
    """Yield the page."""
    yield from LANGUAGE.splitlines()
    yield ""
    yield from _listed("Operators", functions.OPERATORS)
    yield from _listed("Functions", {**functions.LAZY, **functions.FUNCTIONS})


def _listed(title: str, table: Mapping[str, Function]) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield "| | takes | gives | |"
    yield "| --- | --- | --- | --- |"
    for name, function in sorted(table.items()):
        yield f"| {' | '.join(_row(name, function))} |"
    yield ""


def _row(name: str, function: Function) -> Sequence[str]:
    takes = dict.fromkeys(", ".join(shape.takes) + (", …" if shape.more else "") for shape in function.shapes)
    gives = dict.fromkeys(shape.gives for shape in function.shapes)
    return (f"`{'-' if name == 'negative' else name}`", "; ".join(takes) or "nothing", "; ".join(gives), function.says)
