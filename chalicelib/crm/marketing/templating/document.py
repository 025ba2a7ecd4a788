"""The document of a mail: its words, its look and its blocks, checked part by part and brought into one form.

Each kind of block is a table of its parts, and each part knows its own check, so that a document is read the same way
wherever it comes from and a refusal names the very part. What comes out can be compiled: HTML is clean, gaps are
readable, colours are colours. The footer is always there, once, and last.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from chalicelib.crm.marketing.templating import phrases, richtext
from chalicelib.crm.marketing.templating.phrases import BadGap
from chalicelib.kernel.errors import FieldError, InvalidInput

LANGUAGES: Final = ("es", "en")
MOST_BLOCKS: Final = 100
MOST_BYTES: Final = 100_000
ALIGNMENTS: Final = ("left", "center", "right")
FONTS: Final = ("sans", "serif", "mono")

_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,40}")
_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ud800-\udfff]")
_URL: Final = re.compile(
    r"https?://[^\s\"'<>\\^`{|}]{1,2000}|mailto:[^\s\"'<>]{3,300}|tel:\+?[0-9 ().-]{3,30}", re.IGNORECASE
)
_HOST: Final = re.compile(r"https?://[^/?#]+[/?#]|mailto:|tel:", re.IGNORECASE)

Part = Callable[[Any], Any]
"""Return the value of a part as it is kept, or raise ``Fault``."""


class Fault(Exception):
    """What is wrong with one part; ``at`` is where inside it."""

    def __init__(self, code: str, message: str, at: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.at = code, message, at


@dataclass(frozen=True, slots=True)
class Shape:
    """A map with named parts, some of which must be there."""

    parts: Mapping[str, Part]
    required: frozenset[str] = field(default_factory=frozenset)

    def __call__(self, raw: Any) -> dict[str, Any]:
        if not isinstance(raw, dict):
            raise Fault("wrong_type", "This must be an object.")
        for name in raw:
            if name not in self.parts:
                raise Fault("unknown_field", "There is no such field here.", str(name)[:100])
        for name in self.required:
            if raw.get(name) is None:
                raise Fault("required", "This is required.", name)
        return {name: _within(name, self.parts[name], given) for name, given in raw.items() if given is not None}


def words(longest: int) -> Part:
    """Take plain text on one line, with gaps."""

    def check(raw: Any) -> str:
        text = " ".join(_text(raw, longest).split())
        _gaps(text, is_html=False)
        return text

    return check


def html(longest: int) -> Part:
    """Take rich text with gaps, and clean it."""

    def check(raw: Any) -> str:
        try:
            return richtext.clean(_text(raw, longest))
        except BadGap as bad:
            raise Fault(bad.code, bad.message) from None

    return check


def address(raw: Any) -> str:
    """Take an address on the web, of a mailbox or a telephone, with gaps."""
    text = _text(raw, 2_000).strip()
    if not text:
        return ""
    try:
        phrase = phrases.read(text)
    except BadGap as bad:
        raise Fault(bad.code, bad.message) from None
    if not is_address(phrase):
        raise Fault("not_a_link", "Use an address that begins with https://, http://, mailto: or tel:.")
    return text


def is_address(phrase: phrases.Phrase) -> bool:
    """Return whether a text leads somewhere, whatever its gaps say; none may be a part of its host."""
    if len(phrase) == 1 and isinstance(phrase[0], phrases.Gap):
        return True
    told = "".join(part if isinstance(part, str) else "x" for part in phrase)
    return _URL.fullmatch(told) is not None and (len(phrase) == 1 or _HOST.match(str(phrase[0])) is not None)


def picture(raw: Any) -> str:
    """Take the address of a picture, which is the same for everybody."""
    text = _text(raw, 2_000).strip()
    if text and (not _URL.fullmatch(text) or not text.lower().startswith(("https://", "http://"))):
        raise Fault("not_a_link", "Use the address of a picture that begins with https://.")
    return text


def one_of(*options: Any) -> Part:
    """Take one of a few values."""

    def check(raw: Any) -> Any:
        if isinstance(raw, bool) or raw not in options:
            raise Fault("not_an_option", f"Choose one of: {', '.join(map(str, options))}.")
        return raw

    return check


def colour(raw: Any) -> str:
    """Take a colour such as ``#006f4c``."""
    text = _text(raw, 7).lower()
    if not _COLOUR.fullmatch(text):
        raise Fault("invalid", "Write a colour like #006f4c.")
    return text


def whole(lowest: int, highest: int) -> Part:
    """Take a whole number."""

    def check(raw: Any) -> int:
        if not isinstance(raw, int) or isinstance(raw, bool) or not lowest <= raw <= highest:
            raise Fault("invalid", f"Use a whole number from {lowest} to {highest}.")
        return raw

    return check


def yes_or_no(raw: Any) -> bool:
    """Take true or false."""
    if not isinstance(raw, bool):
        raise Fault("wrong_type", "This must be boolean.")
    return raw


def identifier(raw: Any) -> str:
    """Take an id."""
    text = _text(raw, 40)
    if not _ID.fullmatch(text):
        raise Fault("invalid", "This is not an id.")
    return text


