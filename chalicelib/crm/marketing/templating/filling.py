"""Filling a compiled mail in for one reader.

Values become text here and nowhere else, each for the place where it stands: escaped in markup, percent-encoded in an
address, plain in the subject and the text part. An address is looked at again once it is filled in, because a value may
be all of it.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final
from urllib.parse import quote

from chalicelib.crm.marketing.templating.phrases import Filling, Gap, TooCostly, Values
from chalicelib.crm.marketing.templating.pieces import Compiled, Fact, Go, Only, Piece
from chalicelib.engine import mail_layout

MOST_BYTES: Final = 512_000
NOWHERE: Final = "#"
_SAFE: Final = re.compile(r"https?://[^\s\"'<>\\^`{|}\x00-\x1f]+|mailto:[^\s\"'<>]+|tel:[+0-9 ().-]+", re.IGNORECASE)
_TRACKED: Final = re.compile(r"https?://", re.IGNORECASE)

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Filled:
    """A mail as one reader gets it."""

    subject: str
    preheader: str
    html: str
    text: str


def fill(
    compiled: Compiled,
    *,
    values: Values,
    facts: Facts,
    holds: Callable[[str], bool],
    links: Callable[[str], str],
) -> Filled:
    """Return the mail for one reader.

    ``holds`` says whether the reader is a member of a segment, ``links`` returns the address to follow instead of one.

    :raises TooCostly: when it takes or becomes more than a mail may.
    """
    filling = Filling(values)
    member = {segment: holds(segment) for segment in sorted(compiled.segments)}
    reader = _Reader(filling, facts, member, links)
    html = "".join(reader.parts(compiled.html, escape))
    text = "".join(reader.parts(compiled.text, _as_it_is))
    if len(html.encode()) > MOST_BYTES or len(text.encode()) > MOST_BYTES:
        raise TooCostly("This mail becomes too large.")
    return Filled(
        subject=mail_layout.header_text(filling.phrase(compiled.subject)),
        preheader=filling.phrase(compiled.preheader),
        html=html,
        text=re.sub(r"\n{3,}", "\n\n", text).strip() + "\n",
    )


@dataclass(slots=True)
class _Reader:
    filling: Filling
    facts: Facts
    member: Mapping[str, bool]
    links: Callable[[str], str]

    def parts(self, compiled: Sequence[Piece], written: Callable[[str], str]) -> Iterator[str]:
        hidden = depth = 0
        for piece in compiled:
            if isinstance(piece, Only):
                depth += 1
                hidden = hidden or (0 if self._is_shown(piece) else depth)
            elif isinstance(piece, str | Gap | Go | Fact):
                if not hidden:
                    yield piece if isinstance(piece, str) else written(self._said(piece))
            else:
                hidden = 0 if hidden == depth else hidden
                depth -= 1

    def _said(self, piece: Gap | Go | Fact) -> str:
        if isinstance(piece, Gap):
            return self.filling.gap(piece)
        return self._address(piece) if isinstance(piece, Go) else str(self._fact(piece.path) or "")

    def _address(self, go: Go) -> str:
        if len(go.phrase) == 1:
            address = self.filling.phrase(go.phrase).strip()
        else:
            address = "".join(
                part if isinstance(part, str) else quote(self.filling.gap(part), safe="") for part in go.phrase
            )
        if not _SAFE.fullmatch(address):
            return NOWHERE
        return self.links(address) if go.tracked and _TRACKED.match(address) else address

    def _is_shown(self, condition: Only) -> bool:
        return self.member[condition.segment] if condition.segment else bool(self._fact(condition.fact))

    def _fact(self, path: Sequence[str]) -> Any:
        found: Any = self.facts
        for name in path:
            found = found.get(name) if isinstance(found, Mapping) else None
        return found


def _as_it_is(said: str) -> str:
    return said
