"""Names as people write them, and as they mistype them."""

import pytest

from chalicelib.engine.duplicates import matching, names


def alike(one: str, other: str, *, is_person: bool = True) -> float:
    mine, theirs = (matching.told(name, is_person=is_person) for name in (one, other))
    return names.alike(mine, theirs, is_person=is_person)


MISTYPED = [
    ("José García López", "Pepe Garcia"),
    ("José García López", "García López, José"),
    ("Mª del Carmen Vázquez Ruiz", "Maria Carmen Basquez Ruiz"),
    ("Chema Ruiz Gil", "José María Ruiz Gil"),
    ("Lucía Fernández Soto", "Lucia Fernadnez Soto"),
    ("Fco. Jiménez Peña", "Paco Giménez Peña"),
    ("Núria Puig", "Nuria Puig"),
]


@pytest.mark.parametrize(("one", "other"), MISTYPED)
def test_a_persons_names_meet_however_they_are_written(one: str, other: str) -> None:
    assert set(keys(one)) & set(keys(other))


@pytest.mark.parametrize(("one", "other"), [("J. Hernández Ruiz", "Javier Ernandez Ruiz"), *MISTYPED])
def test_a_persons_names_are_alike_however_they_are_written(one: str, other: str) -> None:
    assert alike(one, other) >= 0.86


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José García López", "José García Pérez"),
        ("Juan Pérez", "Juan Gómez"),
        ("Marta", "Marta Gil Ruiz"),
        ("Ana Ruiz Soler", "Eva Ruiz Soler"),
    ],
)
def test_people_who_share_a_word_are_not_one(one: str, other: str) -> None:
    assert alike(one, other) < 0.86


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Distribuciones Olmedo S.L.", "Olmedo, SL"),
        ("Talleres Hnos. Ruiz", "TALLERES RUIZ"),
        ("Mercadona, S.A.", "Merca dona"),
        ("Panadería Ñíguez", "Panaderia Niguez S.L.U."),
    ],
)
def test_a_firm_is_itself_with_or_without_its_legal_form(one: str, other: str) -> None:
    assert alike(one, other, is_person=False) >= 0.86


def test_two_bars_are_not_one() -> None:
    assert alike("Bar Pepe", "Bar Paco", is_person=False) < 0.6


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+5511987654321", "+551187654321"),
        ("+5491123456789", "+541123456789"),
        ("+5215512345678", "+525512345678"),
    ],
)
def test_a_number_rings_the_same_line_in_each_of_its_countrys_forms(one: str, other: str) -> None:
    assert matching.line(one) == matching.line(other)


def test_a_spanish_number_keeps_all_its_digits() -> None:
    assert matching.line("+34925123456") == "+34925123456"


def test_a_mailbox_has_no_tag_and_google_no_dots() -> None:
    assert matching.mailbox("ana.ruiz+crm@gmail.com") == matching.mailbox("anaruiz@googlemail.com")
    assert matching.mailbox("ana.ruiz+crm@olmedo.example") == "ana.ruiz@olmedo.example"


def keys(name: str) -> tuple[str, ...]:
    return names.keys(matching.told(name, is_person=True), is_person=True)
