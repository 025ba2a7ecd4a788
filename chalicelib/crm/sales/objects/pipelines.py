"""Pipelines: the steps that a deal goes through."""

from chalicelib.crm.sales import rules
from chalicelib.engine.objects import (
    Features,
    Label,
    ObjectDef,
    Rules,
    boolean,
    choice,
    lines,
    number,
    option,
    percent,
    text,
)

STAGE_KINDS = (option("open", "Abierta", "Open"), option("won", "Ganada", "Won"), option("lost", "Perdida", "Lost"))

PIPELINE = ObjectDef(
    name="pipeline",
    plural="pipelines",
    label=Label("Pipeline", "Pipeline"),
    label_plural=Label("Pipelines", "Pipelines"),
    icon="columns",
    name_field="name",
    fields=(
        text("name", "Nombre", "Name", required=True, max_length=80, indexed=True, unique=True),
        boolean("is_default", "Por defecto", "Default"),
        lines(
            "stages",
            "Etapas",
            "Stages",
            (
                text("key", "Clave", "Key", max_length=60, unique=True),
                text("label", "Nombre", "Name", required=True, max_length=60),
                percent("probability", "Probabilidad", "Probability", decimals=0, default=0),
                number("order", "Orden", "Order", min=0, max=1000, decimals=0),
                number("expected_days", "Días previstos", "Expected days", min=0, max=3650, decimals=0),
                choice("kind", "Tipo", "Kind", STAGE_KINDS, default="open"),
            ),
            required=True,
            in_body=False,
        ),
    ),
    columns=("name", "updated_at"),
    features=Features(owned=False, managed=True, tagged=False),
    rules=Rules(
        before_create=(rules.order_stages,),
        before_update=(rules.order_stages, rules.keep_stages_in_use),
        before_delete=(rules.keep_one_pipeline,),
        with_write=(rules.copy_stages_to_overlay,),
    ),
)
