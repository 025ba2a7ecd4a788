"""Forms that a firm puts on its own pages, by which somebody becomes a lead without an account.

A form is opened by a signed address, and answers with a ticket that is good for a day and for one sending: what is sent
twice with one ticket is sent once. Nobody gets a field that the form does not ask for. What only a machine fills in,
and what comes faster than anybody types, is thanked for and thrown away.

Who is known by the address that they give is not made again, and nothing that we know of them is overwritten: whoever
sends a form may be anybody. That they sent it is on their timeline, and what they agreed to is kept with its words.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from chalicelib.crm.automation.actions import assigning
from chalicelib.crm.automation.authoring.kind import object_of
from chalicelib.engine import access, drafts, links
from chalicelib.engine.catalogue import Object
from chalicelib.engine.definitions import Content, Kind
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound
from chalicelib.settings import current

ADDRESS: Final = "form"
TYPES: Final = frozenset(
    {"text", "long_text", "email", "phone", "choice", "multi_choice", "boolean", "date", "integer", "number", "url"}
)
MOST_FIELDS: Final = 40
LONGEST_LABEL: Final = 200
LONGEST_TEXT: Final = 2_000
LONGEST_TOLD: Final = 200
LANGUAGES: Final = ("es", "en")
_REDIRECT: Final = re.compile(r"https://[!-~]{1,900}")
_PURPOSE: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")


def checked(ctx: Context, content: Content) -> Content:
    """Return a form as it is to be stored.

    :raises InvalidInput: naming the part that makes no sense.
    """
    object = object_of(ctx, content.get("object"))
    access.require(ctx, object, "create")
    asked = [_asked(ctx, object, one, f"fields.{n}") for n, one in enumerate(content.get("fields", []))]
    names = [one["field"] for one in asked]
    if not asked or len(asked) > MOST_FIELDS or len(set(names)) < len(names):
        raise InvalidInput.of("fields", "not_a_list", f"Ask for one to {MOST_FIELDS} fields, each once.")
    values = content.get("values") or {}
    if not isinstance(values, Mapping) or values.keys() & {*names}:
        raise InvalidInput.of("values", "asked_for", "What is asked for is not set.")
    drafts.parsed(ctx, object, values)
    missing = [field.name for field in object.required if field.name not in {*names, *values} and field.default is None]
    named = [name for name in missing if name in object.writable]
    if named:
        raise InvalidInput.of("fields", "required", f"Ask for {named[0]}, which every record needs.")
    consent = content.get("consent")
    if consent is not None and not object.features.reachable:
        raise InvalidInput.of("consent", "needs_person", "Only people agree to be written to.")
    if consent is not None and not any(object.fields[name].type == "email" for name in names):
        raise InvalidInput.of("consent", "needs_address", "Ask for the address to which they agree.")
    return {
        "object": object.plural,
        "language": content.get("language", "es"),
        "title": content.get("title", ""),
        "fields": asked,
        "values": dict(values),
        "consent": _consent(consent),
        "thanks": content.get("thanks", ""),
        "redirect": _redirect(content.get("redirect")),
        "assignment": _assignment(ctx, object, content.get("assignment")),
        "is_open": bool(content.get("is_open", True)),
    }


def _asked(ctx: Context, object: Object, said: Any, at: str) -> dict[str, Any]:
    name = said.get("field") if isinstance(said, Mapping) else None
    field = object.fields.get(name) if isinstance(name, str) else None
    if field is None or name not in access.writable(ctx, object) or field.type not in TYPES:
        raise InvalidInput.of(f"{at}.field", "unknown_field", "There is no such field that a form can ask for.")
    if said.keys() - {"field", "label", "required"}:
        raise InvalidInput.of(at, "unknown_part", "Send a field, a label, and whether it is required.")
    label = said.get("label", "")
    if not isinstance(label, str) or len(label) > LONGEST_LABEL:
        raise InvalidInput.of(f"{at}.label", "invalid", f"Use at most {LONGEST_LABEL} characters.")
    is_needed = field.required and field.default is None
    return {"field": name, "label": label, "required": bool(said.get("required", False)) or is_needed}


def _consent(said: Any) -> dict[str, Any] | None:
    if said is None:
        return None
    text = said.get("text") if isinstance(said, Mapping) else None
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_TEXT:
        raise InvalidInput.of("consent.text", "required", "Say in words what they agree to.")
    purpose = said.get("purpose", "marketing")
    if not isinstance(purpose, str) or not _PURPOSE.fullmatch(purpose):
        raise InvalidInput.of("consent.purpose", "invalid", "Send the key of a purpose.")
    return {"text": text, "purpose": purpose, "required": bool(said.get("required", False))}


def _redirect(said: Any) -> str | None:
    if said is None or said == "":
        return None
    if not isinstance(said, str) or not _REDIRECT.fullmatch(said) or "@" in urlsplit(said).netloc:
        raise InvalidInput.of("redirect", "invalid", "Send an address that begins with https://.")
    return said


def _assignment(ctx: Context, object: Object, said: Any) -> str | None:
    if said is None:
        return None
    try:
        fits = isinstance(said, str) and assigning.content_of(ctx, said)["object"] == object.plural
    except NotFound:
        fits = False
    if not fits:
        raise InvalidInput.of("assignment", "other_object", "Choose a rule that gives out these records.")
    return str(said)


FORM: Final = Kind("form", "forms", listed=("object", "title", "language", "is_open"), most=100, checked=checked)


def addresses(ctx: Context, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return by id where forms are opened: the page for people, and what a page of the firm's own asks."""
    base = current().public_url.rstrip("/")
    tokens = {id: links.sign(ctx, ADDRESS, id) for id in ids}
    return {
        id: {"token": token, "url": f"{base}/f/{token}", "endpoint": f"{base}/v1/public/forms/{token}"}
        for id, token in tokens.items()
    }
