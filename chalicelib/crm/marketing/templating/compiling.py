"""Compiling a document: once a version and container, a few milliseconds, and nothing of any reader in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from chalicelib.crm.marketing.templating import document, markup, phrases, richtext
from chalicelib.crm.marketing.templating.markup import Laying
from chalicelib.crm.marketing.templating.phrases import Gap
from chalicelib.crm.marketing.templating.pieces import Compiled, Go, Only, Piece

_MARK: Final = re.compile("\ue000([0-9]+)\ue001")
_LETTERED: Final = re.compile("tendero([0-9]+)mark")


def compile(content: Mapping[str, Any], *, accent: str | None = None) -> Compiled:
    """Return a checked document ready to be filled in; ``accent`` is the firm's colour, where the mail has none."""
    from mjml import mjml2html  # noqa: PLC0415 - only who compiles a mail needs it

    look = {**markup.LOOK, **({"accent": accent} if accent else {}), **content.get("look", {})}
    laying = Laying(content.get("language", "es"), look)
    laid = markup.mail(laying, content)
    html = list(_pieces(laying.table, _in_marks(mjml2html(_in_letters(laid.mjml), fonts={}))))
    text = list(_pieces(laying.table, laid.text))
    subject, preheader = (phrases.read(content.get(name, "")) for name in ("subject", "preheader"))
    return Compiled(
        subject=subject,
        preheader=preheader,
        html=_joined(html),
        text=_joined(text),
        segments=frozenset(piece.segment for piece in html if isinstance(piece, Only) and piece.segment),
        products=tuple(dict.fromkeys(_products(content))),
        paths=frozenset(path for gap in _gaps([*subject, *preheader, *html]) for path in gap.paths),
    )


def _in_letters(marked: str) -> str:
    """Return a layout with its marks in plain letters: MJML writes others down as escapes. No words are in it yet."""
    return _MARK.sub(r"tendero\1mark", marked)


def _in_marks(lettered: str) -> str:
    return _LETTERED.sub(lambda found: richtext.mark(int(found.group(1))), lettered)


def _pieces(table: Sequence[Piece], marked: str) -> Iterator[Piece]:
    for part in richtext.cut(marked):
        if isinstance(part, str):
            yield part
        elif isinstance(found := table[part], str):
            yield from _pieces(table, found)
        else:
            yield found


def _joined(found: Sequence[Piece]) -> tuple[Piece, ...]:
    joined: list[Piece] = []
    for piece in found:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        else:
            joined.append(piece)
    return tuple(joined)


def _gaps(found: Sequence[Piece]) -> Iterator[Gap]:
    for piece in found:
        if isinstance(piece, Gap):
            yield piece
        elif isinstance(piece, Go):
            yield from phrases.gaps(piece.phrase)


def _products(content: Mapping[str, Any]) -> Iterator[str]:
    for _, block in document.every_block(content):
        for item in block.get("items", ()):
            yield item["product"]
