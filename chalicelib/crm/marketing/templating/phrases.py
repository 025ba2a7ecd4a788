"""The merge language: words with gaps such as ``{{ person.first_name | default: "amigo" }}``, filled in for a reader.

The gaps are cut out of a text before anything else looks at it, and each is a Liquid template of its own: an output, or
a condition around plain words. So what a person is called is never source, and source is never HTML. What a gap yields
is plain text, which whoever puts it somewhere escapes for that place.

Liquid is reduced to what costs no more than it weighs: no loops, no assignments, no ranges, no loader, no filter whose
result may be much longer than what it is given. A gap is short, its values are cut, and together the gaps of a mail
have a budget of CPU. python-liquid takes a third of a second to import, so it is imported by the first text with a gap.
"""

import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from typing import Any, Final

LONGEST_GAP: Final = 600
MOST_GAPS: Final = 200
MOST_FILTERS: Final = 5
LONGEST_VALUE: Final = 5_000
CPU_SECONDS: Final = 0.5
"""What filling in one mail may take; the longest honest one takes a hundredth of it."""

_GAP: Final = re.compile(r"\{\{.*?\}\}|\{%-?\s*(if|unless)\b.*?\{%-?\s*end\1\s*-?%\}", re.DOTALL)
_OPENING: Final = re.compile(r"\{\{|\{%")
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
_COUNTS: Final = frozenset({"size", "first", "last"})

Values = Mapping[str, Any]
"""What the gaps are filled in with: texts, in maps by name; what is empty is absent."""


class BadGap(Exception):
    """A gap that cannot be read. ``code`` and the message say why, to whoever wrote it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


class TooCostly(Exception):
    """The gaps of a mail took more than they may."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap. ``paths`` are the values it may show; those in ``bare`` show nothing where the value is empty."""

    source: str
    paths: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()


Phrase = Sequence[str | Gap]
"""A text cut at its gaps."""


def read(text: str, *, is_html: bool = False) -> tuple[str | Gap, ...]:
    """Return a text cut at its gaps; in HTML an editor has written ``&quot;`` for the quotes inside them.

    :raises BadGap: when a gap cannot be read, or says what a mail may not say.
    """
    if len(_OPENING.findall(text)) > MOST_GAPS:
        raise BadGap("too_many_gaps", f"Use at most {MOST_GAPS} merge fields in one text.")
    parts: list[str | Gap] = []
    end = 0
    for found in _GAP.finditer(text):
        parts += _plain(text[end : found.start()])
        parts.append(_gap(found.group(), is_html=is_html))
        end = found.end()
    return (*parts, *_plain(text[end:]))


def gaps(phrase: Phrase) -> list[Gap]:
    """Return the gaps of a text."""
    return [part for part in phrase if isinstance(part, Gap)]


class Filling:
    """The gaps of one mail, each filled in once, within one budget of CPU."""

    __slots__ = ("_began", "_filled", "_values")

    def __init__(self, values: Values) -> None:
        self._values = values
        self._filled: dict[str, str] = {}
        self._began = time.thread_time()

    def gap(self, gap: Gap) -> str:
        """Return what a gap says to this reader.

        :raises TooCostly: when the mail has used up what it may.
        """
        said = self._filled.get(gap.source)
        if said is None:
            if time.thread_time() - self._began > CPU_SECONDS:
                raise TooCostly("The merge fields of this mail take too long.")
            said = self._filled[gap.source] = str(_template(gap.source).render(**self._values))
        return said

    def phrase(self, phrase: Phrase) -> str:
        """Return a text with its gaps filled in, as plain text."""
        return "".join(part if isinstance(part, str) else self.gap(part) for part in phrase)


def value(text: str) -> str:
    """Return a value as gaps take it: without what no text needs, and not endless."""
    return text[:LONGEST_VALUE]


def _plain(text: str) -> list[str]:
    if "{%" in text:
        raise BadGap("tag_not_allowed", "Only {% if … %} and {% unless … %} around a few words are known here.")
    if "{{" in text:
        raise BadGap("gap_open", "A merge field is not closed; write it like {{ person.first_name }}.")
    return [text] if text else []


