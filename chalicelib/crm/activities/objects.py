"""Tasks, calls, meetings and notes."""

from chalicelib.crm.activities import rules
from chalicelib.engine.objects import (
    Features,
    Field,
    Label,
    ObjectDef,
    Rules,
    Touch,
    choice,
    date_time,
    link,
    long_text,
    number,
    option,
    section,
    text,
)
from chalicelib.engine.origins import ORIGINAL, external_id

PRIORITIES = (
    option("low", "Baja", "Low", "harina"),
    option("normal", "Normal", "Normal", "albahaca"),
    option("high", "Alta", "High", "pimenton"),
)
TASK_STATUSES = (
    option("open", "Pendiente", "Open", "albahaca", kind="open"),
    option("done", "Hecha", "Done", "harina", kind="done"),
)
CALL_OUTCOMES = (
    option("reached", "Hablamos", "Reached"),
    option("no_answer", "No contesta", "No answer"),
    option("voicemail", "Buzón de voz", "Voicemail"),
    option("call_back", "Volver a llamar", "Call back"),
    option("wrong_number", "Número equivocado", "Wrong number"),
)
DIRECTIONS = (option("outbound", "Saliente", "Outbound"), option("inbound", "Entrante", "Inbound"))
MEETING_OUTCOMES = (
    option("held", "Celebrada", "Held"),
    option("postponed", "Aplazada", "Postponed"),
    option("no_show", "No se presentó", "No show"),
    option("cancelled", "Cancelada", "Cancelled"),
)
NOT_REACHED = {"field": "outcome", "op": "in", "value": ["no_answer", "voicemail", "call_back"]}
NOT_HELD = {"field": "outcome", "op": "in", "value": ["postponed", "no_show"]}


def about(plural: str, es: str, en: str) -> tuple[Field, ...]:
    """Return the links of an activity: whom and what it is about."""
    seen = {"inverse": plural, "inverse_label": (es, en)}
    return (
        link("contact", "Contacto", "Contact", to="contact", **seen),  # type: ignore[arg-type]
        link("company", "Empresa", "Company", to="company", **seen),  # type: ignore[arg-type]
        link("deal", "Oportunidad", "Deal", to="deal", **seen),  # type: ignore[arg-type]
        link("lead", "Lead", "Lead", to="lead", **seen),  # type: ignore[arg-type]
        link("campaign", "Campaña", "Campaign", to="campaign", **seen),  # type: ignore[arg-type]
    )


EXTERNAL_ID = external_id("activity id")
SUBJECT = text(
    "subject",
    "Asunto",
    "Subject",
    required=True,
    searched=True,
    aliases=("title", "asunto", "título", "activity - subject"),
)
DESCRIPTION = long_text("description", "Notas", "Notes", aliases=("description", "notes", "observaciones"))
DURATION = number(
    "duration",
    "Duración",
    "Duration",
    min=0,
    max=100_000,
    decimals=0,
    unit="min",
    aliases=("duración", "minutes", "minutos"),
)
ABOUT = section("about", "Sobre", "About", "contact", "company", "deal", "lead", "campaign")
MORE = section("more", "Más", "More", "description", "external_id", "original_created_at")

TASK = ObjectDef(
    name="task",
    plural="tasks",
    label=Label("Tarea", "Task"),
    label_plural=Label("Tareas", "Tasks"),
    icon="check",
    name_field="subject",
    fields=(
        SUBJECT,
        date_time(
            "due",
            "Vence",
            "Due",
            zoned=True,
            indexed=True,
            aliases=("due date", "vencimiento", "fecha límite", "activity - due date"),
        ),
        number(
            "reminder",
            "Recordatorio",
            "Reminder",
            min=0,
            max=525_600,
            decimals=0,
            unit="min",
            widget="reminder",
            aliases=("recordatorio",),
        ),
        choice(
            "status",
            "Estado",
            "Status",
            TASK_STATUSES,
            default="open",
            required=True,
            indexed=True,
            counted=True,
            aliases=("estado",),
        ),
        choice("priority", "Prioridad", "Priority", PRIORITIES, default="normal", aliases=("prioridad",)),
        *about("tasks", "Tareas", "Tasks"),
        date_time("done_at", "Hecha el", "Done at", read_only=True),
        DESCRIPTION,
        EXTERNAL_ID,
        ORIGINAL,
    ),
    sections=(
        section(
            "main", "Datos principales", "Main details", "subject", "due", "reminder", "status", "priority", "owner"
        ),
        ABOUT,
        MORE,
    ),
    columns=("subject", "due", "status", "priority", "contact", "company", "owner"),
    features=Features(
        importable=True, board_by="status", open_work={"field": "status", "op": "eq", "value": "open"}, about=ABOUT.name
    ),
    rules=Rules(
        before_create=(rules.note_when_done, rules.require_due_for_reminder),
        before_update=(rules.note_when_done, rules.require_due_for_reminder),
        with_write=(rules.keep_reminder,),
        flags=rules.task_flags,
    ),
)

