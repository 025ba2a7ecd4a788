"""The foot that every mail has by law: how to stop this kind of mail at once, and how to choose what to receive.

The headers are those of RFC 8058: whoever reads mail can offer a button that posts to the address, and nobody needs to
sign in. Whoever opens the same address in a browser is led to the page, and nothing has changed by that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from chalicelib.engine import links
from chalicelib.kernel.context import Context
from chalicelib.settings import current

UNSUBSCRIBE: Final = "unsubscribe"
PREFERENCES: Final = "preferences"
_SEPARATOR: Final = "/"


@dataclass(frozen=True, slots=True)
class Footer:
    """Addresses for the visible foot, and the ``headers`` of the mail."""

    unsubscribe_url: str
    preferences_url: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a link of a foot is about: a person, the purpose of the mail that bore it, and the mail itself."""

    object: str
    id: str
    purpose: str
    mid: str

    def spelled(self) -> str:
        """Return the subject as a link carries it."""
        return _SEPARATOR.join((self.object, self.id, self.purpose, self.mid))

    @classmethod
    def of(cls, text: str) -> "Subject":
        """Return the subject that a link carried.

        :raises NotFound: when it is none.
        """
        parts = text.split(_SEPARATOR)
        if len(parts) != 4:
            raise links.gone()
        return cls(*parts)


def footer(ctx: Context, *, object: str, id: str, purpose: str, mid: str) -> Footer:
    """Return the foot of a mail to a person."""
    about = Subject(object, id, purpose, mid)
    unsubscribe = f"{_base()}/v1/public/unsubscribe/{links.sign(ctx, UNSUBSCRIBE, about.spelled())}"
    preferences = page(ctx, about)
    headers = {"List-Unsubscribe": f"<{unsubscribe}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return Footer(unsubscribe, preferences, headers)


def page(ctx: Context, about: Subject) -> str:
    """Return the address of the page on which a person chooses what to receive."""
    return f"{_base()}/preferences/{links.sign(ctx, PREFERENCES, about.spelled())}"


def _base() -> str:
    return current().public_url.rstrip("/")