def _gap(raw: str, *, is_html: bool) -> Gap:
    if len(raw) > LONGEST_GAP:
        raise BadGap("gap_too_long", f"A merge field has at most {LONGEST_GAP} characters.")
    if is_html and "<" in raw:
        raise BadGap("gap_with_markup", "Format the whole merge field, not a part of it.")
    source = unescape(raw).replace("\xa0", " ") if is_html else raw
    bare = _QUOTED.sub("''", source)
    if ".." in bare or "[" in bare or any(mark in bare for mark in ("<", ">")):
        raise BadGap("gap_not_allowed", "Compare with == and != only, and name fields with dots.")
    return _examined(source)


@lru_cache(maxsize=2048)
def _examined(source: str) -> Gap:
    """Return what a gap shows, having made sure that it is no more than a gap."""
    from liquid.exceptions import LiquidError  # noqa: PLC0415 - a third of a second at the first gap, not at each start

    try:
        template = _template(source)
        template.render()  # what a filter is given wrongly shows only then
    except LiquidError as error:
        why = str(error).partition("\n")[0][:120]
        raise BadGap("gap_unreadable", f"This merge field cannot be read: {why}.") from None
    paths = []
    for segments in template.variable_segments():
        if not all(isinstance(one, str) and _NAME.fullmatch(one) and one not in _COUNTS for one in segments):
            raise BadGap("unknown_field", "Name a field such as person.first_name.")
        if len(segments) > 3 or (len(segments) == 1) != segments[0].endswith("_url"):
            raise BadGap("unknown_field", "Name one field of somebody, such as person.first_name.")
        paths.append(".".join(segments))
    guarded = "default" in template.filter_names() or "{%" in source
    return Gap(source, tuple(dict.fromkeys(paths)), () if guarded else tuple(dict.fromkeys(paths)))


@lru_cache(maxsize=2048)
def _template(source: str) -> Any:
    return _environment().from_string(source)


@cache
def _environment() -> Any:
    """Return the reduced Liquid. What it lets through is bounded; its limits stand behind that."""
    from liquid import Environment  # noqa: PLC0415 - see the module
    from liquid.builtin.output import Output, OutputNode  # noqa: PLC0415
    from liquid.exceptions import LiquidSyntaxError  # noqa: PLC0415

    class Words(OutputNode):
        """An output that says texts and numbers, and nothing else that a path may lead to."""

        def render_to_output(self, context: Any, buffer: Any) -> int:
            found = self.expression.evaluate(context)
            said = str(found) if isinstance(found, str | int | float) and not isinstance(found, bool) else ""
            return int(buffer.write(said))

    class Say(Output):
        """The output of a gap, with few filters."""

        node_class = Words

        def parse(self, stream: Any) -> Any:
            node = super().parse(stream)
            expression: Any = node.expression
            if len(getattr(expression, "filters", None) or ()) > MOST_FILTERS:
                raise LiquidSyntaxError(f"at most {MOST_FILTERS} filters", token=node.token)
            return node

    class Reduced(Environment):
        """Outputs and conditions, under the limits of Liquid's own."""

        block_nesting_limit = 5
        context_depth_limit = 10
        loop_iteration_limit = 1
        local_namespace_limit = 1_000
        output_stream_limit = 20_000

        def setup_tags_and_filters(self, *, extra: bool = False) -> None:
            super().setup_tags_and_filters(extra=extra)
            self.tags = {name: self.tags[name] for name in ("if", "unless", "content", "illegal")}
            self.add_tag(Say)
            self.filters = dict(FILTERS)

    return Reduced()


def _default(found: Any, other: Any = "") -> Any:
    return found if isinstance(found, str) and found.strip() else other


def _truncate(found: Any, length: Any = 50) -> str:
    longest = length if isinstance(length, int) and 1 <= length <= LONGEST_VALUE else 50
    text = _text(found)
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _capitalize(found: Any) -> str:
    text = _text(found)
    return text[:1].upper() + text[1:]


def _text(found: Any) -> str:
    return found if isinstance(found, str) else ""


FILTERS: Final[Mapping[str, Any]] = {
    "default": _default,
    "truncate": _truncate,
    "capitalize": _capitalize,
    "upcase": lambda found: _text(found).upper(),
    "downcase": lambda found: _text(found).lower(),
    "strip": lambda found: _text(found).strip(),
}
"""What may be done to a value on its way; nothing makes it much longer."""
