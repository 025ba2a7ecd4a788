"""What a whole column says of its dates and numbers, and how its cells are then read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.engine.importing import cells, columns
from chalicelib.engine.importing.cells import Unreadable
from chalicelib.engine.importing.columns import DateOrder, Reading
from chalicelib.engine.spreadsheet import escaped, unescaped


def reading(*column: str, day_first: bool = True, decimal_mark: str = ",") -> Reading:
    evidence = columns.observe(([cell] for cell in column), 1)
    return columns.decide(evidence, day_first=day_first, decimal_mark=decimal_mark)[0]


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["03/04/2024", "25/12/2024"], "dmy"),
        (["03/04/2024", "12/25/2024"], "mdy"),
        (["2024-03-04", "2024/12/25"], "ymd"),
        (["03.04.24", "25.12.24"], "dmy"),
        (["3/4/2024 9:14", "12/25/2024 18:00"], "mdy"),
    ],
)
def test_one_telling_date_decides_for_the_column(column: list[str], order: str) -> None:
    assert reading(*column, day_first=order != "dmy").date_order == order


def test_a_silent_column_follows_the_others_of_its_file() -> None:
    evidence = columns.observe([["03/04/2024", "12/25/2024"], ["05/06/2024", "01/02/2024"]], 2)

    first, second = columns.decide(evidence, day_first=True, decimal_mark=",")

    assert (first.date_order, first.certain) == (DateOrder.MONTH_FIRST, False)
    assert (second.date_order, second.certain) == (DateOrder.MONTH_FIRST, True)


def test_a_silent_file_follows_the_habit_of_the_tenant_and_says_so() -> None:
    told = reading("03/04/2024", day_first=False)

    assert (told.date_order, told.certain) == (DateOrder.MONTH_FIRST, False)


@pytest.mark.parametrize(
    ("column", "mark"),
    [
        (["1.250", "12,5"], ","),
        (["1,250", "12.5"], "."),
        (["1.234.567"], ","),
        (["1,234.56 €"], "."),
        (["€1.234,50"], ","),
        (["0.125"], "."),
        (["1'234.50"], "."),
    ],
)
def test_one_telling_number_decides_for_the_column(column: list[str], mark: str) -> None:
    assert reading(*column, decimal_mark="," if mark == "." else ".").decimal_mark == mark


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("2024-03-12", "dmy", date(2024, 3, 12)),
        ("12/03/2024", "dmy", date(2024, 3, 12)),
        ("12/03/2024", "mdy", date(2024, 12, 3)),
        ("12-3-24", "dmy", date(2024, 3, 12)),
        ("12.03.1970", "dmy", date(1970, 3, 12)),
        ("19970101", "dmy", date(1997, 1, 1)),
        ("12 de marzo de 2024", "dmy", date(2024, 3, 12)),
        ("12 mar. 2024", "dmy", date(2024, 3, 12)),
        ("March 12, 2024", "dmy", date(2024, 3, 12)),
        ("Sept 1st, 2024", "dmy", date(2024, 9, 1)),
        ("12-mar-24", "dmy", date(2024, 3, 12)),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, order: str, day: date) -> None:
    assert cells.read_moment(text, DateOrder(order)).day == day


@pytest.mark.parametrize("text", ["31/02/2024", "45631", "mañana", "13/13/2024", "--03-12", "0", "2024-02-30"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        cells.read_moment(text, DateOrder.DAY_FIRST)


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        ("2024-03-12 09:14", "2024-03-12 09:14:00"),
        ("2024-03-12T09:14:00Z", "2024-03-12T09:14:00+00:00"),
        ("2024-03-12T09:14:00.000+0100", "2024-03-12T09:14:00+01:00"),
        ("12/03/2024 9:14 PM", "2024-03-12 21:14:00"),
        ("12/03/2024, 12:05 a. m.", "2024-03-12 00:05:00"),
        ("12/03/2024", "2024-03-12 00:00:00"),
    ],
)
def test_instants_keep_their_time_and_offset(text: str, neutral: str) -> None:
    assert cells.neutral("date_time", text, Reading(DateOrder.DAY_FIRST, ",")) == neutral


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("1.234,56", ",", ("1234.56", None)),
        ("1,234.56", ".", ("1234.56", None)),
        ("1 234,56 €", ",", ("1234.56", "EUR")),
        ("$1,234.56", ".", ("1234.56", "USD")),
        ("USD 12", ".", ("12", "USD")),
        ("(12,50)", ",", ("-12.50", None)),
        ("12,50-", ",", ("-12.50", None)),
        ("-12", ",", ("-12", None)),
        ("25 %", ",", ("25", None)),
        ("1'234", ".", ("1234", None)),
    ],
)
def test_numbers_are_read_by_the_mark_of_their_column(text: str, mark: str, number: tuple[str, str | None]) -> None:
    assert cells.read_number(text, mark) == number


@pytest.mark.parametrize(
    ("text", "mark"), [("1,2,3", ","), ("12.50", ","), ("doce", "."), ("", "."), ("1.2345.678", ",")]
)
def test_a_number_that_contradicts_its_column_is_refused(text: str, mark: str) -> None:
    with pytest.raises(Unreadable):
        cells.read_number(text, mark)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%Y-%m-%d"]))
def test_a_date_survives_being_written_and_read(day: date, style: str) -> None:
    order = {"%d": "dmy", "%m": "mdy", "%Y": "ymd"}[style[:2]]

    assert cells.read_moment(day.strftime(style), DateOrder(order)).day == day


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from([(",", "."), (".", ",")]))
def test_a_number_survives_being_written_and_read(number: object, marks: tuple[str, str]) -> None:
    mark, grouping = marks
    written = f"{number:,.2f}".replace(",", "_").replace(".", mark).replace("_", grouping)

    assert cells.read_number(written, mark) == (f"{number:.2f}", None)


@given(st.text(max_size=20) | st.builds("{}{}".format, st.sampled_from("=+-@＝\t\r\n '\u200b\0"), st.text(max_size=8)))
def test_no_cell_leaves_as_a_formula_and_every_cell_comes_back(cell: str) -> None:
    assert unescaped(escaped(cell)) == cell
    assert escaped(cell)[:1] not in {"=", "@"}


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-cmd", "@x", "\t=1", " =1", "\u200b=1", "＝1", "\0=1"])
def test_whatever_a_spreadsheet_takes_for_a_formula_is_marked(cell: str) -> None:
    assert escaped(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-12.50", "+34600100200", "Ana", "", "a=b", "12"])
def test_numbers_phones_and_words_stay_as_they_are(cell: str) -> None:
    assert escaped(cell) == cell