CALL = ObjectDef(
    name="call",
    plural="calls",
    label=Label("Llamada", "Call"),
    label_plural=Label("Llamadas", "Calls"),
    icon="phone",
    name_field="subject",
    fields=(
        SUBJECT,
        date_time(
            "at", "Fecha y hora", "Date and time", zoned=True, indexed=True, aliases=("date", "fecha", "call date")
        ),
        DURATION,
        choice("direction", "Sentido", "Direction", DIRECTIONS, default="outbound"),
        choice("outcome", "Resultado", "Outcome", CALL_OUTCOMES, aliases=("resultado", "call result")),
        *about("calls", "Llamadas", "Calls"),
        DESCRIPTION,
        EXTERNAL_ID,
        ORIGINAL,
    ),
    sections=(
        section(
            "main", "Datos principales", "Main details", "subject", "at", "duration", "direction", "outcome", "owner"
        ),
        ABOUT,
        MORE,
    ),
    columns=("subject", "at", "outcome", "contact", "company", "owner"),
    features=Features(importable=True, about=ABOUT.name, touch=Touch("at", "outcome", NOT_REACHED)),
)

MEETING = ObjectDef(
    name="meeting",
    plural="meetings",
    label=Label("Reunión", "Meeting"),
    label_plural=Label("Reuniones", "Meetings"),
    icon="calendar",
    name_field="subject",
    fields=(
        SUBJECT,
        date_time(
            "at",
            "Fecha y hora",
            "Date and time",
            zoned=True,
            indexed=True,
            aliases=("date", "start", "fecha", "inicio"),
        ),
        DURATION,
        text("place", "Lugar", "Place", aliases=("location", "lugar")),
        choice("outcome", "Resultado", "Outcome", MEETING_OUTCOMES, aliases=("resultado",)),
        *about("meetings", "Reuniones", "Meetings"),
        DESCRIPTION,
        EXTERNAL_ID,
        ORIGINAL,
    ),
    sections=(
        section("main", "Datos principales", "Main details", "subject", "at", "duration", "place", "outcome", "owner"),
        ABOUT,
        MORE,
    ),
    columns=("subject", "at", "outcome", "contact", "company", "owner"),
    features=Features(importable=True, about=ABOUT.name, touch=Touch("at", "outcome", NOT_HELD)),
)

NOTE = ObjectDef(
    name="note",
    plural="notes",
    label=Label("Nota", "Note"),
    label_plural=Label("Notas", "Notes"),
    icon="note",
    name_field="title",
    fields=(
        long_text(
            "text", "Texto", "Text", required=True, aliases=("note", "content", "nota", "contenido", "note - content")
        ),
        text("title", "Título", "Title", read_only=True, searched=True),
        *about("notes", "Notas", "Notes"),
        EXTERNAL_ID,
        ORIGINAL,
    ),
    sections=(
        section("main", "Datos principales", "Main details", "text", "owner"),
        ABOUT,
        section("more", "Más", "More", "external_id", "original_created_at"),
    ),
    columns=("title", "contact", "company", "owner", "updated_at"),
    features=Features(importable=True, about=ABOUT.name),
    rules=Rules(before_create=(rules.title_from_text,), before_update=(rules.title_from_text,)),
)

OBJECTS = (TASK, CALL, MEETING, NOTE)
