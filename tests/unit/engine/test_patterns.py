"""Patterns: as the standard library reads them, and never slower than their text is long."""

import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.engine import patterns

ATOMS = st.sampled_from(["a", "b", ".", "[ab]", "[^b]", "\\d", "\\w"])
REPEATS = st.sampled_from(["*", "+", "?", "{2}", "{1,2}", "{2,}", "{0,2}"])
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]}|{pair[1]})"),
        st.tuples(inner, REPEATS).map(lambda pair: f"({pair[0]}){pair[1]}"),
    ),
    max_leaves=6,
).filter(lambda expression: expression.count("(") <= 3)  # the standard library would not come back from some
TEXTS = st.text("ab1", max_size=6)


@settings(max_examples=300, deadline=None)
@given(inner=EXPRESSIONS, from_start=st.booleans(), to_end=st.booleans(), text=TEXTS)
def test_a_regular_expression_means_what_it_means_elsewhere(
    inner: str, from_start: bool, to_end: bool, text: str
) -> None:
    before, after = "^" if from_start else "", "$" if to_end else ""
    try:
        fits = patterns.regexp(f"{before}({inner}){after}")
    except patterns.UnreadablePattern:
        return

    assert fits(text) is (re.search(f"{before}({inner})" + ("\\Z" if to_end else ""), text) is not None)


@settings(max_examples=300, deadline=None)
@given(pattern=st.text("ab%_", max_size=6), text=TEXTS)
def test_a_likeness_means_what_it_means_in_a_database(pattern: str, text: str) -> None:
    meant = "".join({"%": ".*", "_": "."}.get(sign, sign) for sign in pattern)

    assert patterns.like(pattern)(text) is (re.fullmatch(meant, text, re.DOTALL) is not None)


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "(a|aa)+$", "(a|b|ab)*c", ".*a.*b.*c.*d$", "(a|b)*a(a|b){10}$", "^(\\w+)*x", "(.*a){20}x"]
)
def test_no_pattern_is_slower_than_its_text_is_long(pattern: str) -> None:
    fits = patterns.regexp(pattern)
    fits("ab" * 2_000)  # what a step comes to is remembered, as over the records of a page

    begun = process_time()
    fits("ab" * 50_000)

    assert process_time() - begun < 0.1


@pytest.mark.parametrize(
    "pattern",
    ["(a", "a)", "*a", "a**", "[a", "[b-a]", "a{3", "a{5,2}", "a{99}", "\\k", "^a|b", "((((((((((((a))))))))))))",
     "a" * 129, "((a{50}){50}){50}"],
)  # fmt: skip
def test_what_means_nothing_or_too_much_is_refused(pattern: str) -> None:
    with pytest.raises(patterns.UnreadablePattern):
        patterns.regexp(pattern)