def several(item: Part, *, lowest: int = 0, most: int) -> Part:
    """Take a list."""

    def check(raw: Any) -> list[Any]:
        if not isinstance(raw, list):
            raise Fault("wrong_type", "This must be array.")
        if not lowest <= len(raw) <= most:
            raise Fault("too_many" if len(raw) > most else "too_few", f"Use {lowest} to {most} of them.")
        return [_within(str(position), item, given) for position, given in enumerate(raw)]

    return check


def _block(kinds: Mapping[str, Shape]) -> Part:
    def check(raw: Any) -> dict[str, Any]:
        kind = raw.get("kind") if isinstance(raw, dict) else None
        if not isinstance(kind, str) or kind not in kinds:
            raise Fault("not_an_option", f"Choose one of: {', '.join(kinds)}.", "kind")
        return kinds[kind](raw)

    return check


def _shape(*required: str, **parts: Part) -> Shape:
    common: dict[str, Part] = {"kind": _text_of_kind, "id": identifier, "segment": identifier}
    return Shape({**common, **parts}, frozenset(required))


def _text_of_kind(raw: Any) -> str:
    return str(raw)


_PRODUCT: Final = Shape(
    {"product": identifier, "image": picture, "alt": words(300), "url": address}, frozenset({"product"})
)
_SINGLE: Final[Mapping[str, Shape]] = {
    "heading": _shape("text", text=words(300), level=one_of(1, 2, 3), align=one_of(*ALIGNMENTS), color=colour),
    "text": _shape("html", html=html(20_000), align=one_of(*ALIGNMENTS), color=colour),
    "button": _shape("label", label=words(120), url=address, align=one_of(*ALIGNMENTS), color=colour),
    "image": _shape(src=picture, alt=words(300), url=address, width=whole(16, 1200), align=one_of(*ALIGNMENTS)),
    "divider": _shape(color=colour),
    "spacer": _shape(height=whole(4, 160)),
    "products": _shape(
        "items",
        items=several(_PRODUCT, most=12),
        columns=one_of(1, 2, 3),
        price=yes_or_no,
        button=words(60),
    ),
}
_COLUMN: Final = Shape({"blocks": several(_block(_SINGLE), most=20)}, frozenset({"blocks"}))
_ALL: Final[Mapping[str, Shape]] = {
    **_SINGLE,
    "columns": _shape("columns", columns=several(_COLUMN, lowest=2, most=4), background=colour),
    "footer": Shape({"kind": _text_of_kind, "id": identifier, "html": html(4_000)}),
}
KINDS: Final = tuple(_ALL)

_LOOK: Final = Shape(
    {
        "accent": colour,
        "background": colour,
        "surface": colour,
        "text": colour,
        "font": one_of(*FONTS),
        "width": whole(320, 800),
    }
)
_MAIL: Final[Mapping[str, Part]] = {
    "language": one_of(*LANGUAGES),
    "subject": words(300),
    "preheader": words(300),
    "blocks": several(_block(_ALL), most=MOST_BLOCKS),
    "look": _LOOK,
}


def checked(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document in the one form that is kept: clean, and with its footer at the end.

    :raises InvalidInput: naming the first part that is wrong in each of the document's fields.
    """
    kept, faults = {name: value for name, value in content.items() if name not in _MAIL or value is not None}, []
    for name, part in _MAIL.items():
        if name in kept:
            try:
                kept[name] = part(kept[name])
            except Fault as fault:
                at = ".".join(filter(None, (name, fault.at)))
                faults.append(FieldError(at, fault.code, fault.message))
    if not faults:
        kept["blocks"] = _closed(kept.get("blocks", []))
        if sum(map(len, _texts(kept))) > MOST_BYTES:
            faults.append(FieldError("blocks", "too_long", f"Use at most {MOST_BYTES // 1000} KB of text."))
    if faults:
        raise InvalidInput("The template is not as a mail can be.", errors=faults)
    return kept


def every_block(content: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each block with its place, those inside columns after the columns."""
    for position, block in enumerate(content.get("blocks", ())):
        yield f"blocks.{position}", block
        for column, inside in enumerate(block.get("columns", ()) if block["kind"] == "columns" else ()):
            for inner, one in enumerate(inside["blocks"]):
                yield f"blocks.{position}.columns.{column}.blocks.{inner}", one


def _closed(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the blocks with ids, and with their one footer at the end."""
    feet = [position for position, block in enumerate(blocks) if block["kind"] == "footer"]
    if len(feet) > 1 or (feet and feet[0] != len(blocks) - 1):
        fault = FieldError(f"blocks.{feet[0]}", "footer_not_last", "A mail has one footer, at its end.")
        raise InvalidInput("The footer stands at the end.", errors=[fault])
    return blocks if feet else [*blocks, {"kind": "footer"}]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _within(name: str, part: Part, given: Any) -> Any:
    try:
        return part(given)
    except Fault as fault:
        raise Fault(fault.code, fault.message, ".".join(filter(None, (name, fault.at)))) from None


def _text(raw: Any, longest: int) -> str:
    if not isinstance(raw, str):
        raise Fault("wrong_type", "This must be string.")
    if len(raw) > longest:
        raise Fault("too_long", f"This may have at most {longest} characters.")
    if _CONTROL.search(raw):
        raise Fault("control_character", "This holds a character that no mail can show.")
    return raw


def _gaps(text: str, *, is_html: bool) -> None:
    try:
        phrases.read(text, is_html=is_html)
    except BadGap as bad:
        raise Fault(bad.code, bad.message) from None
