"""Two objects of a firm that sells wine, and formulas of its own on them."""

from collections.abc import Sequence
from datetime import UTC, datetime

from chalicelib.engine.catalogue import Catalogue, merge
from chalicelib.engine.objects import (
    Field,
    Label,
    ObjectDef,
    Overlay,
    Rollup,
    boolean,
    choice,
    date,
    email,
    link,
    long_text,
    money,
    number,
    option,
    text,
)
from chalicelib.kernel.context import Actor, Context
from chalicelib.kernel.ids import Ids, TenantId

CTX = Context(
    TenantId("a" * 20), Actor("system", "tests"), "r", datetime(2026, 11, 21, 12, tzinfo=UTC), Ids(), currency="EUR"
)


def formula(name: str, source: str, result: str | None = None) -> Field:
    return Field(name, "formula", Label(name, name), read_only=True, formula=source, result=result)


def rollup(name: str, rule: Rollup, result: str | None = None) -> Field:
    return Field(name, "rollup", Label(name, name), read_only=True, rollup=rule, result=result)


def firm(companies: Sequence[Field] = (), deals: Sequence[Field] = ()) -> Catalogue:
    company = ObjectDef(
        "company",
        "companies",
        Label("Empresa", "Company"),
        Label("Empresas", "Companies"),
        "building",
        "name",
        (
            text("name", "Nombre", "Name"),
            text("industry", "Sector", "Industry"),
            email("emails", "Correos", "Emails"),
            number("discount", "Descuento", "Discount"),
            long_text("notes", "Notas", "Notes"),
            link(
                "parent", "Matriz", "Parent", to="company", inverse="children", inverse_label=("Filiales", "Children")
            ),
            *companies,
        ),
    )
    deal = ObjectDef(
        "deal",
        "deals",
        Label("Oportunidad", "Deal"),
        Label("Oportunidades", "Deals"),
        "target",
        "name",
        (
            text("name", "Nombre", "Name"),
            money("amount", "Importe", "Amount"),
            number("hours", "Horas", "Hours"),
            date("close_date", "Cierre", "Close date"),
            boolean("is_won", "Ganada", "Won"),
            choice("stage", "Etapa", "Stage", (option("won", "Ganada", "Won"), option("lost", "Perdida", "Lost"))),
            link("company", "Empresa", "Company", to="company", inverse="deals", inverse_label=("Ventas", "Deals")),
            link(
                "partners", "Socios", "Partners", to="company", inverse="shared", inverse_label=("Otras", "Others"),
                multiple=True,
            ),
            *deals,
        ),
    )  # fmt: skip
    return merge((company, deal), Overlay())
