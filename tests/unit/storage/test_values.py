from collections import UserDict
from decimal import Decimal
from enum import StrEnum

import pytest
from boto3.dynamodb.types import TypeDeserializer
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.storage import values

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**37), 10**37),
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**20), max_value=10**20),
    st.text(),
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=20
)


class Colour(StrEnum):
    OCHRE = "ochre"


@given(VALUES)
def test_what_is_stored_is_read_back(value):
    assert values.decode(values.encode(value)) == value


@given(VALUES)
def test_what_is_stored_reads_the_same_through_boto3(value):
    assert TypeDeserializer().deserialize(values.encode(value)) == value


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (True, {"BOOL": True}),
        (1, {"N": "1"}),
        (Decimal("1.50"), {"N": "1.50"}),
        (Decimal("1E+3"), {"N": "1000"}),
        (("a", None), {"L": [{"S": "a"}, {"NULL": True}]}),
        (UserDict(a=1), {"M": {"a": {"N": "1"}}}),
        (Colour.OCHRE, {"S": "ochre"}),
    ],
)
def test_a_value_is_stored_as_its_kind(value, stored):
    assert values.encode(value) == stored


@pytest.mark.parametrize(("text", "number"), [("3", 3), ("3.50", Decimal("3.5")), ("3.00", 3), ("1E+2", 100)])
def test_a_whole_number_is_read_as_an_integer(text, number):
    read = values.decode({"N": text})

    assert (read, type(read)) == (number, type(number))


@pytest.mark.parametrize("value", [0.5, b"bytes", {1, 2}, object(), Decimal("NaN"), {"deep": [0.5]}])
def test_what_is_not_stored_is_refused(value):
    with pytest.raises(TypeError, match="cannot be stored"):
        values.encode(value)
