"""How a file is written is told from the file alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.engine.importing import dialect, encoding
from chalicelib.engine.importing.dialect import Dialect
from chalicelib.engine.importing.problems import FileIsEmpty, FileIsNotCsv
from chalicelib.engine.importing.rows import Layout, Record, read

GENTE = "Nombre;Apellidos;Población\nJosé;Núñez Peña;A Coruña\nMaría;Muñoz;Málaga\n"


def told(content: bytes) -> tuple[Dialect, list[Record]]:
    written = dialect.detect(content, encoding.detect([content]))
    return written, list(read([content[written.start :]], written.layout, offset=written.start, line=written.line))


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("cp1252", "cp1252"),
        ("mac_roman", "mac_roman"),
        ("cp850", "cp850"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
    ],
)
def test_the_encoding_is_seen(codec: str, name: str) -> None:
    written, records = told(GENTE.encode(codec))

    assert written.layout.encoding == name
    assert written.header == ("Nombre", "Apellidos", "Población")
    assert [record.cells for record in records] == [("José", "Núñez Peña", "A Coruña"), ("María", "Muñoz", "Málaga")]


def test_one_foreign_letter_at_the_very_end_decides() -> None:
    content = b"Nombre;Correo\n" + b"Ana;ana@ruiz.example\n" * 20_000 + "Íñigo;i@x.example\n".encode("cp1252")
    blocks = [content[start : start + 65536] for start in range(0, len(content), 65536)]

    assert encoding.detect(blocks).name == "cp1252"


def test_a_damaged_row_does_not_change_how_the_others_are_read() -> None:
    content = "Nombre;Correo\nJosé;j@x.example\nIñaki;i@x.example\n".encode() + b"Mu\xf1oz;m@x.example\n"

    written, records = told(content)

    assert written.layout.encoding == "utf-8"
    assert [record.problem for record in records] == [None, None, "damaged_text"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_is_seen(delimiter: str) -> None:
    rows = [["Nombre", "Importe", "Nota"], ["Ana", "1.250;50", "una, dos"], ["Luis", "3", "x|y"]]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)

    written, records = told(text.encode())

    assert written.layout.delimiter == delimiter
    assert records[0].cells == ("Ana", "1.250;50", "una, dos")


def test_decimal_commas_are_not_taken_for_separators() -> None:
    assert told(b"Nombre;Precio\nA;1,5\nB;2,5\n")[0].layout.delimiter == ";"


def test_excels_own_line_names_the_separator() -> None:
    written, records = told(b"sep=|\nNombre|Nota\nAna|a,b\n")

    assert (written.header, records[0].cells, records[0].line) == (("Nombre", "Nota"), ("Ana", "a,b"), 3)


def test_a_title_above_the_header_is_stepped_over() -> None:
    written, records = told(b"Informe de contactos\n\nNombre,Email\nAna,ana@x.example\n")

    assert (written.header, records[0].line) == (("Nombre", "Email"), 4)


def test_a_file_without_a_header_gets_numbered_columns() -> None:
    written, records = told(b"Ana,ana@x.example\nEva,eva@x.example\n")

    assert (written.has_header, written.header, len(records)) == (False, ("Column 1", "Column 2"), 2)


def test_a_cell_may_hold_lines_and_quotes() -> None:
    _, records = told('Nombre,Nota\nAna,"dos\r\nlíneas"\nEva,"dijo ""hola"""\n'.encode())

    assert [(record.line, record.cells[1]) for record in records] == [(2, "dos\r\nlíneas"), (4, 'dijo "hola"')]


def test_a_quote_that_never_closes_costs_one_row() -> None:
    _, records = told(b'Nombre,Nota\nAna,"uno\nLuis,dos\nEva,tres\n')

    assert [(record.line, record.problem) for record in records] == [(2, "unbalanced_quote"), (3, None), (4, None)]
    assert records[2].cells == ("Eva", "tres")


def test_an_old_macs_line_ends_are_seen() -> None:
    assert [record.cells for record in told(b"a,b\r1,2\r3,4\r")[1]] == [("1", "2"), ("3", "4")]


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 a workbook",
        b"\xd0\xcf\x11\xe0 an old workbook",
        b"%PDF-1.7",
        b"\x89PNG\r\n",
        b"\x00\x01\x02" * 100,
        b'{"a": 1}',
        b"<html><body>",
        b"hola que tal\nesto es prosa, con comas\ny nada mas\no si, quien sabe, quiza\n",
        b"x" * 2_000_000,
        b"a,b\n" + b'"' * 1 + b",\n" * 3,
    ],
    ids=["xlsx", "xls", "pdf", "png", "binary", "json", "html", "prose", "endless", "quotes"],
)
def test_what_is_no_table_is_refused_or_broken_but_never_read_wrongly(content: bytes) -> None:
    try:
        _, records = told(content)
    except FileIsNotCsv:
        return
    assert records[0].problem == "unbalanced_quote"


@pytest.mark.parametrize("content", [b"", b"   \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_says_so(content: bytes) -> None:
    with pytest.raises(FileIsEmpty):
        told(content)


def test_a_dialect_survives_being_kept() -> None:
    written, _ = told(GENTE.encode("cp1252"))

    assert Dialect.from_dict(written.as_dict()) == written


cells = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12)
tables = st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(tables, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]), st.integers(1, 40), st.booleans())
def test_reading_can_stop_and_go_on_at_any_row(table: list[list[str]], codec: str, block: int, returns: bool) -> None:
    end = "\r\n" if returns else "\n"
    text = end.join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table)
    content = text.encode(codec)
    layout = Layout(codec, 1 if codec == "utf-8" else 2, ",", '"')
    blocks = [content[start : start + block] for start in range(0, len(content), block)]

    records = list(read(blocks, layout))

    assert [record.cells for record in records if record.problem is None] == [
        tuple(row) for row in table if "\ufffd" not in "".join(row)
    ]
    for record in records:
        (again, *_) = read([content[record.start :]], layout, offset=record.start, line=record.line)
        assert again == record
