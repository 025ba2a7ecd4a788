"""From blocks to MJML, and to lines of plain text beside it.

No word that anybody wrote goes through MJML: it is laid out with marks, and what the marks stand for is put in
afterwards. So the layout depends on the blocks alone, and nothing has to be escaped for two languages at once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any, Final

from chalicelib.crm.marketing.templating import phrases, pieces, richtext
from chalicelib.crm.marketing.templating.phrases import Phrase
from chalicelib.crm.marketing.templating.pieces import End, Fact, Go, Only, Piece

FONTS: Final[Mapping[str, str]] = {
    "sans": "Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
    "serif": "Georgia,'Times New Roman',serif",
    "mono": "Menlo,Consolas,'Courier New',monospace",
}
LOOK: Final[Mapping[str, Any]] = {
    "accent": "#006f4c",
    "background": "#f6f3ef",
    "surface": "#ffffff",
    "text": "#262421",
    "font": "sans",
    "width": 600,
}
_QUIET: Final = "#5d5a57"
_SIZES: Final = {1: (28, 36), 2: (22, 30), 3: (18, 26)}
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "es": {"unsubscribe": "Darte de baja", "preferences": "Elegir qué recibes"},
    "en": {"unsubscribe": "Unsubscribe", "preferences": "Choose what you receive"},
}


@dataclass(slots=True)
class Laying:
    """A mail being laid out. ``table`` holds what the marks stand for: a piece, or markup that has marks of its own."""

    language: str
    look: Mapping[str, Any]
    table: list[Piece] = field(default_factory=list)

    def place(self, piece: Piece) -> str:
        """Return the mark of a piece."""
        self.table.append(piece)
        return richtext.mark(len(self.table) - 1)

    def words(self, text: str) -> str:
        """Return the mark of plain text with gaps, as markup."""
        return self.place("".join(escape(part) if isinstance(part, str) else self.place(part) for part in _read(text)))

    def said(self, text: str) -> str:
        """Return plain text with a mark for each gap."""
        return "".join(part if isinstance(part, str) else self.place(part) for part in _read(text))

    def link(self, url: str) -> str:
        """Return the mark of an address that somebody may follow."""
        return self.place(Go(_read(url))) if url else ""

    def rich(self, html: str) -> str:
        """Return rich text as markup with marks."""
        style = f"color:{self.look['accent']};text-decoration:underline"
        return richtext.taken_apart(html, link_style=style, place=self._place_in_text)

    def _place_in_text(self, phrase: Phrase, is_address: bool) -> int:
        self.place(Go(phrase, tracked=not _is_ours(phrase)) if is_address else phrase[0])
        return len(self.table) - 1


@dataclass(frozen=True, slots=True)
class Laid:
    """A block, laid out both ways."""

    mjml: str
    text: str


Layout = Callable[[Laying, Mapping[str, Any]], Laid]


def mail(laying: Laying, content: Mapping[str, Any]) -> Laid:
    """Return a whole mail as MJML, with marks, and as plain text."""
    look = laying.look
    blocks = [_top(laying, block) for block in content["blocks"]]
    title, preheader = laying.words(content.get("subject", "")), laying.words(content.get("preheader", ""))
    mjml = (
        f'<mjml lang="{laying.language}"><mj-head><mj-title>{title}</mj-title><mj-preview>{preheader}</mj-preview>'
        f'<mj-attributes><mj-all font-family="{FONTS[look["font"]]}" />'
        f'<mj-text font-size="16px" line-height="24px" color="{look["text"]}" padding="8px 32px" />'
        f'<mj-section padding="0" background-color="{look["surface"]}" /></mj-attributes>'
        "<mj-style>p{margin:0 0 12px}ul,ol{margin:0 0 12px;padding-left:24px}h1,h2,h3{margin:0 0 12px}</mj-style>"
        f'</mj-head><mj-body width="{look["width"]}px" background-color="{look["background"]}">'
        f'<mj-section padding="12px 0" background-color="{look["background"]}"><mj-column></mj-column></mj-section>'
        f"{''.join(laid.mjml for laid in blocks)}</mj-body></mjml>"
    )
    return Laid(mjml, "\n\n".join(laid.text for laid in blocks if laid.text) + "\n")


def _top(laying: Laying, block: Mapping[str, Any]) -> Laid:
    if block["kind"] == "footer":
        return _footer(laying, block)
    if block["kind"] == "columns":
        return _for_members(laying, block, _columns(laying, block))
    laid = BLOCKS[block["kind"]](laying, block)
    inner = laid.mjml if laid.mjml.startswith("<mj-column") else f"<mj-column>{laid.mjml}</mj-column>"
    return _for_members(laying, block, Laid(f"<mj-section>{inner}</mj-section>", laid.text))


def _for_members(laying: Laying, block: Mapping[str, Any], laid: Laid) -> Laid:
    if "segment" not in block:
        return laid
    return _only(laying, Only(segment=block["segment"]), laid)


def _only(laying: Laying, condition: Only, laid: Laid) -> Laid:
    begin, end = laying.place(condition), laying.place(End())
    mjml = f"<mj-raw>{begin}</mj-raw>{laid.mjml}<mj-raw>{end}</mj-raw>"
    return Laid(mjml, f"{begin}{laid.text}{end}" if laid.text else "")


def _heading(laying: Laying, block: Mapping[str, Any]) -> Laid:
    level = block.get("level", 1)
    size, height = _SIZES[level]
    words = laying.words(block["text"])
    inner = f'<h{level} style="margin:0;font-size:{size}px;line-height:{height}px;font-weight:650">{words}</h{level}>'
    text = laying.said(block["text"])
    return Laid(_text(laying, block, inner, f'font-size="{size}px" line-height="{height}px"'), text)


def _rich(laying: Laying, block: Mapping[str, Any]) -> Laid:
    html = laying.rich(block["html"])
    return Laid(_text(laying, block, html), richtext.plain(html))


def _text(laying: Laying, block: Mapping[str, Any], html: str, more: str = "") -> str:
    color = f' color="{block["color"]}"' if "color" in block else ""
    return f'<mj-text align="{block.get("align", "left")}"{color} {more}>{laying.place(html)}</mj-text>'


def _button(laying: Laying, block: Mapping[str, Any]) -> Laid:
    link = laying.link(block.get("url", ""))
    color = block.get("color", laying.look["accent"])
    mjml = (
        f'<mj-button href="{link}" align="{block.get("align", "left")}" background-color="{color}" color="#ffffff" '
        f'border-radius="8px" font-size="16px" font-weight="600" inner-padding="12px 24px" padding="8px 32px">'
        f"{laying.words(block['label'])}</mj-button>"
    )
    return Laid(mjml, f"{laying.said(block['label'])}: {link}" if link else laying.said(block["label"]))


def _image(laying: Laying, block: Mapping[str, Any]) -> Laid:
    if not block.get("src"):
        return Laid("", "")
    alt, link = block.get("alt", ""), laying.link(block.get("url", ""))
    width = min(block.get("width", laying.look["width"]), laying.look["width"])
    href = f' href="{link}"' if link else ""
    mjml = (
        f'<mj-image src="{laying.place(escape(block["src"]))}" alt="{laying.words(alt)}" width="{width}px"{href} '
        f'align="{block.get("align", "center")}" padding="8px 0" />'
    )
    words = laying.said(alt)
    return Laid(mjml, f"{words}: {link}" if link and words else link or "")


def _divider(_: Laying, block: Mapping[str, Any]) -> Laid:
    color = block.get("color", "#e2ded8")
    return Laid(f'<mj-divider border-width="1px" border-color="{color}" padding="16px 32px" />', "---")


def _spacer(_: Laying, block: Mapping[str, Any]) -> Laid:
    return Laid(f'<mj-spacer height="{block.get("height", 24)}px" />', "")


def _products(laying: Laying, block: Mapping[str, Any]) -> Laid:
    columns = block.get("columns", 2)
    width = laying.look["width"] // columns
    laid = [_product(laying, block, item, width) for item in block["items"]]
    share = 100 // columns
    mjml = "".join(f'<mj-column width="{share}%" padding="8px">{one.mjml}</mj-column>' for one in laid)
    return Laid(mjml, "\n\n".join(one.text for one in laid))


def _product(laying: Laying, block: Mapping[str, Any], item: Mapping[str, Any], width: int) -> Laid:
    """Lay out one product; one that is gone when the mail is filled in leaves no trace."""
    path = (pieces.PRODUCTS, item["product"])
    name, price = laying.place(Fact((*path, "name"))), laying.place(Fact((*path, "price")))
    link = laying.link(item.get("url", ""))
    image = ""
    if item.get("image"):
        alt = laying.words(item["alt"]) if item.get("alt") else name
        href = f' href="{link}"' if link else ""
        image = (
            f'<mj-image src="{laying.place(escape(item["image"]))}" alt="{alt}" width="{width - 32}px"{href} '
            f'padding="0 0 8px" />'
        )
    shown = f'<p style="margin:0;font-weight:600">{name}</p>'
    shown += f'<p style="margin:0;color:{_QUIET}">{price}</p>' if block.get("price", True) else ""
    mjml = f'{image}<mj-text padding="0 8px">{laying.place(shown)}</mj-text>'
    if link:
        label = laying.words(block.get("button") or ("Ver" if laying.language == "es" else "See it"))
        mjml += (
            f'<mj-button href="{link}" align="left" background-color="{laying.look["accent"]}" color="#ffffff" '
            f'border-radius="8px" inner-padding="8px 16px" padding="8px">{label}</mj-button>'
        )
    text = f"{name}: {price}" if block.get("price", True) else name
    return _only(laying, Only(fact=path), Laid(mjml, f"{text}\n{link}" if link else text))


def _columns(laying: Laying, block: Mapping[str, Any]) -> Laid:
    mjml, texts = "", []
    for column in block["columns"]:
        laid = [_for_members(laying, inner, BLOCKS[inner["kind"]](laying, inner)) for inner in column["blocks"]]
        mjml += f"<mj-column>{''.join(one.mjml for one in laid)}</mj-column>"
        texts += [one.text for one in laid if one.text]
    background = f' background-color="{block["background"]}"' if "background" in block else ""
    return Laid(f"<mj-section{background}>{mjml}</mj-section>", "\n\n".join(texts))


def _footer(laying: Laying, block: Mapping[str, Any]) -> Laid:
    """Lay out who writes, from where, and how to end it: the part of a mail that nobody can leave out."""
    words, style = _WORDS[laying.language], f"color:{_QUIET};text-decoration:underline"
    own = laying.rich(block["html"]) if block.get("html") else ""
    firm, place = (laying.place(Fact((pieces.FOOTER, name))) for name in ("name", "postal_address"))
    ways, lines = "", []
    for name in ("unsubscribe", "preferences"):
        path = (pieces.FOOTER, f"{name}_url")
        begin, link, end = (laying.place(one) for one in (Only(fact=path), Fact(path), End()))
        ways += f'{begin}<a href="{link}" style="{style}">{words[name]}</a>&nbsp;&nbsp;{end}'
        lines.append(f"{begin}{words[name]}: {link}\n{end}")
    inner = f'{own}<p style="margin:0">{firm}</p><p style="margin:0 0 8px">{place}</p><p style="margin:0">{ways}</p>'
    background = laying.look["background"]
    mjml = (
        f'<mj-section padding="16px 0 32px" background-color="{background}"><mj-column>'
        f'<mj-text font-size="13px" line-height="20px" color="{_QUIET}">{laying.place(inner)}</mj-text>'
        "</mj-column></mj-section>"
    )
    parts = [richtext.plain(own), f"{firm}\n{place}", "".join(lines)]
    return Laid(mjml, "-- \n" + "\n\n".join(part for part in parts if part))


BLOCKS: Final[Mapping[str, Layout]] = {
    "heading": _heading,
    "text": _rich,
    "button": _button,
    "image": _image,
    "divider": _divider,
    "spacer": _spacer,
    "products": _products,
}


def _read(text: str) -> tuple[str | phrases.Gap, ...]:
    return phrases.read(text)


def _is_ours(phrase: Phrase) -> bool:
    return any(path.endswith("_url") for gap in phrases.gaps(phrase) for path in gap.paths)
