import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.kernel.text import fold, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("José Muñoz", "jose munoz"),
        ("  Ana\t María\n", "ana maria"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("Ｔｅｎｄｅｒｏ", "tendero"),
        ("null\x00byte\u200b", "null byte"),
        ("Łódź", "łodz"),
    ],
)
def test_case_accents_and_stray_spaces_do_not_matter(text, folded):
    assert fold(text) == folded


def test_words_are_told_apart_by_whatever_is_no_letter_or_digit():
    assert tokens("ana.lopez@frutería-sol.es, Ana") == ["ana", "lopez", "fruteria", "sol", "es"]


def test_a_text_without_words_has_no_tokens():
    assert tokens(" — … _ ") == []


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_folded_text_holds_no_control_character_and_no_surrogate(text):
    assert not any(ord(char) < 32 or 0xD800 <= ord(char) < 0xE000 for char in fold(text))
