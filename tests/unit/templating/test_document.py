"""A document of blocks: what it may hold, what is made of it, and how it reads without markup."""

from typing import Any

import pytest

from chalicelib.crm.marketing.templating import compiling, document, filling, richtext
from chalicelib.kernel.errors import InvalidInput

BASE = {"language": "es", "subject": "Hola", "blocks": []}
TEXT = {"kind": "text", "html": "<p>a</p>"}


def refused(**content: Any) -> dict[str, str]:
    with pytest.raises(InvalidInput) as problem:
        document.checked({**BASE, **content})
    return {error.field: error.code for error in problem.value.errors}


def block(**parts: Any) -> dict[str, str]:
    return refused(blocks=[TEXT, parts])


REFUSALS: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({}, "blocks.1.kind", "not_an_option"),
    ({"kind": "script"}, "blocks.1.kind", "not_an_option"),
    ({"kind": ["text"]}, "blocks.1.kind", "not_an_option"),
    ({"kind": "heading"}, "blocks.1.text", "required"),
    ({"kind": "heading", "text": 5}, "blocks.1.text", "wrong_type"),
    ({"kind": "heading", "text": "x" * 301}, "blocks.1.text", "too_long"),
    ({"kind": "heading", "text": "a\u0000b"}, "blocks.1.text", "control_character"),
    ({"kind": "heading", "text": "\ue0003\ue001"}, "blocks.1.text", "control_character"),
    ({"kind": "heading", "text": "a\u2028b"}, "blocks.1.text", "control_character"),
    ({"kind": "heading", "text": "\ud83d"}, "blocks.1.text", "control_character"),
    ({"kind": "heading", "text": "a", "level": 4}, "blocks.1.level", "not_an_option"),
    ({"kind": "heading", "text": "a", "level": True}, "blocks.1.level", "not_an_option"),
    ({"kind": "heading", "text": "a", "level": "1"}, "blocks.1.level", "not_an_option"),
    ({"kind": "heading", "text": "a", "align": []}, "blocks.1.align", "not_an_option"),
    ({"kind": "heading", "text": "a", "color": "red"}, "blocks.1.color", "invalid"),
    ({"kind": "heading", "text": "a", "color": '#fff" onload="x'}, "blocks.1.color", "too_long"),
    ({"kind": "heading", "text": "a", "style": "x"}, "blocks.1.style", "unknown_field"),
    ({"kind": "heading", "text": "{{ person.a | shout }}"}, "blocks.1.text", "gap_unreadable"),
    ({"kind": "text", "html": "{{ person.a"}, "blocks.1.html", "gap_open"),
    ({"kind": "text", "html": "<p>{{ person.<b>a</b> }}</p>"}, "blocks.1.html", "gap_with_markup"),
    ({"kind": "text", "html": "a", "segment": "a b"}, "blocks.1.segment", "invalid"),
    ({"kind": "button", "label": "a", "url": "javascript:alert(1)"}, "blocks.1.url", "not_a_link"),
    ({"kind": "button", "label": "a", "url": "/relative"}, "blocks.1.url", "not_a_link"),
    ({"kind": "button", "label": "a", "url": "https://{{ person.a }}/x"}, "blocks.1.url", "not_a_link"),
    ({"kind": "button", "label": "a", "url": "https://a.example{{ person.a }}"}, "blocks.1.url", "not_a_link"),
    ({"kind": "button", "label": "a", "url": 'https://a.example/"x'}, "blocks.1.url", "not_a_link"),
    ({"kind": "image", "src": "data:image/png;base64,AA"}, "blocks.1.src", "not_a_link"),
    ({"kind": "image", "src": "mailto:a@b.example"}, "blocks.1.src", "not_a_link"),
    ({"kind": "image", "src": "https://a.example/{{ person.a }}"}, "blocks.1.src", "not_a_link"),
    ({"kind": "image", "width": 10**30}, "blocks.1.width", "invalid"),
    ({"kind": "image", "width": 1.5}, "blocks.1.width", "invalid"),
    ({"kind": "spacer", "height": -1}, "blocks.1.height", "invalid"),
    ({"kind": "products", "items": [{}]}, "blocks.1.items.0.product", "required"),
    ({"kind": "products", "items": [{"product": "x"}] * 13}, "blocks.1.items", "too_many"),
    ({"kind": "products", "items": [{"product": "x"}], "price": "yes"}, "blocks.1.price", "wrong_type"),
    ({"kind": "columns", "columns": [{"blocks": []}]}, "blocks.1.columns", "too_few"),
    ({"kind": "columns", "columns": [{"blocks": [{"kind": "columns"}]}, {"blocks": []}]},
     "blocks.1.columns.0.blocks.0.kind", "not_an_option"),
    ({"kind": "columns", "columns": [{"blocks": [{"kind": "footer"}]}, {"blocks": []}]},
     "blocks.1.columns.0.blocks.0.kind", "not_an_option"),
    ({"kind": "footer", "segment": "x"}, "blocks.1.segment", "unknown_field"),
)  # fmt: skip


