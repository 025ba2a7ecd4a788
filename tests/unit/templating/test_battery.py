"""A mail runs nothing, reads nothing beside its reader's words, hangs nobody, and is never broken out of."""

import re
import time
import tracemalloc
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.crm.marketing.templating import compiling, document, filling, phrases
from chalicelib.crm.marketing.templating.filling import Filled
from chalicelib.crm.marketing.templating.phrases import TooCostly
from chalicelib.kernel.errors import InvalidInput
from tests.unit.templating.battery import BOMBS, INJECTIONS, MARKUP

PERSON = {"first_name": "Ana", "city": "Jaén", "a": "x", "long": "palabra " * 600}
FOOT = {"footer": {"unsubscribe_url": "https://u.example/1", "name": "Ríos", "postal_address": "Calle 1"}}
NAME = "{{ person.first_name }}"
REVEALING = re.compile(r"\b49\b|7777777|class '|<function|object at 0x|root:|uid=|{'first_name'")
REFUSALS = frozenset(
    {"gap_open", "gap_not_allowed", "gap_unreadable", "gap_with_markup", "tag_not_allowed", "unknown_field", "too_long"}
)
LONGEST_CPU = 0.6
LARGEST = 64_000_000
FORBIDDEN = re.compile(
    r"<script|<iframe|<object|<embed|<form|<base|<svg|<math|<input|<video|<details|javascript:|vbscript:|data:text"
    r"|expression\(|evil\.example|position:|behavior",
    re.IGNORECASE,
)


def mail(**content: Any) -> dict[str, Any]:
    return document.checked({"language": "es", "subject": "Hola", "blocks": [], **content})


def filled(content: dict[str, Any], person: dict[str, Any] | None = None) -> Filled:
    return filling.fill(
        compiling.compile(content),
        values={"person": PERSON if person is None else person, "firm": {"name": "Ríos"}},
        facts=FOOT,
        holds=lambda _: True,
        links=lambda url: url,
    )


def text(words: str) -> list[dict[str, Any]]:
    return [{"kind": "heading", "text": words}]


