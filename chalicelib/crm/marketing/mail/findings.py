"""What is found in a template before anybody gets it: what would keep it from going out, and what would be a pity.

An error is something that a reader would stumble over or that the law forbids; a warning is advice. Links are asked
whether they are there, unless the caller is in a hurry.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from chalicelib.crm.marketing.consent import purposes
from chalicelib.crm.marketing.mail import domains, firm, readers, senders
from chalicelib.crm.marketing.templating import compiling, document, phrases, richtext
from chalicelib.crm.marketing.templating.pieces import FOOTER, Compiled, Fact, Piece
from chalicelib.engine import overlays
from chalicelib.engine.catalogue import Object
from chalicelib.engine.definitions import Content
from chalicelib.engine.segments import lookup
from chalicelib.gateways import pages
from chalicelib.kernel.context import Context
from chalicelib.storage import records

CLIPPED_AT: Final = 102_400
"""Gmail cuts a mail off here, and with it the link to unsubscribe."""
MOST_LINKS: Final = 30
ERROR, WARNING = "error", "warning"
GONE: Final = frozenset({404, 410})
_NEEDED: Final = {"heading": "text", "text": "html", "button": "label", "products": "items"}
"""Without which part a block of a kind has nothing to say."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found. ``at`` is the path of the part in the template, ``severity`` error or warning."""

    code: str
    severity: str
    at: str
    message: str

    def shown(self) -> dict[str, str]:
        """Return the finding as the API answers it."""
        return asdict(self)


def of(ctx: Context, content: Content, *, follow: bool = True) -> list[Finding]:
    """Return what is found in a checked template; ``follow`` asks whether its links are there."""
    ready = compiling.compile(content, accent=firm.load(ctx).accent)
    found = [
        *_of_envelope(ctx, content),
        *_of_fields(ctx, content),
        *_of_blocks(content),
        *_of_references(ctx, content, ready),
        *_of_output(content, ready),
        *(of_links([content])[0] if follow else ()),
    ]
    return sorted(found, key=lambda finding: (finding.severity != ERROR, finding.at, finding.code))


def _of_envelope(ctx: Context, content: Content) -> Iterator[Finding]:
    if not content.get("subject"):
        yield Finding("subject_missing", ERROR, "subject", "Write a subject.")
    if not content.get("preheader"):
        yield Finding("preheader_missing", WARNING, "preheader", "Say in a line what the mailbox shows beside it.")
    sender = senders.find(ctx, content.get("sender"))
    if sender is None:
        yield Finding("sender_missing", ERROR, "sender", "Choose in whose name it goes out.")
    elif not domains.is_verified(ctx, senders.domain_of(sender.address)):
        message = f"Verify {senders.domain_of(sender.address)} first; until then only test mails go out."
        yield Finding("domain_not_verified", ERROR, "sender", message)
    if content["purpose"] not in {purpose.key for purpose in purposes.all(ctx)}:
        yield Finding("unknown_purpose", ERROR, "purpose", "There is no such purpose.")


def _of_fields(ctx: Context, content: Content) -> Iterator[Finding]:
    """Yield the merge fields that lead nowhere, and those that may leave a hole in a sentence."""
    catalogue = overlays.load(ctx)
    objects = [object for object in catalogue if object.features.reachable]
    for at, phrase in _phrases(content):
        for gap in phrases.gaps(phrase):
            for path in gap.paths:
                if not any(readers.is_known(catalogue, object, path) for object in objects):
                    yield Finding("unknown_field", ERROR, at, f"There is no field {path}.")
                elif path in gap.bare and not _is_always_there(objects, path):
                    message = f'{path} may be empty: write {{{{ {path} | default: "…" }}}}.'
                    yield Finding("missing_fallback", WARNING, at, message)


def _is_always_there(objects: Sequence[Object], path: str) -> bool:
    root, _, name = path.partition(".")
    if root in ("firm", "sender") or root in readers.ADDRESSES:
        return True
    return root == "person" and all(
        name == object.name_field or (name in object.fields and object.fields[name].required) for object in objects
    )


