"""How often an automation is entered and what becomes of its runs, as numbers that can be watched."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from chalicelib.crm.automation.authoring.kind import AUTOMATION
from chalicelib.crm.automation.runs import watched
from chalicelib.crm.automation.runs.runs import EXITED, FAILED, FINISHED, STOPPED
from chalicelib.engine import definitions
from chalicelib.engine.alarms import defined
from chalicelib.engine.alarms.metrics import Figure, Source
from chalicelib.engine.events import Event, Occurrence
from chalicelib.engine.objects import Label
from chalicelib.kernel.context import Context
from chalicelib.storage import runs as rows

ENTERED, INSIDE = "entered", "inside"

_FIGURES: Final = (
    Figure(ENTERED, Label("Entradas", "Entries"), adds_up=True),
    Figure(FINISHED, Label("Terminadas", "Finished"), adds_up=True),
    Figure(FAILED, Label("Ejecuciones con fallo", "Failed runs")),
    Figure(INSIDE, Label("En curso", "Under way")),
)


def _called(ctx: Context, id: str) -> str:
    return definitions.get(ctx, AUTOMATION, id=id).name


def _figures(ctx: Context, id: str) -> Sequence[Figure]:
    definitions.get(ctx, AUTOMATION, id=id)
    return _FIGURES


def _read(ctx: Context, id: str, _: Sequence[str]) -> Mapping[str, Decimal | None]:
    definitions.get(ctx, AUTOMATION, id=id)
    counts = rows.counts(ctx, id)
    over = sum(counts.get(state, 0) for state in (FINISHED, FAILED, STOPPED, EXITED))
    told = {name: counts.get(name, 0) for name in (ENTERED, FINISHED, FAILED)}
    return {name: Decimal(number) for name, number in {**told, INSIDE: told[ENTERED] - over}.items()}


def _moves(_: Context, __: Event | Occurrence) -> Iterable[str]:
    return ()


SOURCE: Final = Source(
    watched.NAME,
    Label("Automatizaciones", "Automations"),
    subjects=defined.subjects(AUTOMATION),
    called=_called,
    figures=_figures,
    read=_read,
    moves=_moves,
)
