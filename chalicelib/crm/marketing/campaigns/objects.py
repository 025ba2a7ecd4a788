"""The campaign as a record: what is planned, by whom, for how much, and what it is expected to bring.

What is mailed, and to whom, is its mailing plan (``plans``); it lies in the record's body, so that one version tells of
both. ``cost`` is what the cost lines add up to.
"""

from typing import Final

from chalicelib.crm.marketing.campaigns import rules
from chalicelib.engine.objects import (
    Features,
    Label,
    ObjectDef,
    Rules,
    choice,
    date,
    integer,
    lines,
    long_text,
    money,
    option,
    rich_text,
    section,
    text,
)

STATUSES: Final = (
    option("draft", "En preparación", "Draft", "harina", kind="open"),
    option("scheduled", "Programada", "Scheduled", "albahaca", kind="open"),
    option("running", "En marcha", "Running", "albahaca", kind="open"),
    option("paused", "En pausa", "Paused", "pimenton", kind="open"),
    option("finished", "Terminada", "Finished", "albahaca", kind="done"),
    option("cancelled", "Cancelada", "Cancelled", "harina", kind="done"),
)
CHANNELS: Final = (
    option("email", "Correo", "Email"),
    option("phone", "Teléfono", "Phone"),
    option("sms", "SMS", "SMS"),
    option("letter", "Carta", "Letter"),
    option("social", "Redes sociales", "Social media"),
    option("event", "Evento", "Event"),
    option("shop", "Punto de venta", "In the shop"),
    option("other", "Otro", "Other"),
)
GOALS: Final = (
    option("acquisition", "Captar clientes", "Win customers"),
    option("loyalty", "Fidelizar", "Keep customers"),
    option("news", "Novedades", "News"),
    option("event", "Evento", "Event"),
    option("other", "Otro", "Other"),
)

CAMPAIGN: Final = ObjectDef(
    name="campaign",
    plural="campaigns",
    label=Label("Campaña", "Campaign"),
    label_plural=Label("Campañas", "Campaigns"),
    icon="megaphone",
    name_field="name",
    fields=(
        text(
            "name",
            "Nombre",
            "Name",
            required=True,
            max_length=160,
            indexed=True,
            searched=True,
            aliases=("campaign name", "campaña", "nombre"),
        ),
        choice(
            "status",
            "Estado",
            "Status",
            STATUSES,
            default="draft",
            required=True,
            indexed=True,
            counted=True,
            aliases=("estado",),
            by_actions_when={"field": "channel", "op": "eq", "value": rules.BY_MAIL},
        ),
        choice(
            "channel", "Canal", "Channel", CHANNELS, default="email", required=True, counted=True, aliases=("canal",)
        ),
        choice("goal", "Objetivo", "Goal", GOALS, aliases=("objetivo", "type", "tipo")),
        date("start_date", "Empieza", "Starts", indexed=True, aliases=("start date", "inicio", "fecha de inicio")),
        date("end_date", "Termina", "Ends", aliases=("end date", "fin", "fecha de fin")),
        rich_text("brief", "Briefing", "Brief", aliases=("description", "descripción")),
        money("budget", "Presupuesto", "Budget", min=0, aliases=("budgeted cost", "presupuesto")),
        lines(
            "costs",
            "Costes",
            "Costs",
            (
                text("item", "Concepto", "Item", required=True),
                money("amount", "Importe", "Amount", required=True, min=0),
                date("date", "Fecha", "Date"),
            ),
        ),
        money("cost", "Coste", "Cost", read_only=True),
        money(
            "expected_revenue",
            "Ingresos esperados",
            "Expected revenue",
            min=0,
            aliases=("expected revenue", "ingresos"),
        ),
        integer("expected_responses", "Respuestas esperadas", "Expected responses", min=0),
        long_text("mailing", "Envío", "Mailing", read_only=True, hidden=True, audited=False, max_length=100_000),
    ),
    sections=(
        section("main", "Datos principales", "Main details", "name", "channel", "goal", "status", "owner"),
        section("plan", "Plan", "Plan", "start_date", "end_date", "brief"),
        section("money", "Dinero", "Money", "budget", "costs", "cost", "expected_revenue", "expected_responses"),
    ),
    columns=("name", "status", "channel", "start_date", "budget", "cost", "owner"),
    features=Features(activities=True, managed=True, board_by="status", board_sum="budget"),
    rules=Rules(
        before_create=(rules.require_dates_in_order, rules.cost_from_lines, rules.require_launch),
        before_update=(rules.require_dates_in_order, rules.cost_from_lines, rules.require_launch),
        before_delete=(rules.require_no_mails_under_way,),
    ),
)
OBJECTS: Final = (CAMPAIGN,)