class Tags(HTMLParser):
    """The elements and attributes of a page, without the words between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.found.append((tag, tuple(sorted(name for name, _ in attrs))))


@pytest.mark.parametrize("payload", INJECTIONS)
def test_what_is_typed_into_a_template_runs_nothing(payload: str) -> None:
    """It is refused, or says words of its own and of the reader, and nothing of the machine."""
    try:
        said = filled(mail(subject=payload, blocks=[*text(payload), {"kind": "text", "html": f"<p>{payload}</p>"}]))
    except InvalidInput as refused:
        codes = {error.code for error in refused.errors}
    else:
        codes = set()
        for part in (said.subject, said.text):
            assert not REVEALING.search(part), part
    assert codes <= REFUSALS


@pytest.mark.parametrize("payload", [*INJECTIONS, *MARKUP])
def test_what_a_reader_is_called_is_never_source(payload: str) -> None:
    content = mail(
        subject="{{ person.first_name }}",
        preheader="{{ person.first_name }}",
        blocks=[
            *text("Hola {{ person.first_name }}"),
            {"kind": "text", "html": f'<p>{NAME} <a href="https://a.example/?n={NAME}">a</a></p>'},
            {"kind": "button", "label": "{{ person.first_name }}", "url": "{{ person.first_name }}"},
            {"kind": "image", "src": "https://a.example/a.png", "alt": "{{ person.first_name }}"},
        ],
    )  # fmt: skip
    plain = filled(content, {"first_name": "Ana"})

    said = filled(content, {"first_name": payload})

    assert Tags(said.html).found == Tags(plain.html).found, "it has made or lost an element"
    assert " ".join(payload.split())[:60] in " ".join(said.text.split())
    assert "javascript:" not in "".join(re.findall(r'href="[^"]*"', said.html)).lower()
    assert "\n" not in said.subject
    assert "\r" not in said.subject


@pytest.mark.parametrize("payload", MARKUP)
def test_markup_is_cleaned_before_it_is_kept_and_when_it_is_sent(payload: str) -> None:
    content = mail(blocks=[{"kind": "text", "html": f"<p>antes</p>{payload}<p>después</p>"}])
    again = document.checked(content)

    said = filled(content)

    assert again == content, "what is clean stays as it is"
    assert not FORBIDDEN.search(said.html), FORBIDDEN.search(said.html)
    assert not re.search(r"<[^>]+\son[a-z]+\s*=", said.html, re.IGNORECASE)
    assert said.html.count("<body") == said.html.count("</body>") == 1
    assert "https://u.example/1" in said.html, "nothing hides the way out"


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb[:40])
def test_a_bomb_is_refused_or_costs_little(bomb: str) -> None:
    filled(mail(subject="{{ person.a }}"))  # Liquid is loaded
    tracemalloc.start()
    began = time.thread_time()
    try:
        filled(mail(subject=bomb[:300], blocks=[{"kind": "text", "html": bomb[:20_000]}]))
    except (InvalidInput, TooCostly):
        pass
    finally:
        spent, peak = time.thread_time() - began, tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()

    assert spent < LONGEST_CPU * 4, "tracing makes it several times slower"
    assert peak < LARGEST


def test_the_most_costly_mail_that_is_taken_stays_within_bounds(record_property: Any) -> None:
    """Every limit at once: as many blocks, gaps and filters as may be, over the longest values."""
    names = [f"f{number}" for number in range(190)]
    gap = "{{{{ person.{} | default: 'x' | upcase | downcase | capitalize | truncate: 400 }}}}"
    html = [f"<p>{''.join(gap.format(name) for name in names[start : start + 19])}</p>" for start in range(0, 190, 19)]
    content = mail(blocks=[{"kind": "text", "html": part} for part in html])
    compiled = compiling.compile(content)
    values = {"person": dict.fromkeys(names, "ñ" * phrases.LONGEST_VALUE)}

    tracemalloc.start()
    filling.fill(compiled, values=values, facts=FOOT, holds=bool, links=str)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    began = time.thread_time()
    said = filling.fill(compiled, values=values, facts=FOOT, holds=bool, links=str)
    spent = time.thread_time() - began

    record_property("the most costly mail, CPU ms", round(spent * 1000, 1))
    record_property("the most costly mail, peak MB", round(peak / 1e6, 1))
    assert len(said.html) < filling.MOST_BYTES
    assert spent < phrases.CPU_SECONDS
    assert peak < LARGEST


def test_a_mail_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    content = mail(blocks=text("{{ person.first_name }} {{ person.city }}"))
    monkeypatch.setattr(phrases, "CPU_SECONDS", -1.0)

    with pytest.raises(TooCostly):
        filled(content)


def test_a_mail_that_becomes_too_large_is_stopped() -> None:
    gaps = "".join(f"{{{{ person.f{number} }}}}" for number in range(150))
    content = mail(blocks=[{"kind": "text", "html": f"<p>{gaps}</p>"}])

    with pytest.raises(TooCostly):
        filled(content, {f"f{number}": "<" * 5_000 for number in range(150)})


VALUES = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@settings(max_examples=60, deadline=None)
@given(name=VALUES, city=VALUES)
def test_whatever_a_value_is_the_mail_keeps_its_shape(name: str, city: str) -> None:
    content = SHAPED
    said = filled(content, {"first_name": name, "city": city})

    assert Tags(said.html).found == Tags(filled(content, {"first_name": "Ana", "city": "Jaén"}).html).found
    assert len(said.subject.splitlines()) <= 1


SHAPED = mail(
    subject="Hola {{ person.first_name }}",
    blocks=[{"kind": "text", "html": f'<p>{NAME}<a href="https://a.example/{{{{ person.city }}}}">x</a></p>'}],
)
