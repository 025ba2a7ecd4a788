"""The first steps of a workspace: each is done once the workspace shows it, whoever did it and by whatever way.

Nothing notes a step. Records, people and the firm's own settings are looked at, and the sample firm does not count:
whoever loads it has not yet brought a contact of their own. Only that somebody has seen enough is kept, for them alone.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from chalicelib.crm.admin import queries
from chalicelib.engine import access, overlays, personal, query
from chalicelib.kernel.context import Context
from chalicelib.samples import loading

MATTER: Final = "onboarding"
LOOKED_AT: Final = 25
"""So many of the records that changed last are looked at for one that is no sample."""

_BROUGHT: Final[Mapping[str, tuple[str, ...]]] = {
    "contacts": ("contacts",),
    "deals": ("deals",),
    "activities": ("tasks", "calls", "meetings", "notes"),
}
"""Steps that are done with the first record of one's own of any of these objects."""


def told(ctx: Context) -> dict[str, Any]:
    """Return the steps that the acting user can take, in their order, and whether they have put the list away."""
    if personal.load(ctx, MATTER).get("dismissed"):
        return {"dismissed": True, "steps": []}
    samples = loading.ids(ctx)
    steps = [
        {"key": key, "done": any(_own(ctx, plural, samples) for plural in plurals)}
        for key, plurals in _BROUGHT.items()
        if all(_may_bring(ctx, plural) for plural in plurals)
    ]
    if access.is_admin(ctx):
        steps += [{"key": key, "done": is_done(ctx)} for key, is_done in _ARRANGED.items()]
    return {"dismissed": False, "steps": steps}


def dismiss(ctx: Context, *, dismissed: bool) -> dict[str, Any]:
    """Put the list away for the acting user, or bring it back."""
    personal.change(ctx, MATTER, lambda state: {**state, "dismissed": dismissed})
    return told(ctx)


def _may_bring(ctx: Context, plural: str) -> bool:
    object = overlays.load(ctx).of_plural(plural)
    return access.can(ctx, object, "read") and access.can(ctx, object, "create")


def _own(ctx: Context, plural: str, samples: Collection[str]) -> bool:
    latest = query.list(ctx, plural=plural, sort="-updated_at", limit=LOOKED_AT)["items"]
    return any(record["id"] not in samples for record in latest)


def _has_company_with_it(ctx: Context) -> bool:
    return len(queries.users(ctx)) > 1 or bool(queries.invitations(ctx))


_ARRANGED: Final[Mapping[str, Callable[[Context], bool]]] = {"team": _has_company_with_it}
"""Steps that only an administrator can take."""
