"""The starters: the automations that firms ask for first, each with its mails, in both languages.

Welcome, return after an absence, reminder, campaign to some people, mass communication, product news; and a plan for
each customer (``following.py``). What one makes of a starter is an automation and templates like any other, to be
changed at will. Who has not agreed is written to by
none of them: the sender of mails sees to that, whatever an automation asks for.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from chalicelib.crm.automation.authoring.kind import AUTOMATION
from chalicelib.crm.automation.runs import desk
from chalicelib.crm.marketing.mail import senders
from chalicelib.crm.marketing.mail.templates import TEMPLATE
from chalicelib.engine import access, definitions
from chalicelib.engine.definitions import Kind
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.objects import Label
from chalicelib.engine.segments.definition import SEGMENT
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import InvalidInput, NotFound
from chalicelib.samples.starters import following
from chalicelib.samples.starters.mails import MAILS

LANGUAGES: Final = ("es", "en")
PEOPLE: Final = "contacts"
MAY_BE_WRITTEN_TO: Final = {"field": "email_consent", "op": "in", "value": ["granted", "soft_opt_in"]}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a starter is made with: the id of its mail's template, and the segment that it is for, if it needs one.

    ``more`` are the templates of its further mails by their keys, ``language`` is that of its mails and tasks.
    """

    template: str
    segment: str | None = None
    more: Mapping[str, str] = field(default_factory=dict)
    language: str = "es"

    @property
    def send(self) -> dict[str, Any]:
        """The step that sends the mail."""
        return {"id": "send", "kind": "action", "action": "send_mail", "with": {"template": self.template}}


@dataclass(frozen=True, slots=True)
class Starter:
    """One automation to begin with. ``parts`` returns it for a template and a segment.

    ``more`` are the keys of its further mails; of a starter with a ``filter`` the segment is made as well.
    """

    key: str
    label: Label
    says: Label
    parts: Callable[[Asked], Mapping[str, Any]]
    purpose: str = "marketing"
    needs_segment: bool = False
    more: Sequence[str] = ()
    filter: Mapping[str, Any] | None = None


def _welcome(asked: Asked) -> Mapping[str, Any]:
    return {"trigger": {"kind": "consent_given", "purpose": "marketing"}, "steps": [asked.send]}


def _return(asked: Asked) -> Mapping[str, Any]:
    return {
        "trigger": {"kind": "returned", "absent": {"days": 90}, "by": ["orders", "visit"]},
        "steps": [asked.send],
        "reentry": "again",
        "cooldown": {"days": 90},
    }


def _reminder(asked: Asked) -> Mapping[str, Any]:
    without_order = {"related": "orders", "of": "count", "op": "eq", "value": 0}
    return {
        "trigger": {"kind": "consent_given", "purpose": "marketing"},
        "steps": [
            {"id": "wait", "kind": "wait", "for": {"days": 7}, "at": "10:00"},
            {
                "id": "still",
                "kind": "branch",
                "branches": [{"label": "", "condition": without_order, "steps": [asked.send]}],
                "otherwise": [],
            },
        ],
    }


def _audience(asked: Asked) -> Mapping[str, Any]:
    return {"trigger": {"kind": "segment_entered", "segment": asked.segment}, "steps": [asked.send]}


def _everybody(asked: Asked) -> Mapping[str, Any]:
    return {
        "trigger": {"kind": "schedule", "every": "month", "on": 1, "at": "10:00"},
        "conditions": MAY_BE_WRITTEN_TO,
        "steps": [asked.send],
        "reentry": "again",
    }


def _news(asked: Asked) -> Mapping[str, Any]:
    return {
        "trigger": {"kind": "schedule", "every": "month", "on": 15, "at": "10:00"},
        "conditions": MAY_BE_WRITTEN_TO,
        "steps": [asked.send],
        "reentry": "again",
    }


def _plan(asked: Asked) -> Mapping[str, Any]:
    return following.parts(asked.language, segment=asked.segment, mails={following.KEY: asked.template, **asked.more})


