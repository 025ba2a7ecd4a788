"""Rich text of a mail: cleaned with its gaps in place, for the store, and taken apart for the compiler.

Gaps are cut out first and stand as marks of a private alphabet while the HTML is cleaned: the cleaner never reads
Liquid, and Liquid never reads HTML. An element keeps no attribute but those named here, and a mark is allowed in words
and in the address of a link, nowhere else.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape, unescape
from html.parser import HTMLParser
from typing import Any, Final

from chalicelib.crm.marketing.templating import phrases
from chalicelib.crm.marketing.templating.phrases import Gap, Phrase

TAGS: Final = frozenset(
    {"p", "br", "strong", "b", "em", "i", "u", "s", "a", "ul", "ol", "li", "h1", "h2", "h3", "blockquote", "span"}
)
_COLOUR: Final = r"#[0-9a-f]{3,8}|[a-z]{3,20}|rgba?\([0-9., %]{3,40}\)"
STYLES: Final[Mapping[str, re.Pattern[str]]] = {
    "color": re.compile(_COLOUR),
    "background-color": re.compile(_COLOUR),
    "text-align": re.compile("left|center|right|justify"),
    "text-decoration": re.compile("none|underline|line-through"),
}
"""What may be said of the look of words; a value is a word or a number, never an address or a function."""
_STYLED: Final = frozenset({"p", "span", "h1", "h2", "h3", "li"})
_MARK: Final = re.compile("\ue000([0-9]+)\ue001")
_BLOCKS: Final = frozenset({"p", "ul", "ol", "h1", "h2", "h3", "blockquote"})
_SCHEMES: Final = ("https://", "http://", "mailto:", "tel:")
_ADDRESSES: Final = 1_000_000
"""Marks of addresses are told from those of gaps by their number, until both are numbered anew."""


def mark(number: int) -> str:
    """Return the mark that stands for piece ``number`` of something."""
    return f"\ue000{number}\ue001"


def cut(text: str) -> list[str | int]:
    """Return a text cut at its marks: words, and the numbers of what they stand for."""
    return [int(part) if odd % 2 else part for odd, part in enumerate(_MARK.split(text)) if odd % 2 or part]


def clean(html: str) -> str:
    """Return rich text as it is kept: nothing in it runs, loads or hides, and its gaps are as they were written.

    :raises BadGap: when a gap cannot be read; one that stands elsewhere than in words or a link is left out.
    """
    gaps, marked = _marked(html)
    cleaned = _cleaned(marked, lambda href: href if _leads(href) else None)
    return _MARK.sub(lambda found: escape(gaps[int(found.group(1))].source, quote=False), cleaned).strip()


def taken_apart(html: str, *, link_style: str, place: Callable[[Phrase, bool], int]) -> str:
    """Return clean rich text as HTML with a mark for each gap and each address, which ``place`` numbers.

    ``place`` is given a text, and whether it is the address of a link.
    """
    gaps, marked = _marked(html)

    def address(href: str) -> str | None:
        return mark(_ADDRESSES + place(_phrase(href, gaps), True)) if _leads(href) else None

    cleaned = _cleaned(marked, address, link_style=link_style)
    numbers: dict[int, int] = {}

    def renumbered(found: re.Match[str]) -> str:
        number = int(found.group(1))
        if number >= _ADDRESSES:
            return mark(number - _ADDRESSES)
        if number not in numbers:
            numbers[number] = place((gaps[number],), False)
        return mark(numbers[number])

    return _MARK.sub(renumbered, cleaned)


def addresses(html: str) -> list[Phrase]:
    """Return where the links of clean rich text lead."""
    found: list[Phrase] = []

    def place(phrase: Phrase, is_address: bool) -> int:
        if is_address:
            found.append(phrase)
        return 0

    taken_apart(html, link_style="", place=place)
    return found


def plain(html: str) -> str:
    """Return the words of rich text with marks, by lines; the mark of an address follows its words in brackets."""
    writer = _Plain()
    writer.feed(html)
    writer.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(writer.said)).strip()


def _marked(html: str) -> tuple[list[Gap], str]:
    gaps: list[Gap] = []
    said: list[str] = []
    for part in phrases.read(html, is_html=True):
        if isinstance(part, str):
            said.append(part)
        else:
            said.append(mark(len(gaps)))
            gaps.append(part)
    return gaps, "".join(said)


def _cleaned(html: str, address: Callable[[str], str | None], *, link_style: str = "") -> str:
    import nh3  # noqa: PLC0415 - only who writes or compiles a mail needs it

    def attribute(_: str, name: str, value: str) -> str | None:
        if name == "href":
            return address(value.strip())
        if name == "style":
            return _style(value)
        return value if name == "target" else None  # the cleaner lets titles and languages through by itself

    return str(
        nh3.clean(
            html,
            tags=set(TAGS),
            attributes={"a": {"href"}, **{tag: {"style"} for tag in _STYLED}},
            attribute_filter=attribute,
            url_schemes={"http", "https", "mailto", "tel"},
            set_tag_attribute_values={"a": {"style": link_style, "target": "_blank"}} if link_style else None,
            link_rel=None,
        )
    )


def _style(value: str) -> str | None:
    said = [part.partition(":") for part in value.lower().split(";")]
    kept = [(name.strip(), of.strip()) for name, _, of in said]
    return ";".join(f"{name}:{of}" for name, of in kept if name in STYLES and STYLES[name].fullmatch(of)) or None


def _leads(href: str) -> bool:
    return href.lower().startswith(_SCHEMES) or bool(_MARK.fullmatch(href))


def _phrase(marked: str, gaps: Sequence[Gap]) -> Phrase:
    return tuple(gaps[part] if isinstance(part, int) else part for part in cut(unescape(marked)))


class _Plain(HTMLParser):
    """Writes down what an element means in a text without elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._addresses: list[str] = []
        self._counts: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "br":
            self.said.append("\n")
        elif tag == "a":
            self._addresses.append(dict(attrs).get("href") or "")
        elif tag in ("ul", "ol"):
            self._counts.append(0 if tag == "ol" else None)
        elif tag == "li":
            self.said.append(f"\n{self._bullet()} ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._addresses and (address := self._addresses.pop()):
            self.said.append(f" ({address})")
        if tag in ("ul", "ol") and self._counts:
            self._counts.pop()
        if tag in _BLOCKS:
            self.said.append("\n\n")

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def _bullet(self) -> str:
        if not self._counts or self._counts[-1] is None:
            return "-"
        self._counts[-1] += 1
        return f"{self._counts[-1]}."
