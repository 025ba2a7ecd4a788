"""A person is recognised in what others wrote, however it is written, and nobody else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.engine.privacy.identity import GONE, Identity

ANA = Identity(
    id="01KB2T9WM0ANAANAANAANAANAA",
    name="Ana Muñoz Olmedo",
    words=("ana munoz olmedo", "ana@olmedo.example", "munoz olmedo", "ana"),
    numbers=("34925123456",),
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Llamar a Ana mañana", f"Llamar a {GONE} mañana"),
        ("ANA MUÑOZ OLMEDO pidió factura", f"{GONE} pidió factura"),
        ("Escribir a ana@olmedo.example, no a la otra", f"Escribir a {GONE}, no a la otra"),
        ("Su número es 925 12 34 56", f"Su número es {GONE}"),
        ("+34 925-123-456 o 0034925123456", f"{GONE} o {GONE}"),
        ("(Ana)", f"({GONE})"),
        ("Ana y Ana", f"{GONE} y {GONE}"),
        ("Muñoz\nOlmedo", GONE),
    ],
)
def test_a_person_is_taken_out_of_a_text(text: str, left: str) -> None:
    assert ANA.is_in(text)
    assert ANA.without(text) == left
    assert not ANA.is_in(left)


@pytest.mark.parametrize(
    "text", ["Canadá", "Anabel", "Mañana", "Pedido 9251", "Olmedo", "915 123 456", "2026-11-21", "", "€ 925.123,45"]
)
def test_somebody_else_is_left_alone(text: str) -> None:
    assert not ANA.is_in(text)
    assert ANA.without(text) == text


def test_a_person_is_found_at_any_depth() -> None:
    value = {"lines": [{"description": "Cesta para Ana", "price": 12}], "buyer": ANA.id, "done": True}

    assert ANA.is_in(value)
    assert ANA.without(value) == {
        "lines": [{"description": f"Cesta para {GONE}", "price": 12}],
        "buyer": ANA.id,
        "done": True,
    }
    assert ANA.is_in({"buyer": ANA.id})


@given(st.text(max_size=200))
def test_whatever_is_left_does_not_name_the_person(text: str) -> None:
    assert not ANA.is_in(ANA.without(text))


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(["Ana", "ana@olmedo.example", "Muñoz Olmedo"]))
def test_a_person_between_spaces_is_always_found(before: str, after: str, named: str) -> None:
    assert GONE in ANA.without(f"{before} {named} {after}")