@pytest.mark.parametrize(("parts", "at", "code"), REFUSALS)
def test_a_part_that_makes_no_sense_is_named(parts: dict[str, Any], at: str, code: str) -> None:
    assert block(**parts) == {at: code}


def test_what_is_no_block_and_what_is_no_list_is_refused() -> None:
    assert refused(blocks="x") == {"blocks": "wrong_type"}
    assert refused(blocks=["x"]) == {"blocks.0.kind": "not_an_option"}
    assert refused(blocks=[TEXT] * 101) == {"blocks": "too_many"}
    assert refused(look={"accent": "x"}) == {"look.accent": "invalid"}
    assert refused(look=[]) == {"look": "wrong_type"}
    assert refused(language="fr", subject=5) == {"language": "not_an_option", "subject": "wrong_type"}


def test_a_gap_elsewhere_than_in_words_or_a_link_is_left_out() -> None:
    link = '<a href="https://a.example/{{ person.a }}">b</a>'
    html = f'<p style="color:{{{{ person.a }}}}" title="{{{{ person.a }}}}">a {link}</p>'

    kept = document.checked({**BASE, "blocks": [{"kind": "text", "html": html}]})["blocks"][0]["html"]

    assert kept == f"<p>a {link}</p>"


def test_the_footer_is_there_once_and_last() -> None:
    assert document.checked(BASE)["blocks"] == [{"kind": "footer"}]
    assert document.checked({**BASE, "blocks": [TEXT, {"kind": "footer"}]})["blocks"][-1] == {"kind": "footer"}
    assert refused(blocks=[{"kind": "footer"}, TEXT]) == {"blocks.0": "footer_not_last"}
    assert refused(blocks=[{"kind": "footer"}, {"kind": "footer"}]) == {"blocks.0": "footer_not_last"}


def test_what_is_checked_stays_as_it_is() -> None:
    content = {
        **BASE,
        "look": {"accent": "#AABBCC", "font": "serif", "width": 640},
        "blocks": [
            {"kind": "heading", "id": "a1", "text": "  Dos   espacios ", "level": 2, "align": "center"},
            {"kind": "text", "html": '<p>Hola {{ person.a | default: &quot;x&quot; }}</p><p style="color:red">b</p>'},
            {"kind": "button", "label": "Ir", "url": "https://a.example/?q={{ person.a }}&b=1"},
            {"kind": "columns", "columns": [{"blocks": [TEXT]}, {"blocks": []}]},
        ],
    }

    once = document.checked(content)

    assert document.checked(once) == once
    assert once["look"]["accent"] == "#aabbcc"
    assert once["blocks"][0]["text"] == "Dos espacios"
    assert once["blocks"][1]["html"].startswith('<p>Hola {{ person.a | default: "x" }}</p>')


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("<p>uno</p><p>dos</p>", "uno\n\ndos"),
        ("<p>uno<br>dos</p>", "uno\ndos"),
        ("<ul><li>uno</li><li>dos</li></ul>", "- uno\n- dos"),
        ("<ol><li>uno</li><li>dos</li></ol><p>tres</p>", "1. uno\n2. dos\n\ntres"),
        ("<h2>Título</h2><p><b>ne</b>gro &amp; blanco</p>", "Título\n\nnegro & blanco"),
        ("<blockquote>cita</blockquote>", "cita"),
        ('<p>ve <a href="https://a.example">aquí</a> ya</p>', "ve aquí (https://a.example) ya"),
    ],
)
def test_rich_text_reads_as_plain_text(html: str, plain: str) -> None:
    assert richtext.plain(html) == plain


def test_every_kind_of_block_is_laid_out_in_both_parts() -> None:
    content = document.checked(
        {
            **BASE,
            "blocks": [
                {"kind": "heading", "text": "Título"},
                {"kind": "text", "html": "<p>Párrafo</p>"},
                {"kind": "button", "label": "Botón", "url": "https://a.example/boton"},
                {"kind": "image", "src": "https://a.example/i.png", "alt": "Imagen"},
                {"kind": "divider"},
                {"kind": "spacer", "height": 40},
                {"kind": "columns", "columns": [{"blocks": [{"kind": "heading", "text": "Columna"}]}, {"blocks": []}]},
                {"kind": "products", "items": [{"product": "P1", "image": "https://a.example/p.png"}], "columns": 3},
                {"kind": "footer", "html": "<p>Firma</p>"},
            ],
        }
    )
    assert {part["kind"] for part in content["blocks"]} == set(document.KINDS)

    said = filling.fill(
        compiling.compile(content),
        values={},
        facts={"products": {"P1": {"name": "Vino", "price": "3,00 €"}}, "footer": {"name": "Ríos"}},
        holds=bool,
        links=str,
    )

    for word in ("Título", "Párrafo", "Botón", "Imagen", "Columna", "Vino", "3,00 €", "Firma", "Ríos"):
        assert word in said.html, word
        assert word in said.text or word == "Imagen", word
    assert "https://a.example/boton" in said.text
    assert "\ue000" not in said.html + said.text
    assert "tendero0mark" not in said.html
    assert "Darte de baja" not in said.html, "without a way out there is none to show"
