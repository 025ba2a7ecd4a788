"""What a compiled mail consists of: words that are the same for everybody, and pieces that are not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from chalicelib.crm.marketing.templating.phrases import Gap, Phrase


@dataclass(frozen=True, slots=True)
class Go:
    """The address of a link. One that is ours, such as that of the footer, is not ``tracked``."""

    phrase: Phrase
    tracked: bool = True


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that we know when the mail is filled in, such as the price of a product; ``path`` leads to it."""

    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Only:
    """Here begins what only the members of a segment read, or only where a fact is known."""

    segment: str = ""
    fact: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class End:
    """Here ends what ``Only`` began."""


Piece = str | Gap | Go | Fact | Only | End


@dataclass(frozen=True, slots=True)
class Compiled:
    """One version of a mail, ready to be filled in. ``html`` holds markup, ``text`` plain words."""

    subject: Phrase
    preheader: Phrase
    html: Sequence[Piece]
    text: Sequence[Piece]
    segments: frozenset[str]
    products: tuple[str, ...]
    paths: frozenset[str]


FOOTER: Final = "footer"
PRODUCTS: Final = "products"
