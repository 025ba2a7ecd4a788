"""Who sent a form: noted under the form in the transaction that notes it on the timeline of whoever sent it.

A sending names a record and what the page's address said, nothing that was typed. Whoever reads them sees those whose
records they may see.
"""

from typing import Any, Final

from chalicelib.crm.automation.forms.forms import FORM
from chalicelib.engine import cursors, definitions, naming
from chalicelib.engine.events import Occurrence
from chalicelib.kernel.context import Context
from chalicelib.storage import timeline
from chalicelib.storage.plan import Write

KIND: Final = "form_sent"
TOLD: Final = ("agreed", "page", "utm_source", "utm_medium", "utm_campaign")


def noted(ctx: Context, form: str, occurrence: Occurrence) -> Write:
    """Plan to note a sending under its form; the same sending again changes nothing."""
    said = {name: occurrence.data[name] for name in TOLD if name in occurrence.data}
    data = {"plural": occurrence.plural, "id": occurrence.record, **said}
    return timeline.append(ctx, form, timeline.Entry(occurrence.id, KIND, ctx.actor.id, occurrence.at, data=data))


def page(ctx: Context, *, form: str, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return one page of who sent a form, the latest first; one whose record the caller may not see is left out.

    :raises NotFound: when there is no such form.
    """
    definitions.get(ctx, FORM, id=form)
    query = {"sendings": form}
    found, place = timeline.page(ctx, form, limit=limit, start=cursors.opened(ctx, query, cursor), kinds={KIND})
    subjects = [(str(each.data["plural"]), str(each.data["id"])) for each in found]
    names = naming.names(ctx, subjects)
    items = [
        {"plural": plural, "id": id, "name": names[(plural, id)], "at": each.at}
        | {name: each.data.get(name) for name in TOLD}
        for each, (plural, id) in zip(found, subjects, strict=True)
        if (plural, id) in names
    ]
    return {"items": items, "next_cursor": cursors.sealed(ctx, query, place)}
