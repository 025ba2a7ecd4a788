"""The firm as its mails show it."""

from dataclasses import dataclass
from typing import Final

from chalicelib.engine.copies import Copies
from chalicelib.kernel.context import Context
from chalicelib.storage import directory


@dataclass(frozen=True, slots=True)
class Firm:
    """What a mail says of the firm, and the colour it says it in."""

    name: str
    accent: str | None


def load(ctx: Context) -> Firm:
    """Return the firm, at most a minute old."""
    return _firms.load(ctx)


def _read(ctx: Context) -> Firm:
    return Firm(*directory.face(ctx))


_firms: Final[Copies[Firm]] = Copies(_read)
