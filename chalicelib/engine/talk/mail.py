"""The mail that tells somebody of a mention, unless they have learnt of it or it is gone when the mail would leave."""

from collections.abc import Mapping
from typing import Any, Final

from chalicelib.engine import mail_layout, notices, outbox, overlays, people
from chalicelib.engine.catalogue import Object
from chalicelib.engine.outbox import Delivery, Mail, MailKind, Policy
from chalicelib.engine.people import Person
from chalicelib.engine.talk import mentions
from chalicelib.kernel import clock, ids
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import NotFound
from chalicelib.storage import attention, records, timeline
from chalicelib.storage.plan import Write

MENTION: Final = "mention"
RUN: Final = "mentions"
LONGEST_EXCERPT: Final = 400

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "es": {
        "subject": "{author} te menciona: {record}",
        "heading": "{author} te ha mencionado",
        "about": "En",
        "open": "Abrir la conversación",
        "why": "Puedes dejar de recibir estos correos en tus preferencias.",
        "somebody": "Alguien",
    },
    "en": {
        "subject": "{author} mentions you: {record}",
        "heading": "{author} mentioned you",
        "about": "On",
        "open": "Open the conversation",
        "why": "You can stop these mails in your preferences.",
        "somebody": "Somebody",
    },
}


def plan(
    ctx: Context, *, object: Object, record: str, comment: str, to: Person, author: str, name: str, text: str
) -> Write:
    """Return the write that plans the mail about one mention."""
    excerpt = text if len(text) <= LONGEST_EXCERPT else text[: LONGEST_EXCERPT - 1].rstrip() + "…"
    return outbox.plan(
        ctx,
        kind=MAIL,
        run=RUN,
        recipient=f"{comment}-{to.id}",
        to=to.email,
        locale=to.locale,
        data={
            "plural": object.plural,
            "id": record,
            "comment": comment,
            "user": to.id,
            "author": author,
            "record": name,
            "text": excerpt,
        },
    )


def render(locale: str, data: Mapping[str, Any]) -> Mail:
    """Return the mail in the reader's language."""
    words = _WORDS["en" if locale == "en" else "es"]
    author = data["author"] or words["somebody"]
    return mail_layout.compose(
        locale,
        subject=words["subject"].format(author=author, record=data["record"]),
        heading=words["heading"].format(author=author),
        paragraphs=[data["text"]],
        details=[(words["about"], data["record"])],
        button=(words["open"], mail_layout.record_link(data["plural"], data["id"])),
        footnote=words["why"],
    )


def recheck(ctx: Context, delivery: Delivery) -> str | None:
    """Return why the mail must not go any more, or None."""
    data = delivery.data
    person = people.find(ctx, data["user"])
    if person is None or not person.is_active:
        return "user_inactive"
    if not notices.wants_mail(ctx, person.id, MENTION):
        return "not_wanted"
    at = clock.stamp(ids.made_at(data["comment"]))
    entry = timeline.get(ctx, data["id"], at=at, id=data["comment"])
    if entry is None or person.id not in mentions.of(entry.data.get("text") or ""):
        return "mention_gone"
    if (attention.get(ctx, data["id"], person.id).read_up_to or "") >= at:
        return "already_read"
    return None if _sees(ctx, data, person) else "record_gone"


MAIL: Final = MailKind(MENTION, Policy.NOTICE, render, recheck)


def _sees(ctx: Context, data: Mapping[str, Any], person: Person) -> bool:
    row = records.get(ctx, data["plural"], data["id"])
    try:
        object = overlays.load(ctx).of_plural(data["plural"])
    except NotFound:
        return False
    return row is not None and mentions.sees(ctx, object, row, person)