def _of_blocks(content: Content) -> Iterator[Finding]:
    if all(block["kind"] == "footer" for block in content["blocks"]):
        yield Finding("empty", ERROR, "blocks", "This mail says nothing yet.")
    for at, block in document.every_block(content):
        needed = _NEEDED.get(block["kind"])
        if needed is not None and not block[needed]:
            yield Finding("empty_block", WARNING, f"{at}.{needed}", "This block says nothing yet.")
        if block["kind"] == "button" and not block.get("url"):
            yield Finding("link_missing", ERROR, f"{at}.url", "This button leads nowhere.")
        if block["kind"] == "image":
            if not block.get("src"):
                yield Finding("image_missing", ERROR, f"{at}.src", "Choose a picture.")
            elif not block.get("alt"):
                message = "Say what the picture shows, for those who do not see it."
                yield Finding("image_without_alt", WARNING, f"{at}.alt", message)
        for part in ("html",) if block["kind"] in ("text", "footer") else ():
            if "<a>" in block.get(part, "") or 'href=""' in block.get(part, ""):
                yield Finding("link_missing", ERROR, f"{at}.{part}", "A link in this text leads nowhere.")


def _of_references(ctx: Context, content: Content, ready: Compiled) -> Iterator[Finding]:
    missing = set(ready.products) - records.get_many(ctx, readers.PRODUCTS, ready.products).keys()
    gone = {segment for segment in ready.segments if lookup.find(ctx, segment) is None}
    for at, block in document.every_block(content):
        for position, item in enumerate(block.get("items", ())):
            if item["product"] in missing:
                message = "This product is gone; the mail leaves it out."
                yield Finding("unknown_product", WARNING, f"{at}.items.{position}.product", message)
        if block.get("segment") in gone:
            yield Finding("unknown_segment", ERROR, f"{at}.segment", "This segment is gone; nobody would read this.")


def _of_output(content: Content, ready: Compiled) -> Iterator[Finding]:
    """Yield what only the finished mail shows, with values of a usual length."""
    size = sum(len(piece.encode()) if isinstance(piece, str) else 40 for piece in ready.html)
    if size > CLIPPED_AT:
        yield Finding("too_large", WARNING, "blocks", f"{size // 1024} KB: Gmail cuts a mail off at 100 KB.")
    if content["purpose"] != purposes.SERVICE and not (_unsubscribes(ready.html) and _unsubscribes(ready.text)):
        yield Finding("unsubscribe_missing", ERROR, "blocks", "A mail must say how to end it.")


def _unsubscribes(compiled: Sequence[Piece]) -> bool:
    return Fact((FOOTER, "unsubscribe_url")) in compiled


def of_links(contents: Sequence[Content]) -> list[list[Finding]]:
    """Return the links, and the pictures, of each template of which somebody else says that they are not there."""
    wanted = [[(at, url) for at, url in _fixed_addresses(content) if _is_of_the_web(url)] for content in contents]
    asked = list(dict.fromkeys(url for each in wanted for _, url in each))[:MOST_LINKS]
    answered = pages.statuses(asked)
    return [[*_unanswered(each, answered)] for each in wanted]


def _is_of_the_web(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))


def _unanswered(wanted: Sequence[tuple[str, str]], answered: Mapping[str, int | None]) -> Iterator[Finding]:
    for at, url in wanted:
        status = answered.get(url)
        if status in GONE:
            yield Finding("link_broken", ERROR, at, f"{url[:200]} is not there ({status}).")
        elif url in answered and (status is None or status >= 500):
            yield Finding("link_unreachable", WARNING, at, f"{url[:200]} does not answer.")


def _fixed_addresses(content: Content) -> Iterator[tuple[str, str]]:
    """Yield the addresses that are the same for every reader, with their place."""
    for at, phrase in _addresses(content):
        if phrase and not phrases.gaps(phrase):
            yield at, "".join(str(part) for part in phrase)


def _addresses(content: Content) -> Iterator[tuple[str, phrases.Phrase]]:
    for at, block in document.every_block(content):
        for name in ("url", "src", "image"):
            if block.get(name):
                yield f"{at}.{name}", phrases.read(block[name])
        for position, item in enumerate(block.get("items", ())):
            for name in ("url", "image"):
                if item.get(name):
                    yield f"{at}.items.{position}.{name}", phrases.read(item[name])
        for phrase in richtext.addresses(block.get("html", "")):
            yield f"{at}.html", phrase


def _phrases(content: Content) -> Iterator[tuple[str, phrases.Phrase]]:
    """Yield every text of a template that may have merge fields, with its place."""
    for name in ("subject", "preheader"):
        yield name, phrases.read(content.get(name, ""))
    for at, block in document.every_block(content):
        for name, value in _own(block):
            yield f"{at}.{name}", phrases.read(value, is_html=name == "html")


def _own(block: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in block.items():
        if name in ("text", "html", "label", "alt", "url", "button") and isinstance(value, str):
            yield name, value
    for position, item in enumerate(block.get("items", ())):
        yield from ((f"items.{position}.{name}", item[name]) for name in ("alt", "url") if item.get(name))