STARTERS: Final[Sequence[Starter]] = (
    Starter(
        "welcome",
        Label("Mensaje de bienvenida", "Welcome message"),
        Label("A quien te da permiso para escribirle, una vez.", "To whoever lets you write to them, once."),
        _welcome,
    ),
    Starter(
        "return",
        Label("Vuelve tras un tiempo", "Return after an absence"),
        Label(
            "A quien compra o te visita después de 90 días sin hacerlo.",
            "To whoever buys or visits after 90 days without it.",
        ),
        _return,
    ),
    Starter(
        "reminder",
        Label("Correo de recordatorio", "Reminder mail"),
        Label(
            "Siete días después del permiso, a quien aún no ha comprado, a las 10:00 de su reloj.",
            "Seven days after their permission, to whoever has not bought, at 10:00 by their clock.",
        ),
        _reminder,
    ),
    Starter(
        "audience",
        Label("Campaña para personas concretas", "Campaign to specific people"),
        Label("A quien entra en el segmento que elijas.", "To whoever enters the segment of your choice."),
        _audience,
        needs_segment=True,
    ),
    Starter(
        "everybody",
        Label("Comunicación masiva", "Mass communication"),
        Label("El día 1 de cada mes, a quien lo ha permitido.", "On the 1st of each month, to whoever permits it."),
        _everybody,
    ),
    Starter(
        "news",
        Label("Novedades de producto", "Product news"),
        Label("El día 15 de cada mes, a quien lo ha permitido.", "On the 15th of each month, to whoever permits it."),
        _news,
    ),
    Starter(
        following.KEY,
        following.LABEL,
        following.SAYS,
        _plan,
        more=(following.CHECK, following.YEAR),
        filter=following.CUSTOMERS,
    ),
)


def offered(ctx: Context) -> dict[str, Any]:
    """Return the starters, and which of them the firm has made use of."""
    used = {found.content.get("starter") for found in definitions.all(ctx, AUTOMATION)}
    return {
        "items": [
            {
                "key": starter.key,
                "label": starter.label.both(),
                "says": starter.says.both(),
                "needs_segment": starter.needs_segment,
                "is_used": starter.key in used,
            }
            for starter in STARTERS
        ]
    }


def begin(
    ctx: Context,
    *,
    key: str,
    language: str,
    segment: str | None = None,
    sender: str | None = None,
    enable: bool = False,
    once: str | None = None,
) -> dict[str, Any]:
    """Make an automation of a starter with what it needs, enable it if that is asked, and return their ids.

    ``once`` is the caller's idempotency key: the same brings the same automation.

    :raises NotFound: when there is no such starter.
    :raises InvalidInput: when it needs a segment and none is named.
    :raises NoSender: when the firm has nobody yet in whose name a mail may go.
    """
    starter = next((one for one in STARTERS if one.key == key), None)
    for kind in (AUTOMATION, TEMPLATE, *([SEGMENT] if starter and starter.filter else ())):
        access.require_managed(ctx, kind.plural, "create")
    if starter is None:
        raise NotFound("There is no such starter.")
    if starter.needs_segment and segment is None:
        raise InvalidInput.of("segment", "required", "Say for whom it is: choose a segment.")
    sender = senders.first_usable(ctx, sender)
    made = _Made(ctx, once, (key, language, segment, sender))
    if starter.filter is not None:
        about = {"object": PEOPLE, "mode": "live", "filter": starter.filter}
        segment = made.of(SEGMENT, "segment", f"{starter.label.text(language)}: {following.WHO[language]}", about)
    mails = {
        mail: made.of(
            TEMPLATE,
            f"mail:{mail}" if mail != key else "mail",
            MAILS[mail][language].name,
            MAILS[mail][language].content(language, purpose=starter.purpose, sender=sender),
        )
        for mail in (key, *starter.more)
    }
    template = mails.pop(key)
    content = {
        "object": PEOPLE,
        "description": starter.says.text(language),
        "starter": starter.key,
        **starter.parts(Asked(template, segment, mails, language)),
    }
    automation = made.of(AUTOMATION, "automation", starter.label.text(language), content)
    if enable:
        desk.enable(ctx, id=automation, who=desk.NEW)
    return {
        "automation": automation,
        "template": template,
        "templates": [template, *mails.values()],
        "segment": segment if starter.filter is not None else None,
        "enabled": enable,
    }


@dataclass(frozen=True, slots=True)
class _Made:
    """What is made of a starter, each part once for the caller's idempotency key."""

    ctx: Context
    once: str | None
    asked: tuple[str | None, ...]

    def of(self, kind: Kind, part: str, name: str, content: Mapping[str, Any]) -> str:
        """Make a definition and return its id."""
        key = Idempotency.of(f"{self.once}:{part}", "starter", self.asked) if self.once else None
        return definitions.create(self.ctx, kind, name=name, content=content, key=key).id
